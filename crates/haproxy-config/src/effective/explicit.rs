use std::borrow::Cow;

use haproxy_model::section_kind::SectionKind;

use crate::document::{Directive, Document, LineData, LineKind, Section};
use crate::edit::{EditError, SectionSelector};
use crate::files::ConfigFiles;

/// What names of defaults begin with that had none.
const UNNAMED: &str = "unnamed_defaults_";

impl Document {
    /// Gives every defaults section without a name one, `unnamed_defaults_1` and so on, and says
    /// `from` in every proxy which defaults it starts from. What HAProxy does stays as it is.
    ///
    /// ```
    /// use haproxy_config::Document;
    ///
    /// let mut document = Document::parse("defaults # all\n mode http\nfrontend www\n bind :80\n");
    /// document.make_defaults_explicit()?;
    /// assert_eq!(
    ///     document.to_string(),
    ///     "defaults unnamed_defaults_1 # all\n mode http\n\
    ///      frontend www from unnamed_defaults_1\n bind :80\n"
    /// );
    /// # Ok::<(), haproxy_config::EditError>(())
    /// ```
    ///
    /// # Errors
    /// [`EditError::CrossesBlock`] for defaults in a conditional block: which are the last is not
    /// known then. [`EditError::AmbiguousSection`] where `from` could mean several.
    pub fn make_defaults_explicit(&mut self) -> Result<(), EditError> {
        make_explicit(&mut [self])
    }
}

impl ConfigFiles {
    /// As [`Document::make_defaults_explicit`], in all files.
    ///
    /// # Errors
    /// As there; the files are as they were then.
    pub fn make_defaults_explicit(&mut self) -> Result<(), EditError> {
        let files = self.files.iter_mut();
        let mut documents: Vec<&mut Document> = files.map(|file| &mut file.document).collect();
        make_explicit(&mut documents)
    }
}

fn make_explicit(documents: &mut [&mut Document]) -> Result<(), EditError> {
    let mut names = Names::of(documents);
    let mut last = None;
    let mut edits = Vec::new();
    for (index, document) in documents.iter().enumerate() {
        if let Some(line) = conditional_defaults(document) {
            return Err(EditError::CrossesBlock { line });
        }
        for section in document
            .sections()
            .filter(|section| section.kind().is_proxy())
        {
            if section.kind() == SectionKind::Defaults {
                last = if section.name_word().is_some() {
                    section.name().map(Cow::into_owned)
                } else {
                    let name = names.next();
                    edits.push((index, section.index(), with_word(section, 0, &name)));
                    Some(name)
                };
            } else if let (Some(name), None) = (&last, section.from_word()) {
                names.check(name)?;
                let text = format!("from {name}");
                edits.push((index, section.index(), with_word(section, 1, &text)));
            }
        }
    }
    for (document, section, bytes) in edits {
        let document = documents.get_mut(document);
        let block = document.and_then(|document| document.blocks.get_mut(section + 1));
        if let Some(header) = block.and_then(|block| block.lines.first_mut()) {
            *header = LineData::edited(bytes, header.ending);
        }
    }
    Ok(())
}

/// The section's opening line with a text behind its keyword, or behind its name.
fn with_word(section: Section<'_>, behind: usize, text: &str) -> Vec<u8> {
    let Some(header) = section.header() else {
        return Vec::new();
    };
    let keyword = section.kind().keyword().as_bytes();
    let at = header
        .words()
        .position(|word| word.is(keyword))
        .unwrap_or(0);
    let end = header
        .word(at + behind)
        .map_or(header.words_range().end, |word| word.range().end);
    let mut bytes = header.bytes().to_vec();
    bytes.splice(end..end, format!(" {text}").into_bytes());
    bytes
}

/// The line that starts the first defaults section in a conditional block.
fn conditional_defaults(document: &Document) -> Option<usize> {
    let mut depth = 0_usize;
    document.lines().find_map(|line| {
        match line.kind() {
            LineKind::Directive(Directive::If) => depth += 1,
            LineKind::Directive(Directive::Endif) => depth = depth.saturating_sub(1),
            LineKind::Section(SectionKind::Defaults) if depth > 0 => return Some(line.number()),
            _ => {}
        }
        None
    })
}

/// The names of all defaults.
struct Names {
    taken: Vec<(String, usize)>,
    count: usize,
}

impl Names {
    fn of(documents: &[&mut Document]) -> Self {
        let sections = documents.iter().flat_map(|document| document.sections());
        let defaults = sections.filter(|section| section.kind() == SectionKind::Defaults);
        let taken = defaults
            .filter_map(|section| Some((section.name()?.into_owned(), section.header()?.number())));
        Self {
            taken: taken.collect(),
            count: 0,
        }
    }

    /// A name that no section has.
    fn next(&mut self) -> String {
        loop {
            self.count += 1;
            let name = format!("{UNNAMED}{}", self.count);
            if !self.taken.iter().any(|(taken, _)| *taken == name) {
                return name;
            }
        }
    }

    /// Fails where more than one section has the name.
    fn check(&self, name: &str) -> Result<(), EditError> {
        let same = self.taken.iter().filter(|(taken, _)| taken == name);
        let lines: Vec<usize> = same.map(|(_, line)| *line).collect();
        if lines.len() < 2 {
            return Ok(());
        }
        let selector = SectionSelector {
            kind: SectionKind::Defaults,
            name: Some(name.to_owned()),
        };
        Err(EditError::AmbiguousSection { selector, lines })
    }
}
