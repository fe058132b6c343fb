//! `json`: a configuration as JSON.

use std::path::PathBuf;

use clap::Args;
use haproxy_config::SectionSelector;
use haproxy_model::version::Version;

use crate::Outcome;
use crate::environment::EnvironmentArgs;
use crate::error::CliError;
use crate::json;
use crate::selection::version;
use crate::{input, output};

const AFTER_HELP: &str = "\
The JSON is that of HAProxy's Data Plane API, version 3, a section with all that is in it. A whole
configuration is {\"sections\": [...]}, each section with its kind as \"section\". Times are in
milliseconds and sizes in bytes where the API has them so.

What that API cannot say is kept beside it: \"statements\" has the order of the lines and the words
of those without a property, and stands only where something is to be kept. 'haproxy-kit schema'
tells all properties.

Conditional blocks are decided; references to variables stay references. Comments are not in the
JSON: 'haproxy-kit reconcile' brings a changed JSON back into the file, which keeps them.

Examples:
  haproxy-kit json haproxy.cfg
  haproxy-kit json --section 'frontend www' haproxy.cfg | jq .acl_list";

/// Prints a configuration, or one section of it, as JSON.
#[derive(Debug, Args)]
#[command(after_help = AFTER_HELP)]
pub(crate) struct Json {
    /// Files, folders, or - for standard input: together one configuration.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,

    /// Only this section: its kind and its name, such as 'frontend www'.
    #[arg(long, value_name = "SECTION")]
    section: Option<SectionSelector>,

    /// The version of HAProxy that the configuration is for, from 2.4 to 3.4; 3.2 where nothing says
    /// it.
    #[arg(long, value_name = "VERSION", value_parser = version)]
    target: Option<Version>,

    #[command(flatten)]
    environment: EnvironmentArgs,
}

impl Json {
    pub(crate) fn run(self) -> Result<Outcome, CliError> {
        let target = self.environment.target(self.target)?;
        let config = input::read_all(&self.files)?.to_model(&target);
        let value = match &self.section {
            Some(selector) => json::find(&config, selector)?.1.to_json(),
            None => config.to_json(),
        };
        output::write(json::text(&value)?.as_bytes())?;
        Ok(Outcome::Fine)
    }
}
