use std::collections::BTreeSet;
use std::path::PathBuf;

use clap::Args;
use haproxy_route::{
    Collection, CollectionOptions, ConversionError, Interface, Refusal, Relation, Schema,
    ValidationError, Warning, detect_version,
};
use serde::Serialize;

use super::{read, schema, version};
use crate::Outcome;
use crate::error::CliError;
use crate::output;
use crate::report::printable;

const AFTER_HELP: &str = "\
All relations are those of one provider: services of one name, ports that exclude each other and the
like are refused as the provider refuses them. The other relations are served all the same.

With --json, each relation is one object on a line of its own:
  relation     its number
  interface    haproxy-route, haproxy-route-tcp, or another one of the proxy, such as ingress
  version      the version that its data looks like, such as route-v2; null where nothing tells it
  accepted     whether it gets a route
  reasons      why not: a message each, and where a field is at fault, its path and the kind of fault;
               with unit, where it is a unit's and not the application's

The exit code is 1 where a relation is refused.

Examples:
  haproxy-kit route validate relations.json
  juju show-unit haproxy/0 --format json | haproxy-kit route validate --json - | jq -r .reasons";

/// Tells which relations get a route, and why the others do not.
#[derive(Debug, Args)]
#[command(after_help = AFTER_HELP)]
pub(crate) struct Validate {
    /// The file, or - for standard input.
    file: PathBuf,

    /// The version of haproxy-route that the provider speaks.
    #[arg(long, value_name = "VERSION", value_parser = version, default_value = "v2")]
    route: u8,

    /// The version of haproxy-route-tcp that the provider speaks.
    #[arg(long, value_name = "VERSION", value_parser = version, default_value = "v1")]
    tcp: u8,

    /// The host name of services that have none of their own.
    #[arg(long, value_name = "NAME")]
    external_hostname: Option<String>,

    /// The provider has no CA bundle, so that servers cannot be reached over TLS.
    #[arg(long)]
    no_ca_bundle: bool,

    /// Writes one JSON object a relation.
    #[arg(long)]
    json: bool,
}

/// A relation as programs read it.
#[derive(Serialize)]
struct Json {
    relation: u64,
    interface: &'static str,
    version: Option<&'static str>,
    accepted: bool,
    reasons: Vec<Reason>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    warnings: Vec<String>,
}

/// Why a relation is refused.
#[derive(Serialize)]
struct Reason {
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    kind: Option<&'static str>,
    message: String,
}

impl Validate {
    pub(crate) fn run(self) -> Result<Outcome, CliError> {
        let options = CollectionOptions {
            route: schema(Interface::Route, self.route)?,
            tcp: schema(Interface::Tcp, self.tcp)?,
            external_hostname: self.external_hostname,
            has_ca_bundle: !self.no_ca_bundle,
            ..CollectionOptions::default()
        };
        let mut relations = read(&self.file)?;
        relations.sort_by_key(|relation| relation.id);
        let collection = Collection::new(&relations, &options);
        let mut text = String::new();
        for relation in &relations {
            if self.json {
                let json = json(relation, &collection);
                let line = serde_json::to_string(&json);
                text += &line.map_err(|error| CliError::Write(error.into()))?;
                text.push('\n');
            } else {
                push_text(&mut text, relation, &collection);
            }
        }
        output::write(text.as_bytes())?;
        Ok(if collection.refused.is_empty() {
            Outcome::Fine
        } else {
            Outcome::Findings
        })
    }
}

fn json(relation: &Relation, collection: &Collection) -> Json {
    let refusals = collection.refused.get(&relation.id);
    Json {
        relation: relation.id,
        interface: relation.interface.name(),
        version: version_of(relation).map(Schema::name),
        accepted: refusals.is_none(),
        reasons: refusals.into_iter().flatten().flat_map(reasons).collect(),
        warnings: warnings(relation.id, collection)
            .map(ToString::to_string)
            .collect(),
    }
}

/// The version that the data looks like.
fn version_of(relation: &Relation) -> Option<Schema> {
    match relation.interface {
        Interface::Route | Interface::Tcp => detect_version(&relation.application_data),
        interface => Some(interface.newest()),
    }
}

fn push_text(text: &mut String, relation: &Relation, collection: &Collection) {
    let (id, interface) = (relation.id, relation.interface);
    let mut push = |line: String| {
        *text += &printable(&line);
        text.push('\n');
    };
    let Some(refusals) = collection.refused.get(&id) else {
        let served = served(id, collection).unwrap_or_else(|| match interface {
            Interface::DdosProtection => "limits what clients may do".to_owned(),
            _ => counted(0),
        });
        push(format!("relation {id} ({interface}): {served}"));
        for warning in warnings(id, collection) {
            push(format!("  warning: {warning}"));
        }
        return;
    };
    push(format!("relation {id} ({interface}): refused"));
    for reason in refusals.iter().flat_map(reasons) {
        let unit = reason.unit.map(|unit| unit + " ");
        let path = reason.path.map(|path| path + ": ");
        let kind = reason.kind.map(|kind| format!(" [{kind}]"));
        let (unit, path, kind) = (
            unit.unwrap_or_default(),
            path.unwrap_or_default(),
            kind.unwrap_or_default(),
        );
        push(format!("  {unit}{path}{}{kind}", reason.message));
    }
}

/// What a relation shares with others.
fn warnings(id: u64, collection: &Collection) -> impl Iterator<Item = &Warning> {
    collection.warnings.get(&id).into_iter().flatten()
}

/// What a relation is served as.
fn served(id: u64, collection: &Collection) -> Option<String> {
    let mut services = collection.services.iter();
    if let Some(service) = services.find(|service| service.relation_id == id) {
        let servers = service
            .addresses()
            .len()
            .saturating_mul(service.data.ports.len());
        return Some(format!(
            "service '{}', {}",
            service.data.service,
            counted(servers)
        ));
    }
    let mut services = collection.tcp_services.iter();
    if let Some(service) = services.find(|service| service.relation_id == id) {
        let ports = service.data.port_range()?;
        let servers = counted(service.addresses().len());
        return Some(format!("ports {ports}, {servers}"));
    }
    beside(id, collection)
}

/// What comes of a relation that asks for no route.
fn beside(id: u64, collection: &Collection) -> Option<String> {
    let mut ingresses = collection.ingresses.iter();
    if let Some(ingress) = ingresses.find(|ingress| ingress.relation_id == id) {
        let (name, servers) = (&ingress.application, counted(ingress.hosts.len()));
        return Some(format!("application '{name}', {servers}"));
    }
    let units = collection.ingress_units.iter();
    let units = units.filter(|unit| unit.relation_id == id).count();
    if units > 0 {
        return Some(counted(units));
    }
    let mut agents = collection.spoe_authentications.iter();
    if let Some(agent) = agents.find(|agent| agent.relation_id == id) {
        let (name, servers) = (&agent.hostname, counted(agent.addresses.len()));
        return Some(format!("guards '{name}', {servers}"));
    }
    let policy = collection.policy.as_ref()?;
    let approved = collection
        .approved_services
        .as_ref()
        .map_or(0, BTreeSet::len);
    (policy.relation_id == id).then(|| format!("approves {approved} services"))
}

fn counted(servers: usize) -> String {
    let plural = if servers == 1 { "" } else { "s" };
    format!("{servers} server{plural}")
}

/// A refusal, in as many reasons as it has faults.
fn reasons(refusal: &Refusal) -> Vec<Reason> {
    match refusal {
        Refusal::Application { source }
        | Refusal::Conversion {
            source: ConversionError::Refused { source },
        } => faults(None, source),
        Refusal::Unit { unit, source } => faults(Some(unit), source),
        other => vec![Reason {
            unit: None,
            path: None,
            kind: None,
            message: other.to_string(),
        }],
    }
}

fn faults(unit: Option<&String>, error: &ValidationError) -> Vec<Reason> {
    let errors = error.errors().iter();
    errors
        .map(|error| Reason {
            unit: unit.cloned(),
            path: Some(error.path.to_string()),
            kind: Some(error.kind.name()),
            message: error.kind.to_string(),
        })
        .collect()
}
