//! Keywords and their arguments.
//!
//! Most of these are found where lines are read into the model, which knows what each keyword takes.

mod absent_section;
mod action_side;
mod address;
mod argument;
mod counter_number;
mod header_address;
mod hidden_headers;
mod ignored_peer_parameter;
mod ignored_reply;
mod incomplete;
mod keyword;
mod late_threads;
mod repeated_setting;
mod small_ring;
mod small_time;
mod table_data;
mod tls_versions;
mod unknown_lua;
mod variable;
mod version;
mod wrong_section;

use super::context::Context;
use super::entry::Entry;
use crate::diagnostic::Diagnostic;

pub(super) const RULES: &[Entry] = &[
    Entry::reading(&keyword::UNKNOWN, check),
    Entry::elsewhere(&argument::MISSING),
    Entry::proxy(&argument::INVALID, incomplete::check_proxy),
    Entry::elsewhere(&argument::UNKNOWN),
    Entry::elsewhere(&version::NOT_YET),
    Entry::elsewhere(&version::REMOVED),
    Entry::elsewhere(&version::DEPRECATED),
    Entry::proxy(&wrong_section::RULE, wrong_section::check),
    Entry::elsewhere(&version::EXPERIMENTAL),
    Entry::elsewhere(&argument::IGNORED),
    Entry::elsewhere(&header_address::RULE),
    Entry::elsewhere(&address::RULE),
    Entry::elsewhere(&version::MISSING_FEATURE),
    Entry::section(&small_time::RULE, small_time::check),
    Entry::whole(&repeated_setting::RULE, repeated_setting::check),
    Entry::proxy(&ignored_reply::RULE, ignored_reply::check),
    Entry::whole(&ignored_peer_parameter::RULE, ignored_peer_parameter::check),
    Entry::section(&table_data::RULE, table_data::check),
    Entry::whole(&late_threads::RULE, late_threads::check),
    Entry::whole(&counter_number::RULE, counter_number::check),
    Entry::proxy(&unknown_lua::RULE, unknown_lua::check),
    Entry::proxy(&hidden_headers::RULE, hidden_headers::check),
    Entry::whole(&small_ring::RULE, small_ring::check),
    Entry::proxy(&tls_versions::RULE, tls_versions::check),
];

/// Looks at lines as the target reads them; what is found in sections that it does not have is taken
/// back in between.
fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    header_address::check(context, found);
    address::check(context, found);
    variable::check(context, found);
    absent_section::check(context, found);
    incomplete::check(context, found);
}
