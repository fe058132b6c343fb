//! Tests that cross crates.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on fails"
)]

mod boundaries;
mod conditions;
mod conformance;
mod example;
mod expressions;
mod identity;
mod json;
mod memory;
mod migrate;
mod model;
mod mutation;
mod named_files;
mod reconcile;
mod refusals;
mod release_notes;
mod rename;
mod route;
mod rules;
mod tokens;
mod traps;
mod verdicts;
