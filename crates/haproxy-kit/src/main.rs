//! The `haproxy-kit` command.

fn main() {}
