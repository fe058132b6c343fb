use std::collections::{BTreeMap, BTreeSet};

use crate::document::{Block, Document, Ending, LineData, LineKind};
use crate::edit::ending_of;

/// What a reconciliation did, in lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Summary {
    /// Lines with other words than before.
    pub changed: usize,
    /// Lines that were added, without blank ones.
    pub added: usize,
    /// Lines that were removed.
    pub removed: usize,
}

impl Summary {
    /// Whether nothing was done.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    pub(super) fn add(&mut self, plan: &Plan) {
        self.changed += plan.replaced.len();
        self.added += plan.inserted.values().map(Vec::len).sum::<usize>();
        let sections = plan.sections.values().flatten();
        self.added += sections.map(Vec::len).sum::<usize>();
        self.removed += plan.removed.len();
    }
}

/// The edits of one document, by the index of the line that each is about or stands before.
#[derive(Debug, Default)]
pub(super) struct Plan {
    pub(super) replaced: BTreeMap<usize, Vec<u8>>,
    pub(super) removed: BTreeSet<usize>,
    pub(super) inserted: BTreeMap<usize, Vec<Vec<u8>>>,
    /// The lines of each section that is inserted there, behind what else is.
    pub(super) sections: BTreeMap<usize, Vec<Vec<Vec<u8>>>>,
}

impl Plan {
    pub(super) fn insert(&mut self, at: usize, line: Vec<u8>) {
        self.inserted.entry(at).or_default().push(line);
    }

    pub(super) fn insert_section(&mut self, at: usize, lines: Vec<Vec<u8>>) {
        self.sections.entry(at).or_default().push(lines);
    }

    fn is_empty(&self) -> bool {
        self.replaced.is_empty()
            && self.removed.is_empty()
            && self.inserted.is_empty()
            && self.sections.is_empty()
    }

    pub(super) fn apply(mut self, document: &mut Document) {
        if self.is_empty() {
            return;
        }
        let ending = ending_of(document);
        let blocks = std::mem::take(&mut document.blocks);
        let mut output = Output {
            blocks: Vec::with_capacity(blocks.len()),
            ending,
            is_behind_section: false,
        };
        output.blocks.push(Block::default());
        let mut count = 0;
        for (at, line) in blocks.into_iter().flat_map(|block| block.lines).enumerate() {
            count = at + 1;
            self.insert_at(at, &mut output);
            if self.removed.contains(&at) {
                continue;
            }
            output.keep(match self.replaced.remove(&at) {
                Some(bytes) => LineData::edited(bytes, line.ending),
                None => line,
            });
        }
        self.insert_at(count, &mut output);
        document.blocks = output.blocks;
    }

    fn insert_at(&mut self, at: usize, output: &mut Output) {
        for line in self.inserted.remove(&at).into_iter().flatten() {
            output.keep(LineData::edited(line, output.ending));
        }
        for section in self.sections.remove(&at).into_iter().flatten() {
            output.section(section);
        }
    }
}

struct Output {
    blocks: Vec<Block>,
    ending: Ending,
    /// Whether the last line is that of a section that was inserted.
    is_behind_section: bool,
}

impl Output {
    /// Adds a line; a blank one sets it apart from a section that was inserted before it.
    fn keep(&mut self, line: LineData) {
        if std::mem::take(&mut self.is_behind_section) && line.kind != LineKind::Blank {
            self.push(LineData::edited(Vec::new(), self.ending));
        }
        self.push(line);
    }

    fn section(&mut self, lines: Vec<Vec<u8>>) {
        self.is_behind_section = false;
        if self.last().is_some_and(|last| last.kind != LineKind::Blank) {
            self.push(LineData::edited(Vec::new(), self.ending));
        }
        for line in lines {
            self.push(LineData::edited(line, self.ending));
        }
        self.is_behind_section = true;
    }

    fn last(&mut self) -> Option<&mut LineData> {
        let mut filled = self
            .blocks
            .iter_mut()
            .rev()
            .filter(|block| !block.lines.is_empty());
        filled.next()?.lines.last_mut()
    }

    fn push(&mut self, line: LineData) {
        let ending = self.ending;
        if let Some(last) = self.last()
            && last.ending == Ending::None
        {
            last.ending = ending;
        }
        if matches!(line.kind, LineKind::Section(_)) {
            self.blocks.push(Block::default());
        }
        if let Some(block) = self.blocks.last_mut() {
            block.lines.push(line);
        }
    }
}
