//! `effective`: the settings that a proxy works with, and where each comes from.

use std::path::PathBuf;

use clap::Args;
use haproxy_config::{Effective as Settings, SectionSelector, from_model_text};

use crate::Outcome;
use crate::environment::EnvironmentArgs;
use crate::error::CliError;
use crate::{input, output};

const AFTER_HELP: &str = "\
The settings are those of the proxy and of the defaults that it starts from: named by 'from', or the
last ones before it. Of a keyword that counts once, the last statement is shown.

Examples:
  haproxy-kit effective haproxy.cfg 'backend app'
  haproxy-kit effective haproxy.cfg conf.d/ 'frontend www'";

/// Shows the settings that a proxy works with, and where each comes from.
#[derive(Debug, Args)]
#[command(after_help = AFTER_HELP)]
pub(crate) struct Effective {
    /// Files, folders, or - for standard input.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,

    /// The section: its kind and its name, such as 'backend app'.
    section: SectionSelector,

    #[command(flatten)]
    environment: EnvironmentArgs,
}

impl Effective {
    pub(crate) fn run(self) -> Result<Outcome, CliError> {
        let files = input::read_all(&self.files)?;
        let target = self.environment.target(None)?;
        let effective = files
            .effective(&self.section, &target)
            .map_err(CliError::Effective)?;
        let names = files.files.iter();
        let names: Vec<String> = names.map(|file| input::display_name(&file.path)).collect();
        output::write(table(&effective, &names).as_bytes())?;
        Ok(Outcome::Fine)
    }
}

/// The settings, each with its place in a column beside it.
fn table(effective: &Settings, files: &[String]) -> String {
    let rows: Vec<(String, String)> = effective
        .settings
        .iter()
        .filter_map(|setting| {
            let source = effective.sources.get(setting.source)?;
            let words: Vec<String> = setting
                .words
                .iter()
                .map(|word| match from_model_text(word) {
                    Ok(raw) => String::from_utf8_lossy(&raw).into_owned(),
                    Err(_) => word.clone(),
                })
                .collect();
            let file = files.get(source.file).map_or("", String::as_str);
            let place = format!("{file}:{} {}", setting.line, source.section);
            Some((words.join(" "), place))
        })
        .collect();
    let width = rows.iter().map(|(words, _)| words.chars().count());
    let width = width.max().unwrap_or(0).min(60);
    let lines = rows.iter();
    let lines = lines.map(|(words, place)| format!("{words:width$}  # {place}\n"));
    lines.collect::<Vec<_>>().concat()
}
