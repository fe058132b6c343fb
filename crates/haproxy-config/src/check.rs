//! What HAProxy would say of a configuration, without HAProxy.
//!
//! A rule is one finding that can be made: its [`Rule`] says what it is about, and a function of its
//! family looks for it. Families are folders, and a rule is a file in them.

mod allowance;
mod completeness;
mod context;
mod entry;
mod expressions;
pub(crate) mod files;
mod globals;
mod looks;
mod modes;
mod names;
mod nearest;
mod options;
mod order;
mod reread;
mod rule;
mod rules;
mod security;
mod servers;
mod settings;
mod tables;
mod view;
mod words;

use std::path::Path;

use crate::diagnostic::Diagnostic;
use crate::document::Document;
use crate::files::{ConfigFiles, FileSource, FileSystem};
use crate::model::{Names, ReadFiles};
use crate::parallel;
use context::Context;
use entry::Entry;
use files::Files;
use looks::Looks;

pub use options::CheckOptions;
pub use rule::{Answer, Example, Family, Rule};

/// The families with the rules of each, in the order of their codes.
const FAMILIES: &[&[Entry]] = &[
    words::RULES,
    names::RULES,
    expressions::RULES,
    modes::RULES,
    order::RULES,
    completeness::RULES,
    security::RULES,
    files::RULES,
    allowance::RULES,
];

/// Every rule, in the order of the codes.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    entries().map(|entry| entry.rule)
}

fn entries() -> impl Iterator<Item = &'static Entry> {
    FAMILIES.iter().copied().flatten()
}

impl Document {
    /// What HAProxy would say of this configuration, and what else a person should know: all of it,
    /// in the order of the lines.
    ///
    /// An error is what HAProxy refuses; a warning is what it warns of, or a known trap. Nothing but
    /// the document is looked at, unless the options say so.
    ///
    /// ```
    /// use haproxy_config::{CheckOptions, Document, Target};
    /// use haproxy_model::version::Version;
    ///
    /// let document = Document::parse("backend app\n    balance leastcon\n");
    /// let options = CheckOptions::new(Target::new(Version::new(3, 2)));
    /// let found = document.check(&options);
    /// let lines: Vec<String> = found.iter().map(ToString::to_string).collect();
    /// assert!(lines.iter().any(|line| line.starts_with("2:13: error[HK0104]")));
    /// ```
    pub fn check(&self, options: &CheckOptions) -> Vec<Diagnostic> {
        self.check_with_files(options, &FileSystem)
    }

    /// As [`Document::check`], with the files that the configuration names from another source than
    /// this machine; they count where [`CheckOptions::files`] says so.
    ///
    /// ```
    /// use std::collections::HashMap;
    /// use std::io;
    /// use std::path::{Path, PathBuf};
    ///
    /// use haproxy_config::{CheckOptions, Code, Document, FileSource, Target};
    /// use haproxy_model::version::Version;
    ///
    /// struct Upload(HashMap<PathBuf, Vec<u8>>);
    ///
    /// impl FileSource for Upload {
    ///     fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
    ///         self.0.get(path).cloned().ok_or(io::ErrorKind::NotFound.into())
    ///     }
    ///
    ///     fn entries(&self, _: &Path) -> Option<Vec<PathBuf>> {
    ///         None
    ///     }
    /// }
    ///
    /// let text = "backend app\n    errorfile 503 /etc/haproxy/sorry.http\n";
    /// let options = CheckOptions::new(Target::new(Version::new(3, 2))).with_files(true);
    /// let found = Document::parse(text).check_with_files(&options, &Upload(HashMap::new()));
    /// assert!(found.iter().any(|one| one.code == Code::MISSING_FILE));
    /// ```
    pub fn check_with_files(
        &self,
        options: &CheckOptions,
        files: &dyn FileSource,
    ) -> Vec<Diagnostic> {
        check(&[self], &[], options, files)
    }
}

impl ConfigFiles {
    /// As [`Document::check`], of all files as one configuration; [`Diagnostic::file`] is the index
    /// of a finding's file.
    pub fn check(&self, options: &CheckOptions) -> Vec<Diagnostic> {
        self.check_with_files(options, &FileSystem)
    }

    /// As [`Document::check_with_files`], of all files as one configuration.
    pub fn check_with_files(
        &self,
        options: &CheckOptions,
        files: &dyn FileSource,
    ) -> Vec<Diagnostic> {
        let documents: Vec<&Document> = self.files.iter().map(|file| &file.document).collect();
        let paths: Vec<&Path> = self.files.iter().map(|file| &*file.path).collect();
        check(&documents, &paths, options, files)
    }
}

fn check(
    documents: &[&Document],
    paths: &[&Path],
    options: &CheckOptions,
    files: &dyn FileSource,
) -> Vec<Diagnostic> {
    let mut read = ReadFiles::read(documents, &options.target, Names::Note);
    let mut found = std::mem::take(&mut read.diagnostics);
    for (file, document) in documents.iter().enumerate() {
        let lines = document.diagnostics().into_iter();
        found.extend(lines.map(|diagnostic| diagnostic.in_file(file)));
    }
    let context = Context::new(documents, &read, options);
    let wanted = |entry: &&Entry| options.security || entry.rule.family != Family::Security;
    let looks: Looks = entries()
        .filter(wanted)
        .flat_map(|entry| entry.looks)
        .collect();
    let files = Files {
        source: files,
        paths,
    };
    let threads = parallel::threads_for(context.line_count());
    let mut found = looks.take(&context, files, found, threads);
    read.free(threads);
    found.retain(|diagnostic| !options.allowed.contains(&diagnostic.code));
    allowance::apply(documents, &mut found);
    found.sort_by(|one, other| {
        let key = |found: &Diagnostic| (found.file, found.span, found.code);
        key(one).cmp(&key(other))
    });
    // What is wrong with the words of a line is found both with the line and with its evaluation.
    found.dedup();
    found
}

#[cfg(test)]
mod tests;
