use haproxy_model::config::AnySection;

use super::lines::Lines;
use super::plan::Plan;
use super::writer::Writer;
use super::{ReconcileError, ReconcileOptions};
use crate::align::{self, Printed, Step};
use crate::document::LineKind;
use crate::model::{Place, ReadFiles};

/// The indentation where a document shows none.
const INDENT: &[u8] = b"    ";

/// A section to be changed, and what it is to become.
pub(super) struct SectionChange<'a> {
    pub(super) own: &'a ReadFiles,
    pub(super) place: &'a Place,
    pub(super) old: &'a AnySection,
    pub(super) wanted: &'a AnySection,
    pub(super) lines: &'a Lines<'a>,
    pub(super) options: ReconcileOptions,
}

impl SectionChange<'_> {
    /// Plans the edits of the section's lines.
    pub(super) fn plan(&self, plan: &mut Plan) -> Result<(), ReconcileError> {
        let writer = Writer::new(self.wanted, self.options);
        if let Some(line) = self.lines.line(self.place.header)
            && let Some(bytes) = writer.changed_header(self.old, &line)?
        {
            plan.replaced.insert(self.place.header, bytes);
        }
        let steps = align::statements(self.old, self.wanted);
        let moved = self.moved(&steps);
        let next_lines = self.next_lines(&steps);
        let mut previous = self.place.header;
        for (step, next) in steps.iter().zip(next_lines) {
            match *step {
                Step::Keep { old, .. } => previous = self.line_of(old),
                Step::Change { old, new } => {
                    previous = self.line_of(old);
                    if let Some(line) = self.lines.line(previous) {
                        plan.replaced
                            .insert(previous, writer.changed_line(new, &line)?);
                    }
                }
                Step::Remove { old } => {
                    plan.removed.insert(self.line_of(old));
                }
                Step::Insert { new } => {
                    let at = self.position(previous, next, new)?;
                    let source = moved.iter().find(|(_, to)| *to == new);
                    let line = if let Some((old, _)) = source {
                        self.moved_line(self.line_of(*old), at)?
                    } else {
                        let mut line = self.indent(previous, next);
                        line.extend(writer.new_line(new)?);
                        line
                    };
                    plan.insert(at, line);
                }
            }
        }
        Ok(())
    }

    fn line_of(&self, statement: usize) -> usize {
        let lines = self.own.statements(self.place);
        lines.get(statement).copied().unwrap_or_default()
    }

    /// For each step, the line that stays and comes next, with its statement.
    fn next_lines(&self, steps: &[Step]) -> Vec<Option<(usize, usize)>> {
        let mut next = None;
        let mut lines: Vec<Option<(usize, usize)>> = steps
            .iter()
            .rev()
            .map(|step| {
                let behind = next;
                if let Step::Keep { old, .. } | Step::Change { old, .. } = *step {
                    next = Some((self.line_of(old), old));
                }
                behind
            })
            .collect();
        lines.reverse();
        lines
    }

    /// The statements that only stand elsewhere, by their old and new index.
    fn moved(&self, steps: &[Step]) -> Vec<(usize, usize)> {
        let mut gone: Vec<usize> = steps
            .iter()
            .filter_map(|step| match step {
                Step::Remove { old } => Some(*old),
                _ => None,
            })
            .collect();
        let added = steps.iter().filter_map(|step| match step {
            Step::Insert { new } => Some(*new),
            _ => None,
        });
        let moved = added.filter_map(|new| {
            let same = |old: &usize| self.old.statement_equals(*old, self.wanted, new);
            let at = gone.iter().position(same)?;
            Some((gone.remove(at), new))
        });
        moved.collect()
    }

    /// The bytes of a line that goes elsewhere without crossing a conditional line.
    fn moved_line(&self, from: usize, to: usize) -> Result<Vec<u8>, ReconcileError> {
        if let Some(edge) = self.lines.edge_in(from.min(to)..from.max(to)) {
            return Err(self.lines.crosses(edge));
        }
        let line = self.lines.line(from);
        Ok(line.map(|line| line.bytes().to_vec()).unwrap_or_default())
    }

    /// Where a new statement goes between the lines that stay: outside of conditional blocks, unless
    /// both stand in the same branch of one.
    fn position(
        &self,
        previous: usize,
        next: Option<(usize, usize)>,
        new: usize,
    ) -> Result<usize, ReconcileError> {
        let lines = self.lines;
        let branch = lines.branch(self.place.header);
        let behind = previous + 1;
        let block_end = lines.block(lines.block_of(previous)).end;
        let next_line = next.map(|(line, _)| line);
        let end = next_line
            .filter(|next| *next < block_end)
            .unwrap_or(block_end);
        if let Some((line, old)) = next
            && line == end
            && lines.branch(line) == branch
            && self.is_of_kind(old, new)
            && !self.follows_its_kind(previous, new)
        {
            return Ok(line);
        }
        let mut places = behind..=end.max(behind);
        if let Some(at) = places.find(|at| lines.branch(*at) == branch) {
            return Ok(at);
        }
        match next_line {
            Some(next) if lines.branch(behind) == lines.branch(next) => Ok(behind),
            _ => Err(lines.crosses(previous)),
        }
    }

    fn is_of_kind(&self, old: usize, new: usize) -> bool {
        Printed::new(self.old, old).name() == Printed::new(self.wanted, new).name()
    }

    fn follows_its_kind(&self, previous: usize, new: usize) -> bool {
        let lines = self.own.statements(self.place);
        let old = lines.iter().position(|line| *line == previous);
        old.is_some_and(|old| self.is_of_kind(old, new))
    }

    /// The indentation of the statements around.
    fn indent(&self, previous: usize, next: Option<(usize, usize)>) -> Vec<u8> {
        let own = self.own.statements(self.place).first().copied();
        let near = [Some(previous), next.map(|(line, _)| line), own];
        let statement = near
            .into_iter()
            .flatten()
            .find(|line| self.lines.kind(*line) == Some(LineKind::Statement));
        let line = statement.and_then(|line| self.lines.line(line));
        line.map_or_else(|| usual_indent(self.lines), |line| line.indent().to_vec())
    }
}

/// The indentation of the document's first statement.
pub(super) fn usual_indent(lines: &Lines<'_>) -> Vec<u8> {
    let sections = lines.document().sections();
    let mut statements = sections.flat_map(|section| section.statements());
    statements
        .next()
        .map_or(INDENT, |(_, line)| line.indent())
        .to_vec()
}
