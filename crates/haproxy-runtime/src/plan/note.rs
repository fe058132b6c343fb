use std::collections::HashSet;

use serde::Serialize;

use super::planner::Planner;
use super::step::Step;

/// Something that could not be compared with what the process holds: it counts as the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Note {
    /// The certificate.
    pub path: String,
    /// What of it.
    pub what: Untold,
}

/// What a process does not tell of a certificate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Untold {
    /// The certificates behind it, apart from their names.
    #[error("HAProxy tells only the names in its chain, which are the same")]
    Chain,
    /// Its OCSP response, which HAProxy may renew by itself.
    #[error("HAProxy does not tell its OCSP response, or renews it by itself")]
    Response,
    /// The timestamps of its `.sctl` file.
    #[error("HAProxy does not tell the timestamps in its '.sctl'")]
    Timestamps,
}

impl Planner<'_> {
    /// What could not be compared of certificates that stay as the process holds them.
    pub(super) fn notes(&self) -> Vec<Note> {
        let changed: HashSet<&str> = self.steps.iter().filter_map(Step::store).collect();
        let mut notes = Vec::new();
        for (path, held) in &self.old.held {
            let name = path.to_string_lossy();
            if changed.contains(&*name) || !self.new.files.contains_key(path) {
                continue;
            }
            let has_timestamps = self.new.has_timestamps(path, &self.new_beside);
            let untold = [
                (Untold::Chain, held.has_chain()),
                (Untold::Response, held.hides_response()),
                (Untold::Timestamps, has_timestamps),
            ];
            let untold = untold.into_iter().filter(|(_, is_untold)| *is_untold);
            notes.extend(untold.map(|(what, _)| Note {
                path: name.clone().into_owned(),
                what,
            }));
        }
        notes
    }
}
