use crate::language::Directive;
use crate::value::Expression;

/// Where a connection is taken to come from.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum SourceAction {
    /// Sets the client's address.
    #[keyword("set-src")]
    SetSrc(Expression),
    /// Sets the client's port.
    #[keyword("set-src-port")]
    SetSrcPort(Expression),
}

/// Where a connection is taken to lead to.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum DestinationAction {
    /// Sets the address that the client connected to.
    #[keyword("set-dst")]
    SetDst(Expression),
    /// Sets the port that the client connected to.
    #[keyword("set-dst-port")]
    SetDstPort(Expression),
}
