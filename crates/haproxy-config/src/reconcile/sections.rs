use std::collections::BTreeSet;

use haproxy_model::config::{AnySection, Config};

use super::lines::Lines;
use super::plan::Plan;
use super::statements::{SectionChange, usual_indent};
use super::writer::Writer;
use super::{ReconcileError, ReconcileOptions};
use crate::align::{self, Step};
use crate::document::{Document, LineKind, Section};
use crate::edit::{EditError, removable_end};
use crate::model::{Place, ReadFiles};

/// The edits of each document that make them mean the model together.
pub(super) fn plan(
    documents: &[&Document],
    own: &ReadFiles,
    wanted: &Config,
    options: ReconcileOptions,
) -> Result<Vec<Plan>, ReconcileError> {
    let files = documents.iter().enumerate();
    let planner = Planner {
        lines: files
            .map(|(file, document)| Lines::new(document, file))
            .collect(),
        own,
        wanted,
        options,
    };
    let mut plans: Vec<Plan> = documents.iter().map(|_| Plan::default()).collect();
    planner.plan(&mut plans)?;
    Ok(plans)
}

pub(super) struct Planner<'a> {
    pub(super) lines: Vec<Lines<'a>>,
    pub(super) own: &'a ReadFiles,
    pub(super) wanted: &'a Config,
    options: ReconcileOptions,
}

impl Planner<'_> {
    fn plan(&self, plans: &mut [Plan]) -> Result<(), ReconcileError> {
        let steps = align::sections(&self.own.config, self.wanted);
        let next_places = next_places(&steps);
        let moved = self.moved(&steps);
        let kept_elsewhere: BTreeSet<usize> = moved.iter().map(|(old, _)| *old).collect();
        let mut previous = None;
        for (step, next) in steps.iter().zip(next_places) {
            match *step {
                Step::Keep { old, .. } => previous = Some(old),
                Step::Change { old, new } => {
                    previous = Some(old);
                    self.change(old, new, plans)?;
                }
                Step::Remove { old } => {
                    let is_moved = kept_elsewhere.contains(&old);
                    self.remove(old, is_moved, plans)?;
                }
                Step::Insert { new } => {
                    let (file, at) = self.position(previous, next, new)?;
                    let lines = match moved.iter().find(|(_, to)| *to == new) {
                        Some((old, _)) => self.text_of(*old)?,
                        None => self.new_lines(file, new)?,
                    };
                    if let Some(plan) = plans.get_mut(file) {
                        plan.insert_section(at, lines);
                    }
                }
            }
        }
        Ok(())
    }

    fn old(&self, section: usize) -> Option<(&AnySection, &Place, &Lines<'_>)> {
        let place = self.own.places.get(section)?;
        let old = self.own.config.sections.get(section)?;
        Some((old, place, self.lines.get(place.file)?))
    }

    fn change(&self, old: usize, new: usize, plans: &mut [Plan]) -> Result<(), ReconcileError> {
        let (Some((old, place, lines)), Some(wanted)) =
            (self.old(old), self.wanted.sections.get(new))
        else {
            return Ok(());
        };
        let change = SectionChange {
            own: self.own,
            place,
            old,
            wanted,
            lines,
            options: self.options,
        };
        plans
            .get_mut(place.file)
            .map_or(Ok(()), |plan| change.plan(plan))
    }

    /// The sections that only stand elsewhere, by their old and new index.
    fn moved(&self, steps: &[Step]) -> Vec<(usize, usize)> {
        let gone = steps.iter().filter_map(|step| match step {
            Step::Remove { old } => Some(*old),
            _ => None,
        });
        let mut gone: Vec<usize> = gone.collect();
        let added = steps.iter().filter_map(|step| match step {
            Step::Insert { new } => Some(*new),
            _ => None,
        });
        let moved = added.filter_map(|new| {
            let wanted = self.wanted.sections.get(new)?;
            let same = |old: &usize| self.own.config.sections.get(*old) == Some(wanted);
            let at = gone.iter().position(same)?;
            Some((gone.remove(at), new))
        });
        moved.collect()
    }

    /// Removes a section; one that stands elsewhere afterwards takes the comments right above it along.
    fn remove(&self, old: usize, is_moved: bool, plans: &mut [Plan]) -> Result<(), ReconcileError> {
        let Some((_, place, lines)) = self.old(old) else {
            return Ok(());
        };
        let block = lines.block(lines.block_of(place.header));
        let end = self.end_of(old)?;
        let is_blank = |line: &usize| lines.kind(*line) == Some(LineKind::Blank);
        let blanks = (end..block.end).take_while(is_blank).count();
        if let Some(plan) = plans.get_mut(place.file) {
            let start = if is_moved {
                first_comment(lines, block.start)
            } else {
                block.start
            };
            plan.removed.extend(start..end + blanks);
        }
        Ok(())
    }

    /// The index behind the last line that belongs to the section.
    fn end_of(&self, old: usize) -> Result<usize, ReconcileError> {
        let Some((_, place, lines)) = self.old(old) else {
            return Ok(0);
        };
        let index = lines.block_of(place.header);
        let start = lines.block(index).start;
        let document = lines.document();
        let Some(block) = document.blocks.get(index) else {
            return Ok(start);
        };
        let section = Section::new(document, index.saturating_sub(1), &block.lines, start + 1);
        removable_end(section)
            .map(|end| start + end)
            .map_err(|error| match error {
                EditError::CrossesBlock { line } => ReconcileError::CrossesBlock {
                    file: place.file,
                    line,
                },
                _ => lines.crosses(start),
            })
    }

    fn text_of(&self, old: usize) -> Result<Vec<Vec<u8>>, ReconcileError> {
        let Some((_, place, lines)) = self.old(old) else {
            return Ok(Vec::new());
        };
        let end = self.end_of(old)?;
        let start = first_comment(lines, place.header);
        let own = (start..end).filter_map(|index| lines.line(index));
        Ok(own.map(|line| line.bytes().to_vec()).collect())
    }

    fn new_lines(&self, file: usize, new: usize) -> Result<Vec<Vec<u8>>, ReconcileError> {
        let Some(section) = self.wanted.sections.get(new) else {
            return Ok(Vec::new());
        };
        let writer = Writer::new(section, self.options);
        let indent = self.lines.get(file).map(usual_indent).unwrap_or_default();
        let mut lines = vec![writer.header()?];
        for index in 0..section.len() {
            let line = writer.new_line(index)?;
            lines.push([indent.as_slice(), &line].concat());
        }
        Ok(lines)
    }
}

/// For each step, the section that stays and comes next.
fn next_places(steps: &[Step]) -> Vec<Option<usize>> {
    let mut next = None;
    let mut places: Vec<Option<usize>> = steps
        .iter()
        .rev()
        .map(|step| {
            let behind = next;
            if let Step::Keep { old, .. } | Step::Change { old, .. } = *step {
                next = Some(old);
            }
            behind
        })
        .collect();
    places.reverse();
    places
}

/// The first of the comments right above a section's first line.
fn first_comment(lines: &Lines<'_>, header: usize) -> usize {
    let is_comment = |line: &usize| lines.kind(*line) == Some(LineKind::Comment);
    header - (0..header).rev().take_while(is_comment).count()
}
