use clap::{Args, CommandFactory as _};
use clap_complete::Shell;

use crate::cli::Cli;
use crate::error::CliError;
use crate::{Outcome, output};

const AFTER_HELP: &str = "\
Examples:
  haproxy-kit completions bash > ~/.local/share/bash-completion/completions/haproxy-kit
  haproxy-kit completions fish > ~/.config/fish/completions/haproxy-kit.fish";

/// Prints what a shell needs to complete commands and options.
#[derive(Debug, Args)]
#[command(after_help = AFTER_HELP)]
pub(crate) struct Completions {
    /// The shell.
    shell: Shell,
}

impl Completions {
    pub(crate) fn run(self) -> Result<Outcome, CliError> {
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut Cli::command(), "haproxy-kit", &mut script);
        output::write(&script)?;
        Ok(Outcome::Fine)
    }
}
