//! `explicit-defaults`: which defaults each proxy starts from, said in the file.

use std::path::PathBuf;

use clap::Args;
use haproxy_config::EditError;

use crate::Outcome;
use crate::destination::Destination;
use crate::error::CliError;
use crate::input;

const AFTER_HELP: &str = "\
A defaults section without a name gets one, unnamed_defaults_1 and so on, and each proxy that starts
from the defaults before it says so with 'from'. HAProxy does the same as before, and sections can be
moved then. Needs HAProxy 2.4.

Examples:
  haproxy-kit explicit-defaults --diff haproxy.cfg
  haproxy-kit explicit-defaults --in-place haproxy.cfg conf.d/";

/// Names every defaults section, and says in each proxy which one it starts from.
#[derive(Debug, Args)]
#[command(after_help = AFTER_HELP)]
pub(crate) struct ExplicitDefaults {
    /// Files, folders, or - for standard input: together one configuration.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,

    #[command(flatten)]
    destination: Destination,
}

impl ExplicitDefaults {
    pub(crate) fn run(self) -> Result<Outcome, CliError> {
        let mut files = input::read_all(&self.files)?;
        self.destination.check(&files)?;
        let before = files.clone();
        files.make_defaults_explicit().map_err(explain)?;
        self.destination.write_all(&before, &files)?;
        Ok(Outcome::Fine)
    }
}

fn explain(source: EditError) -> CliError {
    let help = match source {
        EditError::CrossesBlock { .. } => {
            "defaults in a conditional block need a name, and proxies 'from' with it, by hand"
        }
        _ => "give one of them another name first: 'haproxy-kit rename' does",
    };
    CliError::Defaults {
        source,
        help: help.to_owned(),
    }
}
