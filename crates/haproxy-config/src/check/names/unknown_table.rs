use haproxy_model::reference::NameKind;
use haproxy_model::rule::action::TrackAction;
use haproxy_model::section::ProxyKeyword;
use haproxy_model::section::proxy::{BandwidthLimitParameter, FilterKeyword, PersistenceKeyword};
use haproxy_model::section_kind::SectionKind;

use super::index::Index;
use crate::check::context::{Context, NamedPlace};
use crate::check::rules::ActionRule;
use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::UNKNOWN_TABLE,
    name: "unknown-table",
    family: Family::Names,
    severity: Severity::Error,
    summary: "A stick table is used that does not exist.",
    explanation: "\
A table has the name of the proxy whose `stick-table` it is; those of a `peers` section are called \
`peers/table`. Where no table is named, that of the proxy itself is meant.",
    examples: &[
        Example::refused(
            "\
frontend www
    bind 127.0.0.1:8080
    timeout client 30s
    tcp-request connection track-sc0 src table clients

backend client
    stick-table type ip size 1m expire 10m store conn_rate(10s)
",
            "\
frontend www
    bind 127.0.0.1:8080
    timeout client 30s
    tcp-request connection track-sc0 src table clients

backend clients
    stick-table type ip size 1m expire 10m store conn_rate(10s)
",
        ),
        Example::refused(
            "\
backend app
    timeout connect 5s
    timeout server 30s
    stick on src
",
            "\
backend app
    timeout connect 5s
    timeout server 30s
    stick-table type ip size 1m expire 10m
    stick on src
",
        ),
    ],
};

/// Looks at a reference to a table.
pub(super) fn check(
    context: &Context<'_>,
    index: &Index<'_>,
    name: &NamedPlace<'_>,
    found: &mut Vec<Diagnostic>,
) {
    let own = &*name.mention.name;
    let kinds = NameKind::Table.sections();
    if index.is_uncertain(kinds) || is_ignored(context, name) {
        return;
    }
    // A frontend and a backend may share the name, and only one of them have a table.
    let has_table = kinds.iter().any(|kind| {
        let section = index.section(&[*kind], own);
        section.is_some_and(|section| index.has_table(section))
    });
    if has_table {
        return;
    }
    let message = match index.section(kinds, own) {
        Some(_) => format!("'{own}' has no stick-table"),
        None => format!("there is no proxy '{own}' with a stick-table"),
    };
    found.push(RULE.at(context.name(name), message));
}

/// Looks at stick rules that mean the table of their own proxy.
pub(super) fn check_own(context: &Context<'_>, index: &Index<'_>, found: &mut Vec<Diagnostic>) {
    for proxy in context.proxies() {
        let section = proxy.section.index;
        if index.has_table(section) || index.is_disabled(section) {
            continue;
        }
        for (place, statement) in proxy.statements() {
            let is_looked_at =
                proxy.kind != SectionKind::Defaults || index.is_used_defaults(section);
            if tracks_own(&statement.directive) && is_looked_at {
                let name = proxy.name.unwrap_or_default();
                let message = format!("'{name}' has no stick-table");
                found.push(RULE.at(context.whole(place), message));
            }
            if !proxy.is_backend() {
                continue;
            }
            let Some(
                PersistenceKeyword::StickOn(rule)
                | PersistenceKeyword::StickMatch(rule)
                | PersistenceKeyword::StickStoreRequest(rule)
                | PersistenceKeyword::StickStoreResponse(rule),
            ) = statement.group()
            else {
                continue;
            };
            if rule.table.is_none() {
                let name = proxy.name.unwrap_or_default();
                let message = format!("'{name}' has no stick-table");
                found.push(RULE.at(context.whole(place), message));
            }
        }
    }
}

/// Whether a rule or a filter follows a key in the table of its own proxy.
fn tracks_own(directive: &ProxyKeyword) -> bool {
    if let ProxyKeyword::Filter(
        FilterKeyword::FilterBwlimIn(limit) | FilterKeyword::FilterBwlimOut(limit),
    ) = directive
    {
        let has = |is: fn(&BandwidthLimitParameter) -> bool| limit.parameters.iter().any(is);
        return has(|parameter| matches!(parameter, BandwidthLimitParameter::Key(_)))
            && !has(|parameter| matches!(parameter, BandwidthLimitParameter::Table(_)));
    }
    let rule = ActionRule::of(directive);
    matches!(
        rule.and_then(|rule| rule.track),
        Some(TrackAction::TrackSc { table: None, .. })
    )
}

/// Whether it stands in a stick rule of a proxy without servers, which HAProxy ignores.
pub(super) fn is_ignored(context: &Context<'_>, name: &NamedPlace<'_>) -> bool {
    let line = context.line(name.place);
    let is_stick = line
        .and_then(|line| line.word(0))
        .is_some_and(|word| word.is(b"stick"));
    let view = context.section(name.section);
    is_stick
        && view
            .and_then(|view| context.proxy(view))
            .is_some_and(|proxy| !proxy.is_backend())
}
