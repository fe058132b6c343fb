//! Every command of HAProxy's command line interface: its request and its answer as types.
//!
//! One file a noun. [`forms()`] lists all of them with what is known of each.

mod acme;
mod activity;
mod answer;
mod arguments;
mod backend;
mod cache;
mod certificate;
mod cli;
mod counters;
mod crt_list;
mod definition;
mod developer;
mod errors;
mod events;
mod frontend;
mod info;
mod limits;
mod master;
mod name;
mod ocsp;
mod parameter;
mod pattern;
mod peers;
mod pools;
mod process;
mod quic;
mod raw;
mod resolvers;
mod server;
mod server_state;
mod session;
mod stat;
mod stick_table;
#[cfg(test)]
mod tests;
mod ticket_keys;
mod trace;
mod variable;
mod version;
mod weight;

pub use acme::*;
pub use activity::*;
pub use answer::{Done, Line, Names, Outline, Report, Switch, Text, Words};
pub use arguments::Arguments;
pub use backend::*;
pub use cache::*;
pub use certificate::*;
pub use cli::*;
pub use counters::*;
pub use crt_list::*;
pub use definition::{Answer, Command, Form, FormParameter, Rows, RowsCommand};
pub(crate) use definition::{commands, rows};
pub use developer::*;
pub use errors::*;
pub use events::*;
pub use frontend::*;
pub use info::*;
pub use limits::*;
pub use master::*;
pub use name::{BackendName, FileName, FrontendName, ServerPath, ServerPathError, TableName};
pub use ocsp::*;
pub use parameter::Parameter;
pub use pattern::*;
pub use peers::*;
pub use pools::*;
pub use process::*;
pub use quic::*;
pub use raw::{Raw, RawJson};
pub use resolvers::*;
pub use server::*;
pub use server_state::*;
pub use session::*;
pub use stat::*;
pub use stick_table::*;
pub use ticket_keys::*;
pub use trace::*;
pub use variable::*;
pub use version::*;
pub use weight::Weight;

/// All forms of all commands.
pub fn forms() -> impl Iterator<Item = &'static Form> {
    [
        acme::FORMS,
        activity::FORMS,
        backend::FORMS,
        cache::FORMS,
        certificate::FORMS,
        cli::FORMS,
        counters::FORMS,
        crt_list::FORMS,
        developer::FORMS,
        errors::FORMS,
        events::FORMS,
        frontend::FORMS,
        info::FORMS,
        limits::FORMS,
        master::FORMS,
        ocsp::FORMS,
        pattern::FORMS,
        peers::FORMS,
        pools::FORMS,
        process::FORMS,
        resolvers::FORMS,
        quic::FORMS,
        server::FORMS,
        server_state::FORMS,
        session::FORMS,
        stat::FORMS,
        stat::forms::FORMS,
        stick_table::FORMS,
        ticket_keys::FORMS,
        trace::FORMS,
        variable::FORMS,
        version::FORMS,
    ]
    .into_iter()
    .flatten()
}

/// The form that a command line is of, if it is one known command.
pub fn form_of(line: &str) -> Option<&'static Form> {
    Form::of(forms(), line).map(|(form, _)| form)
}
