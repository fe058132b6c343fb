use crate::language::Directive;
use crate::value::Text;

/// A target of logs.
#[derive(Debug, Clone, PartialEq, Eq, Directive)]
pub struct Log {
    /// Where they go.
    pub target: Text,
    /// How.
    pub parameters: Vec<Text>,
}
