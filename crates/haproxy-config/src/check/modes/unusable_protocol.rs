use haproxy_model::bind::{BindParameter, ConnectionParameter};
use haproxy_model::keyword::Keywords;
use haproxy_model::multiplexer::Multiplexer;
use haproxy_model::section::ProxyKeyword;
use haproxy_model::section::proxy::{EndpointKeyword, FilterKeyword, GeneralKeyword, Mode};
use haproxy_model::server::{ServerParameter, TransportParameter};
use haproxy_model::value::Choice;
use haproxy_model::version::Version;

use crate::check::context::Context;
use crate::check::view::Proxy;
use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::UNUSABLE_PROTOCOL,
    name: "unusable-protocol",
    family: Family::Modes,
    severity: Severity::Error,
    summary: "Connections are to speak a protocol that the proxy's mode does not have.",
    explanation: "\
`proto` says what is spoken without negotiation. In `mode tcp` bytes are passed on as they are, so there \
is no `h1`, `h2` or `fcgi`; in `mode http` there is no `none`, and only servers speak `fcgi`, in a \
section with `use-fcgi-app`. Set the `mode` that the protocol needs, or leave `proto` out.",
    examples: &[
        Example::refused(
            "\
backend app
    timeout connect 5s
    timeout server 30s
    server s1 192.0.2.1:80 proto h2
",
            "\
backend app
    mode http
    timeout connect 5s
    timeout server 30s
    server s1 192.0.2.1:80 proto h2
",
        ),
        Example::refused(
            "\
frontend www
    mode http
    bind 127.0.0.1:8080 proto none
    timeout client 30s
",
            "\
frontend www
    mode http
    bind 127.0.0.1:8080 proto h2
    timeout client 30s
",
        ),
        Example::refused(
            "\
backend php
    mode http
    timeout connect 5s
    timeout server 30s
    server s1 192.0.2.1:9000 proto fcgi
",
            "\
backend php
    mode http
    timeout connect 5s
    timeout server 30s
    use-fcgi-app php
    server s1 192.0.2.1:9000 proto fcgi

fcgi-app php
    docroot /var/www/html
",
        ),
    ],
};

/// Since when servers may be spoken to by QUIC.
const QUIC_SERVERS_SINCE: Version = Version::new(3, 3);

pub(super) fn check(context: &Context<'_>, proxy: &Proxy<'_>, found: &mut Vec<Diagnostic>) {
    let Some(mode) = proxy.mode else { return };
    if proxy.is_disabled || !(proxy.is_frontend() || proxy.is_backend()) {
        return;
    }
    for (place, statement) in proxy.statements() {
        let protocol = match &statement.directive {
            ProxyKeyword::Endpoint(EndpointKeyword::Bind(bind)) => {
                let mut parameters = bind.parameters.iter().rev();
                parameters.find_map(|parameter| match parameter {
                    BindParameter::Connection(ConnectionParameter::Protocol(name)) => Some(name),
                    _ => None,
                })
            }
            ProxyKeyword::Endpoint(EndpointKeyword::Server(server)) => {
                of_server(&server.parameters)
            }
            ProxyKeyword::Endpoint(EndpointKeyword::ServerTemplate(template)) => {
                of_server(&template.parameters)
            }
            _ => None,
        };
        let Some(protocol) = protocol.and_then(Choice::value).copied() else {
            continue;
        };
        let protocol = protocol.as_str();
        let is_server = !matches!(statement.group(), Some(EndpointKeyword::Bind(_)));
        let version = context.options.target.version;
        let is_usable = match (mode, protocol) {
            (Mode::Tcp, "h1" | "h2" | "fcgi" | "quic" | "spop") | (Mode::Http, "none" | "spop") => {
                false
            }
            (Mode::Http, "fcgi") => is_server,
            (Mode::Http, "quic") => !is_server || version >= QUIC_SERVERS_SINCE,
            _ => true,
        };
        if !is_usable {
            let mode = mode.keyword().map_or("", |mode| mode.name);
            let message = format!("'{protocol}' cannot be spoken here, in 'mode {mode}'");
            found.push(RULE.at(context.find(place, protocol), message));
        } else if protocol == "fcgi" && !has_application(proxy) {
            let message = "FastCGI needs to know the application";
            found.push(
                RULE.at(context.find(place, protocol), message)
                    .with_help("name it by 'use-fcgi-app'"),
            );
        }
    }
}

fn of_server(parameters: &[ServerParameter]) -> Option<&Choice<Multiplexer>> {
    let mut parameters = parameters.iter().rev();
    parameters.find_map(|parameter| match parameter {
        ServerParameter::Transport(TransportParameter::Protocol(name)) => Some(name),
        _ => None,
    })
}

fn has_application(proxy: &Proxy<'_>) -> bool {
    proxy.statements().any(|(_, statement)| {
        matches!(statement.group(), Some(GeneralKeyword::UseFcgiApp(_)))
            || matches!(statement.group(), Some(FilterKeyword::FilterFcgiApp(_)))
    })
}
