use std::collections::{BTreeMap, BTreeSet};

use haproxy_model::keyword::Keywords;
use haproxy_model::rule::{TcpRequestRule, TcpResponseRule};
use haproxy_model::section::ProxyKeyword;
use haproxy_model::section::proxy::RuleKeyword;
use haproxy_model::value::Condition;

use crate::check::context::{Context, Place};
use crate::check::view::Proxy;
use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::UNREACHABLE_RULE,
    name: "unreachable-rule",
    family: Family::Completeness,
    severity: Severity::Warning,
    summary: "A rule stands behind one that always ends the rules of its kind.",
    explanation: "\
`http-request deny`, `allow`, `return` or `redirect`, `tcp-request content accept` and their like, and \
`use_backend`, end the rules of their kind. Without a condition they do so for every request, and the rules of that kind below \
them in the section never count. Put the rule without a condition last, or give it one.",
    examples: &[Example::warned(
        "\
frontend www
    bind 127.0.0.1:8080
    mode http
    timeout client 30s
    http-request deny
    http-request set-header X-Seen yes
",
        "\
frontend www
    bind 127.0.0.1:8080
    mode http
    timeout client 30s
    http-request set-header X-Seen yes
    http-request deny
",
    )],
};

/// The rules that may end those of one kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    HttpRequest,
    HttpResponse,
    HttpAfterResponse,
    TcpConnection,
    TcpSession,
    TcpContent,
    TcpResponse,
    UseBackend,
}

/// Actions that end the rules of their kind.
const FINAL: [&str; 10] = [
    "accept",
    "allow",
    "auth",
    "close",
    "deny",
    "redirect",
    "reject",
    "return",
    "silent-drop",
    "tarpit",
];

pub(super) fn check(context: &Context<'_>, proxy: &Proxy<'_>, found: &mut Vec<Diagnostic>) {
    let mut ends: BTreeMap<Kind, Place> = BTreeMap::new();
    let mut reported = BTreeSet::new();
    for (place, statement) in proxy.statements() {
        let Some((kind, is_end)) = rule(&statement.directive) else {
            continue;
        };
        match ends.get(&kind) {
            // What follows the first one that is never reached is not reached either.
            Some(end) if reported.insert(kind) => found.push(unreachable(context, place, *end)),
            None if is_end => {
                ends.insert(kind, place);
            }
            Some(_) | None => {}
        }
    }
}

fn unreachable(context: &Context<'_>, place: Place, end: Place) -> Diagnostic {
    let (file, span) = context.whole(end);
    let message = "this rule is never reached: one above it has no condition and ends the rules";
    RULE.at(context.whole(place), message)
        .with_related(file, span, "this one ends them")
}

/// The kind of a rule, and whether it ends the rules of its kind for every request.
fn rule(directive: &ProxyKeyword) -> Option<(Kind, bool)> {
    Some(match directive {
        ProxyKeyword::Rule(rule) => match rule {
            RuleKeyword::HttpRequest(rule) => (
                Kind::HttpRequest,
                ends(&rule.action, rule.condition.as_ref()),
            ),
            RuleKeyword::HttpResponse(rule) => (
                Kind::HttpResponse,
                ends(&rule.action, rule.condition.as_ref()),
            ),
            RuleKeyword::HttpAfterResponse(rule) => (
                Kind::HttpAfterResponse,
                ends(&rule.action, rule.condition.as_ref()),
            ),
            RuleKeyword::UseBackend(rule) => (Kind::UseBackend, rule.condition.is_none()),
            _ => return None,
        },
        ProxyKeyword::TcpRequest(rule) => match &**rule {
            TcpRequestRule::Connection(rule) => (
                Kind::TcpConnection,
                ends(&rule.action, rule.condition.as_ref()),
            ),
            TcpRequestRule::Session(rule) => (
                Kind::TcpSession,
                ends(&rule.action, rule.condition.as_ref()),
            ),
            TcpRequestRule::Content(rule) => (
                Kind::TcpContent,
                ends(&rule.action, rule.condition.as_ref()),
            ),
            _ => return None,
        },
        ProxyKeyword::TcpResponse(rule) => match &**rule {
            TcpResponseRule::Content(rule) => (
                Kind::TcpResponse,
                ends(&rule.action, rule.condition.as_ref()),
            ),
            _ => return None,
        },
        _ => return None,
    })
}

fn ends<A: Keywords>(action: &A, condition: Option<&Condition>) -> bool {
    condition.is_none()
        && action
            .keyword()
            .is_some_and(|own| FINAL.contains(&own.name))
}
