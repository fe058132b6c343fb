use super::structure::Placed;
use super::{comment_of, gap_behind, is_verbatim};

/// How far a comment stands behind the longest of its neighbouring statements.
const DISTANCE: usize = 2;

/// Appends the comments that stand behind words, in one column over each run of lines.
pub(super) fn append(placed: &[Placed<'_>], texts: &mut [Vec<u8>]) {
    let mut lines: Vec<(&Placed<'_>, &mut Vec<u8>)> = placed.iter().zip(texts).collect();
    let runs = lines.chunk_by_mut(|(one, _), (next, _)| {
        has_comment(one) && has_comment(next) && !next.blank_before && one.level == next.level
    });
    for run in runs {
        let column = run.iter().map(|(_, text)| width(text)).max().unwrap_or(0) + DISTANCE;
        for (placed, text) in run {
            if !has_comment(placed) {
                continue;
            }
            let missing = column - width(text);
            let gap = placed.line.words().next_back();
            text.push(gap.map_or(b' ', |word| gap_behind(&placed.line, &word)));
            text.resize(text.len() + missing - 1, b' ');
            text.extend_from_slice(comment_of(&placed.line).unwrap_or_default());
        }
    }
}

/// Whether the line has a comment behind its words, which may be moved.
fn has_comment(placed: &Placed<'_>) -> bool {
    let line = &placed.line;
    line.words().len() > 0 && line.comment().is_some() && !is_verbatim(line)
}

/// How wide a text is on a screen, roughly: a character a column.
fn width(text: &[u8]) -> usize {
    let is_continuation = |byte: &&u8| **byte & 0xC0 == 0x80;
    text.len() - text.iter().filter(is_continuation).count()
}
