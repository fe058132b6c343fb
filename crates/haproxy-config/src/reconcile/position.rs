use haproxy_model::config::AnySection;

use super::ReconcileError;
use super::lines::{Lines, UNCONDITIONAL};
use super::sections::Planner;
use crate::document::{Directive, LineKind};

impl Planner<'_> {
    /// The file and the line before which a new section goes: behind the section before it or before
    /// the one behind it, whichever is of its kind.
    pub(super) fn position(
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
