use crate::language::Directive;
use crate::value::{Duration, LeadingInteger, Text};

/// What a listener does with connections.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum ConnectionParameter {
    /// Expects a header of the PROXY protocol that tells the client's address.
    #[keyword("accept-proxy")]
    AcceptProxy,
    /// Expects a header of `NetScaler`, which starts with this number, that tells the client's address.
    #[keyword("accept-netscaler-cip")]
    AcceptNetScaler(LeadingInteger),
    /// The most connections at a time; the frontend's limit where nothing says it.
    #[keyword("maxconn")]
    MaxConn(LeadingInteger),
    /// The protocol of its connections: `h1`, `h2`, `quic`, `none`, …
    #[keyword("proto")]
    Protocol(Text),
    /// How readily its connections give way to others, -1024 to 1024.
    #[keyword("nice")]
    Nice(LeadingInteger),
    /// The time between two tests of an idle connection.
    #[keyword("idle-ping", since = "3.2")]
    IdlePing(Duration),
    /// How many connections a reverse listener opens.
    #[keyword("nbconn", since = "3.0", experimental)]
    ConnectionCount(LeadingInteger),
}
