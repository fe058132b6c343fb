use crate::language::Directive;
use crate::value::{Duration, Leading, LeadingCount, LeadingInteger, Scalar, Text};

/// What the system does with a listener's sockets.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum SocketParameter {
    /// How many connections may wait to be accepted; 0 is as many as the frontend says.
    #[keyword("backlog", json = "backlog: text")]
    Backlog(LeadingCount),
    /// The system's algorithm of congestion control.
    #[keyword("cc", json = "cc", since = "3.4")]
    CongestionControl(Text),
    /// Accepts a connection once it has sent data.
    #[keyword("defer-accept", json = "defer_accept = true")]
    DeferAccept,
    /// The network interface to accept from.
    #[keyword("interface", json = "interface")]
    Interface(Text),
    /// The largest segment of TCP, or how much smaller than the client's it is.
    #[keyword("mss", json = "mss: text")]
    MaxSegmentSize(Scalar<Leading<-65535, 65535>>),
    /// The network namespace to listen in.
    #[keyword("namespace", json = "namespace")]
    Namespace(Text),
    /// A password that signs each packet.
    #[keyword("tcp-md5sig", json = "tcp_md5sig", since = "3.4")]
    TcpMd5Signature(Text),
    /// Which headers of a connection's first packet are kept: 0 none, 1 from IP, 2 from Ethernet.
    #[keyword("tcp-ss", json = "tcp_ss", since = "3.4")]
    TcpSaveSyn(LeadingInteger),
    /// How long sent data may stay unacknowledged before the connection is dropped.
    #[keyword("tcp-ut", json = "tcp_user_timeout")]
    TcpUserTimeout(Duration),
    /// Accepts data with the first packet of a connection.
    #[keyword("tfo", json = "tfo = true")]
    TcpFastOpen,
    /// Accepts connections to addresses that are not the machine's.
    #[keyword("transparent", json = "transparent = true")]
    Transparent,
    /// Accepts IPv4 on IPv6's wildcard address, too.
    #[keyword("v4v6", json = "v4v6 = true")]
    V4V6,
    /// Accepts only IPv6 on its wildcard address.
    #[keyword("v6only", json = "v6only = true")]
    V6Only,
}
