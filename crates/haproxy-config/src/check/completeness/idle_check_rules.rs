use haproxy_model::section::ProxyKeyword;
use haproxy_model::section::proxy::GeneralKeyword;

use crate::check::context::{Context, Place};
use crate::check::settings::Settings;
use crate::check::view::Proxy;
use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::IDLE_CHECK_RULES,
    name: "idle-check-rules",
    family: Family::Completeness,
    severity: Severity::Warning,
    summary: "Steps of a health check stand where that kind of check is not on.",
    explanation: "\
`tcp-check` lines count only with `option tcp-check`, `http-check` lines only with `option httpchk`, \
and `external-check command` only with `option external-check`, in the proxy or its defaults. Without \
it, servers are checked by a plain connection.",
    examples: &[Example::warned(
        "\
backend app
    timeout connect 5s
    timeout server 30s
    tcp-check connect
    server s1 192.0.2.1:80 check
",
        "\
backend app
    timeout connect 5s
    timeout server 30s
    option tcp-check
    tcp-check connect
    server s1 192.0.2.1:80 check
",
    )],
};

/// A kind of health check that has lines of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Tcp,
    Http,
    External,
}

pub(super) fn check(context: &Context<'_>, proxy: &Proxy<'_>, found: &mut Vec<Diagnostic>) {
    if !proxy.is_backend() {
        return;
    }
    let mut rules: Vec<(Kind, Place)> = Vec::new();
    for (place, statement) in proxy.statements() {
        if let Some(kind) = rule(&statement.directive)
            && rules.iter().all(|(other, _)| *other != kind)
        {
            rules.push((kind, place));
        }
    }
    for (kind, place) in rules {
        if is_on(&proxy.settings, kind) {
            continue;
        }
        let (line, option) = match kind {
            Kind::Tcp => ("tcp-check", "option tcp-check"),
            Kind::Http => ("http-check", "option httpchk"),
            Kind::External => ("external-check command", "option external-check"),
        };
        let message = format!("'{line}' counts only with '{option}', which is not set here");
        found.push(
            RULE.at(context.whole(place), message)
                .with_help(format!("add '{option}'")),
        );
    }
}

fn rule(directive: &ProxyKeyword) -> Option<Kind> {
    match directive {
        ProxyKeyword::TcpCheck(_) => Some(Kind::Tcp),
        ProxyKeyword::HttpCheck(rule) => {
            use haproxy_model::rule::HttpCheckRule as Rule;
            // These change how a check by another means is taken, too.
            let is_step = !matches!(**rule, Rule::DisableOn404 | Rule::SendState);
            is_step.then_some(Kind::Http)
        }
        ProxyKeyword::General(
            GeneralKeyword::ExternalCheckCommand(_) | GeneralKeyword::ExternalCheckPath(_),
        ) => Some(Kind::External),
        _ => None,
    }
}

/// Whether this kind of check is on.
const fn is_on(settings: &Settings, kind: Kind) -> bool {
    match kind {
        Kind::Tcp => settings.tcp_check,
        Kind::Http => settings.http_check,
        Kind::External => settings.external_check,
    }
}
