use crate::language::Directive;
use crate::value::{AclExpression, Name};

/// A condition with a name; several lines of one name are alternatives.
#[derive(Debug, Clone, PartialEq, Directive)]
pub struct AclDefinition {
    /// What conditions call it.
    pub name: Name,
    /// What is looked at, and what is looked for.
    pub criterion: AclExpression,
}
