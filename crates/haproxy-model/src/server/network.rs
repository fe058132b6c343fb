use super::Source;
use crate::language::Directive;
use crate::value::{Address, Duration, Text};

/// Where connections to a server start and which way they go.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum NetworkParameter {
    /// Where connections start.
    #[keyword("source", runtime)]
    Source(Box<Source>),
    /// The network namespace to connect from.
    #[keyword("namespace")]
    Namespace(Text),
    /// The SOCKS4 proxy to connect through, with its port.
    #[keyword("socks4")]
    Socks4(Address),
    /// The system's algorithm of congestion control.
    #[keyword("cc", since = "3.4")]
    CongestionControl(Text),
    /// A password that signs each packet.
    #[keyword("tcp-md5sig", since = "3.4")]
    TcpMd5Signature(Text),
    /// How long sent data may stay unacknowledged before the connection is dropped.
    #[keyword("tcp-ut")]
    TcpUserTimeout(Duration),
    /// Sends data with the first packet of a connection.
    #[keyword("tfo", runtime)]
    TcpFastOpen,
    /// Sends no data before the connection is established.
    #[keyword("no-tfo", runtime)]
    NoTcpFastOpen,
}
