//! What a proxy's mode or kind makes of its settings.

mod http_setting;
mod incompatible_backend;
mod unusable_protocol;

use super::Rule;
use super::context::Context;
use super::view::Proxy;
use crate::diagnostic::Diagnostic;

pub(super) const RULES: &[&Rule] = &[
    &incompatible_backend::RULE,
    &http_setting::RULE,
    &unusable_protocol::RULE,
];

pub(super) fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let upgraded = incompatible_backend::check(context, found);
    for proxy in context.proxies() {
        let mut members = context.chain(&proxy);
        let is_upgraded =
            !upgraded.is_empty() && members.any(|member| upgraded.contains(&member.section.index));
        http_setting::check(context, &proxy, is_upgraded, found);
    }
}

pub(super) fn check_proxy(context: &Context<'_>, proxy: &Proxy<'_>, found: &mut Vec<Diagnostic>) {
    unusable_protocol::check(context, proxy, found);
}
