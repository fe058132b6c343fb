use super::{LoadServerState, Mode, ServerStateFile};
use crate::language::Directive;
use crate::section::{Backend, Defaults, Frontend, Listen};
use crate::server::Source;
use crate::value::{
    Address, Choice, Condition, DurationSeconds, LeadingInteger, LeadingPositive, Name, Text,
};

/// What a proxy is, what it may use, and where it passes things on.
#[derive(Debug, Clone, PartialEq, Directive)]
#[directive(
    sections("defaults", "frontend", "listen", "backend"),
    accessors(Defaults, Frontend, Backend, Listen)
)]
#[non_exhaustive]
pub enum GeneralKeyword {
    /// What is spoken; `tcp` where no line says it.
    #[keyword("mode", json = "mode")]
    Mode(Choice<Mode>),
    /// Runs the proxy where the defaults do not.
    #[keyword("enabled", json = "enabled = true")]
    Enabled,
    /// Does not run the proxy.
    #[keyword("disabled", json = "disabled = true")]
    Disabled,
    /// A number by which SNMP and the statistics know the proxy.
    #[keyword("id", json = "id: integer", sections("frontend", "listen", "backend"))]
    Id(LeadingPositive),
    /// A name by which statistics know the proxy for good.
    #[keyword(
        "guid",
        ignores_rest,
        json = "guid",
        since = "3.0",
        sections("frontend", "listen", "backend")
    )]
    Guid(Name),
    /// What the page of statistics says of the proxy.
    #[keyword(
        "description",
        json = "description: sentence",
        sections("frontend", "listen", "backend")
    )]
    Description(Vec<Text>),
    /// The backend of what no `use_backend` claims.
    #[keyword(
        "default_backend", phase = Fallback,
        json = "default_backend",
        sections("defaults", "frontend", "listen")
    )]
    DefaultBackend(#[arg(refers = "backend")] Name),
    /// How many connections there may be at a time; 0 for as many as the process may have.
    #[keyword(
        "maxconn",
        json = "maxconn",
        set = "frontend-maxconn",
        sections("defaults", "frontend", "listen")
    )]
    Maxconn(LeadingInteger),
    /// How many connections may wait in the system to be accepted; as many as `maxconn` where no
    /// line says it.
    #[keyword(
        "backlog",
        json = "backlog",
        sections("defaults", "frontend", "listen")
    )]
    Backlog(LeadingInteger),
    /// How many sessions are accepted in a second; 0 for no limit.
    #[keyword(
        "rate-limit sessions",
        ignores_rest,
        sections("defaults", "frontend", "listen")
    )]
    RateLimitSessions(LeadingInteger),
    /// How many idle connections to servers are kept for one client connection; 5 where no line
    /// says it.
    #[keyword(
        "max-session-srv-conns",
        ignores_rest,
        sections("defaults", "frontend", "listen")
    )]
    MaxSessionSrvConns(LeadingInteger),
    /// How many lost keep-alive probes end a client's connection.
    #[keyword(
        "clitcpka-cnt",
        ignores_rest,
        json = "clitcpka_cnt",
        sections("defaults", "frontend", "listen")
    )]
    ClitcpkaCnt(LeadingInteger),
    /// How long a client's connection is idle before it is probed; seconds where no unit is given.
    #[keyword(
        "clitcpka-idle",
        ignores_rest,
        json = "clitcpka_idle: s",
        sections("defaults", "frontend", "listen")
    )]
    ClitcpkaIdle(DurationSeconds),
    /// The time between two probes of a client's connection; seconds where no unit is given.
    #[keyword(
        "clitcpka-intvl",
        ignores_rest,
        json = "clitcpka_intvl: s",
        sections("defaults", "frontend", "listen")
    )]
    ClitcpkaIntvl(DurationSeconds),
    /// How many lost keep-alive probes end a server's connection.
    #[keyword(
        "srvtcpka-cnt",
        ignores_rest,
        json = "srvtcpka_cnt",
        sections("defaults", "listen", "backend")
    )]
    SrvtcpkaCnt(LeadingInteger),
    /// How long a server's connection is idle before it is probed; seconds where no unit is given.
    #[keyword(
        "srvtcpka-idle",
        ignores_rest,
        json = "srvtcpka_idle: s",
        sections("defaults", "listen", "backend")
    )]
    SrvtcpkaIdle(DurationSeconds),
    /// The time between two probes of a server's connection; seconds where no unit is given.
    #[keyword(
        "srvtcpka-intvl",
        ignores_rest,
        json = "srvtcpka_intvl: s",
        sections("defaults", "listen", "backend")
    )]
    SrvtcpkaIntvl(DurationSeconds),
    /// The URI that answers whether HAProxy is well.
    #[keyword(
        "monitor-uri",
        http,
        json = "monitor_uri",
        sections("defaults", "frontend", "listen")
    )]
    MonitorUri(Text),
    /// When HAProxy answers that it is not well.
    #[keyword(
        "monitor fail", phase = Monitor,
        json = "monitor_fail",
        multiple = "monitor_fail",
        sections("frontend", "listen")
    )]
    MonitorFail(Condition),
    /// When a backend is used even though it is disabled.
    #[keyword(
        "force-be-switch", json = "force_be_switch_list[]", phase = Switching,
        since = "3.4",
        multiple = "force_be_switch",
        sections("frontend", "listen")
    )]
    ForceBeSwitch(Condition),
    /// The address from which servers are connected to.
    #[keyword(
        "source",
        json = "source(address: address, _)",
        sections("defaults", "listen", "backend")
    )]
    Source(Box<Source>),
    /// Where a server's state is read from when HAProxy starts.
    #[keyword(
        "load-server-state-from-file",
        ignores_rest,
        json = "load_server_state_from_file",
        sections("defaults", "listen", "backend")
    )]
    LoadServerStateFromFile(Choice<LoadServerState>),
    /// The file that servers' states are read from; that named like the backend where none is
    /// given.
    #[keyword(
        "server-state-file-name",
        json = "server_state_file_name",
        sections("defaults", "listen", "backend")
    )]
    ServerStateFileName(Option<ServerStateFile>),
    /// The program that checks servers.
    #[keyword(
        "external-check command",
        json = "external_check_command",
        sections("defaults", "listen", "backend")
    )]
    ExternalCheckCommand(Text),
    /// Where the program that checks servers finds others.
    #[keyword(
        "external-check path",
        json = "external_check_path",
        sections("defaults", "listen", "backend")
    )]
    ExternalCheckPath(Text),
    /// The `FastCGI` application that servers run.
    #[keyword(
        "use-fcgi-app",
        http,
        json = "use_fcgi_app",
        sections("listen", "backend")
    )]
    UseFcgiApp(#[arg(refers = "fcgi-app")] Name),
    /// The address for what no server can take.
    #[keyword(
        "dispatch",
        deprecated = "3.3",
        instead = "server",
        sections("listen", "backend")
    )]
    Dispatch(#[arg(address = "dispatch")] Address),
    /// Forwards what no cookie claims to the address that the client wanted.
    #[keyword(
        "transparent",
        deprecated = "3.3",
        instead = "server with the address 0.0.0.0",
        sections("defaults", "listen", "backend")
    )]
    Transparent,
}

#[cfg(test)]
mod tests {
    use crate::section::Listen;
    use crate::testing::{section_prints_back, statements_fail};

    #[test]
    fn statements_read_and_print() {
        section_prints_back::<Listen>(
            "listen x
                mode tcp
                mode http
                mode log
                mode spop
                mode haterm
                mode health
                mode ${MODE}
                enabled
                disabled
                id 5
                guid a:b
                description all of it
                default_backend app
                maxconn 10x
                backlog 100
                rate-limit sessions 10
                max-session-srv-conns 5
                clitcpka-cnt 3
                clitcpka-idle 1m
                clitcpka-intvl 5
                srvtcpka-cnt 3
                srvtcpka-idle 1m
                srvtcpka-intvl 5
                monitor-uri /up
                monitor fail if { nbsrv(app) lt 2 }
                force-be-switch if TRUE
                source 10.0.0.1:1000 usesrc client interface eth0
                source 0.0.0.0 usesrc hdr_ip(x-forwarded-for,-1)
                source 0.0.0.0 interface eth1 usesrc 10.0.0.2:80
                load-server-state-from-file local
                server-state-file-name
                server-state-file-name use-backend-name
                server-state-file-name /run/state
                external-check command /bin/check
                external-check path /bin:/usr/bin
                use-fcgi-app php
                dispatch 10.0.0.1:80
                transparent",
        );
    }

    #[test]
    fn wrong_statements_say_why() {
        statements_fail::<Listen>(&[
            (
                "mode udp",
                "mode: unknown keyword 'udp', expected 'tcp', 'http', 'log', 'spop', 'haterm' or 'health'",
            ),
            (
                "monitor fail",
                "monitor fail: expected 'if' or 'unless', found the end of the line",
            ),
        ]);
    }
}
