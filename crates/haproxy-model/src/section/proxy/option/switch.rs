use crate::language::Directive;
use crate::section::{Backend, Defaults, Frontend, Listen};

/// An option that is on or off.
#[derive(Debug, Clone, PartialEq, Directive)]
#[directive(
    sections("defaults", "frontend", "listen", "backend"),
    accessors(Defaults, Frontend, Backend, Listen)
)]
#[non_exhaustive]
pub enum SwitchOption {
    /// Stops working on a request whose client has closed its side.
    #[keyword("option abortonclose", json = "abortonclose", no, default)]
    Abortonclose,
    /// Uses all backup servers at once, not just the first.
    #[keyword(
        "option allbackups",
        json = "allbackups",
        no,
        default,
        sections("defaults", "listen", "backend")
    )]
    Allbackups,
    /// Blocks answers that caches would keep with a cookie in them.
    #[keyword(
        "option checkcache",
        json = "checkcache",
        no,
        default,
        sections("defaults", "listen", "backend")
    )]
    Checkcache,
    /// Sends TCP keep-alives to clients.
    #[keyword(
        "option clitcpka",
        json = "clitcpka",
        no,
        default,
        sections("defaults", "frontend", "listen")
    )]
    Clitcpka,
    /// Updates counters while a stream lasts, not just at its end.
    #[keyword(
        "option contstats",
        json = "contstats",
        no,
        default,
        sections("defaults", "frontend", "listen")
    )]
    Contstats,
    /// Logs only what did not go well.
    #[keyword(
        "option dontlog-normal",
        json = "dontlog_normal",
        no,
        default,
        sections("defaults", "frontend", "listen")
    )]
    DontlogNormal,
    /// Does not log connections that carried nothing.
    #[keyword(
        "option dontlognull",
        json = "dontlognull",
        no,
        default,
        sections("defaults", "frontend", "listen")
    )]
    Dontlognull,
    /// Keeps the two directions of a stream apart when it comes to timeouts.
    #[keyword(
        "option independent-streams",
        json = "independent_streams",
        no,
        default
    )]
    IndependentStreams,
    /// The name of that option in early versions.
    #[keyword(
        "option independant-streams",
        no,
        default,
        removed = "2.4",
        instead = "option independent-streams",
        renamed
    )]
    IndependantStreams,
    /// Logs every change of a health check's result.
    #[keyword(
        "option log-health-checks",
        json = "log_health_checks",
        no,
        default,
        sections("defaults", "listen", "backend")
    )]
    LogHealthChecks,
    /// Logs what failed at the level `err`.
    #[keyword(
        "option log-separate-errors",
        json = "log_separate_errors",
        no,
        default,
        sections("defaults", "frontend", "listen")
    )]
    LogSeparateErrors,
    /// Logs a stream as soon as the server answers.
    #[keyword(
        "option logasap",
        json = "logasap",
        no,
        default,
        sections("defaults", "frontend", "listen")
    )]
    Logasap,
    /// Frees closed connections at once, losing what is still on its way.
    #[keyword("option nolinger", json = "nolinger", no, default)]
    Nolinger,
    /// Sends a request to the server its cookie names even if that is down.
    #[keyword(
        "option persist",
        json = "persist",
        no,
        default,
        sections("defaults", "listen", "backend")
    )]
    Persist,
    /// Prefers the server that the client's last request went to.
    #[keyword(
        "option prefer-last-server",
        json = "prefer_last_server",
        no,
        default,
        sections("defaults", "listen", "backend")
    )]
    PreferLastServer,
    /// Counts what each socket does.
    #[keyword(
        "option socket-stats",
        json = "socket_stats",
        no,
        default,
        sections("defaults", "frontend", "listen")
    )]
    SocketStats,
    /// Lets the kernel forward data where that pays, both ways.
    #[keyword("option splice-auto", json = "splice_auto", no, default)]
    SpliceAuto,
    /// Lets the kernel forward data from clients to servers.
    #[keyword("option splice-request", json = "splice_request", no, default)]
    SpliceRequest,
    /// Lets the kernel forward data from servers to clients.
    #[keyword("option splice-response", json = "splice_response", no, default)]
    SpliceResponse,
    /// Sends TCP keep-alives to servers.
    #[keyword(
        "option srvtcpka",
        json = "srvtcpka",
        no,
        default,
        sections("defaults", "listen", "backend")
    )]
    Srvtcpka,
    /// Saves a packet where a connection is accepted; what HTTP does anyway.
    #[keyword(
        "option tcp-smart-accept",
        json = "tcp_smart_accept",
        no,
        default,
        sections("defaults", "frontend", "listen")
    )]
    TcpSmartAccept,
    /// Saves a packet where a connection to a server is made.
    #[keyword(
        "option tcp-smart-connect",
        json = "tcp_smart_connect",
        no,
        default,
        sections("defaults", "listen", "backend")
    )]
    TcpSmartConnect,
    /// Sends TCP keep-alives to both sides.
    #[keyword("option tcpka", json = "tcpka")]
    Tcpka,
    /// Forwards what no cookie claims to the address that the client wanted.
    #[keyword(
        "option transparent",
        json = "transparent",
        no,
        default,
        deprecated = "3.3",
        instead = "server with the address 0.0.0.0",
        sections("defaults", "listen", "backend")
    )]
    TransparentOption,
    /// Lets a program check servers.
    #[keyword(
        "option external-check",
        json = "external_check",
        sections("defaults", "listen", "backend")
    )]
    ExternalCheckOption,
}

#[cfg(test)]
mod tests {
    use crate::section::Listen;
    use crate::testing::{section_prints_back, statements_fail};

    #[test]
    fn statements_read_and_print() {
        section_prints_back::<Listen>(
            "listen x
                option abortonclose
                no option persist
                default option splice-auto
                option tcpka
                option external-check",
        );
    }

    #[test]
    fn wrong_statements_say_why() {
        statements_fail::<Listen>(&[(
            "no option tcpka",
            "expected a keyword that may stand behind 'no', found 'option tcpka'",
        )]);
    }
}
