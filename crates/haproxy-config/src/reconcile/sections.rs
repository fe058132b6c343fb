use std::collections::BTreeSet;

use haproxy_model::config::{AnySection, Config};

use super::lines::{Lines, UNCONDITIONAL};
use super::own::{Own, Place};
use super::plan::Plan;
use super::statements::{SectionChange, usual_indent};
use super::writer::Writer;
use super::{ReconcileError, ReconcileOptions};
use crate::align::{self, Step};
use crate::document::{Directive, Document, LineKind, Section};
use crate::edit::{EditError, removable_end};

/// The edits of each document that make them mean the model together.
pub(super) fn plan(
    documents: &[&Document],
    own: &Own,
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

struct Planner<'a> {
    lines: Vec<Lines<'a>>,
    own: &'a Own,
    wanted: &'a Config,
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

    /// The file and the line before which a new section goes: behind the section before it or before
    /// the one behind it, whichever is of its kind.
    fn position(
        &self,
        previous: Option<usize>,
        next: Option<usize>,
        new: usize,
    ) -> Result<(usize, usize), ReconcileError> {
        let kind = self.wanted.sections.get(new).and_then(AnySection::kind);
        let place =
            |section: Option<usize>| section.and_then(|section| self.own.places.get(section));
        let is_of_kind = |section: usize| {
            self.own
                .config
                .sections
                .get(section)
                .is_some_and(|section| section.kind() == kind)
        };
        let (before, behind) = (place(previous), place(next));
        let other_files = before
            .zip(behind)
            .is_some_and(|(one, other)| one.file != other.file);
        let prefers_next =
            other_files && next.is_some_and(is_of_kind) && !previous.is_some_and(is_of_kind);
        let (file, first_block, until, branch) = match (before, behind) {
            (Some(before), _) if !prefers_next => {
                let lines = self.lines.get(before.file);
                let block = lines.map_or(0, |lines| lines.block_of(before.header));
                let until = behind.filter(|behind| behind.file == before.file);
                (
                    before.file,
                    block,
                    until.map(|behind| behind.header),
                    Some(before.header),
                )
            }
            (_, Some(behind)) => {
                let lines = self.lines.get(behind.file);
                let block = lines.map_or(0, |lines| lines.block_of(behind.header));
                (
                    behind.file,
                    block.saturating_sub(1),
                    Some(behind.header),
                    Some(behind.header),
                )
            }
            _ => {
                let file = self.lines.len().saturating_sub(1);
                let last = self
                    .lines
                    .get(file)
                    .map_or(0, |lines| lines.blocks().saturating_sub(1));
                (file, last, None, None)
            }
        };
        let Some(lines) = self.lines.get(file) else {
            return Ok((0, 0));
        };
        let last = until.map_or(lines.blocks(), |header| lines.block_of(header));
        let mut cuts = (first_block..last.max(first_block + 1)).map(|block| cut(lines, block));
        let branches = [
            Some(UNCONDITIONAL),
            branch.map(|header| lines.branch(header)),
        ];
        for branch in branches.into_iter().flatten() {
            if let Some(at) = cuts.clone().find(|at| lines.branch(*at) == branch) {
                return Ok((file, at));
            }
        }
        Err(lines.crosses(cuts.next().unwrap_or_default()))
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

/// The line of a block before which another section can follow: above the comments and the openings
/// of conditional blocks that lead over to the next.
fn cut(lines: &Lines<'_>, block: usize) -> usize {
    let own = lines.block(block);
    if block + 1 >= lines.blocks() {
        return own.end;
    }
    let leads_over = |line: &usize| {
        let opening = LineKind::Directive(Directive::If);
        lines
            .kind(*line)
            .is_some_and(|kind| kind == LineKind::Comment || kind == opening)
    };
    let above = own.clone().rev().take_while(leads_over).count();
    own.end - above
}
