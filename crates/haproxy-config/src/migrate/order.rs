//! Rules that took effect at another time than their place among others says.

use super::change::{Phase, Ruleset, Step};
use super::note::NoteKind;
use super::plan::{Change, Destination, Edit};
use super::subject::left;
use crate::document::{Line, Section};

/// Moves rewritten rules to where they take effect when they did; what cannot move stays as it was.
pub(super) fn arrange(section: Section<'_>, changes: &mut [Change]) {
    for rules in [Ruleset::Request, Ruleset::Response] {
        let is_own = |change: &Change| change.phase.is_some_and(|phase| phase.rules == rules);
        if changes.iter().any(is_own) {
            Arrangement::new(section, rules).arrange(changes);
        }
    }
}

struct Arrangement<'s> {
    section: Section<'s>,
    rules: Ruleset,
    /// The rules with their step, in the order in which they stand.
    placed: Vec<(usize, Step)>,
    /// The line of a rule that ends the others early.
    ends_early: Option<usize>,
}

impl<'s> Arrangement<'s> {
    fn new(section: Section<'s>, rules: Ruleset) -> Self {
        let keyword = rules.keyword().as_bytes();
        let own: Vec<(usize, Line<'s>)> = section
            .statements()
            .filter(|(_, line)| line.starts_with(&[keyword]))
            .collect();
        let allow = own
            .iter()
            .find(|(_, line)| line.word(1).is_some_and(|action| action.is(b"allow")));
        Self {
            section,
            rules,
            ends_early: allow.map(|(_, line)| line.number()),
            placed: own.iter().map(|(at, _)| (*at, Step::Rules)).collect(),
        }
    }

    fn arrange(mut self, changes: &mut [Change]) {
        let own = changes
            .iter()
            .filter_map(|change| Some((change.at, self.step(change.phase)?)));
        self.placed.extend(own.collect::<Vec<_>>());
        self.placed.sort_by_key(|(at, _)| *at);
        for change in changes {
            let Some(step) = self.step(change.phase) else {
                continue;
            };
            let destination = self.destination(change.at, step);
            let obstacle = if step >= Step::Lines {
                let keyword = self.rules.keyword();
                let early = self.ends_early.map(|line| {
                    format!("'{keyword} allow' in line {line} would end the rules before it")
                });
                early.or_else(|| self.edge(change.at, destination?))
            } else {
                destination.and_then(|destination| {
                    self.edge(change.at, destination)
                        .or_else(|| self.missing_acl(change.at, destination))
                })
            };
            match obstacle {
                Some(obstacle) => stay(change, &obstacle),
                None => change.place(destination, self.section),
            }
        }
    }

    fn step(&self, phase: Option<Phase>) -> Option<Step> {
        phase
            .filter(|phase| phase.rules == self.rules)
            .map(|phase| phase.step)
    }

    /// Where a line of this step has to go; `None` where it may stay.
    fn destination(&self, at: usize, step: Step) -> Option<Destination> {
        if step < Step::Rules {
            let first = self.placed.iter().find(|(_, other)| *other > step);
            let (first, _) = first.filter(|(first, _)| *first < at)?;
            return Some(Destination::Before(*first));
        }
        let last = self.placed.iter().rev().find(|(_, other)| *other < step);
        let (last, _) = last.filter(|(last, _)| *last > at)?;
        Some(Destination::Behind(*last))
    }

    /// The conditional line between the two places.
    fn edge(&self, at: usize, destination: Destination) -> Option<String> {
        let (Destination::Before(to) | Destination::Behind(to)) = destination;
        let mut between = self.section.lines().take(at.max(to) + 1).skip(at.min(to));
        let edge = between.find(Line::is_block_edge)?;
        Some(format!(
            "it would have to move across the conditional line {}",
            edge.number()
        ))
    }

    /// An ACL of its condition that is defined only below where it has to go.
    fn missing_acl(&self, at: usize, destination: Destination) -> Option<String> {
        let (Destination::Before(to) | Destination::Behind(to)) = destination;
        let line = self.section.line(at)?;
        let acls: Vec<Line<'_>> = self
            .section
            .lines()
            .take(at)
            .skip(to)
            .filter(|line| line.starts_with(&[b"acl"]))
            .collect();
        let is_used = |name: &[u8]| {
            line.words().skip(1).any(|word| {
                word.value()
                    .is_some_and(|value| value.strip_prefix(b"!").unwrap_or(&value) == name)
            })
        };
        let acl = acls
            .iter()
            .find(|acl| acl.value(1).is_some_and(|name| is_used(&name)))?;
        Some(format!(
            "it would have to move above the ACL in line {}",
            acl.number()
        ))
    }
}

/// Leaves the line as it was.
fn stay(change: &mut Change, obstacle: &str) {
    change.edit = Edit::Keep;
    change.phase = None;
    for note in &mut change.notes {
        note.kind = NoteKind::Left;
        note.help = match note.after.first() {
            Some(after) => Some(format!("write '{after}' where it takes effect in time")),
            None => note.help.take(),
        };
        note.after.clear();
        note.message = left(&change.fact, obstacle);
    }
}

impl Change {
    fn place(&mut self, destination: Option<Destination>, section: Section<'_>) {
        let Some(destination) = destination else {
            return;
        };
        self.destination = Some(destination);
        let (place, to, when) = match destination {
            Destination::Before(to) => ("before", to, "after"),
            Destination::Behind(to) => ("behind", to, "before"),
        };
        let number = section.line(to).map_or(0, |line| line.number());
        for note in &mut self.notes {
            note.message = format!(
                "{}; it goes {place} line {number}, which took effect {when} it",
                note.message
            );
        }
    }
}
