//! Answers that many commands have.

use indexmap::IndexMap;
use serde::Serialize;

use super::Answer;
use crate::protocol::{DecodeError, Reply};

/// It is done. HAProxy may have said something about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Done {
    /// What HAProxy said; mostly nothing.
    pub message: String,
}

/// What HAProxy says of success where it says anything, in versions whose master gives no severities.
const SUCCESS: &[&str] = &[
    "IP changed",
    "no need to change",
    "nothing changed",
    "port changed",
    "New server registered",
    "New backend registered",
    "Backend deleted",
    "Backend published",
    "Backend unpublished",
    "Server deleted",
    "Transaction",
    "New empty",
    "New CA",
    "Certificate '",
    "CA file '",
    "CRL file '",
    "Entry '",
    "deleted",
    "Success",
    "Committing",
    "Inserting",
    "Done.",
    "OCSP Response updated",
    "TLS ticket key updated",
    "mode is",
    "changed",
    "added",
    "set new",
];

impl Answer for Done {
    fn decode(reply: Reply) -> Result<Self, DecodeError> {
        let message = reply.message().trim();
        // A session without severities tells success by its words only.
        let is_done = message.is_empty()
            || reply.is_labelled()
            || SUCCESS.iter().any(|words| message.contains(words));
        let has_failed = message.ends_with("Failed!") || message.contains("\nError: ");
        if !is_done || has_failed {
            return Err(DecodeError::new("expected that it is done", message));
        }
        Ok(Self {
            message: message.to_owned(),
        })
    }
}

/// Text for people, as HAProxy writes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Text(pub String);

impl Text {
    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Answer for Text {
    fn decode(reply: Reply) -> Result<Self, DecodeError> {
        Ok(Self(reply.into_text()))
    }
}

/// One line of text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Line(pub String);

impl Answer for Line {
    fn decode(reply: Reply) -> Result<Self, DecodeError> {
        Ok(Self(reply.message().to_owned()))
    }
}

/// Names, one a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Names(pub Vec<String>);

impl Answer for Names {
    fn decode(reply: Reply) -> Result<Self, DecodeError> {
        let lines = reply.text().lines().map(str::trim);
        let names = lines.filter(|line| !line.is_empty() && !line.starts_with('#'));
        Ok(Self(names.map(str::to_owned).collect()))
    }
}

/// Whether something is on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Switch(pub bool);

impl Answer for Switch {
    fn decode(reply: Reply) -> Result<Self, DecodeError> {
        let message = reply.message().trim();
        match message.rsplit(' ').next() {
            Some("ON") => Ok(Self(true)),
            Some("OFF") => Ok(Self(false)),
            _ => Err(DecodeError::new("expected ON or OFF", message)),
        }
    }
}

/// `key=value` words, in their order.
pub type Words = IndexMap<String, String>;

/// The `key=value` words of a line, and those without an `=` under their own names.
pub(crate) fn words(line: &str) -> Words {
    let mut words = Words::new();
    for word in line.split_whitespace() {
        let (key, value) = word.split_once('=').unwrap_or((word, ""));
        words.insert(key.trim_end_matches(',').to_owned(), value.to_owned());
    }
    words
}

/// Lines below lines, by how far they are indented.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Outline {
    /// The line, without the blanks around it.
    pub line: String,
    /// The lines that are indented further.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub below: Vec<Outline>,
}

impl Outline {
    /// Reads a text.
    pub fn read(text: &str) -> Vec<Self> {
        let lines: Vec<(usize, &str)> = text
            .lines()
            .filter(|line| !line.trim().is_empty())
            .map(|line| (line.len() - line.trim_start().len(), line.trim()))
            .collect();
        Self::below(&mut lines.as_slice(), 0)
    }

    fn below(lines: &mut &[(usize, &str)], indentation: usize) -> Vec<Self> {
        let mut outline = Vec::new();
        while let Some(((own, line), rest)) = lines.split_first() {
            if *own < indentation {
                break;
            }
            *lines = rest;
            outline.push(Self {
                line: (*line).to_owned(),
                below: Self::below(lines, own + 1),
            });
        }
        outline
    }

    /// The `key=value` words of the line and of the lines below it, those of the line first.
    pub fn words(&self) -> Words {
        let mut all = words(&self.line);
        for below in &self.below {
            for (key, value) in below.words() {
                all.entry(key).or_insert(value);
            }
        }
        all
    }
}

/// A report whose lines stand below each other, for people and developers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Report(pub Vec<Outline>);

impl Answer for Report {
    fn decode(reply: Reply) -> Result<Self, DecodeError> {
        Ok(Self(Outline::read(reply.text())))
    }
}

/// The number that a text is.
pub(crate) fn number<T: std::str::FromStr>(text: &str, line: &str) -> Result<T, DecodeError> {
    text.trim()
        .parse()
        .map_err(|_| DecodeError::new(format!("expected a number, found '{text}'"), line))
}

/// The part of a line between two others.
pub(crate) fn between<'a>(line: &'a str, before: &str, after: &str) -> Option<&'a str> {
    let (_, rest) = line.split_once(before)?;
    Some(rest.split_once(after).map_or(rest, |(part, _)| part))
}

/// A line that is not what it should be.
pub(crate) fn unexpected(what: &str, line: &str) -> DecodeError {
    DecodeError::new(format!("expected {what}"), line)
}
