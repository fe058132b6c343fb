use std::ops::Range;

use crate::check::Rule;

/// What a rule finds in a statement.
#[derive(Debug, Clone)]
pub(super) struct Finding {
    pub(super) rule: &'static Rule,
    /// The index of the word.
    pub(super) word: usize,
    /// The bytes in it.
    pub(super) range: Range<usize>,
    pub(super) message: String,
    pub(super) help: Option<String>,
}
