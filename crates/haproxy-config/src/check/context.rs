use std::borrow::Cow;
use std::ops::Range;
use std::sync::OnceLock;

use haproxy_model::config::{AnySection, Config};
use haproxy_model::evaluation::Evaluation;
use haproxy_model::reference::Mention;
use haproxy_model::section_kind::SectionKind;

use super::CheckOptions;
use super::globals::Globals;
use super::nearest::did_you_mean;
use super::settings::StatementIndex;
use super::tables::Tables;
use super::view::{Proxies, Proxy, SectionView};
use crate::diagnostic::{Diagnostic, Span};
use crate::document::{Document, Line, LineIndex, Word};
use crate::model::{ReadFiles, to_model_text};

/// What the rules look at: the model, and where everything in it stands.
pub(super) struct Context<'a> {
    pub(super) options: &'a CheckOptions,
    pub(super) config: &'a Config,
    documents: Vec<LineIndex<'a>>,
    read: &'a ReadFiles,
    proxies: Proxies,
    tables: OnceLock<Tables>,
    /// What the global sections say, as far as rules of other sections ask for it.
    pub(super) globals: Globals,
}

/// A line of one of the files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Place {
    /// The index of the file.
    pub(super) file: usize,
    /// The index of the line.
    pub(super) line: usize,
}

/// A name, and where it stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct NamedPlace<'a> {
    /// The index of its section.
    pub(super) section: usize,
    pub(super) place: Place,
    pub(super) mention: &'a Mention,
}

/// Something that HAProxy evaluates, and where it stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct EvaluatedPlace<'a> {
    /// The index of its section.
    pub(super) section: usize,
    pub(super) place: Place,
    pub(super) evaluation: &'a Evaluation,
}

impl<'a> Context<'a> {
    pub(super) fn new(
        documents: &[&'a Document],
        read: &'a ReadFiles,
        options: &'a CheckOptions,
    ) -> Self {
        Self {
            options,
            config: &read.config,
            documents: documents
                .iter()
                .map(|document| LineIndex::of(document))
                .collect(),
            read,
            proxies: Proxies::of(&read.config),
            tables: OnceLock::new(),
            globals: Globals::of(&read.config),
        }
    }

    /// The documents, in order.
    pub(super) fn documents(&self) -> impl Iterator<Item = &'a Document> + '_ {
        self.documents.iter().map(LineIndex::document)
    }

    /// Whether some line refers to an environment variable.
    pub(super) fn has_variables(&self) -> bool {
        self.documents.iter().any(LineIndex::has_variables)
    }

    /// How many lines the documents have.
    pub(super) fn line_count(&self) -> usize {
        self.documents.iter().map(LineIndex::line_count).sum()
    }

    /// The indices of the sections, divided into about so many parts of about as many lines.
    pub(super) fn parts(&self, count: usize) -> Vec<Range<usize>> {
        let sections = &self.config.sections;
        let size = |section: &AnySection| section.len() + 1;
        let whole: usize = sections.iter().map(size).sum();
        let least = whole / count.max(1) + 1;
        let (mut parts, mut start, mut lines) = (Vec::with_capacity(count), 0, 0);
        for (index, section) in sections.iter().enumerate() {
            lines += size(section);
            if lines >= least || index + 1 == sections.len() {
                parts.push(start..index + 1);
                (start, lines) = (index + 1, 0);
            }
        }
        parts
    }

    /// The sections, each with its lines.
    pub(super) fn sections(&self) -> impl Iterator<Item = SectionView<'a>> + '_ {
        (0..self.config.sections.len()).filter_map(|index| self.section(index))
    }

    /// The section of this index.
    pub(super) fn section(&self, index: usize) -> Option<SectionView<'a>> {
        let section: &'a AnySection = self.config.sections.get(index)?;
        let place = self.read.places.get(index)?;
        Some(SectionView {
            index,
            section,
            header: Place {
                file: place.file,
                line: place.header,
            },
            lines: self.read.statements(place),
        })
    }

    /// The proxies and defaults, in order.
    pub(super) fn proxies(&self) -> impl Iterator<Item = Proxy<'a>> + '_ {
        self.sections().filter_map(|section| self.proxy(section))
    }

    /// The section as a proxy or defaults.
    pub(super) fn proxy(&self, section: SectionView<'a>) -> Option<Proxy<'a>> {
        Proxy::new(section, &self.proxies)
    }

    /// Where a statement stands.
    pub(super) fn place_of(&self, statement: StatementIndex) -> Option<Place> {
        let section = self.section(statement.section)?;
        Some(section.place(statement.statement))
    }

    /// The proxy itself, then the defaults that it starts from, the nearest first.
    pub(super) fn chain(&self, proxy: &Proxy<'a>) -> impl Iterator<Item = Proxy<'a>> + '_ {
        std::iter::successors(Some(*proxy), |last| {
            // Defaults come before what starts from them: the chain has an end.
            let defaults = last.defaults.filter(|index| *index < last.section.index)?;
            self.proxy(self.section(defaults)?)
        })
    }

    /// What the keys of tables are.
    pub(super) fn tables(&self) -> &Tables {
        self.tables.get_or_init(|| Tables::of(self))
    }

    /// The names in the files, in order.
    pub(super) fn names(&self) -> impl Iterator<Item = NamedPlace<'a>> + '_ {
        let read = self.read;
        read.mentions.iter().filter_map(move |found| {
            Some(NamedPlace {
                section: found.section,
                place: read_place(read, found.section, found.line)?,
                mention: &found.mention,
            })
        })
    }

    /// What HAProxy evaluates in the files, in order.
    pub(super) fn evaluations(&self) -> impl Iterator<Item = EvaluatedPlace<'a>> + '_ {
        self.evaluations_in(0..self.config.sections.len())
    }

    /// What HAProxy evaluates in these sections, in order.
    pub(super) fn evaluations_in(
        &self,
        sections: Range<usize>,
    ) -> impl Iterator<Item = EvaluatedPlace<'a>> + use<'a> {
        let read = self.read;
        let before = |section: usize| {
            let all = &read.evaluations;
            all.partition_point(|found| found.section < section)
        };
        let range = before(sections.start)..before(sections.end);
        let all = read.evaluations.get(range).unwrap_or_default();
        all.iter().filter_map(move |found| {
            Some(EvaluatedPlace {
                section: found.section,
                place: read_place(read, found.section, found.line)?,
                evaluation: &found.evaluation,
            })
        })
    }

    /// The text of a line.
    pub(super) fn line(&self, place: Place) -> Option<Line<'a>> {
        self.documents.get(place.file)?.line(place.line)
    }

    /// Where all words of the line are.
    pub(super) fn whole(&self, place: Place) -> (usize, Span) {
        let range = self.line(place).map(|line| line.words_range());
        at(place, range.unwrap_or_default())
    }

    /// Where the word of this index is; all words where there are fewer.
    pub(super) fn word(&self, place: Place, index: usize) -> (usize, Span) {
        match self.line(place).and_then(|line| line.word(index)) {
            Some(word) => at(place, word.range()),
            None => self.whole(place),
        }
    }

    /// Where the first word of the line is that is no prefix.
    pub(super) fn keyword(&self, place: Place) -> (usize, Span) {
        let Some(line) = self.line(place) else {
            return self.whole(place);
        };
        let mut words = line.words();
        let word = words.find(|word| !word.is(b"no") && !word.is(b"default"));
        match word {
            Some(word) => at(place, word.range()),
            None => self.whole(place),
        }
    }

    /// Where the first word is that holds this text; all words where there is none.
    pub(super) fn find(&self, place: Place, text: &str) -> (usize, Span) {
        let Some(line) = self.line(place) else {
            return self.whole(place);
        };
        let value = |word: &Word<'a>| -> Cow<'a, str> { to_model_text(word) };
        let mut words = line.words();
        let exact = words.clone().find(|word| value(word) == text);
        let found = exact.or_else(|| words.find(|word| value(word).contains(text)));
        let Some(word) = found else {
            return self.whole(place);
        };
        let range = word.range();
        let inner = word.is_plain().then(|| value(&word).find(text)).flatten();
        at(
            place,
            inner.map_or(range.clone(), |offset| {
                range.start + offset..range.start + offset + text.len()
            }),
        )
    }

    /// Where the name is.
    pub(super) fn name(&self, name: &NamedPlace<'_>) -> (usize, Span) {
        self.part(name.place, name.mention.word, name.mention.range.clone())
    }

    /// Where these bytes of a word are, as the model reads it; all of the word where it is quoted.
    pub(super) fn part(&self, place: Place, word: usize, part: Range<usize>) -> (usize, Span) {
        let word = self.line(place).and_then(|line| line.word(word));
        let Some(word) = word else {
            return self.whole(place);
        };
        let range = word.range();
        if !word.is_plain() {
            return at(place, range);
        }
        at(place, range.start + part.start..range.start + part.end)
    }

    /// Whether this text stands in front of the name in its word.
    pub(super) fn is_behind(&self, name: &NamedPlace<'_>, text: &str) -> bool {
        let word = self
            .line(name.place)
            .and_then(|line| line.word(name.mention.word));
        let value = word.map(|word| to_model_text(&word)).unwrap_or_default();
        let before = value.get(..name.mention.range.start);
        before.is_some_and(|before| before.ends_with(text))
    }

    /// What stands behind the name in its word.
    pub(super) fn text_behind(&self, name: &NamedPlace<'_>) -> Option<String> {
        let word = self.line(name.place)?.word(name.mention.word)?;
        let value = to_model_text(&word);
        value.get(name.mention.range.end..).map(str::to_owned)
    }

    /// Adds to a finding about an unknown name the section of these kinds that is called alike.
    pub(super) fn with_nearest(
        &self,
        found: Diagnostic,
        kinds: &[SectionKind],
        name: &str,
    ) -> Diagnostic {
        let sections = self.config.sections.iter();
        let of_kinds =
            sections.filter(|section| section.kind().is_some_and(|kind| kinds.contains(&kind)));
        match did_you_mean(name, of_kinds.filter_map(AnySection::name)) {
            Some(help) => found.with_help(help),
            None => found,
        }
    }
}

/// The place of this line, counted from 1, of a section's file.
fn read_place(read: &ReadFiles, section: usize, line: usize) -> Option<Place> {
    Some(Place {
        file: read.places.get(section)?.file,
        line: line.checked_sub(1)?,
    })
}

fn at(place: Place, range: Range<usize>) -> (usize, Span) {
    let span = Span {
        line: place.line + 1,
        start: range.start,
        end: range.end,
    };
    (place.file, span)
}
