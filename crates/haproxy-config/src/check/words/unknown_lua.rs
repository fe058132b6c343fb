use haproxy_model::keyword::Group;
use haproxy_model::rule::HttpRequestAction;
use haproxy_model::rule::action::PriorityAction;
use haproxy_model::rule::{TcpRequestContentAction, TcpRequestRule};
use haproxy_model::section::ProxyKeyword;
use haproxy_model::section::proxy::{FilterKeyword, Mode, RuleKeyword};
use haproxy_model::section_kind::SectionKind;
use haproxy_model::text::has_reference;

use crate::check::context::Context;
use crate::check::rules::ActionRule;
use crate::check::view::Proxy;
use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::UNKNOWN_LUA,
    name: "unknown-lua",
    family: Family::Words,
    severity: Severity::Error,
    summary: "A service or action is used that nothing defines.",
    explanation: "\
Actions, services and filters that start with `lua.` are defined by programs in Lua, which `lua-load` or \
`lua-load-per-thread` in `global` loads. Where no program is loaded there are none. The only service of \
HAProxy's own for HTTP is `prometheus-exporter`.",
    examples: &[Example::refused(
        "\
frontend www
    bind 127.0.0.1:8080
    mode http
    timeout client 30s
    http-request use-service lua.status if { path /status }
",
        "\
frontend www
    bind 127.0.0.1:8080
    mode http
    timeout client 30s
    http-request return status 200 if { path /status }
",
    )],
};

const LUA: &str = "lua.";
/// The services of HTTP that HAProxy itself has.
const SERVICES: [&str; 1] = ["prometheus-exporter"];

pub(super) fn check(context: &Context<'_>, proxy: &Proxy<'_>, found: &mut Vec<Diagnostic>) {
    let has_lua = context.globals.loads_lua;
    for (place, statement) in proxy.statements() {
        let directive = &statement.directive;
        let is_filter = matches!(
            directive,
            ProxyKeyword::Filter(FilterKeyword::FilterLua { .. })
        );
        let is_action = || {
            let action = ActionRule::of(directive).and_then(|rule| rule.action);
            action.is_some_and(|action| action.name == LUA)
        };
        if !has_lua && (is_filter || is_action()) {
            let message = "no program in Lua is loaded that could define this";
            found.push(
                RULE.at(context.find(place, LUA), message)
                    .with_help("load it with 'lua-load' in global"),
            );
            continue;
        }
        let Some((name, in_http)) = service(directive) else {
            continue;
        };
        let is_known = match name.strip_prefix(LUA) {
            Some(_) => has_lua,
            None => in_http && SERVICES.contains(&name) || has_reference(name),
        };
        let in_http_proxy = proxy.mode == Some(Mode::Http) && proxy.kind != SectionKind::Defaults;
        if is_known && !in_http && in_http_proxy {
            let message = "a service for TCP cannot be used in a proxy in 'mode http'";
            found.push(RULE.at(context.find(place, name), message));
        }
        if !is_known {
            let message = format!("there is no service '{name}'");
            found.push(RULE.at(context.find(place, name), message));
        }
    }
}

/// The service that answers, and whether it is one of HTTP.
fn service(directive: &ProxyKeyword) -> Option<(&str, bool)> {
    let (action, in_http): (Option<&PriorityAction>, bool) = match directive {
        ProxyKeyword::Rule(RuleKeyword::HttpRequest(rule)) => {
            (<HttpRequestAction as Group<_>>::group(&rule.action), true)
        }
        ProxyKeyword::TcpRequest(rule) => match &**rule {
            TcpRequestRule::Content(rule) => {
                let action = <TcpRequestContentAction as Group<_>>::group(&rule.action);
                (action, false)
            }
            _ => return None,
        },
        _ => return None,
    };
    match action? {
        PriorityAction::UseService(name) => Some((name.as_str(), in_http)),
        _ => None,
    }
}
