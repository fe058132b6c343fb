//! How often our check says what HAProxy says.

mod figures;
mod judge;
mod ours;

use std::fmt;
use std::fs;
use std::path::PathBuf;

use haproxy_config::Severity;

pub use figures::{Figures, Share};
pub use judge::{Judge, Judged};
pub use ours::{findings, target};

use crate::parallel;

/// What came of comparing our check with one judge's verdicts on the corpus.
#[derive(Debug)]
pub struct Comparison {
    /// Whose verdicts they are: `verdicts of 3.2`, `HAProxy 3.2`.
    pub judge: String,
    /// How often we agree.
    pub figures: Figures,
    /// Where we do not.
    pub misses: Misses,
}

/// The disagreements, a line each: the place, and what was said of it.
#[derive(Debug, Default)]
pub struct Misses {
    /// Our errors in files that the judge does not refuse.
    pub false_errors: Vec<String>,
    /// Files that it refuses, and we do not.
    pub accepted_files: Vec<String>,
    /// Lines that it refuses, and we do not.
    pub accepted_lines: Vec<String>,
    /// Lines that it warns of, and we say nothing.
    pub silent_lines: Vec<String>,
    /// Our errors on lines of refused files that it says nothing of: it may have stopped before.
    pub other_errors: Vec<String>,
}

impl Comparison {
    /// Compares with what this judge says of every file of the corpus; `None`, with a printed note,
    /// where the corpus is missing.
    ///
    /// # Panics
    /// Where a file of the corpus cannot be read.
    pub fn with(judge: &Judge) -> Option<Self> {
        let judged = judge.verdicts()?;
        let compared = parallel::map(&judged, |judged| compare(judge, judged));
        let mut comparison = Self {
            judge: judge.to_string(),
            figures: Figures::default(),
            misses: Misses::default(),
        };
        for (figures, misses) in compared {
            comparison.figures.add(&figures);
            comparison.misses.add(misses);
        }
        Some(comparison)
    }

    /// Writes the disagreements into files of a folder, one for each kind, and gives the folder.
    ///
    /// # Panics
    /// Where they cannot be written.
    pub fn write_misses(&self) -> PathBuf {
        let folder = crate::target_folder().join("conformance");
        fs::create_dir_all(&folder).unwrap();
        let judge = self.judge.replace(' ', "-").to_lowercase();
        for (kind, lines) in self.misses.by_kind() {
            let mut text = lines.join("\n");
            if !text.is_empty() {
                text.push('\n');
            }
            fs::write(folder.join(format!("{judge}-{kind}.txt")), text).unwrap();
        }
        folder
    }
}

impl fmt::Display for Comparison {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:<17} {}", self.judge, self.figures)
    }
}

impl Misses {
    fn add(&mut self, other: Self) {
        self.false_errors.extend(other.false_errors);
        self.accepted_files.extend(other.accepted_files);
        self.accepted_lines.extend(other.accepted_lines);
        self.silent_lines.extend(other.silent_lines);
        self.other_errors.extend(other.other_errors);
    }

    fn by_kind(&self) -> [(&'static str, &[String]); 5] {
        [
            ("false-errors", &self.false_errors),
            ("accepted-files", &self.accepted_files),
            ("accepted-lines", &self.accepted_lines),
            ("silent-lines", &self.silent_lines),
            ("other-errors", &self.other_errors),
        ]
    }
}

/// Compares our findings in one file with the judge's.
fn compare(judge: &Judge, judged: &Judged) -> (Figures, Misses) {
    let text = fs::read(&judged.path).unwrap();
    let target = target(
        judge.version(),
        judge.environment(),
        judged.local_peer.as_deref(),
    );
    let findings = findings(&text, &target);
    let errors: Vec<_> = findings
        .iter()
        .filter(|found| found.severity == Severity::Error)
        .collect();
    let source: Vec<_> = text.split(|byte| *byte == b'\n').collect();
    let shown = |line: usize| {
        let text = source
            .get(line.wrapping_sub(1))
            .copied()
            .unwrap_or_default();
        String::from_utf8_lossy(text).trim().to_owned()
    };
    let mut figures = Figures::default();
    let mut misses = Misses::default();
    let name = &judged.name;
    if judged.refused {
        let is_refused = !errors.is_empty();
        figures.refused_files.count(is_refused);
        if !is_refused {
            let messages = judged.messages.join("\n    ");
            misses
                .accepted_files
                .push(format!("{name}:\n    {messages}"));
        }
        for line in &judged.refused_lines {
            let is_refused = errors.iter().any(|found| found.span.line == *line);
            figures.refused_lines.count(is_refused);
            if !is_refused {
                let message = judged.message_about(*line);
                let text = format!("{name}:{line}: {}\n    {message}", shown(*line));
                misses.accepted_lines.push(text);
            }
        }
        let others = errors
            .iter()
            .filter(|found| !judged.refused_lines.contains(&found.span.line));
        misses
            .other_errors
            .extend(others.map(|found| format!("{name}:{found}\n    {}", shown(found.span.line))));
    } else {
        let errors = errors
            .iter()
            .filter(|found| !judged.unread_lines.contains(&found.span.line));
        misses
            .false_errors
            .extend(errors.map(|found| format!("{name}:{found}\n    {}", shown(found.span.line))));
        figures.accepted_files.count(misses.false_errors.is_empty());
    }
    for line in &judged.warned_lines {
        let is_found = findings.iter().any(|found| found.span.line == *line);
        figures.warned_lines.count(is_found);
        if !is_found {
            let message = judged.message_about(*line);
            let text = format!("{name}:{line}: {}\n    {message}", shown(*line));
            misses.silent_lines.push(text);
        }
    }
    (figures, misses)
}
