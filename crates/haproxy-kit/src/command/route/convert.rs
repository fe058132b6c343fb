use std::path::PathBuf;

use clap::Args;
use haproxy_route::{
    Conversion, ConversionError, ConversionOptions, Databag, Interface, Relation,
    RequirerApplicationData, RequirerUnitData, Schema, TcpRequirerApplicationData, ValidationError,
    detect_version,
};
use serde_json::{Map, Value, json};

use super::{read, schema, version};
use crate::Outcome;
use crate::error::CliError;
use crate::{json, output, report};

const AFTER_HELP: &str = "\
The result is JSON in the form that 'route validate' takes. What version 0 does without a word is said
in the others: a check of 60 seconds, and host names below that of the provider. What is lost is told
on standard error.

The exit code is 1 where a relation cannot be converted; it is not in the result then.

Examples:
  haproxy-kit route convert --from v0 --to v2 --external-hostname example.com relations.json
  haproxy-kit route convert --to v2 relations.json > newer.json";

/// Says relation data in another version.
#[derive(Debug, Args)]
#[command(after_help = AFTER_HELP)]
pub(crate) struct Convert {
    /// The file, or - for standard input.
    file: PathBuf,

    /// The version of the data; found out for each relation where it is not given.
    #[arg(long, value_name = "VERSION", value_parser = version)]
    from: Option<u8>,

    /// The version to convert to.
    #[arg(long, value_name = "VERSION", value_parser = version)]
    to: u8,

    /// The provider's host name, below which version 0 names its services.
    #[arg(long, value_name = "NAME")]
    external_hostname: Option<String>,
}

impl Convert {
    pub(crate) fn run(self) -> Result<Outcome, CliError> {
        let options = ConversionOptions {
            external_hostname: self.external_hostname,
        };
        let mut outcome = Outcome::Fine;
        let mut result = Map::new();
        for relation in read(&self.file)? {
            if !matches!(relation.interface, Interface::Route | Interface::Tcp) {
                let (id, interface) = (relation.id, relation.interface);
                report::note(&format!(
                    "{interface}:{id} is left out: the interface has one version"
                ));
                continue;
            }
            let to = schema(relation.interface, self.to)?;
            let from = match self.from {
                Some(version) => schema(relation.interface, version)?,
                None => detect_version(&relation.application_data)
                    .filter(|schema| schema.interface() == relation.interface)
                    .unwrap_or(relation.interface.newest()),
            };
            let key = format!("{}:{}", relation.interface, relation.id);
            match convert(&relation, from, to, &options) {
                Ok(Conversion { data, losses }) => {
                    for loss in losses {
                        report::note(&format!("{key}: {loss}"));
                    }
                    result.insert(key, data);
                }
                Err(error) => {
                    report::note(&format!("{key} is left out: {error}"));
                    outcome = Outcome::Findings;
                }
            }
        }
        output::write(json::text(&result.into())?.as_bytes())?;
        Ok(outcome)
    }
}

/// The relation in another version, as JSON.
fn convert(
    relation: &Relation,
    from: Schema,
    to: Schema,
    options: &ConversionOptions,
) -> Result<Conversion<Value>, ConversionError> {
    let data = &relation.application_data;
    let Conversion { data, losses } = if relation.interface == Interface::Tcp {
        let data = TcpRequirerApplicationData::load(data, from)?;
        data.convert(from, to)?.map(|data| data.dump(to))
    } else {
        let data = RequirerApplicationData::load(data, from)?;
        data.convert(from, to, options)?.map(|data| data.dump(to))
    };
    let units = relation.units_in_order().into_iter();
    let units = units.map(|(name, databag)| Ok((name, unit(databag, from, to)?)));
    let units = units.collect::<Result<std::collections::BTreeMap<_, _>, ValidationError>>()?;
    Ok(Conversion {
        data: json!({ "application": data, "units": units }),
        losses,
    })
}

/// What a unit says; one that has said nothing so far still says nothing.
fn unit(databag: &Databag, from: Schema, to: Schema) -> Result<Databag, ValidationError> {
    if databag.is_empty() {
        return Ok(Databag::default());
    }
    Ok(RequirerUnitData::load(databag, from)?.dump(to))
}
