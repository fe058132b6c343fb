use crate::language::Directive;
use crate::value::{Duration, LeadingInteger, Text};

/// What the system does with a listener's sockets.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum SocketParameter {
    /// How many connections may wait to be accepted; 0 is as many as the frontend says.
    #[keyword("backlog")]
    Backlog(LeadingInteger),
    /// The system's algorithm of congestion control.
    #[keyword("cc", since = "3.4")]
    CongestionControl(Text),
    /// Accepts a connection once it has sent data.
    #[keyword("defer-accept")]
    DeferAccept,
    /// The network interface to accept from.
    #[keyword("interface")]
    Interface(Text),
    /// The largest segment of TCP, or how much smaller than the client's it is.
    #[keyword("mss")]
    MaxSegmentSize(LeadingInteger),
    /// The network namespace to listen in.
    #[keyword("namespace")]
    Namespace(Text),
    /// A password that signs each packet.
    #[keyword("tcp-md5sig", since = "3.4")]
    TcpMd5Signature(Text),
    /// Which headers of a connection's first packet are kept: 0 none, 1 from IP, 2 from Ethernet.
    #[keyword("tcp-ss", since = "3.4")]
    TcpSaveSyn(LeadingInteger),
    /// How long sent data may stay unacknowledged before the connection is dropped.
    #[keyword("tcp-ut")]
    TcpUserTimeout(Duration),
    /// Accepts data with the first packet of a connection.
    #[keyword("tfo")]
    TcpFastOpen,
    /// Accepts connections to addresses that are not the machine's.
    #[keyword("transparent")]
    Transparent,
    /// Accepts IPv4 on IPv6's wildcard address, too.
    #[keyword("v4v6")]
    V4V6,
    /// Accepts only IPv6 on its wildcard address.
    #[keyword("v6only")]
    V6Only,
}
