//! The runtime API against real HAProxy of every version.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::needless_pass_by_value,
    clippy::too_many_lines,
    clippy::struct_excessive_bools,
    reason = "tests"
)]

mod asynchronous;
mod commands;
mod fake;
mod faults;
mod lines;
mod list;
mod master;
mod operations;
mod plan;
mod programs;
mod setup;
mod top;
mod values;
