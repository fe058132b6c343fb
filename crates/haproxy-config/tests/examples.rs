//! The examples do what they say.
#![allow(dead_code, reason = "each example is a program of its own")]

#[path = "../examples/diff.rs"]
mod diff;
#[path = "../examples/edit.rs"]
mod edit;
#[path = "../examples/migrate.rs"]
mod migrate;
#[path = "../examples/read.rs"]
mod read;
#[path = "../examples/reconcile.rs"]
mod reconcile;

#[test]
fn examples_run() {
    read::main();
    edit::main().unwrap();
    reconcile::main().unwrap();
    diff::main();
    migrate::main();
}
