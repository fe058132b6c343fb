use std::collections::HashMap;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use super::Outcome;
use crate::haproxy::Haproxy;

/// What one HAProxy says of texts; it is asked once about each, and its answers are kept in the target
/// folder.
#[derive(Debug)]
pub struct Verdicts {
    haproxy: Haproxy,
    kept: PathBuf,
    known: Mutex<HashMap<u64, Outcome>>,
}

impl Verdicts {
    /// Those that are known already.
    ///
    /// # Panics
    /// Where what is kept cannot be understood.
    pub fn read(haproxy: &Haproxy) -> Self {
        let kept = crate::target_folder()
            .join("conformance")
            .join(format!("verdicts-{}.txt", haproxy.version()));
        let text = fs::read_to_string(&kept).unwrap_or_default();
        let known = text.lines().map(|line| {
            let (hash, outcome) = line.split_once(' ').unwrap();
            let outcome = match outcome.split_once(' ') {
                Some((_, message)) => Outcome::Refused(message.to_owned()),
                None if outcome == "accepted" => Outcome::Accepted,
                None => Outcome::Unknown,
            };
            (hash.parse().unwrap(), outcome)
        });
        Self {
            haproxy: haproxy.clone(),
            kept,
            known: Mutex::new(known.collect()),
        }
    }

    /// What HAProxy says of this text in place of the file at `origin`.
    ///
    /// # Panics
    /// Where it cannot be asked.
    pub fn of(&self, origin: &Path, text: &[u8]) -> Outcome {
        let mut hasher = DefaultHasher::new();
        (origin, text).hash(&mut hasher);
        let hash = hasher.finish();
        if let Some(outcome) = self.known.lock().unwrap().get(&hash) {
            return outcome.clone();
        }
        let outcome = self.asked(origin, text);
        self.known.lock().unwrap().insert(hash, outcome.clone());
        outcome
    }

    /// Keeps what is known.
    ///
    /// # Panics
    /// Where it cannot be written.
    pub fn write(&self) {
        let known = self.known.lock().unwrap();
        let mut lines: Vec<String> = known
            .iter()
            .map(|(hash, outcome)| match outcome {
                Outcome::Accepted => format!("{hash} accepted\n"),
                Outcome::Refused(message) => format!("{hash} refused {message}\n"),
                Outcome::Unknown => format!("{hash} unknown\n"),
            })
            .collect();
        lines.sort();
        let folder = self.kept.parent().unwrap();
        fs::create_dir_all(folder).unwrap();
        // Another test may read them meanwhile.
        let written = tempfile::NamedTempFile::new_in(folder).unwrap();
        fs::write(written.path(), lines.concat()).unwrap();
        written.persist(&self.kept).unwrap();
    }

    fn asked(&self, origin: &Path, text: &[u8]) -> Outcome {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("haproxy.cfg");
        fs::write(&path, text).unwrap();
        let verdict = self.haproxy.check_in(origin.parent().unwrap(), &path);
        let Some(verdict) = verdict else {
            return Outcome::Unknown;
        };
        match verdict.refuses_text() {
            Some(true) => {
                let message = verdict.refusals().next().unwrap_or_default();
                Outcome::Refused(message.to_owned())
            }
            Some(false) if verdict.accepts => Outcome::Accepted,
            None | Some(false) => Outcome::Unknown,
        }
    }
}
