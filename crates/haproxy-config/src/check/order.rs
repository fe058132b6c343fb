//! The order in which rules stand.

mod misplaced_rule;

use super::Rule;
use super::context::Context;
use crate::diagnostic::Diagnostic;

pub(super) const RULES: &[&Rule] = &[&misplaced_rule::RULE];

pub(super) fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for proxy in context.proxies() {
        misplaced_rule::check(context, &proxy, found);
    }
}
