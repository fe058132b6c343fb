use std::path::PathBuf;

use clap::Args;
use haproxy_config::{Change, diff};
use haproxy_model::version::Version;
use serde::Serialize;

use crate::Outcome;
use crate::environment::EnvironmentArgs;
use crate::error::CliError;
use crate::input::is_standard_input;
use crate::selection::version;
use crate::{input, output};

const AFTER_HELP: &str = "\
Spelling, comments, blank lines and indentation do not count, and 5000 is 5s. Order counts where
HAProxy goes by it: among rules of one kind, among servers. Conditional blocks are decided first.

With --json, each change is one object on a line of its own:
  section  the section it is in, as it opens
  path     what in the section; empty for the section itself
  before   the statement as it was, null where it is new
  after    the statement as it is, null where it is gone

The exit code is 0 where both mean the same and 1 where they differ.

Examples:
  haproxy-kit diff haproxy.cfg haproxy.cfg.new
  haproxy-kit diff --json old.d/ new.d/ | jq -r .section";

/// Tells what differs in meaning between two configurations.
#[derive(Debug, Args)]
#[command(after_help = AFTER_HELP)]
pub(crate) struct Diff {
    /// The configuration as it was: a file, a folder, or - for standard input.
    #[arg(value_name = "OLD")]
    old: PathBuf,

    /// The configuration as it is.
    #[arg(value_name = "NEW")]
    new: PathBuf,

    /// Writes one JSON object a change.
    #[arg(long)]
    json: bool,

    /// The version of HAProxy that both are for, from 2.4 to 3.4; 3.2 where nothing says it.
    #[arg(long, value_name = "VERSION", value_parser = version)]
    target: Option<Version>,

    #[command(flatten)]
    environment: EnvironmentArgs,
}

/// A change as programs read it.
#[derive(Serialize)]
struct Json<'a> {
    section: &'a str,
    path: &'a str,
    before: Option<&'a str>,
    after: Option<&'a str>,
}

impl Diff {
    pub(crate) fn run(self) -> Result<Outcome, CliError> {
        if is_standard_input(&self.old) && is_standard_input(&self.new) {
            return Err(CliError::StandardInputTwice);
        }
        let target = self.environment.target(self.target)?;
        let old = input::read_all(&[self.old])?.to_model(&target);
        let new = input::read_all(&[self.new])?.to_model(&target);
        let changes = diff(&old, &new);
        let text = if self.json {
            json(&changes)?
        } else {
            text(&changes)
        };
        output::write(text.as_bytes())?;
        Ok(if changes.is_empty() {
            Outcome::Fine
        } else {
            Outcome::Findings
        })
    }
}

/// The changes for people, under the section that each is in.
fn text(changes: &[Change]) -> String {
    let mut text = String::new();
    let mut section = None;
    for change in changes {
        if section != Some(&change.section) {
            section = Some(&change.section);
            text.extend([change.section.as_str(), "\n"]);
        }
        let sides = [("-", &change.before), ("+", &change.after)];
        for (sign, side) in sides {
            let indent = if change.path.is_empty() { " " } else { "     " };
            text.extend(side.iter().map(|side| format!("{sign}{indent}{side}\n")));
        }
    }
    text
}

fn json(changes: &[Change]) -> Result<String, CliError> {
    let mut text = String::new();
    for change in changes {
        let object = Json {
            section: &change.section,
            path: &change.path,
            before: change.before.as_deref(),
            after: change.after.as_deref(),
        };
        text += &serde_json::to_string(&object).map_err(|error| CliError::Write(error.into()))?;
        text.push('\n');
    }
    Ok(text)
}
