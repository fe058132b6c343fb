use std::collections::HashMap;

use haproxy_model::config::AnySection;
use haproxy_model::section::PeersKeyword;
use haproxy_model::section::proxy::PersistenceKeyword;
use haproxy_model::version::Version;

use crate::check::context::{Context, Place};
use crate::check::view::SectionView;
use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::DUPLICATE_TABLE,
    name: "duplicate-table",
    family: Family::Names,
    severity: Severity::Error,
    summary: "A table is declared twice.",
    explanation: "\
A proxy has one `stick-table`, and it has the proxy's name. Tables of other types are declared in \
sections of their own, such as a `backend` that has nothing else.",
    examples: &[Example::refused(
        "\
backend app
    timeout connect 5s
    timeout server 30s
    stick-table type ip size 1m expire 10m
    stick-table type string len 32 size 1m expire 10m
    stick on src
    server s1 192.0.2.1:80
",
        "\
backend app
    timeout connect 5s
    timeout server 30s
    stick-table type ip size 1m expire 10m
    stick on src
    server s1 192.0.2.1:80

backend sessions
    stick-table type string len 32 size 1m expire 10m
",
    )],
};

/// Since when HAProxy looks at the names of tables in peers sections.
const PEERS_SINCE: Version = Version::new(2, 8);

pub(super) fn check(context: &Context<'_>, section: SectionView<'_>, found: &mut Vec<Diagnostic>) {
    if let AnySection::Peers(peers) = section.section {
        if context.options.target.version < PEERS_SINCE {
            return;
        }
        let mut first: HashMap<&str, Place> = HashMap::new();
        for (place, statement) in section.with_places(&peers.statements) {
            if let PeersKeyword::Table(table) = &statement.directive {
                let before = *first.entry(table.name.as_str()).or_insert(place);
                report(context, before, place, found);
            }
        }
    }
    let mut first = None;
    let statements = context.proxy(section).map(|proxy| proxy.statements());
    for (place, statement) in statements.into_iter().flatten() {
        if let Some(PersistenceKeyword::StickTable(_)) = statement.group()
            && statement.prefix.is_none()
        {
            report(context, *first.get_or_insert(place), place, found);
        }
    }
}

fn report(context: &Context<'_>, first: Place, place: Place, found: &mut Vec<Diagnostic>) {
    if first != place {
        let (file, span) = context.whole(first);
        found.push(
            RULE.at(context.whole(place), "this table is declared already")
                .with_related(file, span, "it is declared here first"),
        );
    }
}
