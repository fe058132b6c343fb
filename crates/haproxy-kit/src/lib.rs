//! The `haproxy-kit` command, as a function: for programs that carry it with them.

mod accompanying;
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

use std::ffi::OsString;

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

/// Runs the command with these arguments, the first of which is the program's own name, and returns
/// its exit code: 0 fine, 1 findings, 2 wrong usage or a file that cannot be read or written.
///
/// It reads standard input and writes to standard output and standard error, as the command does.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> u8 {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    // What clap itself prints, before any option is read, is to have no other colours.
    let color = ColorWhen::of_arguments(arguments.iter().cloned());
    let matches = Cli::command()
        .color(color.of_clap())
        .try_get_matches_from(arguments);
    let cli = match matches.and_then(|matches| Cli::from_arg_matches(&matches)) {
        Ok(cli) => cli,
        Err(error) => {
            // Where nobody listens, there is nobody to tell.
            let _ = error.print();
            return u8::try_from(error.exit_code()).unwrap_or(2);
        }
    };
    cli.color.write_global();
    match command::run(cli.command) {
        Ok(Outcome::Fine) => 0,
        Ok(Outcome::Findings) => 1,
        // Who reads the output has seen enough of it.
        Err(CliError::Write(error)) if error.kind() == std::io::ErrorKind::BrokenPipe => 0,
        Err(error) => {
            report::error(&error);
            2
        }
    }
}
