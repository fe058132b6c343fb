//! `schema`: the JSON Schema of configurations and of relation data.

use clap::Args;
use haproxy_model::config::ConfigSchema;

use crate::Outcome;
use crate::error::CliError;
use crate::{json, output};

const AFTER_HELP: &str = "\
DEFINITION is a kind of section, such as frontend, or an object in one: 'frontend.acl_list' is what
the list holds, 'backend.servers' a server, 'global.tune_options' that object. Without one, the schema
is that of whole configurations.

route-v0, route-v1, route-v2, tcp-v0 and tcp-v1 are what both sides say over the relations haproxy-route
and haproxy-route-tcp: an object whose fields are the keys of each databag.

Examples:
  haproxy-kit schema > haproxy.schema.json
  haproxy-kit schema frontend
  haproxy-kit schema backend.servers | jq '.properties | keys'
  haproxy-kit schema route-v2 | jq .properties.requirer.properties.application
  haproxy-kit schema --list";

/// Prints the JSON Schema of a configuration, of a part of one, or of relation data.
#[derive(Debug, Args)]
#[command(after_help = AFTER_HELP)]
pub(crate) struct Schema {
    /// A kind of section, an object in one, such as backend.servers, or relation data, such as route-v2.
    definition: Option<String>,

    /// Lists the definitions.
    #[arg(long, conflicts_with = "definition")]
    list: bool,
}

impl Schema {
    pub(crate) fn run(self) -> Result<Outcome, CliError> {
        let schema = ConfigSchema::new();
        let text = match &self.definition {
            _ if self.list => {
                let relations = haproxy_route::Schema::ALL.map(|schema| schema.name().to_owned());
                [schema.definitions(), relations.to_vec()]
                    .concat()
                    .join("\n")
                    + "\n"
            }
            None => json::text(&schema.whole())?,
            Some(name) if let Ok(relation) = name.parse::<haproxy_route::Schema>() => {
                json::text(&relation.json_schema())?
            }
            Some(name) => {
                let definition = schema.definition(name);
                let definition = definition.ok_or_else(|| CliError::NoDefinition {
                    name: name.clone(),
                    similar: schema.similar(name),
                })?;
                json::text(&definition)?
            }
        };
        output::write(text.as_bytes())?;
        Ok(Outcome::Fine)
    }
}
