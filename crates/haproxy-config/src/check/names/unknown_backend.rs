use haproxy_model::reference::NameKind;
use haproxy_model::section::proxy::GeneralKeyword;
use haproxy_model::section_kind::SectionKind;
use haproxy_model::text::has_reference;

use super::index::Index;
use crate::check::context::{Context, NamedPlace, Place};
use crate::check::view::Proxy;
use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::UNKNOWN_BACKEND,
    name: "unknown-backend",
    family: Family::Names,
    severity: Severity::Error,
    summary: "A proxy is named that does not exist.",
    explanation: "\
`use_backend` and `default_backend` name a `backend` or `listen` section, anywhere in the \
configuration; so do sample fetches such as `nbsrv(app)`. Others, such as `fe_conn(www)`, name a \
`frontend` or `listen` section. A name that is made when a request comes, as in \
`use_backend %[req.hdr(host)]`, is not looked at, nor are the names in a proxy that is `disabled`. \
HAProxy accepts `log backend@NAME` for a backend that is not there; the messages are lost.",
    examples: &[
        Example::refused(
            "\
frontend www
    bind 127.0.0.1:8080
    timeout client 30s
    default_backend ap

backend app
    timeout connect 5s
    timeout server 30s
",
            "\
frontend www
    bind 127.0.0.1:8080
    timeout client 30s
    default_backend app

backend app
    timeout connect 5s
    timeout server 30s
",
        ),
        Example::refused(
            "\
frontend www
    bind 127.0.0.1:8080
    timeout client 30s
    acl is_down nbsrv(apps) lt 1
    tcp-request connection reject if is_down

backend app
    timeout connect 5s
    timeout server 30s
",
            "\
frontend www
    bind 127.0.0.1:8080
    timeout client 30s
    acl is_down nbsrv(app) lt 1
    tcp-request connection reject if is_down

backend app
    timeout connect 5s
    timeout server 30s
",
        ),
    ],
};

/// Looks at a reference to a frontend or backend.
pub(super) fn check(
    context: &Context<'_>,
    index: &Index<'_>,
    name: &NamedPlace<'_>,
    found: &mut Vec<Diagnostic>,
) {
    let mention = name.mention;
    let kinds = mention.kind.sections();
    if index.section(kinds, &mention.name).is_some()
        || index.is_uncertain(kinds)
        || is_overridden(context, name)
    {
        return;
    }
    let mut diagnostic = RULE.at(context.name(name), message(mention.kind, &mention.name));
    if context.is_behind(name, "backend@") {
        diagnostic.severity = Severity::Warning;
    }
    found.push(context.with_nearest(diagnostic, kinds, &mention.name));
}

/// Looks at the `default_backend` that proxies have from their defaults.
pub(super) fn check_defaults(
    context: &Context<'_>,
    index: &Index<'_>,
    found: &mut Vec<Diagnostic>,
) {
    let kinds = NameKind::Backend.sections();
    let mut seen: Vec<Place> = Vec::new();
    for proxy in context.proxies() {
        if !proxy.is_frontend() || index.is_disabled(proxy.section.index) {
            continue;
        }
        let Some(place) = default_backend(context, &proxy) else {
            continue;
        };
        let is_own = place >= proxy.section.header;
        if is_own || seen.contains(&place) {
            continue;
        }
        seen.push(place);
        let Some(backend) = default_backend_at(context, place) else {
            continue;
        };
        if index.section(kinds, backend).is_none()
            && !index.is_uncertain(kinds)
            && !has_reference(backend)
        {
            let message = message(NameKind::Backend, backend);
            let diagnostic = RULE.at(context.find(place, backend), message);
            found.push(context.with_nearest(diagnostic, kinds, backend));
        }
    }
}

fn message(kind: NameKind, name: &str) -> String {
    let kind = match kind {
        NameKind::Frontend => "frontend",
        _ => "backend",
    };
    format!("there is no {kind} or listen section '{name}'")
}

/// Whether it is a `default_backend` that a later one replaces.
fn is_overridden(context: &Context<'_>, name: &NamedPlace<'_>) -> bool {
    let line = context.line(name.place);
    let is_default = line
        .and_then(|line| line.word(0))
        .is_some_and(|word| word.is(b"default_backend"));
    let proxy = context
        .section(name.section)
        .and_then(|view| context.proxy(view));
    is_default && proxy.is_some_and(|proxy| default_backend(context, &proxy) != Some(name.place))
}

/// Where the `default_backend` of the proxy stands that counts, its own or of its defaults.
fn default_backend(context: &Context<'_>, proxy: &Proxy<'_>) -> Option<Place> {
    context.place_of(proxy.settings.default_backend?)
}

/// The backend that the `default_backend` of some defaults names at this place.
fn default_backend_at<'a>(context: &Context<'a>, place: Place) -> Option<&'a str> {
    let mut defaults = context
        .proxies()
        .filter(|proxy| proxy.kind == SectionKind::Defaults);
    defaults.find_map(|proxy| {
        let mut statements = proxy.statements();
        let (_, statement) = statements.find(|(own, _)| *own == place)?;
        match statement.group()? {
            GeneralKeyword::DefaultBackend(backend) => Some(backend.as_str()),
            _ => None,
        }
    })
}
