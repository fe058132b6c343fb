//! `migrate`: a configuration for a newer HAProxy.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use haproxy_config::{MigrateOptions, Migration, NoteKind};
use haproxy_model::version::Version;
use serde_json::json;

use crate::Outcome;
use crate::error::CliError;
use crate::selection::version;
use crate::{input, output, report};

const AFTER_HELP: &str = "\
What the version has removed or renamed is rewritten: the reqrep family of rules, block, reqadd,
clitimeout and its like, nbproc, addresses behind a section's name, headers in option httpchk, renamed
keywords. Comments, layout and every other line stay. A note on standard error tells each change:

  rewritten   it means the same
  review      something about it is for a person to look at
  left        it cannot be rewritten safely: why, and what to do
  deprecated  the version takes it with a warning

The exit code is 1 where something is to be looked at or left.

Examples:
  haproxy-kit migrate haproxy.cfg --to 3.2 --diff
  haproxy-kit migrate haproxy.cfg --to 3.2 --in-place
  haproxy-kit migrate haproxy.cfg conf.d/ --from 2.4 --to 3.2 --diff --format json";

/// Rewrites a configuration for a newer HAProxy.
#[derive(Debug, Args)]
#[command(after_help = AFTER_HELP)]
pub(crate) struct Migrate {
    /// The files and folders of one configuration, or - for standard input.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,

    /// The version of HAProxy that is to run it, from 2.4 to 3.4.
    #[arg(long, value_name = "VERSION", value_parser = version)]
    to: Version,

    /// The version that runs it so far, such as 1.8: notes tell what that one refused already.
    #[arg(long, value_name = "VERSION")]
    from: Option<Version>,

    /// Shows what changes instead of the whole result.
    #[arg(long)]
    diff: bool,

    /// Replaces the files, each at once, keeping mode and owner.
    #[arg(long)]
    in_place: bool,

    /// Writes the result to this file.
    #[arg(long, value_name = "FILE", conflicts_with = "in_place")]
    output: Option<PathBuf>,

    /// How the notes are written.
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: Format,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people.
    Text,
    /// For programs: an object a line.
    Json,
}

impl Migrate {
    pub(crate) fn run(self) -> Result<Outcome, CliError> {
        let mut files = input::read_all(&self.files)?;
        if files.files.len() > 1 && (self.output.is_some() || !self.diff && !self.in_place) {
            return Err(CliError::SeveralResults);
        }
        let before = files.clone();
        let mut options = MigrateOptions::new(self.to);
        options.from = self.from;
        let migration = files.migrate(&options);
        for (old, new) in before.files.iter().zip(&files.files) {
            let (before, after) = (old.document.to_bytes(), new.document.to_bytes());
            if self.in_place {
                output::write_in_place(&new.path, &before, &after)?;
            }
            if let Some(path) = &self.output {
                haproxy_config::replace_file(path, &after)?;
            }
            if self.diff {
                output::write_diff(&new.path, &before, &after)?;
            } else if !self.in_place && self.output.is_none() {
                output::write(&after)?;
            }
        }
        self.tell(&before, &migration);
        let needs_person = migration.has(NoteKind::Left) || migration.has(NoteKind::Review);
        Ok(if needs_person {
            Outcome::Findings
        } else {
            Outcome::Fine
        })
    }

    /// Tells the notes on standard error.
    fn tell(&self, files: &haproxy_config::ConfigFiles, migration: &Migration) {
        for note in &migration.changes {
            let path = files.files.get(note.file).map(|file| file.path.as_path());
            let name = path.map(input::display_name).unwrap_or_default();
            match self.format {
                Format::Text => report::migration(&name, note),
                Format::Json => report::line(
                    &json!({
                        "file": name,
                        "line": note.line,
                        "keyword": note.keyword,
                        "kind": note.kind.as_str(),
                        "message": note.message,
                        "help": note.help,
                        "before": note.before,
                        "after": note.after,
                    })
                    .to_string(),
                ),
            }
        }
    }
}
