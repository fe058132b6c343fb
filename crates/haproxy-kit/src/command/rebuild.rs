use std::path::PathBuf;

use clap::Args;
use haproxy_config::{Document, Severity};
use haproxy_model::version::Version;

use crate::Outcome;
use crate::environment::EnvironmentArgs;
use crate::error::CliError;
use crate::input::display_name;
use crate::selection::version;
use crate::{input, output, report};

const AFTER_HELP: &str = "\
The file is read into the typed model, and a fresh file is printed from it: what the configuration
means, laid out evenly. Comments are gone, conditional blocks are decided; references to variables
stay references. A line that no keyword explains is printed as it stands. 'haproxy-kit fmt' lays a
file out without any of this.

What could not be understood goes to standard error, and what the target does not have; the exit code
is 1 where there is an error.

Examples:
  haproxy-kit rebuild haproxy.cfg
  haproxy-kit rebuild --target 2.6 --env MAINTENANCE=1 haproxy.cfg > fresh.cfg";

/// Reads a configuration into the typed model and prints it afresh.
#[derive(Debug, Args)]
#[command(after_help = AFTER_HELP)]
pub(crate) struct Rebuild {
    /// The file, or - for standard input.
    file: PathBuf,

    /// The version of HAProxy that the configuration is for, from 2.4 to 3.4; 3.2 where nothing says
    /// it.
    #[arg(long, value_name = "VERSION", value_parser = version)]
    target: Option<Version>,

    #[command(flatten)]
    environment: EnvironmentArgs,
}

impl Rebuild {
    pub(crate) fn run(self) -> Result<Outcome, CliError> {
        let target = self.environment.target(self.target)?;
        let file = input::read_one(&self.file)?;
        let (config, found) = file.document.to_model(&target);
        let mut diagnostics = file.document.diagnostics();
        for diagnostic in found {
            if !diagnostics.contains(&diagnostic) {
                diagnostics.push(diagnostic);
            }
        }
        diagnostics.sort_by_key(|diagnostic| diagnostic.span);
        report::diagnostics(&file.path, &file.document, &diagnostics);
        let fresh = Document::from_model(&config).map_err(|source| CliError::Print {
            file: display_name(&file.path),
            source,
        })?;
        output::write(&fresh.to_bytes())?;
        let is_error = |severity| severity == Severity::Error;
        let mut severities = diagnostics.iter().map(|diagnostic| diagnostic.severity);
        Ok(if severities.any(is_error) {
            Outcome::Findings
        } else {
            Outcome::Fine
        })
    }
}
