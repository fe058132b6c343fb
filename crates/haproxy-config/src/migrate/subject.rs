use super::change::Rewrite;
use super::note::{Note, NoteKind};
use crate::document::Line;
use crate::edit::RawStatement;

/// What notes are about.
pub(super) struct Subject {
    /// The keyword.
    pub(super) keyword: &'static str,
    /// What is known of it, as the start of a sentence.
    pub(super) fact: String,
    /// Whether the version refuses it.
    pub(super) is_removed: bool,
}

impl Subject {
    /// The note of a line that stays.
    pub(super) fn left(
        &self,
        file: usize,
        line: &Line<'_>,
        reason: &str,
        help: Option<String>,
    ) -> Note {
        let kind = if self.is_removed {
            NoteKind::Left
        } else {
            NoteKind::Deprecated
        };
        let message = if reason.is_empty() {
            self.fact.clone()
        } else {
            left(&self.fact, reason)
        };
        self.note(file, line, kind, message, help, Vec::new())
    }

    /// The note of a line that these statements take the place of.
    pub(super) fn rewritten(
        &self,
        file: usize,
        line: &Line<'_>,
        rewrite: &Rewrite,
        statements: &[RawStatement],
    ) -> Note {
        let kind = if rewrite.review.is_some() {
            NoteKind::Review
        } else {
            NoteKind::Rewritten
        };
        let message = format!("{}: {}", self.fact, rewrite.message);
        let after = statements.iter().map(RawStatement::to_string).collect();
        self.note(file, line, kind, message, rewrite.review.clone(), after)
    }

    fn note(
        &self,
        file: usize,
        line: &Line<'_>,
        kind: NoteKind,
        message: String,
        help: Option<String>,
        after: Vec<String>,
    ) -> Note {
        Note {
            file,
            line: line.number(),
            keyword: self.keyword.to_owned(),
            kind,
            message,
            help,
            before: String::from_utf8_lossy(line.bytes()).trim().to_owned(),
            after,
        }
    }
}

/// What is told of a statement that stays.
pub(super) fn left(fact: &str, reason: &str) -> String {
    format!("{fact}; it stays as it is: {reason}")
}
