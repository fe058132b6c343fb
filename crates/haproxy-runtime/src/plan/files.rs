use std::path::{Path, PathBuf};

use haproxy_config::{FileContent, Place, named_files};
use haproxy_model::config::{AnySection, Config};
use haproxy_model::evaluation::FileKind;
use haproxy_model::keyword::Keyword;
use haproxy_model::pattern_file::{MapLine, PatternLine};
use indexmap::IndexMap;

use super::Configuration;
use super::planner::Planner;
use super::reason::{Reason, Why};
use super::step::Step;

/// The files that a configuration names, each with what it holds and the statements that name it.
pub(super) type Named = IndexMap<PathBuf, (FileContent, Vec<Place>)>;

impl Planner<'_> {
    /// What files hold that both configurations name, and certificates that servers come or go with.
    pub(super) fn files(&mut self) {
        let (old, new) = (named(&self.old.config), named(&self.new.config));
        self.bundles(&old, &new);
        let (old, new) = (self.old.with_bundles(old), self.new.with_bundles(new));
        for (path, (content, places)) in &new {
            let outcome = match old.get(path) {
                Some(_) => {
                    self.timestamps(*content, path);
                    self.file(*content, path, places)
                }
                None => self.new_file(*content, path, places),
            };
            self.take(path, outcome);
        }
        for (path, (content, places)) in &old {
            if !new.contains_key(path) && is_of_servers(&self.old.config, places) {
                // What cannot be brought back stays: nothing uses it.
                self.steps.extend(self.removed_store(*content, path));
            }
        }
        self.lists(&old, &new);
    }

    pub(super) fn take(&mut self, path: &Path, outcome: Result<Vec<Step>, Why>) {
        match outcome {
            Ok(steps) => {
                for step in steps {
                    if !self.steps.contains(&step) {
                        self.steps.push(step);
                    }
                }
            }
            Err(why) => {
                let path = path.to_string_lossy().into_owned();
                let reason = Reason::of_file(path, why);
                if !self.reasons.contains(&reason) {
                    self.reasons.push(reason);
                }
            }
        }
    }

    /// A file that both name.
    fn file(&self, content: FileContent, path: &Path, places: &[Place]) -> Result<Vec<Step>, Why> {
        if let FileContent::File(
            FileKind::Certificate | FileKind::Authorities | FileKind::Revocations,
        ) = content
            && !is_of_store(&self.new.config, places)
        {
            return self.replaced_store(content, path);
        }
        let (before, after) = match (self.old.files.get(path), self.new.files.get(path)) {
            // It is the same file, as far as anybody knows.
            (None, None) => return Ok(Vec::new()),
            (Some(before), Some(after)) => (before, after),
            _ => return Err(Why::UnknownFile),
        };
        match content {
            _ if before == after => Ok(Vec::new()),
            FileContent::Map => map(self.old, self.new, path),
            FileContent::Patterns => acl(self.old, self.new, path),
            // Looked at line by line.
            FileContent::File(FileKind::CertificateList) => Ok(Vec::new()),
            _ => Err(Why::FileAtStart),
        }
    }

    /// A file that only the new configuration names; what names it is new as well.
    fn new_file(
        &self,
        content: FileContent,
        path: &Path,
        places: &[Place],
    ) -> Result<Vec<Step>, Why> {
        if !is_of_servers(&self.new.config, places) {
            return Ok(Vec::new());
        }
        self.created_store(content, path)
    }
}

fn named(config: &Config) -> Named {
    let mut named = Named::new();
    for file in named_files(config) {
        let entry = named.entry(file.path).or_insert((file.content, Vec::new()));
        entry.1.push(file.place);
    }
    named
}

/// Whether all of the statements are about servers, which can come and go.
fn is_of_servers(config: &Config, places: &[Place]) -> bool {
    let keyword = |place: &Place| -> Option<&'static Keyword> {
        let section = config.sections.get(place.section)?;
        section.statement_keyword(place.statement?)
    };
    places.iter().all(|place| {
        keyword(place).is_some_and(|own| matches!(own.name, "server" | "default-server"))
    })
}

/// Whether one of the statements is of a crt-store, whose certificates have names of their own.
fn is_of_store(config: &Config, places: &[Place]) -> bool {
    let section = |place: &Place| config.sections.get(place.section);
    let mut sections = places.iter().filter_map(section);
    sections.any(|section| matches!(section, AnySection::CrtStore(_)))
}

fn map(old: &Configuration, new: &Configuration, path: &Path) -> Result<Vec<Step>, Why> {
    let (before, entries) = (entries(old, path)?, entries(new, path)?);
    if before == entries {
        return Ok(Vec::new());
    }
    Ok(vec![Step::ReplaceMap {
        file: path.to_string_lossy().into_owned(),
        before,
        entries,
    }])
}

fn entries(configuration: &Configuration, path: &Path) -> Result<Vec<(String, String)>, Why> {
    let text = configuration.text(path).ok_or(Why::UnknownFile)?;
    let mut entries = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let Ok(line) = line.parse::<MapLine>();
        let Some((key, value)) = line.entry() else {
            continue;
        };
        // A command has no word for no value.
        if value.is_empty() || [key, value].iter().any(|word| word.contains('\0')) {
            return Err(Why::Line { line: index + 1 });
        }
        entries.push((key.to_owned(), value.to_owned()));
    }
    Ok(entries)
}

fn acl(old: &Configuration, new: &Configuration, path: &Path) -> Result<Vec<Step>, Why> {
    let (before, patterns) = (patterns(old, path)?, patterns(new, path)?);
    if before == patterns {
        return Ok(Vec::new());
    }
    Ok(vec![Step::ReplaceAcl {
        file: path.to_string_lossy().into_owned(),
        before,
        patterns,
    }])
}

fn patterns(configuration: &Configuration, path: &Path) -> Result<Vec<String>, Why> {
    let text = configuration.text(path).ok_or(Why::UnknownFile)?;
    let mut patterns = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let Ok(line) = line.parse::<PatternLine>();
        let Some(pattern) = line.pattern() else {
            continue;
        };
        if pattern.contains('\0') {
            return Err(Why::Line { line: index + 1 });
        }
        patterns.push(pattern.to_owned());
    }
    Ok(patterns)
}
