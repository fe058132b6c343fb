use crate::language::Directive;

/// The verdict on a connection.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum AccessAction {
    /// Goes on, past the other rules of the section.
    #[keyword("accept", ends_rules)]
    Accept,
    /// Closes the connection.
    #[keyword("reject", ends_rules)]
    Reject,
}
