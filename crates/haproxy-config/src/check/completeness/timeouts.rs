use haproxy_model::section::proxy::Mode;

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

pub(super) fn check(context: &Context<'_>, proxy: &Proxy<'_>, found: &mut Vec<Diagnostic>) {
    if !(proxy.is_frontend() || proxy.is_backend())
        || !matches!(proxy.mode, Some(Mode::Tcp | Mode::Http))
    {
        return;
    }
    let settings = &proxy.settings;
    let mut missing = Vec::new();
    if proxy.is_frontend() && !settings.timeout_client {
        missing.push("timeout client");
    }
    let tunnels = proxy.mode == Some(Mode::Tcp) && settings.timeout_tunnel;
    let has_server_timeout = settings.timeout_server || tunnels;
    let is_served = settings.timeout_connect && has_server_timeout;
    if proxy.is_backend() && !is_served && proxy.has_server() {
        if !settings.timeout_connect {
            missing.push("timeout connect");
        }
        if !has_server_timeout {
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
