use std::ops::Range;

use haproxy_model::config::Config;

use super::Target;
use super::read::Names;
use super::read_model::{ReadEvaluation, ReadMention, ReadModel};
use crate::diagnostic::Diagnostic;
use crate::document::Document;
use crate::parallel;

/// What documents mean together, and where each part of it stands.
pub(crate) struct ReadFiles {
    pub(crate) config: Config,
    /// Of each section.
    pub(crate) places: Vec<Place>,
    /// What could not be understood.
    pub(crate) diagnostics: Vec<Diagnostic>,
    /// The names, in the order of their lines; none where they were passed over.
    pub(crate) mentions: Vec<ReadMention>,
    /// What HAProxy evaluates, in the order of the lines; nothing where names were passed over.
    pub(crate) evaluations: Vec<ReadEvaluation>,
    /// The line index of everything, see [`Place`].
    lines: Vec<usize>,
}

/// Where a section stands.
#[derive(Debug, Clone)]
pub(crate) struct Place {
    /// The index of its file.
    pub(crate) file: usize,
    /// The index in its file of the line that opens it.
    pub(crate) header: usize,
    /// Where the lines of its statements are listed.
    statements: Range<usize>,
}

impl ReadFiles {
    /// Reads the documents as one configuration, as the target does.
    pub(crate) fn read(documents: &[&Document], target: &Target, names: Names) -> Self {
        let carries_over = documents.len() > 1 && documents.iter().any(|one| one.has_blocks());
        let mut changed = carries_over.then(|| target.clone());
        let mut all = ReadModel::default();
        let mut places = Vec::new();
        for (file, document) in documents.iter().enumerate() {
            let mut read = document.read_model(changed.as_ref().unwrap_or(target), names);
            for found in &mut read.diagnostics {
                found.file = file;
            }
            places_of(&read, file, all.lines.len(), &mut places);
            all.append(read);
            if let Some(target) = &mut changed {
                target.environment = document.evaluate(&target.environment).environment;
            }
        }
        Self {
            config: all.config,
            places,
            diagnostics: all.diagnostics,
            mentions: all.mentions,
            evaluations: all.evaluations,
            lines: all.lines,
        }
    }

    /// Gives its memory back, by so many threads.
    pub(crate) fn free(self, threads: usize) {
        let mut rest = self.config.sections;
        let size = rest.len() / threads.max(1) + 1;
        let mut parts = Vec::with_capacity(threads);
        while rest.len() > size {
            parts.push(rest.split_off(rest.len() - size));
        }
        parts.push(rest);
        parallel::each(threads, parts, drop);
    }

    /// The line index of each statement of a section.
    pub(crate) fn statements(&self, place: &Place) -> &[usize] {
        self.lines.get(place.statements.clone()).unwrap_or_default()
    }
}

/// Where the sections of a file stand; the lines of the files before it are so many.
fn places_of(read: &ReadModel, file: usize, before: usize, places: &mut Vec<Place>) {
    let mut at = 0;
    places.reserve(read.config.sections.len());
    for section in &read.config.sections {
        let end = at + 1 + section.len();
        places.push(Place {
            file,
            header: read.lines.get(at).copied().unwrap_or_default(),
            statements: before + at + 1..before + end,
        });
        at = end;
    }
}
