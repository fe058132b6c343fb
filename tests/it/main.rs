//! Tests that cross crates.

mod identity;
mod model;
mod tokens;
