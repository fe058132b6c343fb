//! What is missing, or can never be reached.

mod address_clash;
mod idle_check_rules;
mod incomplete_email_alert;
mod no_listener;
mod timeouts;
mod unreachable_rule;
mod unused_log_format;

use super::Rule;
use super::context::Context;
use crate::diagnostic::Diagnostic;

pub(super) const RULES: &[&Rule] = &[&timeouts::RULE, &no_listener::RULE, &unreachable_rule::RULE];

pub(super) fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    address_clash::check(context, found);
    for proxy in context.proxies() {
        timeouts::check(context, &proxy, found);
        no_listener::check(context, &proxy, found);
        unreachable_rule::check(context, &proxy, found);
        unused_log_format::check(context, &proxy, found);
        idle_check_rules::check(context, &proxy, found);
        incomplete_email_alert::check(context, &proxy, found);
    }
}
