//! Tests that cross crates.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on fails"
)]

mod boundaries;
mod conditions;
mod example;
mod expressions;
mod identity;
mod json;
mod memory;
mod model;
mod reconcile;
mod rename;
mod rules;
mod tokens;
