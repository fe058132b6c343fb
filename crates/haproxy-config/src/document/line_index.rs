use super::{Document, Line};

/// The lines of a document, to be found by their index.
pub(crate) struct LineIndex<'a> {
    document: &'a Document,
    /// The index of the line that follows each block of lines.
    ends: Vec<usize>,
}

impl<'a> LineIndex<'a> {
    pub(crate) fn of(document: &'a Document) -> Self {
        let mut end = 0;
        let ends = document.blocks.iter().map(|block| {
            end += block.lines.len();
            end
        });
        Self {
            document,
            ends: ends.collect(),
        }
    }

    /// The document.
    pub(crate) const fn document(&self) -> &'a Document {
        self.document
    }

    /// Whether some line refers to an environment variable.
    pub(crate) fn has_variables(&self) -> bool {
        self.document.lines().any(|line| line.has_variable())
    }

    /// The number of lines.
    pub(crate) fn line_count(&self) -> usize {
        self.ends.last().copied().unwrap_or(0)
    }

    /// The line of this index, counted from 0.
    pub(crate) fn line(&self, index: usize) -> Option<Line<'a>> {
        let block = self.ends.partition_point(|end| *end <= index);
        let start = match block.checked_sub(1) {
            Some(before) => *self.ends.get(before)?,
            None => 0,
        };
        let data = self
            .document
            .blocks
            .get(block)?
            .lines
            .get(index.checked_sub(start)?)?;
        Some(Line::new(self.document, data, index + 1))
    }
}
