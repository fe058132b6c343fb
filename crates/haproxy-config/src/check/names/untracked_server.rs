use std::collections::HashMap;

use haproxy_model::section::proxy::EndpointKeyword;
use haproxy_model::server::{CheckParameter, ServerParameter};
use haproxy_model::text::has_reference;

use crate::check::context::{Context, Place};
use crate::check::servers::{ServerState, States};
use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::UNTRACKED_SERVER,
    name: "untracked-server",
    family: Family::Names,
    severity: Severity::Error,
    summary: "A server tracks one that is not checked, or itself.",
    explanation: "\
A server with `track` takes its state from another one, which must have checks of its own, or follow \
one that has them. It cannot have `check` beside `track`.",
    examples: &[Example::refused(
        "\
backend app
    timeout connect 5s
    timeout server 30s
    server s1 192.0.2.1:80
    server s2 192.0.2.1:8080 track s1
",
        "\
backend app
    timeout connect 5s
    timeout server 30s
    server s1 192.0.2.1:80 check
    server s2 192.0.2.1:8080 track s1
",
    )],
};

/// A server with what it tracks.
struct Tracking<'a> {
    place: Place,
    state: ServerState<'a>,
}

pub(super) fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    if !some_server_tracks(context) {
        return;
    }
    let mut servers: HashMap<(&str, &str), Tracking<'_>> = HashMap::new();
    let mut tracking = Vec::new();
    for proxy in context.proxies().filter(|proxy| !proxy.is_disabled) {
        let own = proxy.name.unwrap_or_default();
        for server in States::of(context, &proxy) {
            let Some(name) = server.name else { continue };
            if server.state.track.is_some() {
                tracking.push((own, name));
            }
            let (place, state) = (server.place, server.state);
            servers
                .entry((own, name))
                .or_insert(Tracking { place, state });
        }
    }
    for key in tracking {
        let Some(server) = servers.get(&key) else {
            continue;
        };
        let message = if server.state.check {
            Some("a server is checked, or tracks another one".to_owned())
        } else {
            fault(&servers, key)
        };
        if let Some(message) = message {
            found.push(RULE.at(context.find(server.place, "track"), message));
        }
    }
}

fn some_server_tracks(context: &Context<'_>) -> bool {
    let tracks =
        |own: &ServerParameter| matches!(own, ServerParameter::Check(CheckParameter::Track(_)));
    context.proxies().any(|proxy| {
        proxy.statements().any(|(_, statement)| {
            let endpoint: Option<&EndpointKeyword> = statement.group();
            let parameters = endpoint.and_then(EndpointKeyword::server_parameters);
            parameters.is_some_and(|parameters| parameters.iter().any(tracks))
        })
    })
}

/// What is wrong with what a server tracks; nothing where that is not known.
fn fault(servers: &HashMap<(&str, &str), Tracking<'_>>, key: (&str, &str)) -> Option<String> {
    let mut at = key;
    for _ in 0..=servers.len() {
        let server = servers.get(&at)?;
        let Some(track) = server.state.track else {
            let is_checked = server.state.check || server.state.agent;
            let (proxy, name) = at;
            return (!is_checked).then(|| format!("'{proxy}/{name}' is not checked"));
        };
        if has_reference(track) {
            return None;
        }
        at = track.split_once('/').unwrap_or((at.0, track));
        if at == key {
            return Some("in the end this server tracks itself".to_owned());
        }
    }
    None
}
