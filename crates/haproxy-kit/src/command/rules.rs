use std::fmt::Write as _;

use clap::Args;
use haproxy_config::rules;
use serde::Serialize;

use crate::error::CliError;
use crate::{Outcome, output};

const AFTER_HELP: &str = "\
With --json, each rule is one object on a line of its own, with the fields code, name, family,
severity, summary and explanation (Markdown).

'haproxy-kit explain CODE' tells all of a rule.

Example:
  haproxy-kit rules --json | jq -r 'select(.family == \"security\") | .code'";

/// Lists the rules that check goes by.
#[derive(Debug, Args)]
#[command(after_help = AFTER_HELP)]
pub(crate) struct Rules {
    /// Prints one JSON object a rule.
    #[arg(long)]
    json: bool,
}

/// A rule as programs read it.
#[derive(Serialize)]
struct Json<'a> {
    code: String,
    name: &'a str,
    family: &'a str,
    severity: String,
    summary: &'a str,
    explanation: &'a str,
}

impl Rules {
    pub(crate) fn run(self) -> Result<Outcome, CliError> {
        let mut text = String::new();
        for rule in rules() {
            let (code, severity) = (rule.code, rule.severity);
            if self.json {
                let object = Json {
                    code: code.to_string(),
                    name: rule.name,
                    family: rule.family.as_str(),
                    severity: severity.to_string(),
                    summary: rule.summary,
                    explanation: rule.explanation,
                };
                text.push_str(
                    &serde_json::to_string(&object)
                        .map_err(|error| CliError::Write(error.into()))?,
                );
                text.push('\n');
            } else {
                let _ = writeln!(
                    text,
                    "{code}  {severity:<8} {:<32} {}",
                    rule.name, rule.summary
                );
            }
        }
        output::write(text.as_bytes())?;
        Ok(Outcome::Fine)
    }
}
