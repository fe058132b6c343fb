use crate::document::{Directive, Document, Ending, Line, LineKind, Section};

/// The indentation where a document shows none.
const INDENT: &[u8] = b"    ";

/// The indentation of a statement that becomes line `at` of the section: its neighbours'.
pub(super) fn indent_at(section: Section<'_>, at: usize, document: &Document) -> Vec<u8> {
    let own = |line: &Line<'_>| line.kind() == LineKind::Statement;
    let before = section.lines().take(at).skip(1).rev().find(own);
    let near = before.or_else(|| section.lines().skip(at.max(1)).find(own));
    let line = near.or_else(|| {
        document
            .sections()
            .flat_map(|section| section.lines().skip(1))
            .find(own)
    });
    line.map_or(INDENT, |line| line.indent()).to_vec()
}

/// The line ending that the document uses.
pub(crate) fn ending_of(document: &Document) -> Ending {
    let mut endings = document.lines().map(|line| line.ending());
    endings
        .find(|ending| *ending != Ending::None)
        .unwrap_or(Ending::Lf)
}

/// The line index at which a statement goes to the section's end: behind its last statement that
/// stands in no conditional block, before comments, blank lines and blocks that follow it.
pub(super) fn end_of_statements(section: Section<'_>) -> usize {
    let unconditional = unconditional(section).last().map_or(0, |(index, _)| index);
    unconditional + 1
}

/// The section's statements that count whenever the section does, with their line indexes.
///
/// What follows the end of a block that was opened before the section belongs to another condition
/// and is not among them.
pub(super) fn unconditional(section: Section<'_>) -> impl Iterator<Item = (usize, Line<'_>)> {
    let mut depth = 0_usize;
    let lines = section
        .lines()
        .enumerate()
        .skip(1)
        .map_while(move |(index, line)| {
            match line.kind() {
                LineKind::Directive(Directive::If) => depth += 1,
                LineKind::Directive(Directive::Endif) => depth = depth.checked_sub(1)?,
                LineKind::Directive(Directive::Elif | Directive::Else) if depth == 0 => {
                    return None;
                }
                _ => {}
            }
            Some((index, line, depth))
        });
    lines
        .filter(|(_, line, depth)| *depth == 0 && line.kind() == LineKind::Statement)
        .map(|(index, line, _)| (index, line))
}
