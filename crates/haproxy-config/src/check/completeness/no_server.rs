use haproxy_model::section::ProxyKeyword;
use haproxy_model::section::proxy::{
    GeneralKeyword, PersistenceKeyword, RuleKeyword, SwitchOption,
};
use haproxy_model::section_kind::SectionKind;

use crate::check::context::Context;
use crate::check::view::Proxy;
use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::NO_SERVER,
    name: "no-server",
    family: Family::Completeness,
    severity: Severity::Info,
    summary: "A backend has no server, and does nothing else.",
    explanation: "\
Every request that reaches the backend is answered with 503. That is meant where a backend has rules \
that answer, an error file, a stick table or the statistics page, and those are not found; all others \
may have lost their servers.",
    examples: &[Example::accepted(
        "\
frontend www
    bind 127.0.0.1:8080
    timeout client 30s
    default_backend app

backend app
    timeout connect 5s
    timeout server 30s
    balance leastconn
",
        "\
frontend www
    bind 127.0.0.1:8080
    timeout client 30s
    default_backend app

backend app
    timeout connect 5s
    timeout server 30s
    balance leastconn
    server s1 192.0.2.1:80
",
    )],
};

pub(super) fn check(context: &Context<'_>, proxy: &Proxy<'_>, found: &mut Vec<Diagnostic>) {
    if proxy.kind != SectionKind::Backend || proxy.is_disabled {
        return;
    }
    let mut statements = proxy.statements();
    if proxy.has_server() || statements.any(|(_, statement)| is_of_use(&statement.directive)) {
        return;
    }
    let name = proxy.name.unwrap_or_default();
    let message = format!("backend '{name}' has no server: all requests get 503");
    found.push(RULE.at(context.whole(proxy.section.header), message));
}

/// Whether the backend does something by this statement, or may do.
fn is_of_use(directive: &ProxyKeyword) -> bool {
    matches!(
        directive,
        ProxyKeyword::Rule(RuleKeyword::Redirect(_) | RuleKeyword::HttpRequest(_))
            | ProxyKeyword::TcpRequest(_)
            | ProxyKeyword::Persistence(PersistenceKeyword::StickTable(_))
            | ProxyKeyword::General(GeneralKeyword::Dispatch(_) | GeneralKeyword::Transparent)
            | ProxyKeyword::SwitchOption(SwitchOption::TransparentOption)
            | ProxyKeyword::Stats(_)
            | ProxyKeyword::Error(_)
            | ProxyKeyword::Filter(_)
            | ProxyKeyword::LegacyRule(_)
            | ProxyKeyword::Legacy(_)
            | ProxyKeyword::Unknown(_)
    )
}
