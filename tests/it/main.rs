//! Tests that cross crates.

mod boundaries;
mod example;
mod identity;
mod memory;
mod model;
mod tokens;
