//! The `haproxy-kit` command.

use std::process::ExitCode;

/// Large configurations are many small values.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    ExitCode::from(haproxy_kit::run(std::env::args_os()))
}
