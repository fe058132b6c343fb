//! Rules for connections and streams of bytes.

mod connection;
mod content;
mod response;
mod session;

pub use connection::{TcpRequestConnectionAction, TcpRequestConnectionRule};
pub use content::{TcpRequestContentAction, TcpRequestContentRule};
pub use response::{TcpResponseContentAction, TcpResponseContentRule};
pub use session::{TcpRequestSessionAction, TcpRequestSessionRule};

use crate::language::Directive;
use crate::value::Duration;

/// A rule for what comes from clients.
#[derive(Debug, Clone, PartialEq, Directive)]
#[directive(sections("defaults", "frontend", "listen"))]
#[non_exhaustive]
pub enum TcpRequestRule {
    /// A rule for connections, before anything is read from them.
    #[keyword(
        "tcp-request connection",
        named_defaults, refused_elsewhere,
        stage = "tcp-request-connection",
        phase = Connection,
        json = "tcp_request_rule_list[type=connection](action)",
        repeated
    )]
    Connection(TcpRequestConnectionRule),
    /// A rule for connections once their handshakes are done.
    #[keyword(
        "tcp-request session",
        named_defaults, refused_elsewhere,
        stage = "tcp-request-session",
        phase = Session,
        json = "tcp_request_rule_list[type=session](action)",
        repeated
    )]
    Session(TcpRequestSessionRule),
    /// A rule for the bytes that a client sends.
    #[keyword(
        "tcp-request content",
        named_defaults,
        stage = "tcp-request-content",
        phase = Content,
        json = "tcp_request_rule_list[type=content](action)",
        repeated,
        sections("defaults", "frontend", "listen", "backend")
    )]
    Content(TcpRequestContentRule),
    /// How long the rules wait for bytes of the client.
    #[keyword(
        "tcp-request inspect-delay", named_defaults, ignores_rest, phase = Content,
        json = "tcp_request_rule_list[type=inspect-delay](timeout)",
        sections("defaults", "frontend", "listen", "backend")
    )]
    InspectDelay(Duration),
}

/// A rule for what comes from servers.
#[derive(Debug, Clone, PartialEq, Directive)]
#[directive(sections("defaults", "listen", "backend"))]
#[non_exhaustive]
pub enum TcpResponseRule {
    /// A rule for the bytes that a server sends.
    #[keyword(
        "tcp-response content",
        named_defaults, refused_elsewhere,
        stage = "tcp-response",
        phase = Response,
        json = "tcp_response_rule_list[type=content](action)",
        repeated
    )]
    Content(TcpResponseContentRule),
    /// How long the rules wait for bytes of the server.
    #[keyword(
        "tcp-response inspect-delay", named_defaults, refused_elsewhere, ignores_rest, phase = Response,
        json = "tcp_response_rule_list[type=inspect-delay](timeout)"
    )]
    InspectDelay(Duration),
}
