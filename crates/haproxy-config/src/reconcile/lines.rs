use std::ops::Range;

use super::ReconcileError;
use crate::document::{Directive, Document, Line, LineData, LineKind};

/// The branch that a line stands in where no conditional block is open.
pub(super) const UNCONDITIONAL: usize = 0;

/// A document's lines by index, with the branch of a conditional block that each stands in.
pub(super) struct Lines<'d> {
    document: &'d Document,
    file: usize,
    flat: Vec<&'d LineData>,
    /// The index of the first line of each block, and that behind the last.
    starts: Vec<usize>,
    /// The branch in effect before each line, and behind the last; empty without such blocks.
    branches: Vec<usize>,
}

impl<'d> Lines<'d> {
    pub(super) fn new(document: &'d Document, file: usize) -> Self {
        let flat: Vec<&LineData> = document
            .blocks
            .iter()
            .flat_map(|block| &block.lines)
            .collect();
        let mut starts = Vec::with_capacity(document.blocks.len() + 1);
        let mut start = 0;
        for block in &document.blocks {
            starts.push(start);
            start += block.lines.len();
        }
        starts.push(start);
        let branches = if document.has_blocks() {
            branches(&flat)
        } else {
            Vec::new()
        };
        Self {
            document,
            file,
            flat,
            starts,
            branches,
        }
    }

    pub(super) fn len(&self) -> usize {
        self.flat.len()
    }

    pub(super) fn document(&self) -> &'d Document {
        self.document
    }

    pub(super) fn line(&self, index: usize) -> Option<Line<'d>> {
        let data = self.flat.get(index)?;
        Some(Line::new(self.document, data, index + 1))
    }

    pub(super) fn kind(&self, index: usize) -> Option<LineKind> {
        self.flat.get(index).map(|data| data.kind)
    }

    /// The branch that a line inserted before this one stands in.
    pub(super) fn branch(&self, index: usize) -> usize {
        self.branches.get(index).copied().unwrap_or(UNCONDITIONAL)
    }

    /// The block that the line stands in: the lines from a section's start to the next.
    pub(super) fn block_of(&self, index: usize) -> usize {
        self.starts
            .partition_point(|start| *start <= index)
            .saturating_sub(1)
    }

    /// The number of blocks, the lines before the first section included.
    pub(super) fn blocks(&self) -> usize {
        self.starts.len() - 1
    }

    /// The lines of a block.
    pub(super) fn block(&self, block: usize) -> Range<usize> {
        let edge = |at: usize| self.starts.get(at).copied().unwrap_or(self.flat.len());
        edge(block)..edge(block + 1)
    }

    /// The first conditional line among these.
    pub(super) fn edge_in(&self, mut lines: Range<usize>) -> Option<usize> {
        lines.find(|index| self.line(*index).is_some_and(|line| line.is_block_edge()))
    }

    /// That the nearest conditional line from this one on stands in the way.
    pub(super) fn crosses(&self, from: usize) -> ReconcileError {
        let behind = self.edge_in(from..self.len());
        let edge = behind.or_else(|| self.edge_in(0..from));
        ReconcileError::CrossesBlock {
            file: self.file,
            line: edge.unwrap_or(from) + 1,
        }
    }
}

fn branches(lines: &[&LineData]) -> Vec<usize> {
    let mut branches = Vec::with_capacity(lines.len() + 1);
    let mut open = vec![UNCONDITIONAL];
    let mut last = UNCONDITIONAL;
    for line in lines {
        branches.push(open.last().copied().unwrap_or(UNCONDITIONAL));
        let LineKind::Directive(directive) = line.kind else {
            continue;
        };
        if matches!(
            directive,
            Directive::Elif | Directive::Else | Directive::Endif
        ) && open.len() > 1
        {
            open.pop();
        }
        if matches!(directive, Directive::If | Directive::Elif | Directive::Else) {
            last += 1;
            open.push(last);
        }
    }
    branches.push(open.last().copied().unwrap_or(UNCONDITIONAL));
    branches
}
