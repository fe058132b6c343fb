use haproxy_model::section::ProxyKeyword;
use haproxy_model::section::proxy::{EndpointKeyword, Mode, TimeoutKeyword};
use haproxy_model::statement::{Prefix, Statement};

use crate::check::context::Context;
use crate::check::view::Proxy;
use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::MISSING_TIMEOUTS,
    name: "missing-timeouts",
    family: Family::Completeness,
    severity: Severity::Warning,
    summary: "A proxy has no timeouts for the sides that it has.",
    explanation: "\
Without a timeout a connection whose peer has gone away is kept for ever, and with each of them a \
part of `maxconn` is lost. What accepts connections needs `timeout client`; what has servers needs \
`timeout connect`, and `timeout server` or, where it does not speak HTTP, `timeout tunnel`. A \
`defaults` section is the place for them.",
    examples: &[Example::warned(
        "\
frontend www
    bind 127.0.0.1:8080
    mode http
    default_backend app

backend app
    mode http
    timeout connect 5s
    timeout server 30s
    server s1 192.0.2.1:80
",
        "\
frontend www
    bind 127.0.0.1:8080
    mode http
    timeout client 30s
    default_backend app

backend app
    mode http
    timeout connect 5s
    timeout server 30s
    server s1 192.0.2.1:80
",
    )],
};

/// The timeouts of a proxy that are set to more than zero.
#[derive(Default)]
struct Timeouts {
    client: Option<bool>,
    connect: Option<bool>,
    server: Option<bool>,
    tunnel: Option<bool>,
}

pub(super) fn check(context: &Context<'_>, proxy: &Proxy<'_>, found: &mut Vec<Diagnostic>) {
    if !(proxy.is_frontend() || proxy.is_backend())
        || !matches!(proxy.mode, Some(Mode::Tcp | Mode::Http))
    {
        return;
    }
    let mut timeouts = Timeouts::default();
    for member in context.chain(proxy) {
        for (_, statement) in member.statements().rev() {
            timeouts.add(statement);
        }
    }
    let is_set = |timeout: Option<bool>| timeout == Some(true);
    let mut missing = Vec::new();
    if proxy.is_frontend() && !is_set(timeouts.client) {
        missing.push("timeout client");
    }
    if proxy.is_backend() && has_server(proxy) {
        if !is_set(timeouts.connect) {
            missing.push("timeout connect");
        }
        let tunnels = proxy.mode == Some(Mode::Tcp) && is_set(timeouts.tunnel);
        if !is_set(timeouts.server) && !tunnels {
            missing.push("timeout server");
        }
    }
    if missing.is_empty() {
        return;
    }
    let kind = proxy.kind;
    let name = proxy.name.unwrap_or_default();
    let missing = missing.join("' and '");
    let message = format!("{kind} '{name}' has no '{missing}': dead connections are kept for ever");
    let place = context.whole(proxy.section.header);
    found.push(
        RULE.at(place, message)
            .with_help("set it here or in the defaults, as in 'timeout client 30s'"),
    );
}

fn has_server(proxy: &Proxy<'_>) -> bool {
    proxy.statements().any(|(_, statement)| {
        matches!(
            statement.group(),
            Some(EndpointKeyword::Server(_) | EndpointKeyword::ServerTemplate(_))
        )
    })
}

impl Timeouts {
    /// Takes a statement into account that stands before those seen so far.
    fn add(&mut self, statement: &Statement<ProxyKeyword>) {
        let Some(timeout) = statement.group::<TimeoutKeyword>() else {
            return;
        };
        let (slot, duration) = match timeout {
            TimeoutKeyword::TimeoutClient(duration) => (&mut self.client, duration),
            TimeoutKeyword::TimeoutConnect(duration) => (&mut self.connect, duration),
            TimeoutKeyword::TimeoutServer(duration) => (&mut self.server, duration),
            TimeoutKeyword::TimeoutTunnel(duration) => (&mut self.tunnel, duration),
            _ => return,
        };
        if statement.prefix != Some(Prefix::No) {
            // A duration that comes from the environment is taken for one.
            let is_zero = duration.value().is_some_and(|time| time.amount() == 0);
            slot.get_or_insert(!is_zero);
        }
    }
}
