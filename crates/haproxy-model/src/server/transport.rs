use crate::language::Directive;
use crate::multiplexer::Multiplexer;
use crate::quic::CongestionAlgorithm;
use crate::value::{Choice, LeadingPositive};

/// The protocol spoken with a server.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum TransportParameter {
    /// The protocol of its connections: `h1`, `h2`, `fcgi`, `none`, …
    #[keyword("proto", json = "proto", runtime)]
    Protocol(Choice<Multiplexer>),
    /// The protocol of HTTP that web sockets use.
    #[keyword("ws", json = "ws", since = "2.6", runtime)]
    WebSockets(Choice<WebSocketProtocol>),
    /// How messages are told apart on a stream of logs.
    #[keyword("log-proto", json = "log_proto")]
    LogProtocol(Choice<LogProtocol>),
    /// The size of the buffer of its log messages, in bytes.
    #[keyword("log-bufsize", json = "log-bufsize", since = "3.0")]
    LogBufferSize(LeadingPositive),
    /// The algorithm of congestion control of QUIC.
    #[keyword("quic-cc-algo", json = "(quic-cc-algo)", since = "3.4")]
    QuicCongestionControl(Choice<CongestionAlgorithm>),
}

/// The protocol of HTTP that web sockets use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Directive)]
#[non_exhaustive]
pub enum WebSocketProtocol {
    /// That of the other requests, where web sockets work with it.
    #[keyword("auto")]
    Auto,
    /// HTTP/1.1.
    #[keyword("h1")]
    H1,
    /// HTTP/2.
    #[keyword("h2")]
    H2,
}

/// How messages are told apart on a stream of logs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Directive)]
#[non_exhaustive]
pub enum LogProtocol {
    /// By the character at their end; the default.
    #[keyword("legacy")]
    Legacy,
    /// By their length at their start.
    #[keyword("octet-count")]
    OctetCount,
}
