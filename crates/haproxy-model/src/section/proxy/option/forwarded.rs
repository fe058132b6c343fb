use crate::language::Directive;
use crate::value::{Expression, Network, Text};

/// How the client's address is passed on.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum ForwardforParameter {
    /// Not for clients of this network.
    #[keyword("except", json = "except")]
    Except(Network),
    /// In a header of this name; `X-Forwarded-For` where none is given.
    #[keyword("header", json = "header")]
    Header(Text),
    /// Only where the request does not have the header yet.
    #[keyword("if-none", json = "ifnone = true")]
    IfNone,
    /// A word that no keyword here explains.
    #[keyword(unknown)]
    Unknown(Text),
}

/// How the address that the client connected to is passed on.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum OriginaltoParameter {
    /// Not for addresses of this network.
    #[keyword("except", json = "except")]
    Except(Network),
    /// In a header of this name; `X-Original-To` where none is given.
    #[keyword("header", json = "header")]
    Header(Text),
    /// A word that no keyword here explains.
    #[keyword(unknown)]
    Unknown(Text),
}

/// What a `Forwarded` header says; `proto` and `for` where nothing is given.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum ForwardedParameter {
    /// The protocol, `http` or `https`.
    #[keyword("proto")]
    Proto,
    /// The `Host` header.
    #[keyword("host")]
    Host,
    /// This as the host.
    #[keyword("host-expr")]
    HostExpr(Expression),
    /// The address that the client connected to.
    #[keyword("by")]
    By,
    /// This as the address that the client connected to.
    #[keyword("by-expr")]
    ByExpr(Expression),
    /// The port that the client connected to.
    #[keyword("by_port")]
    ByPort,
    /// This as the port that the client connected to.
    #[keyword("by_port-expr")]
    ByPortExpr(Expression),
    /// The client's address.
    #[keyword("for")]
    For,
    /// This as the client's address.
    #[keyword("for-expr")]
    ForExpr(Expression),
    /// The client's port.
    #[keyword("for_port")]
    ForPort,
    /// This as the client's port.
    #[keyword("for_port-expr")]
    ForPortExpr(Expression),
    /// A word that no keyword here explains.
    #[keyword(unknown)]
    Unknown(Text),
}

/// What a line of the log looks like.
#[derive(Debug, Clone, PartialEq, Eq, Default, Directive)]
pub struct LogStyle {
    /// As the common log format of web servers has it; of `tcplog`, since 3.2.
    #[arg(word = "clf")]
    pub clf: bool,
}

/// Where small buffers are used; everywhere where nothing is given.
#[derive(Debug, Clone, PartialEq, Eq, Directive)]
#[non_exhaustive]
pub enum SmallBuffers {
    /// For requests in a queue.
    #[keyword("queue", json = "queue = true")]
    Queue,
    /// For requests that may be tried again.
    #[keyword("l7-retries", json = "l7_retries = true")]
    L7Retries,
    /// For health checks.
    #[keyword("check", json = "check = true")]
    Check,
    /// A word that no keyword here explains.
    #[keyword(unknown)]
    Unknown(Text),
}
