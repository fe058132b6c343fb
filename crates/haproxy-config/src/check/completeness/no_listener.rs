use haproxy_model::config::AnySection;
use haproxy_model::section::proxy::{EndpointKeyword, GeneralKeyword};
use haproxy_model::statement::Prefix;

use crate::check::context::Context;
use crate::check::view::Proxy;
use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::NO_LISTENER,
    name: "no-listener",
    family: Family::Completeness,
    severity: Severity::Warning,
    summary: "A frontend or listen section accepts no connections.",
    explanation: "\
Without a `bind` line nothing reaches the proxy. What only has servers is a `backend`; what is not to \
run for now can say `disabled`.",
    examples: &[Example::warned(
        "\
frontend www
    timeout client 30s
",
        "\
frontend www
    bind 127.0.0.1:8080
    timeout client 30s
",
    )],
};

pub(super) fn check(context: &Context<'_>, proxy: &Proxy<'_>, found: &mut Vec<Diagnostic>) {
    if !proxy.is_frontend() || has_addresses(proxy) {
        return;
    }
    let is_open = proxy.statements().any(|(_, statement)| {
        let is_bind = matches!(statement.group(), Some(EndpointKeyword::Bind(_)));
        let is_disabled = matches!(statement.group(), Some(GeneralKeyword::Disabled))
            && statement.prefix != Some(Prefix::No);
        // What a line with a variable, or an unknown one, is cannot be told.
        is_bind || is_disabled
    });
    if is_open {
        return;
    }
    let name = proxy.name.unwrap_or_default();
    let message = format!("{} '{name}' has no 'bind' line", proxy.kind);
    found.push(
        RULE.at(context.whole(proxy.section.header), message)
            .with_help("add one, or make it a backend"),
    );
}

/// Whether the line that opens the section says where it listens, as it could long ago.
fn has_addresses(proxy: &Proxy<'_>) -> bool {
    match proxy.section.section {
        AnySection::Frontend(frontend) => frontend.addresses.is_some(),
        AnySection::Listen(listen) => listen.addresses.is_some(),
        _ => false,
    }
}
