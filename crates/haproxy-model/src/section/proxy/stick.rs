use crate::language::Directive;
use crate::value::{Condition, Expression, Text};

/// What a client's server is looked up or noted by.
#[derive(Debug, Clone, PartialEq, Directive)]
pub struct StickRule {
    /// The key in the table.
    pub key: Expression,
    /// The table; that of the section where none is given. One of a peers section is
    /// `section/table`.
    #[arg(keyword = "table")]
    pub table: Option<Text>,
    /// When the rule applies; always where nothing is given.
    pub condition: Option<Condition>,
}
