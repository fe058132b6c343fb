use crate::language::Directive;
use crate::value::Expression;

/// Where a connection is taken to come from.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum SourceAction {
    /// Sets the client's address.
    #[keyword("set-src", stage = "http-request", json = "(expr: raw)")]
    SetSrc(Expression),
    /// Sets the client's port.
    #[keyword("set-src-port", stage = "http-request", json = "(expr: raw)")]
    SetSrcPort(Expression),
}

/// Where a connection is taken to lead to.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum DestinationAction {
    /// Sets the address that the client connected to.
    #[keyword("set-dst", stage = "http-request", json = "(expr: raw)")]
    SetDst(Expression),
    /// Sets the port that the client connected to.
    #[keyword("set-dst-port", stage = "http-request", json = "(expr: raw)")]
    SetDstPort(Expression),
}
