use std::cell::LazyCell;
use std::collections::HashMap;

use haproxy_model::config::AnySection;
use haproxy_model::language::Printer;

use super::groups::groups;
use super::{Change, Place, line};
use crate::align::{self, Printed, Step};

/// The differences between the statements of two sections of one kind.
///
/// Each comes with its index in its configuration.
pub(super) fn compare(
    (old, old_index): (&AnySection, usize),
    (new, new_index): (&AnySection, usize),
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
    // A section without a change is not printed.
    let (old_paths, new_paths) = (LazyCell::new(|| paths(old)), LazyCell::new(|| paths(new)));
    let path = |paths: &[String], at: usize| paths.get(at).cloned().unwrap_or_default();
    for (_, step) in found {
        let (path, one, other) = match step {
            Step::Keep { .. } => continue,
            Step::Change {
                old: one,
                new: other,
            } => (path(&new_paths, other), Some(one), Some(other)),
            Step::Remove { old: one } => (path(&old_paths, one), Some(one), None),
            Step::Insert { new: other } => (path(&new_paths, other), None, Some(other)),
        };
        changes.push(Change {
            path,
            before: one.map(|at| text(old, at)),
            after: other.map(|at| text(new, at)),
            old: one.map(|at| Place::statement(old_index, at)),
            new: other.map(|at| Place::statement(new_index, at)),
            ..Change::of(new)
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

/// What each statement is in its section.
pub(super) fn paths(section: &AnySection) -> Vec<String> {
    let base = |at| {
        let own = Printed::new(section, at);
        match own.identity() {
            Some(name) => format!("{} {name}", own.name()),
            None => own.name().to_owned(),
        }
    };
    let bases: Vec<String> = (0..section.len()).map(base).collect();
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for base in &bases {
        *counts.entry(base).or_default() += 1;
    }
    let mut numbers: HashMap<&str, usize> = HashMap::new();
    let paths = bases.iter().map(|base| {
        if counts.get(base.as_str()).is_none_or(|count| *count < 2) {
            return base.clone();
        }
        let next = numbers.entry(base).or_default();
        let number = *next;
        *next += 1;
        format!("{base}[{number}]")
    });
    paths.collect()
}
