//! What a proxy's mode or kind makes of its settings.

mod balance_conflict;
mod http_setting;
mod incompatible_backend;
mod unusable_mode;
mod unusable_protocol;

use super::context::Context;
use super::entry::Entry;
use crate::diagnostic::Diagnostic;

pub(super) const RULES: &[Entry] = &[
    Entry::whole(&incompatible_backend::RULE, check),
    Entry::elsewhere(&http_setting::RULE),
    Entry::proxy(&unusable_protocol::RULE, unusable_protocol::check),
    Entry::proxy(&unusable_mode::RULE, unusable_mode::check),
    Entry::proxy(&balance_conflict::RULE, balance_conflict::check),
];

/// Looks at what proxies speak with their backends, and so at what counts only in HTTP.
fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let upgraded = incompatible_backend::check(context, found);
    for proxy in context.proxies() {
        let mut members = context.chain(&proxy);
        let is_upgraded =
            !upgraded.is_empty() && members.any(|member| upgraded.contains(&member.section.index));
        http_setting::check(context, &proxy, is_upgraded, found);
    }
}
