use foldhash::{HashMap, HashSet, HashSetExt};
use haproxy_model::reference::{NameKind, Role};
use haproxy_model::section::proxy::Mode;
use haproxy_model::version::Version;

use crate::check::context::Context;
use crate::check::view::Proxy;
use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::INCOMPATIBLE_BACKEND,
    name: "incompatible-backend",
    family: Family::Modes,
    severity: Severity::Error,
    summary: "A proxy passes requests to a backend of another mode.",
    explanation: "\
A frontend in `mode http` can pass requests only to backends in `mode http`. One in `mode tcp` can use \
those in `mode tcp`, and those in `mode http`, for which HAProxy reads the connection as HTTP from then \
on. Where no line says a mode, it is that of the defaults, or `tcp`.",
    examples: &[Example::refused(
        "\
frontend www
    bind 127.0.0.1:8080
    mode http
    timeout client 30s
    default_backend app

backend app
    timeout connect 5s
    timeout server 30s
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
",
    )],
};

/// Since when HAProxy takes a proxy that passes connections to a backend of HTTP for one of HTTP.
const UPGRADES_SINCE: Version = Version::new(2, 8);

/// Looks at all proxies; gives those, and those defaults, whose connections become those of HTTP by
/// the backend that they are passed to.
pub(super) fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) -> HashSet<usize> {
    let mut upgraded = HashSet::new();
    let proxies: Vec<Proxy<'_>> = context.proxies().collect();
    let backends: HashMap<&str, &Proxy<'_>> = proxies
        .iter()
        .filter(|proxy| proxy.is_backend())
        .filter_map(|proxy| Some((proxy.name?, proxy)))
        .collect();
    for name in context.names() {
        let mention = name.mention;
        if mention.kind != NameKind::Backend || mention.role != Role::Refers || mention.dynamic {
            continue;
        }
        let Ok(at) = proxies.binary_search_by_key(&name.section, |proxy| proxy.section.index)
        else {
            continue;
        };
        let (Some(proxy), Some(backend)) = (proxies.get(at), backends.get(&*mention.name)) else {
            continue;
        };
        let (Some(own), Some(other)) = (proxy.mode, backend.mode) else {
            continue;
        };
        let is_upgrade = own == Mode::Tcp && other == Mode::Http;
        if other == Mode::Http && context.options.target.version >= UPGRADES_SINCE {
            upgraded.insert(name.section);
        }
        if !proxy.is_frontend() || own == other || is_upgrade {
            continue;
        }
        let message = format!(
            "'{}' does not speak the mode of this {}",
            mention.name, proxy.kind
        );
        let (file, span) = context.whole(backend.section.header);
        found.push(
            RULE.at(context.name(&name), message)
                .with_help("give both the same 'mode'")
                .with_related(file, span, "the backend"),
        );
    }
    upgraded
}
