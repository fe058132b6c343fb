use std::borrow::Cow;
use std::fmt;

use haproxy_model::section_kind::SectionKind;

use super::line::{Line, LineData, LineKind};
use super::{Document, Word};

/// A section: the line that starts it and the lines up to the next section.
///
/// Comments and blank lines above the next section's start belong, as text, to this one.
#[derive(Clone, Copy)]
pub struct Section<'a> {
    document: &'a Document,
    index: usize,
    lines: &'a [LineData],
    first_line: usize,
}

impl<'a> Section<'a> {
    pub(crate) fn new(
        document: &'a Document,
        index: usize,
        lines: &'a [LineData],
        first_line: usize,
    ) -> Self {
        Self {
            document,
            index,
            lines,
            first_line,
        }
    }

    /// The section's index among all sections of its document, counted from 0.
    pub fn index(&self) -> usize {
        self.index
    }

    /// What kind of section it is.
    pub fn kind(&self) -> SectionKind {
        match self.lines.first().map(|line| line.kind) {
            Some(LineKind::Section(kind)) => kind,
            // Every section starts with such a line; this one is never seen.
            _ => SectionKind::Global,
        }
    }

    /// The words behind the section's keyword.
    fn arguments(&self) -> impl Iterator<Item = Word<'a>> + use<'a> {
        let keyword = self.kind().keyword().as_bytes();
        let skipped = self
            .header()
            .and_then(|line| line.words().position(|word| word.is(keyword)));
        self.header()
            .into_iter()
            .flat_map(|line| line.words())
            .skip(skipped.unwrap_or(0) + 1)
    }

    /// The word that names the section, if it has one.
    pub fn name_word(&self) -> Option<Word<'a>> {
        let first = self.arguments().next()?;
        let is_unnamed = self.kind() == SectionKind::Global
            || self.kind() == SectionKind::Defaults && first.is(b"from");
        (!is_unnamed && !first.raw().is_empty()).then_some(first)
    }

    /// The section's name, unless it has none or it depends on the environment.
    pub fn name(&self) -> Option<Cow<'a, str>> {
        Some(match self.name_word()?.value()? {
            Cow::Borrowed(bytes) => String::from_utf8_lossy(bytes),
            Cow::Owned(bytes) => Cow::Owned(String::from_utf8_lossy(&bytes).into_owned()),
        })
    }

    /// The word that names the defaults section which a proxy starts from.
    pub fn from_word(&self) -> Option<Word<'a>> {
        let mut arguments = self.arguments();
        arguments.find(|word| word.is(b"from"))?;
        arguments.next().filter(|_| self.kind().is_proxy())
    }

    /// Whether the section is of this kind and name.
    pub fn is(&self, kind: SectionKind, name: Option<&str>) -> bool {
        self.kind() == kind
            && match (self.name_word(), name) {
                (None, None) => true,
                (Some(word), Some(name)) => word.is(name.as_bytes()),
                _ => false,
            }
    }

    /// The line that starts the section.
    pub fn header(&self) -> Option<Line<'a>> {
        self.lines().next()
    }

    /// The section's lines, its first line included.
    pub fn lines(
        &self,
    ) -> impl ExactSizeIterator<Item = Line<'a>> + DoubleEndedIterator + Clone + use<'a> {
        let (document, first) = (self.document, self.first_line);
        self.lines
            .iter()
            .enumerate()
            .map(move |(index, data)| Line::new(document, data, first + index))
    }

    /// The section's line of this index; the line that starts the section is line 0.
    pub fn line(&self, index: usize) -> Option<Line<'a>> {
        self.lines
            .get(index)
            .map(|data| Line::new(self.document, data, self.first_line + index))
    }

    /// The statements in the section, without the line that starts it, each with its line index.
    pub fn statements(&self) -> impl Iterator<Item = (usize, Line<'a>)> + Clone + use<'a> {
        self.lines()
            .enumerate()
            .skip(1)
            .filter(|(_, line)| line.kind() == LineKind::Statement)
    }
}

impl fmt::Debug for Section<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Section")
            .field("kind", &self.kind())
            .field("name", &self.name())
            .field("lines", &self.lines.len())
            .finish()
    }
}
