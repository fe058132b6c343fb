//! Tests that cross crates.

mod example;
mod identity;
mod model;
mod tokens;
