//! Text with values of the traffic in it.

mod part;

use std::fmt;
use std::str::FromStr;

use pest::Parser;
use pest::iterators::Pair;

pub use part::{LogFormatContent, LogFormatPart};

use super::grammar::{Grammar, Rule};
use super::{Text, word};
use crate::evaluation::EvaluationKind;
use crate::keyword::Syntax;
use crate::language::{Argument, ArgumentError, Printer, Problem, Words};
use crate::reference::note_format;
use crate::text::has_reference;

/// A word with aliases and sample expressions in it: `%ci:%cp %[path,lower]`.
///
/// See the manual's section on custom log formats. Log lines, header values, redirections and
/// many more are of this language.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct LogFormat(Text);

impl LogFormat {
    /// The format that gives this text: each `%` is doubled.
    pub fn literal(text: &str) -> Self {
        Self(text.replace('%', "%%").into())
    }

    /// The word as written.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// The parts, in order; their texts make up the word.
    pub fn parts(&self) -> Vec<LogFormatPart<'_>> {
        let Some(format) = parse(self.as_str()).filter(|pair| is_whole(pair, self.as_str())) else {
            return vec![LogFormatPart::text(self.as_str())];
        };
        format.into_inner().map(LogFormatPart::from_pair).collect()
    }
}

impl FromStr for LogFormat {
    type Err = Problem;

    fn from_str(text: &str) -> Result<Self, Problem> {
        if text.contains('%') && !has_reference(text) {
            let understood = parse(text).map_or("", |pair| pair.as_str());
            let rest = text.strip_prefix(understood).unwrap_or_default();
            if !rest.is_empty() {
                let expected = "an alias such as %ci, %[expression] or %%";
                return Err(word::invalid(expected, rest));
            }
        }
        Ok(Self(text.into()))
    }
}

impl fmt::Display for LogFormat {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl Argument for LogFormat {
    const SYNTAX: &'static Syntax = &Syntax::Value("format");

    fn parse(words: &mut Words<'_>) -> Result<Self, ArgumentError> {
        let position = words.position();
        let format: Self = word::parse(words, "a log format")?;
        if words.notes_names() {
            words.note(note_format(&format.parts(), position));
        }
        words.note_evaluation(EvaluationKind::Format, position..position + 1);
        Ok(format)
    }

    fn print(&self, printer: &mut Printer) {
        printer.word(self.as_str());
    }
}

/// The parts from the start of the text up to what is no part.
fn parse(text: &str) -> Option<Pair<'_, Rule>> {
    Grammar::parse(Rule::log_format, text).ok()?.next()
}

fn is_whole(format: &Pair<'_, Rule>, text: &str) -> bool {
    format.as_str().len() == text.len()
}

#[cfg(test)]
mod tests;
