use std::io;
use std::path::{Path, PathBuf};

use clap::{Args, Command, CommandFactory as _};
use clap_mangen::Man as ManPage;

use crate::cli::Cli;
use crate::error::CliError;
use crate::{Outcome, output};

const AFTER_HELP: &str = "\
Examples:
  haproxy-kit man | man -l -
  haproxy-kit man --dir /usr/local/share/man/man1";

/// Prints the manual page, or writes one for each command.
#[derive(Debug, Args)]
#[command(after_help = AFTER_HELP)]
pub(crate) struct Man {
    /// Writes a page for each command to this folder, which is made where it is missing.
    #[arg(long, value_name = "DIR")]
    dir: Option<PathBuf>,
}

impl Man {
    pub(crate) fn run(self) -> Result<Outcome, CliError> {
        let mut command = Cli::command();
        command.build();
        if let Some(folder) = &self.dir {
            write_pages(command, folder).map_err(|source| CliError::WriteFile {
                path: folder.clone(),
                source,
            })?;
            return Ok(Outcome::Fine);
        }
        let mut page = Vec::new();
        ManPage::new(command)
            .render(&mut page)
            .map_err(CliError::Write)?;
        output::write(&page)?;
        Ok(Outcome::Fine)
    }
}

fn write_pages(command: Command, folder: &Path) -> io::Result<()> {
    std::fs::create_dir_all(folder)?;
    clap_mangen::generate_to(command, folder)
}
