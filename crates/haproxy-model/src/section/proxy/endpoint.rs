use super::FrontendCertificate;
use crate::bind::Bind;
use crate::language::Directive;
use crate::section::{Backend, Defaults, Frontend, Listen};
use crate::server::{DefaultServer, Server, ServerTemplate};

/// Where connections come from, and where they go.
#[derive(Debug, Clone, PartialEq, Directive)]
#[directive(
    sections("listen", "backend"),
    accessors(Defaults, Frontend, Backend, Listen)
)]
#[non_exhaustive]
pub enum EndpointKeyword {
    /// A server that requests or connections are sent to.
    #[keyword("server", multiple = "servers")]
    Server(Server),
    /// The parameters that the servers after it start from.
    #[keyword(
        "default-server",
        multiple = "default_servers",
        sections("defaults", "listen", "backend")
    )]
    DefaultServer(DefaultServer),
    /// Several servers at once, which differ in their number.
    #[keyword("server-template", multiple = "server_templates")]
    ServerTemplate(Box<ServerTemplate>),
    /// Addresses that connections are accepted on.
    #[keyword("bind", multiple = "binds", sections("frontend", "listen"))]
    Bind(Bind),
    /// A certificate that all listeners with TLS show.
    #[keyword(
        "ssl-f-use",
        since = "3.2",
        multiple = "ssl_f_use",
        sections("frontend", "listen")
    )]
    SslFUse(FrontendCertificate),
}
