//! Tasks of this project, run as `cargo xtask TASK`.

fn main() {}
