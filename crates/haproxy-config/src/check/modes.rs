//! What a proxy's mode or kind makes of its settings.

mod incompatible_backend;

use super::Rule;
use super::context::Context;
use crate::diagnostic::Diagnostic;

pub(super) const RULES: &[&Rule] = &[&incompatible_backend::RULE];

pub(super) fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    incompatible_backend::check(context, found);
}
