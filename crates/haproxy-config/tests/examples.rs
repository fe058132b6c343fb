//! The examples do what they say.
#![allow(dead_code, reason = "each example is a program of its own")]

#[path = "../examples/diff.rs"]
mod diff;
#[path = "../examples/edit.rs"]
mod edit;
#[path = "../examples/json.rs"]
mod json;
#[path = "../examples/migrate.rs"]
mod migrate;
#[path = "../examples/read.rs"]
mod read;
#[path = "../examples/reconcile.rs"]
mod reconcile;
#[path = "../examples/words.rs"]
mod words;

#[test]
fn examples_run() {
    read::main();
    edit::main().unwrap();
    words::main().unwrap();
    reconcile::main().unwrap();
    json::main().unwrap();
    diff::main();
    migrate::main();
}
