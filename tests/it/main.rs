//! Tests that cross crates.

mod boundaries;
mod identity;
mod tokens;
