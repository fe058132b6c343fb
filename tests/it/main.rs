//! Tests that cross crates.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests"
)]

mod boundaries;
mod conditions;
mod identity;
mod memory;
mod tokens;
