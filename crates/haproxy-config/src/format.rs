//! Layout: indentation, blank lines and the place of comments. Never meaning.

mod comments;
mod structure;

use crate::document::{Document, Ending, Line, LineKind, Tail, Word};
use crate::edit::ending_of;
use crate::language::is_blank;
use structure::{Placed, place};

/// What one level of indentation is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Indent {
    /// So many blanks.
    Spaces(u8),
    /// One tab.
    Tab,
}

impl Indent {
    fn bytes(self, level: usize) -> Vec<u8> {
        match self {
            Self::Spaces(count) => vec![b' '; level * usize::from(count)],
            Self::Tab => vec![b'\t'; level],
        }
    }
}

/// How a document is laid out.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct FormatOptions {
    /// The indentation of a statement in its section.
    pub indent: Indent,
}

impl Default for FormatOptions {
    fn default() -> Self {
        Self {
            indent: Indent::Spaces(4),
        }
    }
}

impl FormatOptions {
    /// Sets the indentation of a statement in its section.
    #[must_use]
    pub fn with_indent(mut self, indent: Indent) -> Self {
        self.indent = indent;
        self
    }
}

impl Document {
    /// The document's text in an even layout; its statements, their order and their words stay.
    ///
    /// * What starts a section stands in the first column, statements are indented, and more so
    ///   inside a conditional block. A block that holds a section's start is not indented.
    /// * One blank line stands before each section, and nowhere two in a row.
    /// * Comments right above a section's start go with it. The last comments of a section stay in
    ///   the first column where they stand there; all others are indented as statements are.
    /// * One blank stands between words. Comments behind statements stand two blanks away, in one
    ///   column over consecutive lines.
    /// * Blanks at line ends go, and a missing line feed at the end is added. Line endings stay.
    ///
    /// Lines that HAProxy refuses to cut into words or reads only a part of, and scopes, stay as they
    /// are. Only the pseudo-variable `.LINE` can tell the difference.
    ///
    /// ```
    /// use haproxy_config::{Document, FormatOptions};
    ///
    /// let document = Document::parse("global\n  nbthread   2 # two\n\n\ndefaults");
    /// let text = document.formatted(&FormatOptions::default());
    /// assert_eq!(text, b"global\n    nbthread 2  # two\n\ndefaults\n");
    /// ```
    pub fn formatted(&self, options: &FormatOptions) -> Vec<u8> {
        let mut ending = ending_of(self);
        let placed = place(self);
        let mut texts: Vec<Vec<u8>> = placed
            .iter()
            .map(|placed| text_of(placed, options.indent))
            .collect();
        comments::append(&placed, &mut texts);
        let mut bytes = Vec::new();
        for (placed, text) in placed.iter().zip(texts) {
            if placed.blank_before {
                bytes.extend_from_slice(ending.bytes());
            }
            bytes.extend(text);
            let own = match placed.line.ending() {
                // With a line feed behind it, a carriage return that HAProxy ignores would be an ending.
                Ending::None if !is_verbatim(&placed.line) => ending,
                own => own,
            };
            bytes.extend_from_slice(own.bytes());
            ending = own;
        }
        bytes
    }
}

/// Whether the line stays as it is.
fn is_verbatim(line: &Line<'_>) -> bool {
    line.is_faulty()
        || line.kind() == LineKind::Scope
        || matches!(line.tail(), Some((Tail::Ignored, _)))
}

/// The line without the comment behind its words.
fn text_of(placed: &Placed<'_>, indent: Indent) -> Vec<u8> {
    let line = &placed.line;
    if is_verbatim(line) {
        return line.bytes().to_vec();
    }
    let mut text = indent.bytes(placed.level);
    if line.kind() == LineKind::Comment {
        text.extend_from_slice(comment_of(line).unwrap_or_default());
        return text;
    }
    let mut words = line.words().peekable();
    while let Some(word) = words.next() {
        text.extend_from_slice(word.raw());
        if words.peek().is_some() {
            text.push(gap_behind(line, &word));
        }
    }
    text
}

/// The comment without blanks at its end.
fn comment_of<'a>(line: &Line<'a>) -> Option<&'a [u8]> {
    let comment = line.comment()?;
    let length = comment.iter().rposition(|byte| !is_blank(*byte))? + 1;
    comment.get(..length)
}

/// What separates a word from what follows it: a blank, unless a backslash before it would take it
/// into the word.
fn gap_behind(line: &Line<'_>, word: &Word<'_>) -> u8 {
    let first = line.bytes().get(word.range().end).copied();
    match first {
        Some(first) if word.raw().ends_with(b"\\") && is_blank(first) => first,
        _ => b' ',
    }
}
