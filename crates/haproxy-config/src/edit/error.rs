use haproxy_model::section_kind::SectionKind;

use super::SectionSelector;
use crate::language::QuoteError;

/// An edit that cannot be done; the document is as it was.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum EditError {
    /// A statement needs a first word that is not empty.
    #[error("a statement needs at least a keyword")]
    Empty,
    /// A word holds what HAProxy cannot represent.
    #[error("word {index} cannot be written: {source}")]
    Unrepresentable {
        /// The word's index, counted from 0.
        index: usize,
        /// Why not.
        source: QuoteError,
    },
    /// The text is not exactly one statement.
    #[error("'{text}' is not one statement: {reason}")]
    NotAStatement {
        /// The text.
        text: String,
        /// What it is instead.
        reason: String,
    },
    /// The words would start a section, or be a conditional line, instead of being a statement.
    #[error("'{keyword}' cannot be the keyword of a statement here")]
    Misplaced {
        /// The first word.
        keyword: String,
    },
    /// The section has no statement at this line index.
    #[error("no statement at line index {index} of the section ({lines} lines)")]
    NoSuchStatement {
        /// The index that was asked for; the line that starts the section is 0.
        index: usize,
        /// The number of lines of the section.
        lines: usize,
    },
    /// The document has no such section.
    #[error("no section '{kind}{}'", name.as_ref().map(|name| format!(" {name}")).unwrap_or_default())]
    NoSuchSection {
        /// The kind of section.
        kind: SectionKind,
        /// Its name.
        name: Option<String>,
    },
    /// More than one section could be meant.
    #[error("more than one section '{selector}', at lines {}", list(lines))]
    AmbiguousSection {
        /// What was looked for.
        selector: SectionSelector,
        /// The numbers of the lines that start them.
        lines: Vec<usize>,
    },
    /// The document has such a section already.
    #[error("section '{kind} {name}' exists already")]
    DuplicateSection {
        /// The kind of section.
        kind: SectionKind,
        /// Its name.
        name: String,
    },
    /// Sections of this kind are named.
    #[error("a section '{kind}' needs a name")]
    MissingName {
        /// The kind of section.
        kind: SectionKind,
    },
    /// Sections of this kind have no name.
    #[error("a section '{kind}' takes no name")]
    UnexpectedName {
        /// The kind of section.
        kind: SectionKind,
    },
    /// A section of this kind would not be read as one of this name.
    #[error("'{kind} {name}' would be a section without a name")]
    ReservedName {
        /// The kind of section.
        kind: SectionKind,
        /// The name.
        name: String,
    },
    /// The edit would move statements into or out of a conditional block.
    #[error("the conditional line {line} stands in the way: statements cannot cross it")]
    CrossesBlock {
        /// The number of the conditional line in the document.
        line: usize,
    },
    /// More than one statement could be meant.
    #[error("'{keyword}' stands more than once, at lines {}", list(lines))]
    Ambiguous {
        /// The words that were looked for.
        keyword: String,
        /// The numbers of the lines in the document.
        lines: Vec<usize>,
    },
    /// No statement starts with these words.
    #[error("no statement '{keyword}' in the section")]
    NotFound {
        /// The words that were looked for.
        keyword: String,
    },
    /// The section has a statement of this name already.
    #[error("'{statement}' exists already, at line {line}")]
    Exists {
        /// Its keyword and its name.
        statement: String,
        /// The number of its line in the document.
        line: usize,
    },
    /// A comment holds a line feed, a carriage return or a NUL.
    #[error("a comment cannot hold a line break or a NUL")]
    InvalidComment,
}

fn list(lines: &[usize]) -> String {
    let lines: Vec<String> = lines.iter().map(usize::to_string).collect();
    lines.join(", ")
}
