use crate::language::Directive;
use crate::multiplexer::Multiplexer;
use crate::value::{Choice, Duration, Leading, LeadingCount, LeadingInteger, Scalar};

/// What a listener does with connections.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum ConnectionParameter {
    /// Expects a header of the PROXY protocol that tells the client's address.
    #[keyword("accept-proxy", json = "accept_proxy = true")]
    AcceptProxy,
    /// Expects a header of `NetScaler`, which starts with this number, that tells the client's address.
    #[keyword("accept-netscaler-cip", json = "accept_netscaler_cip")]
    AcceptNetScaler(LeadingInteger),
    /// The most connections at a time; the frontend's limit where nothing says it.
    #[keyword("maxconn", json = "maxconn")]
    MaxConn(LeadingCount),
    /// The protocol of its connections: `h1`, `h2`, `quic`, `none`, …
    #[keyword("proto", json = "proto")]
    Protocol(Choice<Multiplexer>),
    /// How readily its connections give way to others, -1024 to 1024.
    #[keyword("nice", json = "nice")]
    Nice(Scalar<Leading<-1024, 1024>>),
    /// The time between two tests of an idle connection.
    #[keyword("idle-ping", json = "idle_ping", since = "3.2")]
    IdlePing(Duration),
    /// How many connections a reverse listener opens.
    #[keyword("nbconn", json = "nbconn", since = "3.0", experimental)]
    ConnectionCount(LeadingInteger),
}
