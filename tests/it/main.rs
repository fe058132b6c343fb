//! Tests that cross crates.

mod tokens;
