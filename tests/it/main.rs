//! Tests that cross crates.

mod identity;
mod tokens;
