//! Names, and references to them.

mod unknown_backend;

use super::Rule;
use super::context::Context;
use crate::diagnostic::Diagnostic;

pub(super) const RULES: &[&Rule] = &[&unknown_backend::RULE];

pub(super) fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    unknown_backend::check(context, found);
}
