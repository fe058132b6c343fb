//! The files that a configuration names: whether they are there, and what they hold.

mod certificate;
mod certificate_expiry;
mod example_files;
mod file_syntax;
pub(crate) mod folders;
mod invalid_certificate;
mod key_mismatch;
mod looker;
mod missing_file;
pub(crate) mod named_file;
mod private_key;

use std::path::Path;

use super::context::Context;
use super::entry::Entry;
use crate::diagnostic::Diagnostic;
use crate::files::FileSource;
use looker::Looker;

/// The files that a configuration names, and where it stands itself.
#[derive(Clone, Copy)]
pub(super) struct Files<'a> {
    /// Where they come from.
    pub(super) source: &'a dyn FileSource,
    /// The paths of the configuration's own files; none where they are not known.
    pub(super) paths: &'a [&'a Path],
}

pub(super) const RULES: &[Entry] = &[
    Entry::files(&missing_file::RULE, check),
    Entry::elsewhere(&invalid_certificate::RULE),
    Entry::elsewhere(&key_mismatch::RULE),
    Entry::elsewhere(&certificate_expiry::RULE),
    Entry::elsewhere(&file_syntax::RULE),
];

/// Looks at each file that is named, for all these rules.
fn check(context: &Context<'_>, files: Files<'_>, found: &mut Vec<Diagnostic>) {
    if !context.options.files {
        return;
    }
    let mut looker = Looker::new(context, files);
    for evaluated in context.evaluations() {
        looker.look(&evaluated, found);
    }
}
