//! Security; these rules can be switched off together.

mod connection_limit;
mod lenient_parsing;
mod plain_password;
mod socket_mode;
mod stats_page;
mod unverified_server;
mod weak_ciphers;
mod weak_tls;

use super::entry::Entry;

pub(super) const RULES: &[Entry] = &[
    Entry::section(&socket_mode::RULE, socket_mode::check),
    Entry::section(&weak_tls::RULE, weak_tls::check),
    Entry::proxy(&unverified_server::RULE, unverified_server::check),
    Entry::proxy(&stats_page::RULE, stats_page::check),
    Entry::whole(&plain_password::RULE, plain_password::check),
    Entry::proxy(&lenient_parsing::RULE, lenient_parsing::check),
    Entry::whole(&connection_limit::RULE, connection_limit::check),
    Entry::section(&weak_ciphers::RULE, weak_ciphers::check),
];
