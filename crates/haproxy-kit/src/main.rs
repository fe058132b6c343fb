//! The `haproxy-kit` command.

use std::process::ExitCode;

fn main() -> ExitCode {
    ExitCode::from(haproxy_kit::run(std::env::args_os()))
}
