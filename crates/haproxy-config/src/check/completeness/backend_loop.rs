use haproxy_model::section::ProxyKeyword;
use haproxy_model::section::proxy::{GeneralKeyword, RuleKeyword};

use crate::check::context::Context;
use crate::check::view::Proxy;
use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::BACKEND_LOOP,
    name: "backend-loop",
    family: Family::Completeness,
    severity: Severity::Error,
    summary: "A proxy passes requests to itself.",
    explanation: "\
A `listen` section is a backend as well, so its own name behind `default_backend` or `use_backend` means \
itself. Without the line, requests go to its servers.",
    examples: &[Example::refused(
        "\
listen www
    bind 127.0.0.1:8080
    timeout client 30s
    timeout connect 5s
    timeout server 30s
    default_backend www
    server s1 192.0.2.1:80
",
        "\
listen www
    bind 127.0.0.1:8080
    timeout client 30s
    timeout connect 5s
    timeout server 30s
    server s1 192.0.2.1:80
",
    )],
};

pub(super) fn check(context: &Context<'_>, proxy: &Proxy<'_>, found: &mut Vec<Diagnostic>) {
    let Some(name) = proxy.name.filter(|_| proxy.is_backend()) else {
        return;
    };
    if proxy.is_disabled {
        return;
    }
    let default = proxy.settings.default_backend;
    let default = default.and_then(|default| context.place_of(default));
    for (place, statement) in proxy.statements() {
        let is_own = match &statement.directive {
            ProxyKeyword::General(GeneralKeyword::DefaultBackend(backend)) => {
                default == Some(place) && backend.as_str() == name
            }
            ProxyKeyword::Rule(RuleKeyword::UseBackend(rule)) => rule.backend.as_str() == name,
            _ => false,
        };
        if is_own {
            let message = format!("'{name}' passes requests to itself");
            found.push(RULE.at(context.find(place, name), message));
        }
    }
}
