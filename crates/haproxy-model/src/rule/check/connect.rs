use crate::language::Directive;
use crate::multiplexer::Multiplexer;
use crate::rule::Computed;
use crate::value::{Address, Choice, Port, Text};

/// How a check connects to a server.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum ConnectParameter {
    /// Takes what the server's line says where nothing else is said here.
    #[keyword("default", json = "default = true")]
    Default,
    /// The port; the server's where nothing says it.
    #[keyword("port", json = "(port: integer / port_string: raw)")]
    Port(Computed<Port>),
    /// The address; the server's where nothing says it.
    #[keyword("addr", json = "addr: text")]
    Addr(#[arg(address = "check-connection")] Address),
    /// Starts with a header of the PROXY protocol.
    #[keyword("send-proxy", json = "send_proxy = true")]
    SendProxy,
    /// Goes through the server's SOCKS4 proxy.
    #[keyword("via-socks4", json = "via_socks4 = true")]
    ViaSocks4,
    /// Speaks TLS.
    #[keyword("ssl", json = "ssl = true")]
    Ssl,
    /// The name to ask for in TLS.
    #[keyword("sni", json = "sni")]
    Sni(Text),
    /// The protocols to offer in TLS, with commas between them.
    #[keyword("alpn", json = "alpn")]
    Alpn(Text),
    /// Closes the connection in order, not by a reset.
    #[keyword("linger", json = "linger = true")]
    Linger,
    /// The protocol to speak, whatever was negotiated.
    #[keyword("proto", json = "proto")]
    Proto(Choice<Multiplexer>),
    /// What logs say where the step fails.
    #[keyword("comment", json = "check_comment")]
    Comment(Text),
}
