use crate::language::Directive;
use crate::quic::CongestionAlgorithm;
use crate::value::Choice;

/// How a listener does QUIC.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum QuicParameter {
    /// The algorithm of congestion control.
    #[keyword("quic-cc-algo", json = "(quic-cc-algo)", since = "2.8")]
    CongestionControl(Choice<CongestionAlgorithm>),
    /// Makes each client prove its address first.
    #[keyword("quic-force-retry", json = "quic-force-retry = true", since = "2.6")]
    ForceRetry,
    /// Whether connections have sockets of their own.
    #[keyword("quic-socket", json = "quic-socket", since = "3.0")]
    Socket(Choice<QuicSocket>),
}

/// Whether connections of QUIC have sockets of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Directive)]
pub enum QuicSocket {
    /// They do.
    #[keyword("connection")]
    Connection,
    /// They share the listener's.
    #[keyword("listener")]
    Listener,
}
