use std::ops::Range;

use crate::document::Line;

/// The parts of a line that hold the name.
pub(super) struct Occurrence {
    pub(super) document: usize,
    pub(super) number: usize,
    pub(super) parts: Vec<(usize, Range<usize>)>,
}

/// What was found of a name.
#[derive(Default)]
pub(super) struct Found {
    pub(super) lines: Vec<Occurrence>,
    pub(super) unsure: Vec<(usize, usize)>,
}

impl Found {
    /// Adds the parts of a line.
    pub(super) fn push(
        &mut self,
        document: usize,
        line: &Line<'_>,
        parts: Vec<(usize, Range<usize>)>,
    ) {
        self.lines.push(Occurrence {
            document,
            number: line.number(),
            parts,
        });
    }

    /// Makes one of the occurrences in one line, in the order of the files.
    pub(super) fn merge(&mut self) {
        self.lines.sort_by_key(|line| (line.document, line.number));
        self.lines.dedup_by(|later, first| {
            let same = (later.document, later.number) == (first.document, first.number);
            if same {
                first.parts.append(&mut later.parts);
            }
            same
        });
        for line in &mut self.lines {
            line.parts.sort_by_key(|(word, range)| (*word, range.start));
            line.parts.dedup();
        }
    }
}
