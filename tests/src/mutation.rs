//! Small faults in configurations that HAProxy accepts, and what it and we say of each.

mod fault;
mod outcome;
mod verdicts;

use std::fmt;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::PathBuf;

use haproxy_config::{Severity, Target};

pub use fault::Fault;
pub use outcome::{Outcome, Summary};
pub use verdicts::Verdicts;

use crate::conformance::findings;
use crate::corpus::Entry;
use crate::haproxy::Haproxy;
use crate::{corpus, parallel};

/// A configuration with one fault.
#[derive(Debug)]
pub struct Mutant {
    /// The file that it was made from.
    pub origin: PathBuf,
    /// The fault.
    pub fault: Fault,
    /// Its text.
    pub text: Vec<u8>,
}

impl Mutant {
    /// So many different mutants of a configuration, the same ones each time.
    pub fn all_of(entry: &Entry, count: usize) -> Vec<Self> {
        let text = fs::read(&entry.path).unwrap();
        let mut hasher = DefaultHasher::new();
        entry.name().hash(&mut hasher);
        let mut random = fastrand::Rng::with_seed(hasher.finish());
        let mut mutants: Vec<Self> = Vec::new();
        // A short file has few faults: it is not looked for new ones for ever.
        for _ in 0..count * 4 {
            let Some((fault, mutated)) = Fault::random(&text, &mut random) else {
                break;
            };
            if mutated != text && mutants.iter().all(|mutant| mutant.text != mutated) {
                mutants.push(Self {
                    origin: entry.path.clone(),
                    fault,
                    text: mutated,
                });
            }
            if mutants.len() == count {
                break;
            }
        }
        mutants
    }
}

impl fmt::Display for Mutant {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = self.origin.file_name().unwrap_or_default();
        write!(formatter, "{}:{}", name.to_string_lossy(), self.fault)
    }
}

/// Compares our verdict with HAProxy's on so many mutants of every configuration of the corpus that
/// it accepts on this machine; `None`, with a printed note, where the corpus is missing.
///
/// # Panics
/// Where HAProxy or the file system do not work.
pub fn compare(haproxy: &Haproxy, count: usize) -> Option<Summary> {
    let entries = corpus::entries(haproxy.version())?;
    let target = Target::from_environment(haproxy.environment()).unwrap();
    let verdicts = Verdicts::read(haproxy);
    let outcomes = parallel::map(&entries, |entry| {
        if entry.accepts != Some(true) || entry.local_peer.is_some() {
            return Vec::new();
        }
        if verdicts.of(&entry.path, &fs::read(&entry.path).unwrap()) != Outcome::Accepted {
            return Vec::new();
        }
        let mutants = Mutant::all_of(entry, count).into_iter();
        let judged = mutants.map(|mutant| {
            let theirs = verdicts.of(&mutant.origin, &mutant.text);
            let mut ours = findings(&mutant.text, &target);
            ours.retain(|found| found.severity == Severity::Error);
            (mutant, theirs, ours)
        });
        judged.collect()
    });
    verdicts.write();
    let mut summary = Summary::default();
    for (mutant, theirs, ours) in outcomes.into_iter().flatten() {
        summary.count(&mutant, &theirs, &ours);
    }
    Some(summary)
}
