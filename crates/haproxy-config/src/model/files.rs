use std::ops::Range;

use haproxy_model::config::{AnySection, Config};

use super::Target;
use super::read::{Names, ReadEvaluation, ReadMention};
use crate::diagnostic::{Code, Diagnostic};
use crate::document::Document;

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
        let mut all = Self {
            config: Config::new(),
            places: Vec::new(),
            diagnostics: Vec::new(),
            mentions: Vec::new(),
            evaluations: Vec::new(),
            lines: Vec::new(),
        };
        let carries_over = documents.len() > 1 && documents.iter().any(|one| one.has_blocks());
        let mut changed = carries_over.then(|| target.clone());
        let mut exposes_experimental = false;
        for (file, document) in documents.iter().enumerate() {
            let read = document.read_model(changed.as_ref().unwrap_or(target), names);
            all.places_of(file, &read.config.sections, &read.lines);
            let sections = all.config.sections.len();
            let mentions = read.mentions.into_iter();
            all.mentions.extend(mentions.map(|found| ReadMention {
                section: sections + found.section,
                ..found
            }));
            let evaluations = read.evaluations.into_iter();
            all.evaluations
                .extend(evaluations.map(|found| ReadEvaluation {
                    section: sections + found.section,
                    ..found
                }));
            let found = read.diagnostics.into_iter();
            let found = found.filter(|diagnostic| {
                !(exposes_experimental && diagnostic.code == Code::EXPERIMENTAL)
            });
            all.diagnostics
                .extend(found.map(|diagnostic| diagnostic.in_file(file)));
            exposes_experimental |= read.exposes_experimental;
            all.config.sections.extend(read.config.sections);
            if let Some(target) = &mut changed {
                target.environment = document.evaluate(&target.environment).environment;
            }
        }
        all
    }

    fn places_of(&mut self, file: usize, sections: &[AnySection], lines: &[usize]) {
        let mut at = self.lines.len();
        self.lines.extend(lines.iter().map(|number| number - 1));
        for section in sections {
            let statements = at + 1..at + 1 + section.len();
            self.places.push(Place {
                file,
                header: self.lines.get(at).copied().unwrap_or_default(),
                statements: statements.clone(),
            });
            at = statements.end;
        }
    }

    /// The line index of each statement of a section.
    pub(crate) fn statements(&self, place: &Place) -> &[usize] {
        self.lines.get(place.statements.clone()).unwrap_or_default()
    }
}
