use crate::language::Directive;
use crate::rule::{AnyBase, Computed};
use crate::value::Scalar;

/// A number that packets are marked with.
pub type Mark = Scalar<AnyBase>;

/// How packets to the client are marked.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum MarkAction {
    /// Sets the firewall mark of packets to the client.
    #[keyword(
        "set-fc-mark",
        stage = "http-request",
        json = "(expr: raw)",
        since = "3.0"
    )]
    SetFcMark(Computed<Mark>),
    /// Sets the type of service of packets to the client.
    #[keyword(
        "set-fc-tos",
        stage = "http-request",
        json = "(expr: raw)",
        since = "3.0"
    )]
    SetFcTos(Computed<Mark>),
    /// Sets the firewall mark of packets to the client.
    #[keyword(
        "set-mark",
        stage = "http-request",
        json = "(mark_value: text)",
        deprecated = "3.0",
        instead = "set-fc-mark",
        renamed
    )]
    SetMark(Computed<Mark>),
    /// Sets the type of service of packets to the client.
    #[keyword(
        "set-tos",
        stage = "http-request",
        json = "(tos_value: text)",
        deprecated = "3.0",
        instead = "set-fc-tos",
        renamed
    )]
    SetTos(Computed<Mark>),
}

/// How packets to the server are marked.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum BackendMarkAction {
    /// Sets the firewall mark of packets to the server.
    #[keyword(
        "set-bc-mark",
        stage = "http-request",
        json = "(expr: raw)",
        since = "3.0"
    )]
    SetBcMark(Computed<Mark>),
    /// Sets the type of service of packets to the server.
    #[keyword(
        "set-bc-tos",
        stage = "http-request",
        json = "(expr: raw)",
        since = "3.0"
    )]
    SetBcTos(Computed<Mark>),
}
