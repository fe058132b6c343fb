//! Security; these rules can be switched off together.

mod socket_mode;

use super::Rule;
use super::context::Context;
use crate::diagnostic::Diagnostic;

pub(super) const RULES: &[&Rule] = &[&socket_mode::RULE];

pub(super) fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    if context.options.security {
        socket_mode::check(context, found);
    }
}
