//! What is missing, or can never be reached.

mod timeouts;

use super::Rule;
use super::context::Context;
use crate::diagnostic::Diagnostic;

pub(super) const RULES: &[&Rule] = &[&timeouts::RULE];

pub(super) fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for proxy in context.proxies() {
        timeouts::check(context, &proxy, found);
    }
}
