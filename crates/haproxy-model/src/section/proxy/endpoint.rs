use super::FrontendCertificate;
use crate::bind::Bind;
use crate::language::Directive;
use crate::section::{Backend, Defaults, Frontend, Listen};
use crate::server::{DefaultServer, Server, ServerParameter, ServerTemplate};

/// Where connections come from, and where they go.
#[derive(Debug, Clone, PartialEq, Directive)]
#[directive(
    sections("listen", "backend"),
    accessors(Defaults, Frontend, Backend, Listen)
)]
#[non_exhaustive]
pub enum EndpointKeyword {
    /// A server that requests or connections are sent to.
    #[keyword(
        "server", refused_elsewhere, phase = Server, ordered = "server",
        json = "servers[name](name, address: address)",
        multiple = "servers"
    )]
    Server(Server),
    /// The parameters that the servers after it start from.
    #[keyword(
        "default-server", refused_elsewhere, phase = DefaultServer, ordered = "server",
        json = "default_server",
        multiple = "default_servers",
        sections("defaults", "listen", "backend")
    )]
    DefaultServer(DefaultServer),
    /// Several servers at once, which differ in their number.
    #[keyword(
        "server-template", refused_elsewhere, phase = Server, ordered = "server",
        json = "server_templates[prefix](prefix, num_or_range, fqdn: address)",
        multiple = "server_templates"
    )]
    ServerTemplate(Box<ServerTemplate>),
    /// Addresses that connections are accepted on.
    #[keyword(
        "bind",
        json = "binds[name](address: listener)",
        multiple = "binds",
        sections("frontend", "listen")
    )]
    Bind(Bind),
    /// A certificate that all listeners with TLS show.
    #[keyword(
        "ssl-f-use",
        needs = "crt",
        json = "ssl_front_use_list[](_)",
        since = "3.2",
        multiple = "ssl_f_use",
        sections("frontend", "listen")
    )]
    SslFUse(FrontendCertificate),
}

impl EndpointKeyword {
    /// The parameters of servers that it gives: those of a server, of servers of a template, or those
    /// that servers start from.
    pub fn server_parameters(&self) -> Option<&[ServerParameter]> {
        match self {
            Self::Server(server) => Some(&server.parameters),
            Self::DefaultServer(default) => Some(&default.parameters),
            Self::ServerTemplate(template) => Some(&template.parameters),
            Self::Bind(_) | Self::SslFUse(_) => None,
        }
    }

    /// Whether it makes servers.
    pub const fn is_server(&self) -> bool {
        matches!(self, Self::Server(_) | Self::ServerTemplate(_))
    }
}

#[cfg(test)]
mod tests {
    use crate::section::Listen;
    use crate::testing::{section_prints_back, statements_fail};

    #[test]
    fn statements_read_and_print() {
        section_prints_back::<Listen>(
            "listen x
                bind :80,:81 name web
                bind /run/web.sock mode 600
                server s1 10.0.0.1:80 check inter 2s weight 10
                server s2 ${HOST}:80 backup
                default-server inter 5s
                server-template s 1-10 example.com:80 check
                server-template s 0-9 example.com:80
                ssl-f-use crt a.pem key a.key alpn h2 ssl-min-ver TLSv1.2 ocsp-update on",
        );
    }

    #[test]
    fn wrong_statements_say_why() {
        statements_fail::<Listen>(&[(
            "server s1",
            "server <address>: expected an address such as 10.0.0.1:80, found the end of the line",
        )]);
    }
}
