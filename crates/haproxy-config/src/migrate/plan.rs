use super::change::Phase;
use super::note::Note;
use super::planner::Planner;
use super::survey::Survey;
use super::{MigrateOptions, order};
use crate::document::{Document, LineData};
use crate::edit::RawStatement;

/// What is to change in a document.
pub(super) struct Plan {
    /// The changes of each section that has some, with its index.
    pub(super) sections: Vec<(usize, Vec<Change>)>,
    /// The index of the file.
    pub(super) file: usize,
}

/// What is to change about a line.
pub(super) struct Change {
    /// The index of the line in its section.
    pub(super) at: usize,
    pub(super) edit: Edit,
    /// When the statement took effect.
    pub(super) phase: Option<Phase>,
    /// Why it does not stay as it was.
    pub(super) fact: String,
    /// Where the line goes.
    pub(super) destination: Option<Destination>,
    pub(super) notes: Vec<Note>,
}

/// What a line becomes.
pub(super) enum Edit {
    Keep,
    Remove,
    /// Another line, with statements behind it.
    Replace(LineData, Vec<RawStatement>),
}

/// A place beside another line of the section.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Destination {
    Before(usize),
    Behind(usize),
}

impl Plan {
    pub(super) fn new(
        document: &Document,
        file: usize,
        survey: &Survey,
        options: &MigrateOptions,
    ) -> Self {
        let planner = Planner::new(document, file, survey, options);
        let mut sections = Vec::new();
        for section in document.sections() {
            let mut changes = planner.section(section);
            order::arrange(section, &mut changes);
            if !changes.is_empty() {
                sections.push((section.index(), changes));
            }
        }
        Self { sections, file }
    }
}
