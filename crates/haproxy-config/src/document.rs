//! The lossless document: the text, cut into sections, lines and words.

mod cut;
mod line;
mod line_index;
mod section;
mod word;

use std::fmt;

use haproxy_model::section_kind::SectionKind;

use cut::cut;
pub use line::{Directive, Ending, Line, LineKind, Tail};
pub(crate) use line::{LineData, LineFacts, read_line};
pub(crate) use line_index::LineIndex;
pub use section::Section;
pub use word::Word;
pub(crate) use word::{WordData, WordFlags};

/// A configuration file, byte for byte, with its structure.
///
/// Any input becomes a document, and a document that was not changed prints back the same bytes.
/// What HAProxy would refuse is told by [`Document::diagnostics`].
///
/// ```
/// use haproxy_config::Document;
///
/// let text = "frontend www # public\n\tbind  :80\n";
/// let document = Document::parse(text);
/// let bind = document.lines().nth(1).unwrap();
/// assert_eq!(bind.words().len(), 2);
/// assert_eq!(bind.word(1).unwrap().raw(), b":80");
/// assert_eq!(document.to_string(), text);
/// ```
#[derive(Debug, Clone)]
pub struct Document {
    source: Vec<u8>,
    words: Vec<WordData>,
    /// The lines before the first section, then each section with its lines.
    pub(crate) blocks: Vec<Block>,
}

/// The lines from one section's start to the next, or those before the first section.
#[derive(Debug, Clone, Default)]
pub(crate) struct Block {
    pub(crate) lines: Vec<LineData>,
}

/// Where the text and the words of a line are kept.
#[derive(Debug, Clone)]
pub(crate) enum LineSource {
    /// In the document's source.
    Source {
        start: usize,
        length: usize,
        first_word: usize,
        words: u32,
    },
    /// With the line, which an edit wrote.
    Edited(Box<EditedLine>),
}

#[derive(Debug, Clone)]
pub(crate) struct EditedLine {
    pub(crate) bytes: Vec<u8>,
    pub(crate) words: Vec<WordData>,
}

impl Document {
    /// Reads a configuration. This never fails: see [`Document::diagnostics`].
    pub fn parse(source: impl Into<Vec<u8>>) -> Self {
        let source = source.into();
        let (words, blocks) = cut(&source);
        Self {
            source,
            words,
            blocks,
        }
    }

    /// The document's bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(self.source.len());
        for data in self.blocks.iter().flat_map(|block| &block.lines) {
            bytes.extend_from_slice(self.text_of(data).0);
            bytes.extend_from_slice(data.ending.bytes());
        }
        bytes
    }

    /// All lines, in order.
    pub fn lines(&self) -> impl Iterator<Item = Line<'_>> + Clone {
        let lines = self.blocks.iter().flat_map(|block| &block.lines);
        lines
            .enumerate()
            .map(|(index, data)| Line::new(self, data, index + 1))
    }

    /// All lines, in about so many parts of about the same size; each begins with a section, but the
    /// first.
    pub(crate) fn parts(&self, count: usize) -> Vec<impl Iterator<Item = Line<'_>>> {
        let size = self.line_count() / count.max(1) + 1;
        let mut parts = Vec::with_capacity(count);
        let (mut rest, mut first_line) = (self.blocks.as_slice(), 1);
        while !rest.is_empty() {
            let mut lines = 0;
            let blocks = rest.iter().take_while(|block| {
                let takes = lines < size;
                lines += if takes { block.lines.len() } else { 0 };
                takes
            });
            let (part, others) = rest.split_at(blocks.count());
            let first = first_line;
            let part = part.iter().flat_map(|block| &block.lines).enumerate();
            parts.push(part.map(move |(index, data)| Line::new(self, data, first + index)));
            (rest, first_line) = (others, first_line + lines);
        }
        parts
    }

    /// The number of lines.
    pub fn line_count(&self) -> usize {
        self.blocks.iter().map(|block| block.lines.len()).sum()
    }

    /// Whether some lines are conditional, or messages.
    pub(crate) fn has_blocks(&self) -> bool {
        self.lines()
            .any(|line| matches!(line.kind(), LineKind::Directive(_)))
    }

    /// The lines before the first section.
    pub fn preamble(&self) -> impl Iterator<Item = Line<'_>> + Clone {
        let lines = self
            .blocks
            .first()
            .map(|block| block.lines.as_slice())
            .unwrap_or_default();
        lines
            .iter()
            .enumerate()
            .map(|(index, data)| Line::new(self, data, index + 1))
    }

    /// The sections, in order.
    pub fn sections(&self) -> impl Iterator<Item = Section<'_>> + Clone {
        let mut first_line = self.blocks.first().map_or(0, |block| block.lines.len()) + 1;
        self.blocks
            .iter()
            .skip(1)
            .enumerate()
            .map(move |(index, block)| {
                let section = Section::new(self, index, &block.lines, first_line);
                first_line += block.lines.len();
                section
            })
    }

    /// The first section of this kind and name; a name of `None` is a section without one.
    pub fn section(&self, kind: SectionKind, name: Option<&str>) -> Option<Section<'_>> {
        self.sections().find(|section| section.is(kind, name))
    }

    pub(crate) fn text_of<'a>(&'a self, data: &'a LineData) -> (&'a [u8], &'a [WordData]) {
        match &data.source {
            LineSource::Source {
                start,
                length,
                first_word,
                words,
            } => (
                self.source.get(*start..start + length).unwrap_or_default(),
                self.words
                    .get(*first_word..first_word + *words as usize)
                    .unwrap_or_default(),
            ),
            LineSource::Edited(edited) => (&edited.bytes, &edited.words),
        }
    }
}

impl fmt::Display for Document {
    /// Writes the document; bytes that are not UTF-8 become replacement characters (use
    /// [`Document::to_bytes`] where those matter).
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&String::from_utf8_lossy(&self.to_bytes()))
    }
}

impl LineData {
    pub(super) fn new(source: LineSource, facts: &LineFacts, ending: Ending) -> Self {
        let LineFacts {
            kind,
            tail,
            is_faulty,
        } = *facts;
        Self {
            source,
            kind,
            ending,
            tail,
            is_faulty,
        }
    }

    /// A line of these bytes, which hold no line feed.
    pub(crate) fn edited(bytes: Vec<u8>, ending: Ending) -> Self {
        let mut words = Vec::new();
        let facts = read_line(&bytes, &mut words);
        Self::new(
            LineSource::Edited(Box::new(EditedLine { bytes, words })),
            &facts,
            ending,
        )
    }
}
