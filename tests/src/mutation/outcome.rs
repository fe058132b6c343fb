use std::collections::BTreeMap;
use std::fmt::{self, Write};
use std::fs;
use std::path::PathBuf;

use haproxy_config::Diagnostic;

use super::Mutant;
use crate::conformance::Share;

/// What HAProxy says of a mutant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// It takes it.
    Accepted,
    /// It refuses it, with these words first.
    Refused(String),
    /// It crashes, or complains of its surroundings.
    Unknown,
}

/// How our verdicts on mutants compare with HAProxy's.
#[derive(Debug, Default)]
pub struct Summary {
    /// Those that we judge alike, of all with a verdict.
    pub agreed: Share,
    /// Those that HAProxy accepts and we do not, where `missed` counts them, of all with a verdict.
    pub without_false_error: Share,
    /// Those of which HAProxy says nothing that counts.
    pub unknown: usize,
    /// Our errors where HAProxy has none, by our message.
    false_errors: BTreeMap<String, Vec<String>>,
    /// What we miss, by HAProxy's message.
    missed: BTreeMap<String, Vec<String>>,
}

impl Summary {
    pub(super) fn count(&mut self, mutant: &Mutant, theirs: &Outcome, ours: &[Diagnostic]) {
        let is_accepted = match theirs {
            Outcome::Unknown => {
                self.unknown += 1;
                return;
            }
            Outcome::Accepted => true,
            Outcome::Refused(_) => false,
        };
        self.agreed.count(is_accepted == ours.is_empty());
        self.without_false_error
            .count(!is_accepted || ours.is_empty());
        let lines: Vec<_> = mutant.text.split(|byte| *byte == b'\n').collect();
        let line = lines.get(mutant.fault.line - 1).copied();
        let line = String::from_utf8_lossy(line.unwrap_or_default());
        let shown = format!("{mutant}\n        {}", line.trim());
        match (theirs, ours.first()) {
            (Outcome::Accepted, Some(error)) => {
                let group = without_names(&error.message);
                let text = format!("{shown}\n        {error}");
                self.false_errors.entry(group).or_default().push(text);
            }
            (Outcome::Refused(message), None) => {
                let group = without_names(message);
                let text = format!("{shown}\n        {message}");
                self.missed.entry(group).or_default().push(text);
            }
            _ => {}
        }
    }

    /// Writes the disagreements into two files of a folder, the most frequent first, and gives the
    /// folder.
    ///
    /// # Panics
    /// Where they cannot be written.
    pub fn write_misses(&self) -> PathBuf {
        let folder = crate::target_folder().join("conformance");
        fs::create_dir_all(&folder).unwrap();
        for (name, groups) in [
            ("mutants-false-errors", &self.false_errors),
            ("mutants-missed", &self.missed),
        ] {
            fs::write(folder.join(format!("{name}.txt")), listed(groups)).unwrap();
        }
        folder
    }
}

impl fmt::Display for Summary {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "mutants: equal verdicts {}; an error where HAProxy accepts: {} ({:.2}%); no verdict: {}",
            self.agreed,
            self.without_false_error.missed(),
            100.0 - self.without_false_error.percent(),
            self.unknown
        )
    }
}

fn listed(groups: &BTreeMap<String, Vec<String>>) -> String {
    let mut groups: Vec<_> = groups.iter().collect();
    groups.sort_by_key(|(_, examples)| std::cmp::Reverse(examples.len()));
    let mut text = String::new();
    for (group, examples) in groups {
        writeln!(text, "{} {group}", examples.len()).unwrap();
        for example in examples {
            writeln!(text, "    {example}").unwrap();
        }
    }
    text
}

/// A message without what stands in it of the configuration.
fn without_names(message: &str) -> String {
    let message = message
        .rsplit_once("] : ")
        .map_or(message, |(_, text)| text);
    let mut text = String::new();
    for (index, part) in message.split('\'').enumerate() {
        if index % 2 == 0 {
            text.push_str(&part.replace(|character: char| character.is_ascii_digit(), ""));
        } else {
            text.push_str("'…'");
        }
    }
    text
}
