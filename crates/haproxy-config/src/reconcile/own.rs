use std::ops::Range;

use haproxy_model::config::Config;

use super::has_blocks;
use crate::document::Document;
use crate::model::Target;

/// What documents mean as they are, and where each part of it stands.
pub(super) struct Own {
    pub(super) config: Config,
    /// Of each section.
    pub(super) places: Vec<Place>,
    /// The line index of everything, see [`Place`].
    lines: Vec<usize>,
}

/// Where a section stands.
#[derive(Debug, Clone)]
pub(super) struct Place {
    /// The index of its file.
    pub(super) file: usize,
    /// The index in its file of the line that opens it.
    pub(super) header: usize,
    /// Where the lines of its statements are listed.
    statements: Range<usize>,
}

impl Own {
    /// Reads the documents as one configuration, as the target does.
    pub(super) fn read(documents: &[&Document], target: &Target) -> Self {
        let mut own = Self {
            config: Config::new(),
            places: Vec::new(),
            lines: Vec::new(),
        };
        let carries_over = documents.len() > 1 && documents.iter().any(|one| has_blocks(one));
        let mut changed = carries_over.then(|| target.clone());
        for (file, document) in documents.iter().enumerate() {
            let read = document.read_model(changed.as_ref().unwrap_or(target));
            let mut at = own.lines.len();
            own.lines.extend(read.lines.iter().map(|number| number - 1));
            for section in &read.config.sections {
                let statements = at + 1..at + 1 + section.len();
                own.places.push(Place {
                    file,
                    header: own.lines.get(at).copied().unwrap_or_default(),
                    statements: statements.clone(),
                });
                at = statements.end;
            }
            own.config.sections.extend(read.config.sections);
            if let Some(target) = &mut changed {
                target.environment = document.evaluate(&target.environment).environment;
            }
        }
        own
    }

    /// The line index of each statement of a section.
    pub(super) fn statements(&self, place: &Place) -> &[usize] {
        self.lines.get(place.statements.clone()).unwrap_or_default()
    }
}
