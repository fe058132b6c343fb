//! Tests that cross crates.

mod boundaries;
mod identity;
mod model;
mod reconcile;
mod tokens;
