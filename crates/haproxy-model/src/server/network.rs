use super::Source;
use crate::language::Directive;
use crate::value::{Address, Duration, Text};

/// Where connections to a server start and which way they go.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum NetworkParameter {
    /// Where connections start.
    #[keyword("source", json = "source: raw", runtime)]
    Source(Box<Source>),
    /// The network namespace to connect from.
    #[keyword("namespace", json = "namespace")]
    Namespace(Text),
    /// The SOCKS4 proxy to connect through, with its port.
    #[keyword("socks4", json = "socks4: text")]
    Socks4(#[arg(address = "socks")] Address),
    /// The system's algorithm of congestion control.
    #[keyword("cc", json = "cc", since = "3.4")]
    CongestionControl(Text),
    /// A password that signs each packet.
    #[keyword("tcp-md5sig", json = "tcp_md5sig", since = "3.4")]
    TcpMd5Signature(Text),
    /// How long sent data may stay unacknowledged before the connection is dropped.
    #[keyword("tcp-ut", json = "tcp_ut")]
    TcpUserTimeout(Duration),
    /// Sends data with the first packet of a connection.
    #[keyword("tfo", json = "tfo", runtime)]
    TcpFastOpen,
    /// Sends no data before the connection is established.
    #[keyword("no-tfo", json = "tfo = disabled", negates = "tfo", runtime)]
    NoTcpFastOpen,
}
