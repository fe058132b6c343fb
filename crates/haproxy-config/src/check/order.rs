//! The order in which rules stand.

mod misplaced_rule;

use super::Rule;
use super::context::Context;
use super::view::Proxy;
use crate::diagnostic::Diagnostic;

pub(super) const RULES: &[&Rule] = &[&misplaced_rule::RULE];

pub(super) fn check_proxy(context: &Context<'_>, proxy: &Proxy<'_>, found: &mut Vec<Diagnostic>) {
    misplaced_rule::check(context, proxy, found);
}
