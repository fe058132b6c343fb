use crate::edit::EditError;
use crate::language::QuoteError;

/// A model that a document cannot be made to mean.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ReconcileError {
    /// The change would move statements into or out of a conditional block.
    #[error(
        "the conditional line {line} stands in the way: the change cannot be made without crossing it"
    )]
    CrossesBlock {
        /// The file's index; 0 where there is one document.
        file: usize,
        /// The number of the conditional line in its file.
        line: usize,
    },
    /// A value holds what HAProxy cannot represent.
    #[error("'{statement}' cannot be written: {source}")]
    Unrepresentable {
        /// The words of the statement.
        statement: String,
        /// Why not.
        source: QuoteError,
    },
    /// The words of a statement make no line.
    #[error("'{statement}' cannot be written: {source}")]
    Unwritable {
        /// The words of the statement.
        statement: String,
        /// Why not.
        source: EditError,
    },
    /// A statement of the model means something else once it is written.
    #[error("'{statement}' reads back as something else")]
    Ambiguous {
        /// The words of the statement.
        statement: String,
    },
}
