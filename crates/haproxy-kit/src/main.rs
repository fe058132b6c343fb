//! The `haproxy-kit` command.

mod cli;
mod command;
mod destination;
mod environment;
mod error;
mod input;
mod json;
mod output;
mod report;
mod selection;

use std::process::ExitCode;

use clap::{CommandFactory as _, FromArgMatches as _};

use cli::{Cli, ColorWhen};
use error::CliError;

/// What a command that did its work tells by its exit code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    /// Nothing to complain about.
    Fine,
    /// Something to look at was found.
    Findings,
}

fn main() -> ExitCode {
    // What clap itself prints, before any option is read, is to have no other colours.
    let color = ColorWhen::of_arguments(std::env::args_os());
    let matches = Cli::command().color(color.of_clap()).get_matches();
    let cli = Cli::from_arg_matches(&matches).unwrap_or_else(|error| error.exit());
    cli.color.write_global();
    match command::run(cli.command) {
        Ok(Outcome::Fine) => ExitCode::SUCCESS,
        Ok(Outcome::Findings) => ExitCode::from(1),
        // Who reads the output has seen enough of it.
        Err(CliError::Write(error)) if error.kind() == std::io::ErrorKind::BrokenPipe => {
            ExitCode::SUCCESS
        }
        Err(error) => {
            report::error(&error);
            ExitCode::from(2)
        }
    }
}
