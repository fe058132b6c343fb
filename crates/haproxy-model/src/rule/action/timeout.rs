use crate::language::Directive;
use crate::rule::Computed;
use crate::value::Duration;

/// The timeouts of a stream.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum TimeoutAction {
    /// Sets one of the stream's timeouts.
    #[keyword("set-timeout", stage = "anytime", json = "(timeout_type, timeout)")]
    SetTimeout {
        /// Which one.
        timeout: StreamTimeout,
        /// The new time; an expression gives milliseconds.
        period: Computed<Duration>,
    },
}

/// A timeout of a stream.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Directive)]
#[non_exhaustive]
pub enum StreamTimeout {
    /// How long the client may be silent.
    #[keyword("client", since = "3.0")]
    Client,
    /// How long connecting to the server may take.
    #[keyword("connect", since = "3.4")]
    Connect,
    /// How long a request may wait for a server.
    #[keyword("queue", since = "3.4")]
    Queue,
    /// How long the server may be silent.
    #[keyword("server")]
    Server,
    /// How long a request is held back by `tarpit`.
    #[keyword("tarpit", since = "3.4")]
    Tarpit,
    /// How long both sides may be silent in a tunnel.
    #[keyword("tunnel")]
    Tunnel,
}
