use haproxy_model::rule::check::{ConnectParameter, HttpCheckRule, TcpCheckRule};
use haproxy_model::section::ProxyKeyword;
use haproxy_model::value::{Address, Family as AddressFamily, Host};

use crate::check::context::Context;
use crate::check::servers::{ServerView, has_port};
use crate::check::view::Proxy;
use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::MISSING_CHECK_PORT,
    name: "missing-check-port",
    family: Family::Completeness,
    severity: Severity::Error,
    summary: "A health check has no port to connect to.",
    explanation: "\
A server whose address has no port gets connections at the port that the client used. A check has no \
such port: give it one with `port` or `check … addr`, or in the `connect` steps of `tcp-check` or \
`http-check`. `agent-check` always needs `agent-port`.",
    examples: &[
        Example::refused(
            "\
backend app
    timeout connect 5s
    timeout server 30s
    server s1 192.0.2.1 check
",
            "\
backend app
    timeout connect 5s
    timeout server 30s
    server s1 192.0.2.1 check port 80
",
        ),
        Example::refused(
            "\
backend app
    timeout connect 5s
    timeout server 30s
    server s1 192.0.2.1:80 agent-check
",
            "\
backend app
    timeout connect 5s
    timeout server 30s
    server s1 192.0.2.1:80 agent-check agent-port 9999
",
        ),
    ],
};

pub(super) fn check(
    context: &Context<'_>,
    proxy: &Proxy<'_>,
    servers: &[ServerView<'_>],
    found: &mut Vec<Diagnostic>,
) {
    let mut connects = None;
    for server in servers {
        let state = server.state;
        if state.is_uncertain {
            continue;
        }
        if state.agent && !state.agent_port {
            let message = "the agent of this server has no port";
            found.push(
                RULE.at(context.keyword(server.place), message)
                    .with_help("write 'agent-port' and its number"),
            );
        }
        if state.check
            && !state.check_port
            && state.track.is_none()
            && !state.check_address
            && !has_port(server.address)
            && is_fixed(server.address)
            && !*connects.get_or_insert_with(|| has_own_way(context, proxy))
        {
            let message = "the checks of this server have no port to connect to";
            found.push(
                RULE.at(context.keyword(server.place), message)
                    .with_help("write 'port' and its number"),
            );
        }
    }
}

/// Whether the address is one of IP that no name service decides about.
fn is_fixed(address: &Address) -> bool {
    let is_ip = matches!(
        address.family(),
        AddressFamily::Ip | AddressFamily::V4 | AddressFamily::V6
    );
    is_ip && matches!(address.host(), Host::V4(_) | Host::V6(_))
}

/// Whether the checks of the proxy may know where to connect to by themselves.
fn has_own_way(context: &Context<'_>, proxy: &Proxy<'_>) -> bool {
    proxy.settings.external_check
        || context.chain(proxy).any(|member| {
            let mut statements = member.statements();
            statements.any(|(_, statement)| connects_to_port(&statement.directive))
        })
}

fn connects_to_port(directive: &ProxyKeyword) -> bool {
    let parameters = match directive {
        ProxyKeyword::TcpCheck(rule) => match &**rule {
            TcpCheckRule::Connect(parameters) => parameters,
            _ => return false,
        },
        ProxyKeyword::HttpCheck(rule) => match &**rule {
            HttpCheckRule::Connect(parameters) => parameters,
            _ => return false,
        },
        _ => return false,
    };
    parameters.iter().any(|parameter| {
        matches!(
            parameter,
            ConnectParameter::Port(_) | ConnectParameter::Addr(_)
        )
    })
}
