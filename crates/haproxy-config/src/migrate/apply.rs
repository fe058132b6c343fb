use super::note::{Note, NoteKind};
use super::plan::{Change, Destination, Edit, Plan};
use crate::document::{Document, Ending, Line, LineData, LineKind, Section};
use crate::edit::{RawStatement, ending_of};

/// The indentation of a statement where a section shows none.
const INDENT: &[u8] = b"    ";

impl Plan {
    /// Makes the changes in the document that the plan was made for, and tells them.
    pub(super) fn carry_out(self, document: &mut Document) -> Vec<Note> {
        let mut notes = Vec::new();
        for (index, changes) in self.sections {
            let Some(section) = document.section_at(index) else {
                continue;
            };
            let lines = changed_lines(document, section, &changes);
            if let Some(block) = document.block_mut(index) {
                *block = lines;
            }
            notes.extend(changes.into_iter().flat_map(|change| change.notes));
        }
        notes.extend(end_last_line(document, self.file));
        notes
    }
}

/// The section's lines with these changes.
fn changed_lines(document: &Document, section: Section<'_>, changes: &[Change]) -> Vec<LineData> {
    let own = document.blocks.get(section.index() + 1);
    let own = own.map(|block| block.lines.as_slice()).unwrap_or_default();
    let ending = ending_of(document);
    let mut lines = Vec::with_capacity(own.len() + changes.len());
    let mut moved: Vec<&Change> = changes.iter().collect();
    moved.retain(|change| change.destination.is_some());
    moved.sort_by_key(|change| (change.phase.map(|phase| phase.step), change.at));
    let moved_to = |destination| {
        let moved = moved.iter().copied();
        moved.filter(move |change| change.destination == Some(destination))
    };
    let mut changes_in_order = changes.iter().peekable();
    for (at, (line, data)) in section.lines().zip(own).enumerate() {
        for change in moved_to(Destination::Before(at)) {
            write(&mut lines, section, change, ending);
        }
        match changes_in_order.next_if(|change| change.at == at) {
            Some(change) if change.destination.is_some() => {}
            Some(change) if !matches!(change.edit, Edit::Keep) => {
                write(&mut lines, section, change, line.ending());
            }
            _ => lines.push(data.clone()),
        }
        for change in moved_to(Destination::Behind(at)) {
            write(&mut lines, section, change, ending);
        }
    }
    if let Some((_, before)) = lines.split_last_mut() {
        for line in before {
            if line.ending == Ending::None {
                line.ending = ending;
            }
        }
    }
    lines
}

/// Writes what a line became.
fn write(lines: &mut Vec<LineData>, section: Section<'_>, change: &Change, ending: Ending) {
    let Edit::Replace(data, more) = &change.edit else {
        return;
    };
    let mut data = data.clone();
    data.ending = ending;
    lines.push(data);
    let indent = section
        .line(change.at)
        .map_or(INDENT, |line| indent(section, &line));
    let statement = |statement: &RawStatement| {
        let bytes = [indent, statement.bytes()].concat();
        LineData::edited(bytes, ending)
    };
    lines.extend(more.iter().map(statement));
}

/// The indentation of statements beside the line.
fn indent<'s>(section: Section<'s>, line: &Line<'s>) -> &'s [u8] {
    if line.kind() == LineKind::Statement {
        return line.indent();
    }
    let first = section.statements().next();
    first.map_or(INDENT, |(_, first)| first.indent())
}

/// Ends the last line with a line feed: HAProxy since 2.3 takes a file without one for cut off.
fn end_last_line(document: &mut Document, file: usize) -> Option<Note> {
    let ending = ending_of(document);
    let line = document.lines().last()?;
    if line.ending() != Ending::None || line.bytes().is_empty() {
        return None;
    }
    let note = Note {
        file,
        line: line.number(),
        keyword: String::new(),
        kind: NoteKind::Review,
        message: "the last line had no line feed, and HAProxy takes such a file for cut off"
            .to_owned(),
        help: Some("look whether something is missing at the end of the file".to_owned()),
        before: String::from_utf8_lossy(line.bytes()).trim().to_owned(),
        after: vec![String::from_utf8_lossy(line.bytes()).trim().to_owned()],
    };
    let blocks = document.blocks.iter_mut().rev();
    let mut lines = blocks.flat_map(|block| block.lines.iter_mut().rev());
    lines.next()?.ending = ending;
    Some(note)
}
