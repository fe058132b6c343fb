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

use super::Rule;
use super::context::Context;
use crate::diagnostic::Diagnostic;
use looker::Looker;

pub(super) const RULES: &[&Rule] = &[
    &missing_file::RULE,
    &invalid_certificate::RULE,
    &key_mismatch::RULE,
    &certificate_expiry::RULE,
    &file_syntax::RULE,
];

pub(super) fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    if !context.options.files {
        return;
    }
    let mut looker = Looker::new(context);
    for evaluated in context.evaluations() {
        looker.look(&evaluated, found);
    }
}
