use haproxy_model::config::Config;
use haproxy_model::evaluation::Evaluation;
use haproxy_model::reference::Mention;

use crate::diagnostic::{Code, Diagnostic};

/// A model, and where in its document it comes from.
#[derive(Default)]
pub(crate) struct ReadModel {
    pub(crate) config: Config,
    pub(crate) diagnostics: Vec<Diagnostic>,
    /// The index of the line that opens each section, followed by those of its statements.
    pub(crate) lines: Vec<usize>,
    /// The names, in the order of their lines.
    pub(crate) mentions: Vec<ReadMention>,
    /// Whether it has `expose-experimental-directives`.
    pub(crate) exposes_experimental: bool,
    /// What HAProxy evaluates, in the order of the lines, where names are noted.
    pub(crate) evaluations: Vec<ReadEvaluation>,
}

impl ReadModel {
    /// Adds what stands behind it.
    pub(crate) fn append(&mut self, next: Self) {
        let sections = self.config.sections.len();
        append(&mut self.config.sections, next.config.sections);
        append(&mut self.lines, next.lines);
        let mentions = next.mentions.into_iter().map(|found| ReadMention {
            section: sections + found.section,
            ..found
        });
        self.mentions.extend(mentions);
        let evaluations = next.evaluations.into_iter().map(|found| ReadEvaluation {
            section: sections + found.section,
            ..found
        });
        self.evaluations.extend(evaluations);
        let exposes = self.exposes_experimental;
        let found = next.diagnostics.into_iter();
        let found = found.filter(|found| !(exposes && found.code == Code::EXPERIMENTAL));
        self.diagnostics.extend(found);
        self.exposes_experimental |= next.exposes_experimental;
    }
}

/// The first part is most often all there is.
fn append<T>(all: &mut Vec<T>, mut next: Vec<T>) {
    if all.is_empty() {
        *all = next;
    } else {
        all.append(&mut next);
    }
}

/// A name, and where it stands.
pub(crate) struct ReadMention {
    /// The index of its section in the model.
    pub(crate) section: usize,
    /// The number of its line.
    pub(crate) line: usize,
    pub(crate) mention: Mention,
}

/// Something that HAProxy evaluates, and where it stands.
pub(crate) struct ReadEvaluation {
    /// The index of its section in the model.
    pub(crate) section: usize,
    /// The number of its line.
    pub(crate) line: usize,
    pub(crate) evaluation: Evaluation,
}
