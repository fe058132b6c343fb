use haproxy_model::config::AnySection;
use haproxy_model::section::global::ProtocolsKeyword;
use haproxy_model::section::proxy::{CheckOption, EndpointKeyword, FilterKeyword, SpoeParameter};
use haproxy_model::section::{PeersKeyword, ProxyKeyword};
use haproxy_model::server::{AgentParameter, CheckParameter, ServerParameter};
use haproxy_model::value::Duration;
use haproxy_model::version::Version;

use super::argument;
use crate::check::context::{Context, Place};
use crate::check::view::Proxy;
use crate::diagnostic::Diagnostic;

/// The first version that refuses headers behind the version of a check's request.
const REFUSES_HEADERS: Version = Version::new(2, 7);

/// Looks at statements whose words are all known, and do not fit together.
pub(super) fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for section in context.sections() {
        match section.section {
            AnySection::Global(own) => {
                for (place, statement) in section.with_places(&own.statements) {
                    if let Some(ProtocolsKeyword::H1CaseAdjust(header)) = statement.group()
                        && !header.from.eq_ignore_ascii_case(&header.to)
                    {
                        let message = "both names must be the same but for their case";
                        found.push(argument::INVALID.at(context.whole(place), message));
                    }
                }
            }
            AnySection::Peers(own) => {
                for (place, statement) in section.with_places(&own.statements) {
                    if let PeersKeyword::Peer(peer) | PeersKeyword::Server(peer) =
                        &statement.directive
                        && peer.address.is_none()
                        && !peer.parameters.is_empty()
                    {
                        let message = "an address and a port must stand behind the name";
                        found.push(argument::MISSING.at(context.word(place, 2), message));
                    }
                }
            }
            _ => {}
        }
    }
}

/// Looks at the statements of a proxy whose words are all known, and do not fit together.
pub(super) fn check_proxy(context: &Context<'_>, proxy: &Proxy<'_>, found: &mut Vec<Diagnostic>) {
    for (place, statement) in proxy.statements() {
        found.extend(of_proxy(context, place, &statement.directive));
    }
}

fn of_proxy(context: &Context<'_>, place: Place, keyword: &ProxyKeyword) -> Option<Diagnostic> {
    match keyword {
        ProxyKeyword::Filter(FilterKeyword::FilterSpoe(parameters)) => {
            let is_file = |own: &SpoeParameter| matches!(own, SpoeParameter::Config(_));
            if parameters.iter().any(is_file) {
                return None;
            }
            let message = "the file must be named that says what agents are asked";
            let own = argument::MISSING.at(context.keyword(place), message);
            Some(own.with_help("add 'config' and its name"))
        }
        ProxyKeyword::CheckOption(CheckOption::Httpchk(request)) => {
            let version = request.version.as_ref()?;
            if !version.contains("\r\n") || context.options.target.version < REFUSES_HEADERS {
                return None;
            }
            let message = "headers may not stand behind the version";
            let own = argument::INVALID.at(context.find(place, version), message);
            Some(own.with_help("say them by 'http-check send hdr NAME VALUE'"))
        }
        ProxyKeyword::Endpoint(EndpointKeyword::Server(server)) => {
            idle_check(context, place, &server.parameters)
        }
        ProxyKeyword::Endpoint(EndpointKeyword::DefaultServer(server)) => {
            idle_check(context, place, &server.parameters)
        }
        ProxyKeyword::Endpoint(EndpointKeyword::ServerTemplate(server)) => {
            idle_check(context, place, &server.parameters)
        }
        _ => None,
    }
}

/// A check without time between two of them.
fn idle_check(
    context: &Context<'_>,
    place: Place,
    parameters: &[ServerParameter],
) -> Option<Diagnostic> {
    let interval = |parameter: &ServerParameter| match parameter {
        ServerParameter::Check(CheckParameter::Inter(time)) => is_zero(time).then_some("inter"),
        ServerParameter::Check(CheckParameter::FastInter(time)) => {
            is_zero(time).then_some("fastinter")
        }
        ServerParameter::Check(CheckParameter::DownInter(time)) => {
            is_zero(time).then_some("downinter")
        }
        ServerParameter::Agent(AgentParameter::Inter(time)) => {
            is_zero(time).then_some("agent-inter")
        }
        _ => None,
    };
    let name = parameters.iter().find_map(interval)?;
    let message = format!("the time behind '{name}' may not be 0");
    Some(argument::INVALID.at(context.find(place, name), message))
}

fn is_zero(time: &Duration) -> bool {
    time.value().is_some_and(|time| time.microseconds() == 0)
}
