//! `reconcile`: files made to mean a model.

use std::path::PathBuf;

use clap::Args;
use haproxy_config::{ReconcileError, ReconcileOptions, SectionSelector, TimeSuffix};
use haproxy_model::config::Config;
use haproxy_model::version::Version;

use crate::Outcome;
use crate::destination::Destination;
use crate::environment::EnvironmentArgs;
use crate::error::CliError;
use crate::input::{display_name, is_standard_input};
use crate::selection::version;
use crate::{input, json};

const AFTER_HELP: &str = "\
The model is JSON as 'haproxy-kit json' prints it, changed as one likes. Lines whose meaning stays
are not touched: order, comments, indentation and the spelling of values stay. A changed value
changes its own word, what is new goes beside its kind, and what is gone takes the comment on its
line with it.

With --section the model is that section alone; it may have another name there, and all other
sections stay. Lines of conditional blocks that are not taken stay as well. What could be said only
by moving lines into a block or out of one is an error.

Examples:
  haproxy-kit json haproxy.cfg | jq '.sections[1].maxconn = 500' > model.json
  haproxy-kit reconcile --diff haproxy.cfg --model model.json
  haproxy-kit reconcile --in-place haproxy.cfg conf.d/ --model model.json
  haproxy-kit reconcile --section 'backend app' --model app.json --time-suffix s haproxy.cfg";

/// Changes files so that they mean a model, with the smallest edits of lines.
#[derive(Debug, Args)]
#[command(after_help = AFTER_HELP)]
pub(crate) struct Reconcile {
    /// Files, folders, or - for standard input: together one configuration.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,

    /// The JSON of the model, or - for standard input.
    #[arg(long, value_name = "JSON")]
    model: PathBuf,

    /// The section that the model is of, where it is not a whole configuration.
    #[arg(long, value_name = "SECTION")]
    section: Option<SectionSelector>,

    /// The unit of times that are written anew: nearest, none, us, ms, s, m, h or d.
    #[arg(long, value_name = "UNIT")]
    time_suffix: Option<TimeSuffix>,

    /// The version of HAProxy that the configuration is for, from 2.4 to 3.4; 3.2 where nothing says
    /// it.
    #[arg(long, value_name = "VERSION", value_parser = version)]
    target: Option<Version>,

    #[command(flatten)]
    destination: Destination,

    #[command(flatten)]
    environment: EnvironmentArgs,
}

impl Reconcile {
    pub(crate) fn run(self) -> Result<Outcome, CliError> {
        if is_standard_input(&self.model) && self.files.iter().any(|path| is_standard_input(path)) {
            return Err(CliError::StandardInputTwice);
        }
        let target = self.environment.target(self.target)?;
        let mut files = input::read_all(&self.files)?;
        self.destination.check(&files)?;
        let wanted = self.wanted(|| files.to_model(&target))?;
        let mut options = ReconcileOptions::default();
        if let Some(suffix) = self.time_suffix {
            options = options.with_preferred_time_suffix(suffix);
        }
        let before = files.clone();
        files
            .reconcile(&wanted, &target, options)
            .map_err(|source| {
                let file = match source {
                    ReconcileError::CrossesBlock { file, .. } => before.files.get(file),
                    _ => before.files.first(),
                };
                CliError::Reconcile {
                    file: file
                        .map(|file| display_name(&file.path))
                        .unwrap_or_default(),
                    source,
                }
            })?;
        self.destination.write_all(&before, &files)?;
        Ok(Outcome::Fine)
    }

    /// What the files are to mean.
    fn wanted(&self, own: impl FnOnce() -> Config) -> Result<Config, CliError> {
        let value = json::read(&self.model)?;
        let Some(selector) = &self.section else {
            return json::config(&self.model, &value);
        };
        let mut config = own();
        let (at, _) = json::find(&config, selector)?;
        let section = json::section(&self.model, selector.kind, &value)?;
        if let Some(place) = config.sections.get_mut(at) {
            *place = section;
        }
        Ok(config)
    }
}
