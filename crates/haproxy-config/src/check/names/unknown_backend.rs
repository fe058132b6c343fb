use std::collections::HashSet;

use haproxy_model::reference::{NameKind, Role};
use haproxy_model::section_kind::SectionKind;

use crate::check::context::Context;
use crate::check::view::Proxy;
use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::UNKNOWN_BACKEND,
    name: "unknown-backend",
    family: Family::Names,
    severity: Severity::Error,
    summary: "A proxy passes requests to a backend that does not exist.",
    explanation: "\
`use_backend` and `default_backend` name a `backend` or `listen` section, anywhere in the \
configuration. A name that is made when a request comes, as in `use_backend %[req.hdr(host)]`, is not \
looked at.",
    examples: &[Example::refused(
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
    )],
};

pub(super) fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let backends: HashSet<&str> = context
        .proxies()
        .filter(Proxy::is_backend)
        .filter_map(|proxy| proxy.name)
        .collect();
    for name in context.names() {
        let mention = name.mention;
        if mention.kind != NameKind::Backend
            || mention.role != Role::Refers
            || mention.dynamic
            || backends.contains(&*mention.name)
        {
            continue;
        }
        // Defaults are looked at where a proxy starts from them.
        let section = context.section(name.section);
        if section.is_some_and(|section| section.section.kind() == Some(SectionKind::Defaults)) {
            continue;
        }
        let message = format!("there is no backend or listen section '{}'", mention.name);
        found.push(RULE.at(context.name(&name), message));
    }
}
