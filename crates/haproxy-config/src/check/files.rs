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

use super::context::Context;
use super::entry::Entry;
use crate::diagnostic::Diagnostic;
use looker::Looker;

pub(super) const RULES: &[Entry] = &[
    Entry::whole(&missing_file::RULE, check),
    Entry::elsewhere(&invalid_certificate::RULE),
    Entry::elsewhere(&key_mismatch::RULE),
    Entry::elsewhere(&certificate_expiry::RULE),
    Entry::elsewhere(&file_syntax::RULE),
];

/// Looks at each file that is named, for all these rules.
fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    if !context.options.files {
        return;
    }
    let mut looker = Looker::new(context);
    for evaluated in context.evaluations() {
        looker.look(&evaluated, found);
    }
}
