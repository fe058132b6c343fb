//! What is missing, or can never be reached.

mod address_clash;
mod idle_check_rules;
mod incomplete_email_alert;
mod no_listener;
mod no_server;
mod overwritten_timeout;
mod shadowed_backend;
mod timeouts;
mod unreachable_rule;
mod unused_log_format;

use super::Rule;
use super::context::Context;
use super::view::Proxy;
use crate::diagnostic::Diagnostic;

pub(super) const RULES: &[&Rule] = &[
    &timeouts::RULE,
    &no_listener::RULE,
    &unreachable_rule::RULE,
    &address_clash::RULE,
    &unused_log_format::RULE,
    &idle_check_rules::RULE,
    &incomplete_email_alert::RULE,
    &overwritten_timeout::RULE,
    &shadowed_backend::RULE,
    &no_server::RULE,
];

pub(super) fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    address_clash::check(context, found);
}

pub(super) fn check_proxy(context: &Context<'_>, proxy: &Proxy<'_>, found: &mut Vec<Diagnostic>) {
    timeouts::check(context, proxy, found);
    no_listener::check(context, proxy, found);
    unreachable_rule::check(context, proxy, found);
    unused_log_format::check(context, proxy, found);
    idle_check_rules::check(context, proxy, found);
    incomplete_email_alert::check(context, proxy, found);
    overwritten_timeout::check(context, proxy, found);
    shadowed_backend::check(context, proxy, found);
    no_server::check(context, proxy, found);
}
