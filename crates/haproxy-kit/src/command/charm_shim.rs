//! `charm-shim`: the Python package in the place of a library that charms vendor.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use haproxy_config::replace_file;
use haproxy_route::Schema;

use super::route::{schema, version};
use crate::Outcome;
use crate::error::CliError;
use crate::{output, report};

const AFTER_HELP: &str = "\
The file goes where charmcraft puts the library, lib/charms/haproxy/VERSION/ in the charm's folder, and
has its names: the charm keeps its imports. The charm needs the Python package haproxy-kit then, in its
requirements.

Examples:
  haproxy-kit charm-shim --lib v2
  haproxy-kit charm-shim --lib v1 --interface haproxy-route-tcp my-charm/lib
  haproxy-kit charm-shim --lib v2 --print";

/// Writes the file by which a charm uses the Python package instead of the library that it vendors.
#[derive(Debug, Args)]
#[command(after_help = AFTER_HELP)]
pub(crate) struct CharmShim {
    /// The folder of the charm's libraries.
    #[arg(default_value = "lib")]
    folder: PathBuf,

    /// The version of the library.
    #[arg(long = "lib", value_name = "VERSION", value_parser = version)]
    version: u8,

    /// The interface that the library is for.
    #[arg(long, value_name = "INTERFACE", default_value = "haproxy-route")]
    interface: Interface,

    /// Replaces the library that is there.
    #[arg(long)]
    force: bool,

    /// Prints the file instead.
    #[arg(long)]
    print: bool,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Interface {
    HaproxyRoute,
    HaproxyRouteTcp,
}

impl CharmShim {
    pub(crate) fn run(self) -> Result<Outcome, CliError> {
        let interface = match self.interface {
            Interface::HaproxyRoute => haproxy_route::Interface::Route,
            Interface::HaproxyRouteTcp => haproxy_route::Interface::Tcp,
        };
        let schema = schema(interface, self.version)?;
        let text = shim(schema);
        if self.print {
            output::write(text.as_bytes())?;
            return Ok(Outcome::Fine);
        }
        let path = self.folder.join(path_of(schema));
        let is_same = std::fs::read(&path).is_ok_and(|there| there == text.as_bytes());
        if path.exists() && !is_same && !self.force {
            return Err(CliError::LibraryExists { path });
        }
        write(&path, &text)?;
        report::note(&format!("{} was written", path.display()));
        Ok(Outcome::Fine)
    }
}

/// Where the library of a schema is, in the folder of a charm's libraries.
fn path_of(schema: Schema) -> PathBuf {
    let version = format!("v{}", schema.version());
    let module = module_of(schema) + ".py";
    Path::new("charms")
        .join("haproxy")
        .join(version)
        .join(module)
}

fn module_of(schema: Schema) -> String {
    schema.interface().name().replace('-', "_")
}

fn shim(schema: Schema) -> String {
    let (module, version) = (module_of(schema), schema.version());
    format!(
        "\"\"\"The library {module}, version {version}, from the package haproxy-kit.\"\"\"\n\n\
         from haproxy_kit.charm.{module}.v{version} import *  # noqa: F403\n"
    )
}

/// Writes the file, and no `__init__.py` beside it: other libraries of the same names would be hidden.
fn write(path: &Path, text: &str) -> Result<(), CliError> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(|source| CliError::WriteFile {
            path: folder.to_owned(),
            source,
        })?;
    }
    Ok(replace_file(path, text.as_bytes())?)
}
