//! `route`: relation data of haproxy-route and what goes with it.

mod convert;
mod render;
mod validate;

use clap::{Args, Subcommand};
use haproxy_route::{Interface, Relation, Schema};

use crate::Outcome;
use crate::error::CliError;
use crate::input::{display_name, read_bytes};

use convert::Convert;
use render::Render;
use validate::Validate;

const AFTER_HELP: &str = "\
FILE is JSON, with each databag as it is, its values JSON texts themselves:

  {\"4\": {\"application\": {\"service\": \"\\\"web\\\"\", \"ports\": \"[80]\"},
         \"units\": {\"web/0\": {\"address\": \"\\\"10.0.0.1\\\"\"}}}}

or what 'juju show-unit --format json' prints of the proxy's unit. A relation is one of haproxy-route
or haproxy-route-tcp by its endpoint (a key such as haproxy-route-tcp:4), or else by its fields; one of
ingress, ingress-per-unit, haproxy-route-policy, spoe-auth or ddos-protection by its endpoint.

Examples:
  juju show-unit haproxy/0 --format json | haproxy-kit route validate -
  haproxy-kit route convert --from v0 --to v2 --external-hostname example.com relations.json
  haproxy-kit route render --external-hostname example.com relations.json > haproxy.cfg
  haproxy-kit schema route-v2";

/// Reads relation data of haproxy-route, haproxy-route-tcp and what goes with them.
#[derive(Debug, Args)]
#[command(after_help = AFTER_HELP)]
pub(crate) struct Route {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Validate(Validate),
    Convert(Convert),
    /// Prints the configuration of all services; tells who is left out on standard error.
    Render(Render),
    /// Prints the same with the relation behind each line that is for one.
    Explain(Render),
}

impl Route {
    pub(crate) fn run(self) -> Result<Outcome, CliError> {
        match self.command {
            Command::Validate(validate) => validate.run(),
            Command::Convert(convert) => convert.run(),
            Command::Render(render) => render.run(),
            Command::Explain(render) => render.explain(),
        }
    }
}

/// A version of either interface, as it is written: `v2`.
pub(super) fn version(text: &str) -> Result<u8, String> {
    let number = text.strip_prefix('v').unwrap_or(text).parse().ok();
    let is_any = |version: &u8| {
        Schema::ALL
            .iter()
            .any(|schema| schema.version() == *version)
    };
    number
        .filter(is_any)
        .ok_or_else(|| "there are v0, v1 and v2; of haproxy-route-tcp, v0 and v1".to_owned())
}

/// This version of an interface.
pub(super) fn schema(interface: Interface, version: u8) -> Result<Schema, CliError> {
    Schema::of(interface, version).ok_or(CliError::NoSchema { interface, version })
}

/// The relations of a file.
fn read(path: &std::path::Path) -> Result<Vec<Relation>, CliError> {
    let bytes = read_bytes(path)?;
    Relation::read_all(&bytes).map_err(|source| CliError::Relations {
        file: display_name(path),
        source,
    })
}
