//! The command line: its commands, and the options that all of them have.

use clap::{Parser, Subcommand, ValueEnum};

use crate::command::{
    anonymize::Anonymize, cat::Cat, completions::Completions, edit::Add, edit::Remove, edit::Set,
    fmt::Fmt, man::Man, tokens::Tokens,
};

const AFTER_HELP: &str = "\
Exit codes:
  0  nothing to complain about
  1  findings: a file is not laid out evenly, or HAProxy would refuse it
  2  wrong usage, or a file that cannot be read or written

Examples:
  haproxy-kit tokens haproxy.cfg
  haproxy-kit set --diff haproxy.cfg 'backend app' 'timeout server' 60s
  haproxy-kit fmt --check haproxy.cfg conf.d/

FILE is a file, a folder (its *.cfg files in HAProxy's order), or - for standard input.";

/// Reads and edits HAProxy configuration without changing a byte it was not asked to change.
#[derive(Debug, Parser)]
#[command(name = "haproxy-kit", version, after_help = AFTER_HELP)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,

    /// When to use colours.
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub(crate) color: ColorWhen,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Cat(Cat),
    Tokens(Tokens),
    Fmt(Fmt),
    Set(Set),
    Add(Add),
    Remove(Remove),
    Anonymize(Anonymize),
    Completions(Completions),
    Man(Man),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ColorWhen {
    /// On a terminal, unless `NO_COLOR` is set.
    Auto,
    Always,
    Never,
}

impl ColorWhen {
    /// Makes it the choice of the whole process.
    pub(crate) fn write_global(self) {
        let choice = match self {
            Self::Auto => anstream::ColorChoice::Auto,
            Self::Always => anstream::ColorChoice::Always,
            Self::Never => anstream::ColorChoice::Never,
        };
        choice.write_global();
    }
}
