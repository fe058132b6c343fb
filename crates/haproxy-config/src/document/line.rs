use std::borrow::Cow;
use std::ops::Range;

use haproxy_model::section_kind::SectionKind;

use super::word::{Word, WordData, WordFlags};
use super::{Document, LineSource};
use crate::language::{MAX_WORDS, Scanned, is_blank, parse_line, scan};

/// How a line ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// A line feed.
    Lf,
    /// A carriage return and a line feed.
    CrLf,
    /// The end of the file, without a line feed: HAProxy refuses this.
    None,
}

impl Ending {
    /// The bytes of the ending.
    pub const fn bytes(self) -> &'static [u8] {
        match self {
            Self::Lf => b"\n",
            Self::CrLf => b"\r\n",
            Self::None => b"",
        }
    }
}

/// What stands behind the last word of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tail {
    /// A comment, `#` included.
    Comment,
    /// Text behind a carriage return or a NUL, which HAProxy never reads.
    Ignored,
}

/// A line that decides whether other lines count, or that prints a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Directive {
    /// `.if`
    If,
    /// `.elif`
    Elif,
    /// `.else`
    Else,
    /// `.endif`
    Endif,
    /// `.notice`
    Notice,
    /// `.warning`
    Warning,
    /// `.alert`
    Alert,
    /// `.diag`
    Diag,
}

impl Directive {
    /// The directive of this word.
    pub fn from_keyword(word: &[u8]) -> Option<Self> {
        Some(match word {
            b".if" => Self::If,
            b".elif" => Self::Elif,
            b".else" => Self::Else,
            b".endif" => Self::Endif,
            b".notice" => Self::Notice,
            b".warning" => Self::Warning,
            b".alert" => Self::Alert,
            b".diag" => Self::Diag,
            _ => return None,
        })
    }

    /// Whether it opens, divides or closes a conditional block.
    pub const fn is_block_edge(self) -> bool {
        matches!(self, Self::If | Self::Elif | Self::Else | Self::Endif)
    }
}

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum LineKind {
    /// Nothing but white space.
    Blank,
    /// Nothing but a comment.
    Comment,
    /// A scope in brackets: `[haproxy]`.
    Scope,
    /// The start of a section.
    Section(SectionKind),
    /// A conditional line or a message.
    Directive(Directive),
    /// Any other statement.
    Statement,
}

/// What a document remembers of a line.
#[derive(Debug, Clone)]
pub(crate) struct LineData {
    pub(crate) source: LineSource,
    pub(crate) kind: LineKind,
    pub(crate) ending: Ending,
    pub(crate) tail: Option<(Tail, u32)>,
    pub(crate) is_faulty: bool,
}

/// What a line's bytes say, apart from where they are kept.
pub(crate) struct LineFacts {
    pub(crate) kind: LineKind,
    pub(crate) tail: Option<(Tail, u32)>,
    pub(crate) is_faulty: bool,
}

/// Reads a line, without its ending, and adds its words to `words`.
pub(crate) fn read_line(line: &[u8], words: &mut Vec<WordData>) -> LineFacts {
    let known = words.len();
    let (tail, is_scope, mut is_faulty) = match scan(line, words) {
        Scanned::Words(tail) => (tail, false, false),
        Scanned::NeedsGrammar => {
            let parsed = parse_line(line);
            words.extend(parsed.words);
            (parsed.tail, parsed.is_scope, !parsed.faults.is_empty())
        }
    };
    let own = words.get(known..).unwrap_or_default();
    is_faulty |=
        own.len() > MAX_WORDS && !own.iter().any(|word| word.flags().has(WordFlags::VARIABLE));
    let kind = if is_scope {
        LineKind::Scope
    } else if own.is_empty() {
        if tail.is_some_and(|(tail, _)| tail == Tail::Comment) {
            LineKind::Comment
        } else {
            LineKind::Blank
        }
    } else {
        statement_kind(line, own)
    };
    let tail = tail.map(|(tail, at)| (tail, u32::try_from(at).unwrap_or(u32::MAX)));
    LineFacts {
        kind,
        tail,
        is_faulty,
    }
}

fn statement_kind(line: &[u8], words: &[WordData]) -> LineKind {
    let value = |index: usize| {
        words
            .get(index)
            .and_then(|data| Word::new(line, *data).value())
    };
    let Some(first) = value(0) else {
        return LineKind::Statement;
    };
    if first.first() == Some(&b'.') {
        return Directive::from_keyword(&first).map_or(LineKind::Statement, LineKind::Directive);
    }
    // HAProxy drops a prefix, after complaining, before it looks for a section.
    let keyword = if matches!(&*first, b"no" | b"default") {
        value(1)
    } else {
        Some(first)
    };
    keyword
        .and_then(|keyword| SectionKind::from_keyword(&keyword))
        .map_or(LineKind::Statement, LineKind::Section)
}

/// A line of a document.
#[derive(Debug, Clone, Copy)]
pub struct Line<'a> {
    bytes: &'a [u8],
    words: &'a [WordData],
    data: &'a LineData,
    number: usize,
}

impl<'a> Line<'a> {
    pub(crate) fn new(document: &'a Document, data: &'a LineData, number: usize) -> Self {
        let (bytes, words) = document.text_of(data);
        Self {
            bytes,
            words,
            data,
            number,
        }
    }

    /// The line's number in its document, counted from 1.
    pub fn number(&self) -> usize {
        self.number
    }

    /// The whole line without its ending.
    pub fn bytes(&self) -> &'a [u8] {
        self.bytes
    }

    /// What the line is.
    pub fn kind(&self) -> LineKind {
        self.data.kind
    }

    /// How the line ends.
    pub fn ending(&self) -> Ending {
        self.data.ending
    }

    /// The white space that the line starts with.
    pub fn indent(&self) -> &'a [u8] {
        let length = self
            .bytes
            .iter()
            .take_while(|byte| is_blank(**byte))
            .count();
        self.bytes.get(..length).unwrap_or_default()
    }

    /// The line's words, in order. A scope line is one word; comments hold none.
    pub fn words(
        &self,
    ) -> impl ExactSizeIterator<Item = Word<'a>> + DoubleEndedIterator + Clone + use<'a> {
        let bytes = self.bytes;
        self.words.iter().map(move |data| Word::new(bytes, *data))
    }

    /// The word of this index, counted from 0.
    pub fn word(&self, index: usize) -> Option<Word<'a>> {
        self.words
            .get(index)
            .map(|data| Word::new(self.bytes, *data))
    }

    /// The value of the word of this index, unless it depends on the environment.
    pub fn value(&self, index: usize) -> Option<Cow<'a, [u8]>> {
        self.word(index)?.value()
    }

    /// Whether the line's first words are these.
    pub fn starts_with(&self, keyword: &[&[u8]]) -> bool {
        self.words.len() >= keyword.len()
            && self
                .words()
                .zip(keyword)
                .all(|(word, value)| word.is(value))
    }

    /// The comment at the line's end, from its `#` on.
    pub fn comment(&self) -> Option<&'a [u8]> {
        match self.data.tail {
            Some((Tail::Comment, at)) => self.bytes.get(at as usize..),
            _ => None,
        }
    }

    /// What stands behind the words, and where it starts in the line.
    pub fn tail(&self) -> Option<(Tail, &'a [u8])> {
        let (tail, at) = self.data.tail?;
        Some((tail, self.bytes.get(at as usize..)?))
    }

    /// The bytes from the first word to the end of the last one, counted from 0.
    pub fn words_range(&self) -> Range<usize> {
        match (self.words.first(), self.words.last()) {
            (Some(first), Some(last)) => first.range().start..last.range().end,
            _ => 0..0,
        }
    }

    /// Whether HAProxy refuses to cut the line into words, whatever its environment.
    pub fn is_faulty(&self) -> bool {
        self.data.is_faulty
    }

    /// Whether every word is its own value, without quotes, escapes or references.
    pub(crate) fn is_plain(&self) -> bool {
        let mut words = self.words.iter();
        words.all(|word| word.flags() == WordFlags::PLAIN)
    }

    /// Whether some word refers to environment variables.
    pub fn has_variable(&self) -> bool {
        self.words
            .iter()
            .any(|word| word.flags().has(WordFlags::VARIABLE))
    }

    /// Whether the line opens, divides or closes a conditional block.
    pub fn is_block_edge(&self) -> bool {
        matches!(self.data.kind, LineKind::Directive(directive) if directive.is_block_edge())
    }

    /// Whether the line is an ordinary statement or the start of a section.
    pub fn is_statement(&self) -> bool {
        matches!(self.data.kind, LineKind::Statement | LineKind::Section(_))
    }
}
