//! Where the result of an edit goes.

use std::path::Path;

use clap::Args;
use haproxy_config::ConfigFiles;

use crate::error::CliError;
use crate::output;

/// Whether a result is shown, or replaces what it was made from.
#[derive(Debug, Args)]
pub(crate) struct Destination {
    /// Shows what changes instead of the whole result.
    #[arg(long)]
    diff: bool,

    // Without a short form: -i is an argument that HAProxy's own statements have.
    /// Replaces the files, each at once, keeping mode and owner.
    #[arg(long)]
    in_place: bool,
}

impl Destination {
    /// Whether the results of so many files can be told apart.
    pub(crate) fn check(&self, files: &ConfigFiles) -> Result<(), CliError> {
        if files.files.len() > 1 && !self.diff && !self.in_place {
            return Err(CliError::SeveralResults);
        }
        Ok(())
    }

    /// Shows or writes what became of the files.
    pub(crate) fn write_all(
        &self,
        before: &ConfigFiles,
        after: &ConfigFiles,
    ) -> Result<(), CliError> {
        for (old, new) in before.files.iter().zip(&after.files) {
            self.write(
                &new.path,
                &old.document.to_bytes(),
                &new.document.to_bytes(),
            )?;
        }
        Ok(())
    }

    /// Shows or writes what became of a file.
    pub(crate) fn write(&self, path: &Path, before: &[u8], after: &[u8]) -> Result<(), CliError> {
        if self.in_place {
            output::write_in_place(path, before, after)?;
        }
        if self.diff {
            output::write_diff(path, before, after)?;
        } else if !self.in_place {
            output::write(after)?;
        }
        Ok(())
    }
}
