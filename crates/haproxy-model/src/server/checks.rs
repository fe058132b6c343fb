use crate::language::Directive;
use crate::multiplexer::Multiplexer;
use crate::value::{Address, Choice, Duration, LeadingInteger, LeadingPositive, List, Name, Text};

/// How a server's health is checked.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum CheckParameter {
    /// Checks its health.
    #[keyword("check", json = "check", runtime, set = "server-health")]
    Check,
    /// Leaves its health unchecked, whatever the defaults say.
    #[keyword("no-check", json = "check = disabled", negates = "check")]
    NoCheck,
    /// The time between two checks; 2 seconds where nothing says it.
    #[keyword("inter", wants_unit = "3.2", json = "inter", runtime)]
    Inter(Duration),
    /// The time between two checks while its state is about to change.
    #[keyword("fastinter", wants_unit = "3.2", json = "fastinter", runtime)]
    FastInter(Duration),
    /// The time between two checks while it is down.
    #[keyword("downinter", wants_unit = "3.2", json = "downinter", runtime)]
    DownInter(Duration),
    /// How many checks in a row must succeed before it is up again; 2 by default.
    #[keyword("rise", json = "rise", runtime)]
    Rise(LeadingPositive),
    /// How many checks in a row must fail before it is down; 3 by default.
    #[keyword("fall", json = "fall", runtime)]
    Fall(LeadingPositive),
    /// The port that checks go to, where it is not the server's own.
    #[keyword("port", json = "health_check_port", runtime, set = "server-check-port")]
    Port(LeadingInteger),
    /// The address that checks go to, where it is not the server's own.
    #[keyword(
        "addr",
        json = "health_check_address",
        runtime,
        set = "server-check-address"
    )]
    Address(#[arg(address = "check")] Address),
    /// The protocols that a check offers by ALPN.
    #[keyword("check-alpn", json = "check_alpn", runtime)]
    Alpn(List<Text>),
    /// The name of the idle connection that a check may use.
    #[keyword(
        "check-pool-conn-name",
        json = "check-pool-conn-name",
        since = "3.2",
        runtime
    )]
    PoolConnectionName(Text),
    /// The protocol that a check speaks on its connection, as `proto` of the traffic.
    #[keyword("check-proto", json = "check_proto", runtime)]
    Protocol(Choice<Multiplexer>),
    /// Lets a check use an idle connection to the server.
    #[keyword("check-reuse-pool", json = "check-reuse-pool", since = "3.2", runtime)]
    ReusePool,
    /// Gives each check a connection of its own.
    #[keyword(
        "no-check-reuse-pool",
        json = "check-reuse-pool = disabled",
        negates = "check-reuse-pool",
        since = "3.2"
    )]
    NoReusePool,
    /// Starts the connection of a check with a PROXY protocol header.
    #[keyword("check-send-proxy", json = "check-send-proxy", runtime)]
    SendProxy,
    /// Starts the connection of a check without a PROXY protocol header.
    #[keyword(
        "no-check-send-proxy",
        json = "check-send-proxy = disabled",
        negates = "check-send-proxy"
    )]
    NoSendProxy,
    /// The host name that a check sends in the TLS handshake.
    #[keyword("check-sni", json = "check-sni", runtime)]
    Sni(Text),
    /// Takes the host name of the TLS handshake from the check itself.
    #[keyword(
        "check-sni-auto",
        json = "check_sni_auto",
        negates = "no-check-sni-auto",
        since = "3.4"
    )]
    SniAuto,
    /// Sends the host name of a check only where `check-sni` gives one.
    #[keyword("no-check-sni-auto", json = "check_sni_auto = disabled", since = "3.4")]
    NoSniAuto,
    /// Encrypts checks even where the traffic is not.
    #[keyword("check-ssl", json = "check-ssl", runtime)]
    Ssl,
    /// Leaves it to `ssl` whether checks are encrypted.
    #[keyword("no-check-ssl", json = "check-ssl = disabled", negates = "check-ssl")]
    NoSsl,
    /// Sends checks through the SOCKS4 proxy, too.
    #[keyword("check-via-socks4", json = "check_via_socks4", runtime)]
    ViaSocks4,
    /// The section with the check to use instead of the backend's.
    #[keyword("healthcheck", json = "healthcheck", since = "3.4")]
    Healthcheck(#[arg(refers = "healthcheck")] Name),
    /// The server, as `backend/server` or a name in the same backend, whose state this one takes.
    #[keyword("track", json = "track", runtime)]
    Track(#[arg(refers = "server")] Text),
}
