//! `rename`: another name for a section, a server or an ACL, with every reference to it.

use std::path::PathBuf;

use clap::Args;
use haproxy_config::{ConfigFiles, Renamed, SectionSelector};

use crate::Outcome;
use crate::destination::Destination;
use crate::error::CliError;
use crate::{input, report};

const AFTER_HELP: &str = "\
References are followed in every statement that holds names: rules, conditions, sample expressions,
log formats, servers. Only the words that hold the name change. Lines that may refer to it and
cannot be understood before HAProxy runs are told on standard error, and the exit code is 1.

Examples:
  haproxy-kit rename --diff haproxy.cfg 'backend app' shop
  haproxy-kit rename --in-place haproxy.cfg 'backend app' --server s1 first
  haproxy-kit rename --diff haproxy.cfg --with conf.d/ 'frontend www' --acl local is_local";

/// Gives a section, a server or an ACL another name, and so every reference to it.
#[derive(Debug, Args)]
#[command(after_help = AFTER_HELP)]
pub(crate) struct Rename {
    /// The file, or - for standard input.
    file: PathBuf,

    /// The section: its kind and its name, such as 'backend app'.
    section: SectionSelector,

    /// The new name.
    new: String,

    /// Renames this server of the section, not the section.
    #[arg(long, value_name = "OLD", conflicts_with = "acl")]
    server: Option<String>,

    /// Renames this ACL of the section, not the section.
    #[arg(long, value_name = "OLD")]
    acl: Option<String>,

    /// Another file or folder of the same configuration.
    #[arg(long, value_name = "FILE")]
    with: Vec<PathBuf>,

    #[command(flatten)]
    destination: Destination,
}

impl Rename {
    pub(crate) fn run(self) -> Result<Outcome, CliError> {
        let mut paths = vec![self.file.clone()];
        paths.extend(self.with.iter().cloned());
        let mut files = input::read_all(&paths)?;
        self.destination.check(&files)?;
        let before = files.clone();
        let renamed = self.rename(&mut files)?;
        self.destination.write_all(&before, &files)?;
        for (file, line) in &renamed.unsure {
            if let Some(file) = files.files.get(*file) {
                let name = input::display_name(&file.path);
                report::note(&format!(
                    "{name}:{line}: this may refer to the old name, look at it"
                ));
            }
        }
        Ok(if renamed.unsure.is_empty() {
            Outcome::Fine
        } else {
            Outcome::Findings
        })
    }

    fn rename(&self, files: &mut ConfigFiles) -> Result<Renamed, CliError> {
        let kind = self.section.kind;
        let section = self.section.name.as_deref().unwrap_or_default();
        let renamed = match (&self.server, &self.acl) {
            (Some(server), _) => files.rename_server(section, server, &self.new),
            (None, Some(acl)) => files.rename_acl(kind, section, acl, &self.new),
            (None, None) => files.rename_section(kind, section, &self.new),
        };
        renamed.map_err(|source| CliError::Rename {
            file: input::display_name(&self.file),
            source,
        })
    }
}
