use haproxy_model::config::AnySection;
use haproxy_model::keyword::Keywords;
use haproxy_model::section::PeersKeyword;
use haproxy_model::section::proxy::PersistenceKeyword;
use haproxy_model::stick_table::{StickTable, StickTableParameter, StoredData};

use crate::check::context::{Context, Place};
use crate::check::view::SectionView;
use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::TABLE_DATA,
    name: "table-data",
    family: Family::Words,
    severity: Severity::Error,
    summary: "A table is to store data that exclude each other, or the same twice.",
    explanation: "\
`gpc(…)` is an array of which `gpc0` and `gpc1` are other names, so a table has either; the same is true \
of `gpc_rate(…)` with `gpc0_rate` and `gpc1_rate`, and of `gpt(…)` with `gpt0`. What is listed twice is \
stored once, with a warning.",
    examples: &[
        Example::refused(
            "\
backend clients
    stick-table type ip size 1m expire 10m store gpc(3),gpc0
",
            "\
backend clients
    stick-table type ip size 1m expire 10m store gpc(3)
",
        ),
        Example::warned(
            "\
backend clients
    stick-table type ip size 1m expire 10m store gpc0,gpc0
",
            "\
backend clients
    stick-table type ip size 1m expire 10m store gpc0,gpc1
",
        ),
    ],
};

pub(super) fn check(context: &Context<'_>, section: SectionView<'_>, found: &mut Vec<Diagnostic>) {
    if let AnySection::Peers(peers) = section.section {
        for (place, statement) in section.with_places(&peers.statements) {
            if let PeersKeyword::Table(table) = &statement.directive {
                look(context, place, &table.table, found);
            }
        }
    }
    let statements = context.proxy(section).map(|proxy| proxy.statements());
    for (place, statement) in statements.into_iter().flatten() {
        if let Some(PersistenceKeyword::StickTable(table)) = statement.group() {
            look(context, place, table, found);
        }
    }
}

fn look(context: &Context<'_>, place: Place, table: &StickTable, found: &mut Vec<Diagnostic>) {
    let lists = table
        .parameters
        .iter()
        .filter_map(|parameter| match parameter {
            StickTableParameter::Store(list) => Some(&list.0),
            _ => None,
        });
    let mut before: Vec<&StoredData> = Vec::new();
    for data in lists.flatten() {
        let Some(keyword) = data.keyword() else {
            continue;
        };
        let name = keyword.name;
        let is_same = |other: &&StoredData| other.keyword().is_some_and(|own| own.name == name);
        if before.iter().any(is_same) {
            let message = format!("'{name}' is stored already");
            let mut finding = RULE.at(context.find(place, name), message);
            finding.severity = Severity::Warning;
            found.push(finding);
        }
        let other = before.iter().find(|other| exclude_each_other(data, other));
        if let Some(other) = other.and_then(|other| other.keyword()) {
            let message = format!("a table stores either '{name}' or '{}'", other.name);
            found.push(RULE.at(context.whole(place), message));
        }
        before.push(data);
    }
}

fn exclude_each_other(one: &StoredData, other: &StoredData) -> bool {
    exclude(one, other) || exclude(other, one)
}

/// Whether the first is an array that the second is a part of.
const fn exclude(array: &StoredData, part: &StoredData) -> bool {
    match array {
        StoredData::Gpc(_) => matches!(part, StoredData::Gpc0 | StoredData::Gpc1),
        StoredData::GpcRate { .. } => {
            matches!(part, StoredData::Gpc0Rate(_) | StoredData::Gpc1Rate(_))
        }
        StoredData::Gpt(_) => matches!(part, StoredData::Gpt0),
        _ => false,
    }
}
