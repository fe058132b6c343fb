use std::path::{Path, PathBuf};

use haproxy_config::{FileContent, listed_certificates};
use haproxy_model::crt_list::CrtListLine;
use haproxy_model::evaluation::FileKind;
use haproxy_model::section::global::ExtraFile;

use super::Configuration;
use super::beside::Beside;
use super::files::Named;
use super::held::is_of_bundle;
use super::planner::Planner;
use super::reason::Why;
use super::step::Step;
use crate::operation::{Identity, Store, StoreContent};

/// Certificates, the lists that they stand in, and those who vouch for them.
impl Planner<'_> {
    /// A certificate, CA file or CRL file that both configurations name.
    pub(super) fn replaced_store(
        &self,
        content: FileContent,
        path: &Path,
    ) -> Result<Vec<Step>, Why> {
        let store = store_of(content).ok_or(Why::FileAtStart)?;
        let before = self.old.content(store, path, &self.old_beside);
        let after = self.new.content(store, path, &self.new_beside);
        let is = |content: &StoreContent, held: &Identity| {
            Identity::of(store, content).is_some_and(|content| held.matches(&content))
        };
        let (before, after) = match (self.old.held.get(path), before, after) {
            (None, before, after) if before == after => return Ok(Vec::new()),
            (None, Some(before), Some(after)) => (Some(before), after),
            (Some(held), before, Some(after)) => {
                // The file that the process has read may be another one by now.
                let before = before.filter(|before| is(before, held));
                // Two that it does not tell apart are the same where the files are.
                let is_after = before.as_ref().is_none_or(|before| *before == after);
                if is_after && is(&after, held) {
                    return Ok(Vec::new());
                }
                (before, after)
            }
            // A folder, or what is nowhere.
            (Some(_), None, None) => return Ok(Vec::new()),
            _ => return Err(Why::UnknownFile),
        };
        if self.old.has_timestamps(path, &self.old_beside) {
            return Err(Why::Timestamps);
        }
        Ok(vec![Step::ReplaceStore {
            store,
            file: path.to_string_lossy().into_owned(),
            before,
            after,
        }])
    }

    pub(super) fn created_store(
        &self,
        content: FileContent,
        path: &Path,
    ) -> Result<Vec<Step>, Why> {
        let store = store_of(content).ok_or(Why::FileAtStart)?;
        let content = self.new.content(store, path, &self.new_beside);
        let content = content.ok_or(Why::UnknownFile)?;
        if self.new.has_timestamps(path, &self.new_beside) {
            return Err(Why::Timestamps);
        }
        Ok(vec![Step::CreateStore {
            store,
            file: path.to_string_lossy().into_owned(),
            content,
        }])
    }

    pub(super) fn removed_store(&self, content: FileContent, path: &Path) -> Option<Step> {
        let store = store_of(content)?;
        let content = self.old.content(store, path, &self.old_beside)?;
        let is_there = !self.old.has_timestamps(path, &self.old_beside);
        is_there.then(|| Step::RemoveStore {
            store,
            file: path.to_string_lossy().into_owned(),
            content,
        })
    }

    /// The timestamps of a certificate that both configurations name.
    pub(super) fn timestamps(&mut self, content: FileContent, path: &Path) {
        let old = self.old_beside.path(path, ExtraFile::Sctl);
        let new = self.new_beside.path(path, ExtraFile::Sctl);
        if store_of(content) != Some(Store::Certificate) || old != new {
            return;
        }
        let Some(path) = new else { return };
        if self.old.files.get(&path) != self.new.files.get(&path) {
            self.take(&path, Err(Why::FileAtStart));
        }
    }

    /// The steps of a list, where no command would have to say a bundle.
    fn without_bundles(&self, steps: Vec<Step>) -> Result<Vec<Step>, Why> {
        let has_bundle = |step: &Step| match step {
            Step::AddCrtListLine { line, .. } => is_of_bundle(self.new, line),
            Step::RemoveCrtListLine { line, .. } => is_of_bundle(self.old, line),
            _ => false,
        };
        if steps.iter().any(has_bundle) {
            return Err(Why::Bundle);
        }
        Ok(steps)
    }

    /// The crt-lists and folders that both configurations name.
    pub(super) fn lists(&mut self, old: &Named, new: &Named) {
        let mut before = Certificates::default();
        let mut after = Certificates::default();
        for (path, (content, _)) in new {
            let is_list = match content {
                FileContent::File(FileKind::CertificateList) => true,
                FileContent::File(FileKind::Certificate) => {
                    self.old.is_folder(path) || self.new.is_folder(path)
                }
                _ => false,
            };
            if !is_list || !old.contains_key(path) {
                continue;
            }
            let outcome = lines(self.old, path)
                .and_then(|old| Ok((old, lines(self.new, path)?)))
                .and_then(|(old, new)| list(path, &old, &new))
                .and_then(|steps| self.without_bundles(steps));
            self.take(path, outcome);
            before.add_list(self.old, path);
            after.add_list(self.new, path);
        }
        let content = FileContent::File(FileKind::Certificate);
        for path in &after.0 {
            let outcome = if before.0.contains(path) {
                self.timestamps(content, path);
                self.replaced_store(content, path)
            } else {
                self.created_store(content, path)
            };
            self.take(path, outcome);
        }
        for path in before.0.iter().filter(|path| !after.0.contains(path)) {
            if !old.contains_key(path) && !new.contains_key(path) {
                self.steps.extend(self.removed_store(content, path));
            }
        }
    }
}

/// The certificates of a configuration that stand in lists.
#[derive(Default)]
struct Certificates(Vec<PathBuf>);

impl Certificates {
    fn add_list(&mut self, configuration: &Configuration, list: &Path) {
        let certificates = match configuration.files.get(list) {
            Some(content) => listed_certificates(&configuration.config, content),
            None => configuration.members(list),
        };
        for path in certificates
            .into_iter()
            .flat_map(|path| configuration.bundle(path))
        {
            if !self.0.contains(&path) {
                self.0.push(path);
            }
        }
    }
}

impl Configuration {
    fn content(&self, store: Store, path: &Path, beside: &Beside) -> Option<StoreContent> {
        match store {
            Store::Certificate => self.certificate(path, beside),
            Store::CaFile | Store::CrlFile => self.text(path).map(StoreContent::from),
        }
    }

    /// Whether timestamps are beside a certificate.
    pub(super) fn has_timestamps(&self, certificate: &Path, beside: &Beside) -> bool {
        let path = beside.path(certificate, ExtraFile::Sctl);
        path.is_some_and(|path| self.files.contains_key(&path))
    }

    /// Whether the path is of a folder.
    pub(super) fn is_folder(&self, path: &Path) -> bool {
        !self.files.contains_key(path) && !self.members(path).is_empty()
    }

    /// The certificates in a folder, in HAProxy's order.
    pub(super) fn members(&self, folder: &Path) -> Vec<PathBuf> {
        let members = self.files.keys().filter(|path| {
            let name = path.file_name().map(|name| name.to_string_lossy());
            path.parent() == Some(folder)
                && name.is_some_and(|name| !name.starts_with('.') && !is_beside(&name))
        });
        let mut members: Vec<PathBuf> = members.cloned().collect();
        members.sort();
        members
    }
}

/// Whether a file in a folder of certificates belongs to another one.
fn is_beside(name: &str) -> bool {
    let endings = [".key", ".ocsp", ".sctl", ".issuer", ".dh"];
    endings.iter().any(|ending| name.ends_with(ending))
}

/// What a file of this kind is in memory.
fn store_of(content: FileContent) -> Option<Store> {
    match content {
        FileContent::File(FileKind::Certificate) => Some(Store::Certificate),
        FileContent::File(FileKind::Authorities) => Some(Store::CaFile),
        FileContent::File(FileKind::Revocations) => Some(Store::CrlFile),
        _ => None,
    }
}

/// The lines of a crt-list that count, or of a folder.
fn lines(configuration: &Configuration, list: &Path) -> Result<Vec<String>, Why> {
    let Some(text) = configuration.text(list) else {
        let members = configuration.members(list).into_iter();
        return Ok(members
            .map(|path| path.to_string_lossy().into_owned())
            .collect());
    };
    let mut lines = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let wrong = |_| Why::Line { line: index + 1 };
        let line: CrtListLine = line.parse().map_err(wrong)?;
        lines.extend(line.entry().map(ToString::to_string));
    }
    Ok(lines)
}

/// The steps from one list to the other: lines go from anywhere but the top, and come at the end.
fn list(path: &Path, old: &[String], new: &[String]) -> Result<Vec<Step>, Why> {
    if old == new {
        return Ok(Vec::new());
    }
    let kept: Vec<&String> = old.iter().filter(|line| new.contains(line)).collect();
    let is_behind = new.iter().take(kept.len()).eq(kept.iter().copied());
    // The first one is what clients get who ask for no other.
    if !is_behind || old.first() != new.first() {
        return Err(Why::LineOrder);
    }
    let file = || path.to_string_lossy().into_owned();
    let added = new
        .iter()
        .skip(kept.len())
        .map(|line| Step::AddCrtListLine {
            list: file(),
            line: line.clone(),
        });
    let gone = old.iter().filter(|line| !new.contains(line));
    let removed = gone.map(|line| Step::RemoveCrtListLine {
        list: file(),
        line: line.clone(),
    });
    Ok(added.chain(removed).collect())
}
