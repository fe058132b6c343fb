use std::path::PathBuf;

use clap::{Args, ValueEnum};
use haproxy_config::{CheckOptions, Code, Diagnostic, Report, ReportFormat, Rule, Severity};
use haproxy_model::version::Version;

use crate::Outcome;
use crate::environment::EnvironmentArgs;
use crate::error::CliError;
use crate::input::display_name;
use crate::selection::version;
use crate::{input, output, report};

const AFTER_HELP: &str = "\
An error is what HAProxy refuses, a warning what it warns of or a known trap. The files are one
configuration, as several -f are for HAProxy; other files, such as certificates and maps, need not be
there unless --files says so.

A comment on the line of a finding, or alone above it, allows it:

  # haproxy-kit: allow=HK0601 clients of this port stay connected

'haproxy-kit rules' lists the rules, 'haproxy-kit explain HK0601' tells more of one.

Formats:
  text    each finding with its line, for people
  short   FILE:LINE:COLUMN: SEVERITY[CODE]: MESSAGE
  json    one object a line: file, line, column, end_line, end_column, severity, code, message, help,
          related (places, each with a message)
  sarif   SARIF 2.1.0, for code scanners
  github  commands of a GitHub workflow

The exit code is 1 where there is an error, or what --deny names.

Examples:
  haproxy-kit check haproxy.cfg
  haproxy-kit check --target 2.6 --deny warnings conf.d/
  haproxy-kit check --format json haproxy.cfg | jq -r 'select(.severity == \"error\") | .message'";

/// Tells what HAProxy would say of a configuration, without HAProxy.
#[derive(Debug, Args)]
#[command(after_help = AFTER_HELP)]
pub(crate) struct Check {
    /// Files, folders, or - for standard input.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,

    /// The version of HAProxy that it is for, from 2.4 to 3.4; 3.2 where nothing says it.
    #[arg(long, value_name = "VERSION", value_parser = version)]
    target: Option<Version>,

    /// How findings are shown.
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: Format,

    /// What counts as a failure, besides errors.
    #[arg(long, value_name = "WHAT")]
    deny: Option<Denied>,

    /// Leaves a rule out, by its code or name.
    #[arg(long, value_name = "RULE", value_parser = rule)]
    allow: Vec<Code>,

    /// Looks at the files that the configuration names, too.
    #[arg(long = "files")]
    reads_files: bool,

    /// Leaves out the rules on security.
    #[arg(long)]
    no_security: bool,

    #[command(flatten)]
    environment: EnvironmentArgs,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people.
    Text,
    /// One line a finding.
    Short,
    /// One JSON object a finding.
    Json,
    /// For code scanners.
    Sarif,
    /// For GitHub workflows.
    Github,
}

impl Format {
    fn of_report(self) -> ReportFormat {
        match self {
            Self::Text => ReportFormat::Text {
                colour: output::is_coloured(),
            },
            Self::Short => ReportFormat::Short,
            Self::Json => ReportFormat::Json,
            Self::Sarif => ReportFormat::Sarif,
            Self::Github => ReportFormat::Github,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Denied {
    /// Warnings.
    Warnings,
    /// Warnings, and what is worth knowing.
    All,
}

fn rule(name: &str) -> Result<Code, String> {
    let rule = Rule::find(name).ok_or("no rule has this code or name")?;
    Ok(rule.code)
}

impl Check {
    pub(crate) fn run(self) -> Result<Outcome, CliError> {
        let target = self.environment.target(self.target)?;
        let options = CheckOptions::new(target)
            .with_files(self.reads_files)
            .with_security(!self.no_security)
            .with_allowed(self.allow);
        let files = input::read_all(&self.files)?;
        let found = files.check(&options);
        let documents = files
            .files
            .iter()
            .map(|file| (display_name(&file.path), &file.document));
        let text = Report::new(documents, &found).print(self.format.of_report());
        output::write(text.as_bytes())?;
        if self.format == Format::Text {
            report::summary(&found);
        }
        let least = match self.deny {
            None => Severity::Error,
            Some(Denied::Warnings) => Severity::Warning,
            Some(Denied::All) => Severity::Info,
        };
        let fails = |diagnostic: &Diagnostic| diagnostic.severity >= least;
        Ok(if found.iter().any(fails) {
            Outcome::Findings
        } else {
            Outcome::Fine
        })
    }
}
