//! Tests that cross crates.

mod boundaries;
mod identity;
mod json;
mod model;
mod tokens;
