use haproxy_model::config::AnySection;
use haproxy_model::language::Printer;

use super::groups::groups;
use super::{Change, line};
use crate::align::{self, Printed, Step};

/// The differences between the statements of two sections of one kind.
pub(super) fn compare(
    old: &AnySection,
    new: &AnySection,
    section: &str,
    changes: &mut Vec<Change>,
) {
    let (olds, news) = (groups(old), groups(new));
    let gone = olds
        .iter()
        .filter(|(name, _)| news.iter().all(|(other, _)| other != name));
    let mut found: Vec<(usize, Step)> = Vec::new();
    for (name, new_members) in &news {
        let old_members = olds.iter().find(|(other, _)| other == name);
        let old_members = old_members.map_or(&[][..], |(_, members)| members);
        found.extend(placed(align::members(old, old_members, new, new_members)));
    }
    for (_, members) in gone {
        found.extend(placed(align::members(old, members, new, &[])));
    }
    found.sort_by_key(|(place, _)| *place);
    for (_, step) in found {
        let (path, before, after) = match step {
            Step::Keep { .. } => continue,
            Step::Change {
                old: one,
                new: other,
            } => (
                path(new, other),
                Some(text(old, one)),
                Some(text(new, other)),
            ),
            Step::Remove { old: one } => (path(old, one), Some(text(old, one)), None),
            Step::Insert { new: other } => (path(new, other), None, Some(text(new, other))),
        };
        changes.push(Change {
            section: section.to_owned(),
            path,
            before,
            after,
        });
    }
}

/// The steps, each with the index of the new statement at or before it.
fn placed(steps: Vec<Step>) -> Vec<(usize, Step)> {
    let mut place = 0;
    let placed = steps.into_iter().map(|step| {
        if let Step::Keep { new, .. } | Step::Change { new, .. } | Step::Insert { new } = step {
            place = new;
        }
        (place, step)
    });
    placed.collect()
}

/// The statement as a line.
pub(super) fn text(section: &AnySection, index: usize) -> String {
    let mut printer = Printer::new();
    section.print_statement(index, &mut printer);
    line(printer.words())
}

/// What the statement is in its section.
pub(super) fn path(section: &AnySection, index: usize) -> String {
    let own = Printed::new(section, index);
    let is_same =
        |other: &Printed| other.name() == own.name() && other.identity() == own.identity();
    let base = match own.identity() {
        Some(name) => format!("{} {name}", own.name()),
        None => own.name().to_owned(),
    };
    let alike = (0..section.len()).filter(|at| is_same(&Printed::new(section, *at)));
    let alike: Vec<usize> = alike.collect();
    match alike.iter().position(|at| *at == index) {
        Some(number) if alike.len() > 1 => format!("{base}[{number}]"),
        _ => base,
    }
}
