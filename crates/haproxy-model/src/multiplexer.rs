//! The protocols that HAProxy can be told to speak on a connection.

use crate::language::Directive;

/// What multiplexes the streams of a connection, as `proto` names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Directive)]
#[non_exhaustive]
pub enum Multiplexer {
    /// HTTP/1.
    #[keyword("h1")]
    Http1,
    /// HTTP/2.
    #[keyword("h2")]
    Http2,
    /// `FastCGI`, to servers.
    #[keyword("fcgi")]
    FastCgi,
    /// Bytes as they are.
    #[keyword("none")]
    None,
    /// HTTP/3.
    #[keyword("quic", since = "2.6")]
    Quic,
    /// The protocol of agents, to servers.
    #[keyword("spop", since = "3.1")]
    Spop,
    /// The streams of QUIC over TCP.
    #[keyword("qmux", since = "3.4")]
    Qmux,
}

impl Multiplexer {
    /// As it is written.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Http1 => "h1",
            Self::Http2 => "h2",
            Self::FastCgi => "fcgi",
            Self::None => "none",
            Self::Quic => "quic",
            Self::Spop => "spop",
            Self::Qmux => "qmux",
        }
    }
}
