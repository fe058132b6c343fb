use foldhash::{HashMap, HashMapExt};
use haproxy_model::section_kind::SectionKind;
use haproxy_model::text::has_reference;
use haproxy_model::version::Version;

use crate::check::context::Context;
use crate::check::view::Proxy;
use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::DUPLICATE_PROXY,
    name: "duplicate-proxy",
    family: Family::Names,
    severity: Severity::Error,
    summary: "Two proxies have one name.",
    explanation: "\
Two frontends, two backends, or a `listen` section and anything else cannot have the same name. Up to 3.2 \
a frontend and a backend can; 3.2 warns of it, and from 3.3 on it is refused.",
    examples: &[Example::refused(
        "\
backend app
    timeout connect 5s
    timeout server 30s

backend app
    timeout connect 5s
    timeout server 30s
",
        "\
backend app
    timeout connect 5s
    timeout server 30s

backend app2
    timeout connect 5s
    timeout server 30s
",
    )],
};

/// The first version that warns of a frontend and a backend of one name.
const WARNS: Version = Version::new(3, 1);
/// The first version that refuses them.
const REFUSES: Version = Version::new(3, 3);

pub(super) fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let version = context.options.target.version;
    let mut named: HashMap<&str, Vec<Proxy<'_>>> = HashMap::new();
    for proxy in context.proxies() {
        let Some(name) = proxy.name else {
            continue;
        };
        if proxy.kind == SectionKind::Defaults || has_reference(name) {
            continue;
        }
        let others = named.entry(name).or_default();
        let overlaps = |other: &&Proxy<'_>| {
            proxy.is_frontend() && other.is_frontend() || proxy.is_backend() && other.is_backend()
        };
        let same = others.iter().find(overlaps);
        let severity = match (same, others.is_empty()) {
            (Some(_), _) => Some(Severity::Error),
            (None, false) if version >= REFUSES => Some(Severity::Error),
            (None, false) if version >= WARNS => Some(Severity::Warning),
            _ => None,
        };
        if let (Some(severity), Some(other)) = (severity, same.or(others.first())) {
            let (file, span) = context.whole(other.section.header);
            let message = format!(
                "{} '{name}' has the name of a {} above",
                proxy.kind, other.kind
            );
            let mut diagnostic = RULE
                .at(context.find(proxy.section.header, name), message)
                .with_related(file, span, "the name is given here first");
            diagnostic.severity = severity;
            found.push(diagnostic);
        }
        others.push(proxy);
    }
}
