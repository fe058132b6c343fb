//! Security; these rules can be switched off together.

mod connection_limit;
mod lenient_parsing;
mod plain_password;
mod socket_mode;
mod stats_page;
mod unverified_server;
mod weak_tls;

use super::Rule;
use super::context::Context;
use crate::diagnostic::Diagnostic;

pub(super) const RULES: &[&Rule] = &[
    &socket_mode::RULE,
    &weak_tls::RULE,
    &unverified_server::RULE,
    &stats_page::RULE,
    &plain_password::RULE,
    &lenient_parsing::RULE,
    &connection_limit::RULE,
];

pub(super) fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    if !context.options.security {
        return;
    }
    socket_mode::check(context, found);
    connection_limit::check(context, found);
    plain_password::check(context, found);
    weak_tls::check_global(context, found);
    for proxy in context.proxies() {
        for (place, statement) in proxy.statements() {
            weak_tls::check(context, place, statement, found);
            unverified_server::check(context, place, statement, found);
            lenient_parsing::check(context, place, statement, found);
        }
        stats_page::check(context, &proxy, found);
    }
}
