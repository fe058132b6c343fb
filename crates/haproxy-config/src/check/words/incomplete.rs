use haproxy_model::config::AnySection;
use haproxy_model::section::global::ProtocolsKeyword;
use haproxy_model::section::proxy::{
    Balance, BalancingKeyword, CheckOption, EndpointKeyword, FilterKeyword, SpoeParameter,
};
use haproxy_model::section::{PeersKeyword, ProxyKeyword};
use haproxy_model::server::{AgentParameter, CheckParameter, ServerParameter};
use haproxy_model::statement::Statement;
use haproxy_model::value::Duration;
use haproxy_model::version::Version;

use super::argument;
use crate::check::context::{Context, Place};
use crate::check::view::Proxy;
use crate::diagnostic::Diagnostic;

/// The first version that refuses headers behind the version of a check's request.
const REFUSES_HEADERS: Version = Version::new(2, 7);

/// The headers that `http-send-name-header` cannot set, and the first version that says so.
const TAKEN_HEADERS: [&str; 4] = ["host", "content-length", "transfer-encoding", "connection"];
const KEEPS_HEADERS: Version = Version::new(3, 3);

/// How many words `option httpchk` may have; since 3.2 a host may stand behind the version.
fn check_words(version: Version) -> usize {
    if version >= Version::new(3, 2) { 6 } else { 5 }
}

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
        found.extend(modifier(context, place, statement));
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
        ProxyKeyword::Balancing(BalancingKeyword::HashBalanceFactor(factor)) => {
            let factor = factor.value()?.get();
            if factor == 0 || factor > 100 {
                return None;
            }
            let message = "the factor must be 0 or more than 100";
            Some(argument::INVALID.at(context.word(place, 1), message))
        }
        ProxyKeyword::CheckOption(CheckOption::Httpchk(request)) => {
            let most = check_words(context.options.target.version);
            if context.line(place)?.word(most).is_some() {
                let message = "HAProxy takes no more arguments than these";
                return Some(argument::UNKNOWN.at(context.word(place, most), message));
            }
            let version = request.version.as_ref()?;
            if !version.contains("\r\n") || context.options.target.version < REFUSES_HEADERS {
                return None;
            }
            let message = "headers may not stand behind the version";
            let own = argument::INVALID.at(context.find(place, version), message);
            Some(own.with_help("say them by 'http-check send hdr NAME VALUE'"))
        }
        ProxyKeyword::Balancing(BalancingKeyword::HttpSendNameHeader(name)) => {
            let name = name.as_str();
            let is_taken = TAKEN_HEADERS
                .iter()
                .any(|own| own.eq_ignore_ascii_case(name));
            if !is_taken || context.options.target.version < KEEPS_HEADERS {
                return None;
            }
            let message = format!("the header '{name}' cannot tell the server's name");
            Some(argument::INVALID.at(context.find(place, name), message))
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

/// A word where only a modifier of what stands before may stand, which ends what is read.
fn modifier(
    context: &Context<'_>,
    place: Place,
    statement: &Statement<ProxyKeyword>,
) -> Option<Diagnostic> {
    let first = statement
        .rest
        .first()
        .filter(|word| !word.as_str().is_empty())?;
    let expected = match statement.group()? {
        BalancingKeyword::Balance(Some(balance)) => match &**balance.value()? {
            Balance::UrlParam {
                check_post: None, ..
            } => "'check_post'",
            _ => return None,
        },
        BalancingKeyword::HashType(own) if own.function.is_none() => "a hash function",
        _ => return None,
    };
    let message = format!("only {expected} may stand here");
    Some(argument::UNKNOWN.at(context.find(place, first), message))
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
