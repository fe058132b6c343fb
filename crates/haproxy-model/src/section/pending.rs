//! What is defined elsewhere.

use crate::language::Directive;
use crate::value::Text;

/// The arguments of a table.
#[derive(Debug, Clone, PartialEq, Directive)]
pub struct StickTable {
    /// The words.
    pub words: Vec<Text>,
}

/// A rule of a health check.
#[derive(Debug, Clone, PartialEq, Directive)]
pub struct CheckRule {
    /// The words.
    pub words: Vec<Text>,
}
