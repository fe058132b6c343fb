//! The command line: its commands, and the options that all of them have.

use std::ffi::OsString;

use clap::{Parser, Subcommand, ValueEnum};

use crate::command::{
    anonymize::Anonymize, cat::Cat, charm_shim::CharmShim, check::Check, completions::Completions,
    diff::Diff, edit::Add, edit::Remove, edit::Set, effective::Effective, explain::Explain,
    explicit_defaults::ExplicitDefaults, fmt::Fmt, from_json::FromJson, graph::Graph, json::Json,
    keywords::Keywords, man::Man, migrate::Migrate, plan::Apply, plan::PlanCommand,
    rebuild::Rebuild, reconcile::Reconcile, rename::Rename, reverseproxy::Reverseproxy,
    route::Route, rules::Rules, runtime::Runtime, schema::Schema, tokens::Tokens, top::Top,
};

const AFTER_HELP: &str = "\
Exit codes:
  0  nothing to complain about
  1  findings: a file is not laid out evenly, two differ, HAProxy would refuse it, its version lacks
     a keyword, a rename may have missed a reference, or a migration leaves something to do
  2  wrong usage, an unknown keyword, a file that cannot be read or written, or a running HAProxy
     that refuses or does not answer

Examples:
  haproxy-kit check haproxy.cfg
  haproxy-kit tokens haproxy.cfg
  haproxy-kit set --diff haproxy.cfg 'backend app' 'timeout server' 60s
  haproxy-kit fmt --check haproxy.cfg conf.d/
  haproxy-kit migrate haproxy.cfg --to 3.2 --diff
  haproxy-kit explain http-request set-header

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
    Check(Check),
    Cat(Cat),
    Tokens(Tokens),
    Fmt(Fmt),
    Set(Set),
    Add(Add),
    Remove(Remove),
    Rename(Rename),
    Effective(Effective),
    Graph(Graph),
    ExplicitDefaults(ExplicitDefaults),
    Json(Json),
    FromJson(FromJson),
    Reconcile(Reconcile),
    Schema(Schema),
    Anonymize(Anonymize),
    Migrate(Migrate),
    Rebuild(Rebuild),
    Diff(Diff),
    Rules(Rules),
    Route(Route),
    Reverseproxy(Reverseproxy),
    CharmShim(CharmShim),
    Explain(Explain),
    Keywords(Keywords),
    Plan(PlanCommand),
    Apply(Apply),
    Runtime(Runtime),
    Top(Top),
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
    /// What the arguments of the process say, as far as that can be told without reading them all.
    pub(crate) fn of_arguments(arguments: impl Iterator<Item = OsString>) -> Self {
        let mut when = Self::Auto;
        let mut arguments = arguments.take_while(|argument| argument != "--");
        while let Some(argument) = arguments.next() {
            let value = match argument.to_str() {
                Some("--color") => arguments.next().and_then(|value| value.into_string().ok()),
                Some(text) => text.strip_prefix("--color=").map(str::to_owned),
                None => None,
            };
            if let Some(value) = value {
                when = Self::from_str(&value, false).unwrap_or(when);
            }
        }
        when
    }

    /// The same choice for what clap prints.
    pub(crate) const fn of_clap(self) -> clap::ColorChoice {
        match self {
            Self::Auto => clap::ColorChoice::Auto,
            Self::Always => clap::ColorChoice::Always,
            Self::Never => clap::ColorChoice::Never,
        }
    }

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
