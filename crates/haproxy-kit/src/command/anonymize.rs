use std::path::{Path, PathBuf};

use clap::Args;
use haproxy_config::{AnonymizeOptions, Anonymizer, replace_file};

use crate::Outcome;
use crate::error::CliError;
use crate::{input, output};

const AFTER_HELP: &str = "\
Replaced are names (of sections, servers, ACLs, users, cookies), addresses, host names, paths,
passwords, the values of headers and what ACLs compare them with; the same original is replaced by
the same everywhere, over all files. Keywords, numbers, ports and times stay, so that HAProxy reads
the result as it reads the original. The names of variables, of headers and of Lua functions stay.

Look the result over before you hand it on: no program can know what all of it tells.

Examples:
  haproxy-kit anonymize haproxy.cfg > for-the-report.cfg
  haproxy-kit anonymize --map originals.json --output-dir out/ haproxy.cfg conf.d/";

/// Replaces names, addresses, paths and secrets, and keeps the structure.
#[derive(Debug, Args)]
#[command(after_help = AFTER_HELP)]
pub(crate) struct Anonymize {
    /// Files, folders, or - for standard input.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,

    /// Keeps comments, with what is known to be a name, an address or a path replaced in them.
    #[arg(long)]
    keep_comments: bool,

    /// Writes what was replaced by what to this file, as JSON. It tells all that was hidden.
    #[arg(long, value_name = "FILE")]
    map: Option<PathBuf>,

    /// Writes each result to a file of the same name in this folder, not to standard output.
    #[arg(long, value_name = "DIR")]
    output_dir: Option<PathBuf>,
}

impl Anonymize {
    pub(crate) fn run(self) -> Result<Outcome, CliError> {
        let files = input::read_all(&self.files)?.files;
        let options = AnonymizeOptions::default().with_comments(self.keep_comments);
        let mut anonymizer = Anonymizer::new(options);
        for file in &files {
            anonymizer.learn(&file.document);
        }
        for file in &files {
            let bytes = anonymizer.anonymize(&file.document).to_bytes();
            match &self.output_dir {
                Some(folder) => write_file(&folder.join(file_name(&file.path)), &bytes)?,
                None => output::write(&bytes)?,
            }
        }
        if let Some(path) = &self.map {
            let replacements = anonymizer.replacements();
            let map = serde_json::to_string_pretty(&replacements).unwrap_or_default();
            write_file(path, format!("{map}\n").as_bytes())?;
        }
        Ok(Outcome::Fine)
    }
}

fn file_name(path: &Path) -> &Path {
    match path.file_name() {
        Some(name) if !input::is_standard_input(path) => Path::new(name),
        _ => Path::new("stdin.cfg"),
    }
}

fn write_file(path: &Path, bytes: &[u8]) -> Result<(), CliError> {
    Ok(replace_file(path, bytes)?)
}
