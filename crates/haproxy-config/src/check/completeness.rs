//! What is missing, or can never be reached.

mod address_clash;
mod backend_loop;
mod check_steps;
mod external_check;
mod filter_order;
mod idle_check_rules;
mod incomplete_email_alert;
mod incomplete_section;
mod missing_authority;
mod missing_certificate;
mod missing_check_port;
mod missing_inspect_delay;
mod missing_retries;
mod no_listener;
mod no_local_peer;
mod no_server;
mod overridden_log_format;
mod overruled_servers;
mod overwritten_timeout;
mod peers_listener;
mod shadowed_backend;
mod socket_level;
mod timeouts;
mod unreachable_rule;
mod unused_log_format;

use super::entry::Entry;

pub(super) const RULES: &[Entry] = &[
    Entry::proxy(&timeouts::RULE, timeouts::check),
    Entry::proxy(&no_listener::RULE, no_listener::check),
    Entry::proxy(&unreachable_rule::RULE, unreachable_rule::check),
    Entry::whole(&address_clash::RULE, address_clash::check),
    Entry::proxy(&unused_log_format::RULE, unused_log_format::check),
    Entry::proxy(&idle_check_rules::RULE, idle_check_rules::check),
    Entry::proxy(&incomplete_email_alert::RULE, incomplete_email_alert::check),
    Entry::proxy(&overwritten_timeout::RULE, overwritten_timeout::check),
    Entry::proxy(&shadowed_backend::RULE, shadowed_backend::check),
    Entry::proxy(&no_server::RULE, no_server::check),
    Entry::whole(&missing_certificate::RULE, missing_certificate::check),
    Entry::section(&missing_authority::RULE, missing_authority::check)
        .and_servers(missing_authority::check_servers),
    Entry::servers(&missing_check_port::RULE, missing_check_port::check),
    Entry::proxy(&missing_inspect_delay::RULE, missing_inspect_delay::check),
    Entry::proxy(&backend_loop::RULE, backend_loop::check),
    Entry::proxy(&overruled_servers::RULE, overruled_servers::check),
    Entry::section(&incomplete_section::RULE, incomplete_section::check),
    Entry::proxy(&filter_order::RULE, filter_order::check),
    Entry::proxy(&check_steps::RULE, check_steps::check),
    Entry::servers(&missing_retries::RULE, missing_retries::check),
    Entry::whole(&external_check::RULE, external_check::check),
    Entry::whole(&no_local_peer::RULE, no_local_peer::check),
    Entry::proxy(&overridden_log_format::RULE, overridden_log_format::check),
    Entry::whole(&peers_listener::RULE, peers_listener::check),
    Entry::section(&socket_level::RULE, socket_level::check),
];
