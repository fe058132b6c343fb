use std::borrow::Cow;
use std::ops::Range;

use pest::Parser;
use pest::iterators::Pair;

use crate::document::{Tail, WordData, WordFlags};

#[derive(pest_derive::Parser)]
#[grammar = "language/line.pest"]
struct LineParser;

/// Something in a line that HAProxy refuses while it cuts the line into words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fault {
    pub(crate) kind: FaultKind,
    /// The bytes of the line that are at fault.
    pub(crate) span: Range<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FaultKind {
    UnmatchedQuote,
    InvalidHex,
    InvalidVariableName,
    InvalidExpansion,
    UnmatchedBrace,
}

/// A line as the grammar sees it.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct ParsedLine {
    pub(crate) words: Vec<WordData>,
    pub(crate) tail: Option<(Tail, usize)>,
    pub(crate) is_scope: bool,
    pub(crate) faults: Vec<Fault>,
}

/// Cuts a line, without its ending, into words by the grammar.
pub(crate) fn parse_line(line: &[u8]) -> ParsedLine {
    let text = ascii(line);
    let mut parsed = ParsedLine::default();
    let Ok(pairs) = LineParser::parse(Rule::line, &text) else {
        // The grammar is total, so this is not reached; a line of one raw word still prints back.
        parsed
            .words
            .push(WordData::new(0..line.len(), WordFlags::FAULTY));
        return parsed;
    };
    for pair in pairs.flat_map(Pair::into_inner) {
        let start = pair.as_span().start();
        match pair.as_rule() {
            Rule::word => parsed.push_word(line, pair),
            Rule::scope => {
                parsed.is_scope = true;
                parsed.words.push(WordData::new(
                    pair.as_span().start()..pair.as_span().end(),
                    WordFlags::PLAIN,
                ));
            }
            Rule::comment => parsed.tail = Some((Tail::Comment, start)),
            Rule::ignored => parsed.tail = Some((Tail::Ignored, start)),
            _ => {}
        }
    }
    parsed
}

impl ParsedLine {
    fn push_word(&mut self, line: &[u8], pair: Pair<'_, Rule>) {
        let range = pair.as_span().start()..pair.as_span().end();
        let raw = line.get(range.clone()).unwrap_or_default();
        let is_plain = memchr::memchr3(b'"', b'\'', b'\\', raw).is_none();
        let mut flags = if is_plain {
            WordFlags::PLAIN
        } else {
            WordFlags::QUOTED
        };
        for inner in pair.into_inner() {
            let span = inner.as_span().start()..inner.as_span().end();
            let kind = match inner.as_rule() {
                Rule::variable => {
                    flags |= WordFlags::VARIABLE;
                    continue;
                }
                Rule::unmatched_quote => FaultKind::UnmatchedQuote,
                Rule::invalid_hex => FaultKind::InvalidHex,
                Rule::invalid_expansion => FaultKind::InvalidExpansion,
                Rule::unmatched_brace => FaultKind::UnmatchedBrace,
                Rule::invalid_name => FaultKind::InvalidVariableName,
                _ => continue,
            };
            flags |= WordFlags::FAULTY;
            let span = if kind == FaultKind::UnmatchedQuote {
                range.clone()
            } else {
                span
            };
            self.faults.push(Fault { kind, span });
        }
        self.words.push(WordData::new(range, flags));
    }
}

/// The line as text of the same length in which every byte above 0x7F is a placeholder.
pub(crate) fn ascii(line: &[u8]) -> Cow<'_, str> {
    match std::str::from_utf8(line) {
        Ok(text) if text.is_ascii() => Cow::Borrowed(text),
        _ => line
            .iter()
            .map(|byte| {
                if byte.is_ascii() {
                    char::from(*byte)
                } else {
                    '\x7F'
                }
            })
            .collect(),
    }
}
