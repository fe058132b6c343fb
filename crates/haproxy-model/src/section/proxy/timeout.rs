use crate::language::Directive;
use crate::section::{Backend, Defaults, Frontend, Listen};
use crate::value::Duration;

/// How long to wait for something.
#[derive(Debug, Clone, PartialEq, Directive)]
#[directive(
    sections("defaults", "listen", "backend"),
    accessors(Defaults, Frontend, Backend, Listen)
)]
#[non_exhaustive]
pub enum TimeoutKeyword {
    /// For the answer of a health check once its connection stands.
    #[keyword("timeout check", wants_unit = "3.2", json = "check_timeout")]
    TimeoutCheck(Duration),
    /// For a client that neither sends nor takes anything.
    #[keyword(
        "timeout client",
        wants_unit = "3.2",
        json = "client_timeout",
        sections("defaults", "frontend", "listen")
    )]
    TimeoutClient(Duration),
    /// For a client whose one direction is shut down; that of `timeout client` where no line says it.
    #[keyword(
        "timeout client-fin",
        wants_unit = "3.2",
        json = "client_fin_timeout",
        sections("defaults", "frontend", "listen")
    )]
    TimeoutClientFin(Duration),
    /// For a client to finish its handshake; that of `timeout client` where no line says it.
    #[keyword(
        "timeout client-hs",
        wants_unit = "3.2",
        since = "3.0",
        sections("defaults", "frontend", "listen")
    )]
    TimeoutClientHs(Duration),
    /// For a connection to a server.
    #[keyword("timeout connect", wants_unit = "3.2", json = "connect_timeout")]
    TimeoutConnect(Duration),
    /// For the next request on a connection that was kept; that of `timeout http-request` where no
    /// line says it.
    #[keyword(
        "timeout http-keep-alive",
        wants_unit = "3.2",
        json = "http_keep_alive_timeout",
        sections("defaults", "frontend", "listen", "backend")
    )]
    TimeoutHttpKeepAlive(Duration),
    /// For all headers of a request to arrive.
    #[keyword(
        "timeout http-request",
        wants_unit = "3.2",
        json = "http_request_timeout",
        sections("defaults", "frontend", "listen", "backend")
    )]
    TimeoutHttpRequest(Duration),
    /// For a connection to a server to become free; that of `timeout connect` where no line says it.
    #[keyword("timeout queue", wants_unit = "3.2", json = "queue_timeout")]
    TimeoutQueue(Duration),
    /// For a server that neither sends nor takes anything.
    #[keyword("timeout server", wants_unit = "3.2", json = "server_timeout")]
    TimeoutServer(Duration),
    /// For a server whose one direction is shut down; that of `timeout server` where no line says it.
    #[keyword("timeout server-fin", wants_unit = "3.2", json = "server_fin_timeout")]
    TimeoutServerFin(Duration),
    /// How long a client in the tarpit waits for its error; that of `timeout connect` where no line
    /// says it.
    #[keyword(
        "timeout tarpit",
        wants_unit = "3.2",
        json = "tarpit_timeout",
        sections("defaults", "frontend", "listen", "backend")
    )]
    TimeoutTarpit(Duration),
    /// For either side of a tunnel, such as a WebSocket, when nothing moves.
    #[keyword("timeout tunnel", wants_unit = "3.2", json = "tunnel_timeout")]
    TimeoutTunnel(Duration),
    /// How long a session cookie of the application was remembered.
    #[keyword("timeout appsession", removed = "1.6", instead = "stick on cookie(…)")]
    TimeoutAppsession(Duration),
    /// For a connection to a server.
    #[keyword(
        "contimeout",
        removed = "2.1",
        instead = "timeout connect",
        renamed,
        alias = "timeout contimeout"
    )]
    Contimeout(Duration),
    /// For a client that neither sends nor takes anything.
    #[keyword(
        "clitimeout",
        removed = "2.1",
        instead = "timeout client",
        renamed,
        alias = "timeout clitimeout",
        sections("defaults", "frontend", "listen")
    )]
    Clitimeout(Duration),
    /// For a server that neither sends nor takes anything.
    #[keyword(
        "srvtimeout",
        removed = "2.1",
        instead = "timeout server",
        renamed,
        alias = "timeout srvtimeout"
    )]
    Srvtimeout(Duration),
}

#[cfg(test)]
mod tests {
    use crate::section::Listen;
    use crate::testing::{section_prints_back, statements_fail};

    #[test]
    fn statements_read_and_print() {
        section_prints_back::<Listen>(
            "listen x
                timeout check 5s
                timeout client 5s
                timeout client-fin 5s
                timeout client-hs 5s
                timeout connect 5s
                timeout http-keep-alive 5s
                timeout http-request 5s
                timeout queue 5s
                timeout server 5s
                timeout server-fin 5s
                timeout tarpit 5s
                timeout tunnel 5s
                timeout appsession 5s
                timeout client ${T}
                contimeout 5000
                clitimeout 50000
                srvtimeout 1m",
        );
    }

    #[test]
    fn wrong_statements_say_why() {
        statements_fail::<Listen>(&[
            (
                "timeout client x",
                "timeout client <time>: expected a time such as 5s, found 'x'",
            ),
            (
                "no timeout client 5s",
                "expected a keyword that may stand behind 'no', found 'timeout client'",
            ),
        ]);
    }
}
