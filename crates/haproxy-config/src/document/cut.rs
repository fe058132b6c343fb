use std::ops::Range;

use super::{Block, Ending, LineData, LineKind, LineSource, WordData, read_line};
use crate::parallel;

/// How long a line is, about.
const BYTES_OF_A_LINE: usize = 64;

/// The words of a text, and its lines, one block for each section and one for what stands before.
pub(super) fn cut(source: &[u8]) -> (Vec<WordData>, Vec<Block>) {
    let threads = parallel::threads_for(source.len() / BYTES_OF_A_LINE);
    let parts = parallel::each(threads, parts(source, threads), |part| {
        Cut::read(source, part)
    });
    let mut all = Cut::default();
    for part in parts {
        all.append(part);
    }
    if all.blocks.is_empty() {
        all.blocks.push(Block::default());
    }
    (all.words, all.blocks)
}

/// The bytes of a text in about so many parts of about the same size, each of whole lines.
fn parts(source: &[u8], count: usize) -> Vec<Range<usize>> {
    let size = source.len() / count.max(1) + 1;
    let mut parts = Vec::with_capacity(count);
    let mut start = 0;
    while start < source.len() {
        let rest = source.get(start + size..).unwrap_or_default();
        let end = match memchr::memchr(b'\n', rest) {
            Some(length) => start + size + length + 1,
            None => source.len(),
        };
        parts.push(start..end);
        start = end;
    }
    parts
}

/// Lines of a text that follow each other.
#[derive(Default)]
struct Cut {
    words: Vec<WordData>,
    /// The lines before the first section among them, then those of each section.
    blocks: Vec<Block>,
}

impl Cut {
    fn read(source: &[u8], part: Range<usize>) -> Self {
        let mut cut = Self {
            words: Vec::with_capacity(part.len() / 10),
            blocks: vec![Block::default()],
        };
        let mut start = part.start;
        while start < part.end {
            let (content, ending, next) = next_line(source, start);
            let first_word = cut.words.len();
            let facts = read_line(content, &mut cut.words);
            let count = u32::try_from(cut.words.len() - first_word).unwrap_or(u32::MAX);
            let place = LineSource::Source {
                start,
                length: content.len(),
                first_word,
                words: count,
            };
            cut.push(LineData::new(place, &facts, ending));
            start = next;
        }
        cut.words.shrink_to_fit();
        cut
    }

    fn push(&mut self, line: LineData) {
        if matches!(line.kind, LineKind::Section(_)) {
            if let Some(block) = self.blocks.last_mut() {
                block.lines.shrink_to_fit();
            }
            self.blocks.push(Block {
                lines: Vec::with_capacity(16),
            });
        }
        if let Some(block) = self.blocks.last_mut() {
            block.lines.push(line);
        }
    }

    /// Adds the lines that follow.
    fn append(&mut self, mut next: Self) {
        if self.blocks.is_empty() {
            *self = next;
            return;
        }
        let before = self.words.len();
        for line in next.blocks.iter_mut().flat_map(|block| &mut block.lines) {
            if let LineSource::Source { first_word, .. } = &mut line.source {
                *first_word += before;
            }
        }
        self.words.append(&mut next.words);
        let mut blocks = next.blocks.into_iter();
        if let (Some(last), Some(mut first)) = (self.blocks.last_mut(), blocks.next()) {
            last.lines.append(&mut first.lines);
        }
        self.blocks.extend(blocks);
    }
}

/// The line at `start` without its ending, the ending, and where the next line starts.
fn next_line(source: &[u8], start: usize) -> (&[u8], Ending, usize) {
    let rest = source.get(start..).unwrap_or_default();
    let Some(length) = memchr::memchr(b'\n', rest) else {
        return (rest, Ending::None, source.len());
    };
    let content = rest.get(..length).unwrap_or_default();
    match content.strip_suffix(b"\r") {
        Some(content) => (content, Ending::CrLf, start + length + 1),
        None => (content, Ending::Lf, start + length + 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_a_text_are_cut_as_the_whole_is() {
        let text =
            "# comment\n\nglobal\n  a b\r\n\nbackend \"x\"\n  server s 192.0.2.1:80\n c".repeat(3);
        let source = text.as_bytes();
        let whole = Cut::read(source, 0..source.len());
        for count in 1..source.len() {
            let mut all = Cut::default();
            for part in parts(source, count) {
                all.append(Cut::read(source, part));
            }
            assert_eq!(all.words, whole.words);
            assert_eq!(format!("{:?}", all.blocks), format!("{:?}", whole.blocks));
        }
    }
}
