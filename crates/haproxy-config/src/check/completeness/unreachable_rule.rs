use std::collections::BTreeMap;

use haproxy_model::section::ProxyKeyword;
use haproxy_model::section::proxy::RuleKeyword;

use crate::check::context::{Context, Place};
use crate::check::rules::{ActionRule, RuleKind};
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
    Rules(RuleKind),
    UseBackend,
}

pub(super) fn check(context: &Context<'_>, proxy: &Proxy<'_>, found: &mut Vec<Diagnostic>) {
    let mut last: BTreeMap<Kind, (Place, bool)> = BTreeMap::new();
    for (place, statement) in proxy.statements() {
        let Some((kind, is_end)) = rule(&statement.directive) else {
            continue;
        };
        // Only the first rule of those that are never reached is worth a word.
        if let Some((end, true)) = last.insert(kind, (place, is_end)) {
            found.push(unreachable(context, place, end));
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
    if let ProxyKeyword::Rule(RuleKeyword::UseBackend(rule)) = directive {
        return Some((Kind::UseBackend, rule.condition.is_none()));
    }
    let rule = ActionRule::of(directive)?;
    Some((Kind::Rules(rule.kind), rule.ends_rules()))
}
