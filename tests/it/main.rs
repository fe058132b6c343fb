//! Tests that cross crates.

mod boundaries;
mod identity;
mod memory;
mod model;
mod tokens;
