use std::path::{Path, PathBuf};

use haproxy_config::FileContent;
use haproxy_model::evaluation::FileKind;

use super::Configuration;
use super::files::Named;
use super::planner::Planner;
use super::reason::Why;

/// Certificates of several key types under one name, each in a file of its own.
const ENDINGS: [&str; 3] = [".rsa", ".dsa", ".ecdsa"];

/// Where the certificates of a bundle are, of which HAProxy reads those that there are.
pub(super) fn parts(path: &Path) -> impl Iterator<Item = PathBuf> {
    ENDINGS.iter().map(move |ending| {
        let mut part = path.to_owned();
        part.as_mut_os_string().push(ending);
        part
    })
}

/// Whether this is a certificate of the bundle.
pub(super) fn is_part(path: &Path, bundle: &Path) -> bool {
    parts(bundle).any(|part| part == path)
}

impl Configuration {
    /// The certificates that a name is for: those of a bundle, or the one in the file.
    pub(super) fn bundle(&self, path: PathBuf) -> Vec<PathBuf> {
        if self.files.contains_key(&path) {
            return vec![path];
        }
        let there = parts(&path).filter(|part| self.files.contains_key(part));
        let there: Vec<PathBuf> = there.collect();
        if there.is_empty() { vec![path] } else { there }
    }

    /// The same files, with the certificates of bundles in place of their names.
    pub(super) fn with_bundles(&self, named: Named) -> Named {
        let mut all = Named::new();
        for (path, (content, places)) in named {
            let paths = match content {
                FileContent::File(FileKind::Certificate) => self.bundle(path),
                _ => vec![path],
            };
            for path in paths {
                let entry = all.entry(path).or_insert((content, Vec::new()));
                entry.1.extend(places.iter().copied());
            }
        }
        all
    }
}

impl Planner<'_> {
    /// Names that are for other certificates: HAProxy looks for those of a bundle when it starts.
    pub(super) fn bundles(&mut self, old: &Named, new: &Named) {
        for (path, (content, _)) in new {
            let is_certificate = *content == FileContent::File(FileKind::Certificate);
            if is_certificate
                && old.contains_key(path)
                && self.old.bundle(path.clone()) != self.new.bundle(path.clone())
            {
                self.take(path, Err(Why::FileAtStart));
            }
        }
    }
}
