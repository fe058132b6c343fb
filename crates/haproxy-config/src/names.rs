//! The names in a document: where each is defined, and where it is used.

mod replace;

use haproxy_model::config::AnySection;
use haproxy_model::language::Words;
use haproxy_model::reference::{Mention, NameKind, Role};
use haproxy_model::section_kind::SectionKind;

use crate::document::{Document, Line, LineKind, Section};
use crate::model::model_words;
pub(crate) use replace::replaced;

/// A line of a section with the names in it.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct NamedLine<'a> {
    /// The section's index among all sections of its document, counted from 0.
    pub section: usize,
    /// The line.
    pub line: Line<'a>,
    /// The names, in the order in which they are read; those of an opening line are references only.
    pub mentions: Vec<Mention>,
    /// Whether all of the line was understood; where not, names may be missing.
    pub is_understood: bool,
}

impl Document {
    /// The lines of sections that hold names or are not understood, those of every conditional block
    /// included.
    pub fn names(&self) -> Vec<NamedLine<'_>> {
        let mut lines = Vec::new();
        for section in self.sections() {
            lines.extend(names_of_section(section));
        }
        lines
    }
}

impl Section<'_> {
    /// The index of the word that names the section in its opening line.
    pub(crate) fn name_index(&self) -> Option<usize> {
        let name = self.name_word()?;
        let header = self.header()?;
        header.words().position(|word| word.range() == name.range())
    }
}

fn names_of_section(section: Section<'_>) -> Vec<NamedLine<'_>> {
    let mut lines = Vec::new();
    let mut model = empty_section(section.kind());
    for line in section.lines().filter(Line::is_statement) {
        let text: Vec<_> = model_words(&line).collect();
        let mut words = Words::new(&text).noting_names();
        let result = match line.kind() {
            LineKind::Section(kind) => AnySection::parse_header(kind, &mut words).map(|own| {
                model = own;
            }),
            _ if words.is_at_end() => continue,
            _ => model.parse_statement(&mut words),
        };
        let is_understood = result.is_ok() && words.unrecognized().is_empty();
        let mentions = words.names().to_vec();
        if !mentions.is_empty() || !is_understood {
            lines.push(NamedLine {
                section: section.index(),
                line,
                mentions,
                is_understood,
            });
        }
    }
    lines
}

/// A section of this kind, for the lines of one whose opening line is not understood.
pub(crate) fn empty_section(kind: SectionKind) -> AnySection {
    let text = [kind.keyword().into(), "unnamed".into()];
    let mut words = Words::new(&text);
    AnySection::parse_header(kind, &mut words).unwrap_or_else(|_| {
        words.rewind(0);
        AnySection::unknown(&mut words)
    })
}

impl NamedLine<'_> {
    /// The names of this kind that the line defines.
    pub fn definitions(&self, kind: NameKind) -> impl Iterator<Item = &Mention> {
        let own = move |mention: &&Mention| mention.role == Role::Defines && mention.kind == kind;
        self.mentions.iter().filter(own)
    }

    /// The names that the line refers to.
    pub fn references(&self) -> impl Iterator<Item = &Mention> {
        self.mentions
            .iter()
            .filter(|mention| mention.role == Role::Refers)
    }
}
