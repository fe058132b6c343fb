//! `from-json`: the text that JSON stands for.

use std::path::PathBuf;

use clap::Args;
use haproxy_config::{SectionKind, to_text};
use haproxy_model::config::Config;

use crate::Outcome;
use crate::error::CliError;
use crate::input::display_name;
use crate::json;
use crate::output;

const AFTER_HELP: &str = "\
FILE holds what 'haproxy-kit json' prints, or what one writes or gets from the Data Plane API in that
form: a whole configuration, or one section. The JSON of a section says its kind as \"section\", or
--kind does.

Reading is strict: an unknown property or a wrong value is an error that tells its place in the JSON.

Examples:
  haproxy-kit from-json model.json > haproxy.cfg
  haproxy-kit json --section 'backend app' haproxy.cfg | haproxy-kit from-json --kind backend -";

/// Prints the configuration that JSON stands for.
#[derive(Debug, Args)]
#[command(after_help = AFTER_HELP)]
pub(crate) struct FromJson {
    /// The JSON, or - for standard input.
    file: PathBuf,

    /// The kind of section that the JSON is, such as backend.
    #[arg(long, value_name = "KIND")]
    kind: Option<SectionKind>,
}

impl FromJson {
    pub(crate) fn run(self) -> Result<Outcome, CliError> {
        let value = json::read(&self.file)?;
        let config: Config = match self.kind {
            Some(kind) => std::iter::once(json::section(&self.file, kind, &value)?).collect(),
            None => json::config(&self.file, &value)?,
        };
        let text = to_text(&config).map_err(|source| CliError::Print {
            file: display_name(&self.file),
            source,
        })?;
        output::write(&text)?;
        Ok(Outcome::Fine)
    }
}
