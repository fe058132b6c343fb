//! Tests that cross crates.

mod boundaries;
mod identity;
mod model;
mod tokens;
