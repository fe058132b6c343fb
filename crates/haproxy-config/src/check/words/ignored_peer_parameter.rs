use haproxy_model::config::AnySection;
use haproxy_model::keyword::Keywords;
use haproxy_model::section::PeersKeyword;
use haproxy_model::server::{AgentParameter, CheckParameter, ResolutionParameter, ServerParameter};
use haproxy_model::version::Version;

use crate::check::context::Context;
use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::IGNORED_PEER_PARAMETER,
    name: "ignored-peer-parameter",
    family: Family::Words,
    severity: Severity::Warning,
    summary: "A parameter of servers means nothing for a peer.",
    explanation: "\
Peers have most parameters of servers, for TLS above all. They are not checked, though, and their names \
are resolved once: `check`, `agent-check`, `resolvers` and `init-addr` do nothing.",
    examples: &[Example::warned(
        "\
peers shared
    disabled
    peer lb1 127.0.0.1:10000
    peer lb2 192.0.2.2:10000 check
",
        "\
peers shared
    disabled
    peer lb1 127.0.0.1:10000
    peer lb2 192.0.2.2:10000
",
    )],
};

/// Since when HAProxy warns of it.
const SINCE: Version = Version::new(2, 6);

pub(super) fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    if context.options.target.version < SINCE {
        return;
    }
    for view in context.sections() {
        let AnySection::Peers(peers) = view.section else {
            continue;
        };
        for (place, statement) in view.with_places(&peers.statements) {
            let parameters = match &statement.directive {
                PeersKeyword::Peer(peer) | PeersKeyword::Server(peer) => &peer.parameters,
                PeersKeyword::DefaultServer(default) => &default.parameters,
                _ => continue,
            };
            let ignored = parameters.iter().find(|parameter| is_ignored(parameter));
            if let Some(keyword) = ignored.and_then(Keywords::keyword) {
                let name = keyword.name;
                let message = format!("'{name}' does nothing for a peer");
                found.push(RULE.at(context.find(place, name), message));
            }
        }
    }
}

const fn is_ignored(parameter: &ServerParameter) -> bool {
    matches!(
        parameter,
        ServerParameter::Check(CheckParameter::Check)
            | ServerParameter::Agent(AgentParameter::Check)
            | ServerParameter::Resolution(
                ResolutionParameter::Resolvers(_) | ResolutionParameter::InitialAddress(_)
            )
    )
}
