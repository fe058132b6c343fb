use std::path::PathBuf;

use clap::Args;
use haproxy_config::{ConfigFile, FormatOptions, Indent};

use crate::Outcome;
use crate::error::CliError;
use crate::{input, output};

const AFTER_HELP: &str = "\
Only the layout changes: indentation, blank lines, blanks between words, the place of comments.
Statements, their order and their words stay. Lines that HAProxy refuses to cut into words stay as
they are.

Without an option, the result goes to standard output.

Examples:
  haproxy-kit fmt --diff haproxy.cfg
  haproxy-kit fmt --check haproxy.cfg conf.d/
  haproxy-kit fmt --in-place --indent tab haproxy.cfg";

/// Lays configurations out evenly, without changing what they mean.
#[derive(Debug, Args)]
#[command(after_help = AFTER_HELP)]
pub(crate) struct Fmt {
    /// Files, folders, or - for standard input.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,

    /// Names the files that are not laid out so, with exit code 1 if there are any.
    #[arg(long)]
    check: bool,

    /// Prints the differences.
    #[arg(long)]
    diff: bool,

    /// Replaces the files, each at once, keeping its mode and owner.
    #[arg(long, conflicts_with = "check")]
    in_place: bool,

    /// How far statements are indented: a number of blanks, or tab.
    #[arg(long, value_name = "N|tab", default_value = "4", value_parser = indent)]
    indent: Indent,
}

fn indent(text: &str) -> Result<Indent, String> {
    match text.parse() {
        _ if text == "tab" => Ok(Indent::Tab),
        Ok(count @ 0..=16) => Ok(Indent::Spaces(count)),
        _ => Err("write a number of blanks up to 16, or tab".to_owned()),
    }
}

impl Fmt {
    pub(crate) fn run(self) -> Result<Outcome, CliError> {
        let options = FormatOptions::default().with_indent(self.indent);
        let mut outcome = Outcome::Fine;
        for file in input::read_all(&self.files)?.files {
            let before = file.document.to_bytes();
            let after = file.document.formatted(&options);
            self.show(&file, &before, &after)?;
            if self.check && before != after {
                outcome = Outcome::Findings;
            }
        }
        Ok(outcome)
    }

    fn show(&self, file: &ConfigFile, before: &[u8], after: &[u8]) -> Result<(), CliError> {
        if self.in_place {
            output::write_in_place(&file.path, before, after)?;
        }
        if self.diff {
            output::write_diff(&file.path, before, after)
        } else if self.check && before != after {
            let name = input::display_name(&file.path);
            output::write(format!("{name}\n").as_bytes())
        } else if self.check || self.in_place {
            Ok(())
        } else {
            output::write(after)
        }
    }
}
