//! From requirers to a configuration.
//!
//! Every line is a typed statement of the relations that it is for. A relation with a value that makes
//! no statement is refused and leaves no line.

mod backend;
mod base;
mod ddos;
mod explain;
mod expression;
mod frontend;
mod host;
mod ingress;
mod lines;
mod names;
mod network;
mod number;
mod options;
mod peers;
mod policy;
mod rewrite;
mod sections;
mod spoe;
mod tcp;

use std::collections::{BTreeMap, BTreeSet};

use haproxy_model::config::Config;

use crate::collection::{Collection, Mode, Refusal, Requirer};
use crate::databag::Databag;
use crate::file::File;
use crate::provider::ProviderApplicationData;
use crate::relation::RelationId;
use crate::requirer::RequirerApplicationData;
use crate::schema::Interface;

pub use ddos::DdosLimits;
pub use explain::ExplainedLine;
pub use ingress::{Ingress, IngressUnit, render_ingress, render_ingress_per_unit};
pub use network::{Network, NetworkError};
pub use options::{PeerAddress, RenderingOptions};
pub use policy::PolicyService;
pub use sections::Origin;
pub(crate) use sections::SectionDraft;
pub use spoe::{SpoeAuthentication, VariableScope};

use backend::HttpBackend;
use names::Names;
use peers::Table;
use policy::Policy;
use sections::Sections;
use spoe::Spoe;

type Service = Requirer<RequirerApplicationData>;

/// A configuration for the services of a provider, and what goes with it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Rendering {
    /// The configuration.
    pub config: Config,
    /// The files that the configuration names and that are made of relation data; not the
    /// certificates.
    pub files: Vec<File>,
    /// The relations that each statement is for; those that are for none are not listed.
    pub origins: Vec<Origin>,
    /// What is published to each relation: the URLs of its HTTP service, `host:port` of its TCP
    /// service, none for one that is refused.
    pub endpoints: BTreeMap<RelationId, Vec<String>>,
    /// What the provider writes into its databag of each relation that asks for a route, all of it.
    pub replies: BTreeMap<RelationId, Databag>,
    /// The ports on which the proxy listens for clients.
    pub ports: BTreeSet<u16>,
    /// The relations that get no route, with the reasons.
    pub refused: BTreeMap<RelationId, Vec<Refusal>>,
}

impl Rendering {
    /// The relation that a whole section is for: each of its statements is for this one alone.
    pub fn relation_of_section(&self, section: usize) -> Option<RelationId> {
        let statements = self.config.sections.get(section)?.len();
        let mut own = self.origins.iter().filter(|own| own.section == section);
        let first = own.clone().next()?.relation_id;
        let is_whole = own.clone().count() == statements && own.all(|own| own.relation_id == first);
        is_whole.then_some(first)
    }
}

/// Renders what a collection serves. What its relations say of agents, policies and limits goes with what the
/// options say, limits of a relation before theirs.
pub fn render(collection: &Collection, options: &RenderingOptions) -> Rendering {
    let options = &options.with(collection);
    let mut rendering = match collection.mode {
        Mode::Routes => return render_routes(collection, options),
        Mode::Ingress => render_ingress(&collection.ingresses, options),
        Mode::IngressPerUnit => render_ingress_per_unit(&collection.ingress_units, options),
    };
    for (id, reasons) in &collection.refused {
        rendering.replies.insert(*id, Databag::default());
        rendering.endpoints.insert(*id, Vec::new());
        rendering.refused.insert(*id, reasons.clone());
    }
    rendering
}

fn render_routes(collection: &Collection, options: &RenderingOptions) -> Rendering {
    let mut found = Parts::new(collection, options);
    let mut sections = Sections::default();
    base::push(&mut sections, options);
    let has_web = !found.services.is_empty() || found.policy.is_some();
    let has_nothing = !has_web
        && found.grpc_services.is_empty()
        && found.listeners.is_empty()
        && found.refused.is_empty();
    let mut ports = BTreeSet::new();
    if has_web {
        let policy = found.policy.as_ref();
        frontend::push(
            &mut sections,
            &found.services,
            &found.spoes,
            policy,
            options,
        );
        ports.extend([80, 443]);
    } else if has_nothing {
        base::push_default_frontend(&mut sections, options);
        ports.insert(80);
    }
    peers::push(&mut sections, &found.tables(options), options);
    let mut files = ddos::files(options);
    let mut endpoints: BTreeMap<_, Vec<String>> =
        found.refused.keys().map(|id| (*id, Vec::new())).collect();
    for service in found.services {
        endpoints.insert(service.relation_id, service.endpoints());
        sections.push(service.section);
    }
    for (port, service) in found.grpc_services {
        ports.insert(port);
        endpoints.insert(service.relation_id, service.endpoints());
        frontend::push_grpc(&mut sections, port, &service, options);
        sections.push(service.section);
    }
    for listener in found.listeners {
        ports.extend(listener.ports());
        endpoints.extend(listener.endpoints(options));
        listener.push(&mut sections, options);
    }
    if has_web {
        files.extend(spoe::file(&found.spoes, options));
        for spoe in &mut found.spoes {
            spoe.push(&mut sections);
        }
    }
    if let Some(policy) = found.policy {
        endpoints.insert(policy.relation_id, vec![policy.endpoint()]);
        sections.push(policy.section);
    }
    base::push_default_backend(&mut sections);
    let (config, origins) = sections.finish();
    let replies = endpoints.iter().filter_map(|(id, endpoints)| {
        let interface = collection.interfaces.get(id)?;
        Some((*id, reply(*interface, endpoints)?))
    });
    let replies = replies.collect();
    Rendering {
        config,
        files,
        origins,
        endpoints,
        replies,
        ports,
        refused: found.refused,
    }
}

/// What requirers of routes are told, URLs as these are read.
fn reply(interface: Interface, endpoints: &[String]) -> Option<Databag> {
    let schema = match interface {
        Interface::Route | Interface::Tcp => interface.newest(),
        _ => return None,
    };
    let endpoints = endpoints.to_vec();
    let data = ProviderApplicationData { endpoints };
    let read = ProviderApplicationData::from_json(&data.to_json(schema), schema);
    Some(read.unwrap_or(data).dump(schema))
}

/// What is rendered for the relations, before it is put together.
struct Parts<'a> {
    /// The HTTP services; longer paths come first, as the first rule that matches decides.
    services: Vec<HttpBackend<'a>>,
    grpc_services: Vec<(u16, HttpBackend<'a>)>,
    listeners: Vec<tcp::Listener<'a>>,
    spoes: Vec<Spoe>,
    policy: Option<Policy>,
    refused: BTreeMap<RelationId, Vec<Refusal>>,
}

impl<'a> Parts<'a> {
    fn new(collection: &'a Collection, options: &RenderingOptions) -> Self {
        let mut names = Names::new();
        let mut parts = Self {
            services: Vec::new(),
            grpc_services: Vec::new(),
            listeners: Vec::new(),
            spoes: Vec::new(),
            policy: None,
            refused: collection.refused.clone(),
        };
        // Requirers choose the names of HTTP services: what is named by others comes before them.
        for agent in &options.spoe_authentications {
            let (spoe, result) = Spoe::new(agent, options, &mut names);
            parts.spoes.push(spoe);
            if let Err(reason) = result {
                parts.refuse(agent.relation_id, reason);
            }
        }
        for (id, hostname) in &collection.closed_hostnames {
            parts.spoes.push(Spoe::closed(*id, hostname, options));
        }
        if let Some(service) = &options.policy {
            match Policy::new(service, options, &mut names) {
                Ok(policy) => parts.policy = Some(policy),
                Err(reason) => parts.refuse(service.relation_id, reason),
            }
        }
        parts.listeners = tcp::listeners(collection, options, &mut names, &mut parts.refused);
        for (port, _) in collection.grpc_services() {
            names.take(frontend::reserved_grpc_name(port));
        }
        let rewrites = rewrite::statements(&collection.services, options.version);
        for (service, rewrites) in collection.services.iter().zip(rewrites) {
            match HttpBackend::new(service, rewrites, options, &mut names) {
                Ok(backend) => match service.data.external_grpc_port {
                    Some(port) => parts.grpc_services.push((port, backend)),
                    None => parts.services.push(backend),
                },
                Err(reason) => parts.refuse(service.relation_id, reason),
            }
        }
        parts
            .services
            .sort_by_key(|backend| std::cmp::Reverse(backend.depth()));
        parts
    }

    fn refuse(&mut self, id: RelationId, reason: String) {
        let reasons = self.refused.entry(id).or_default();
        reasons.push(Refusal::Unrenderable { reason });
    }

    /// The tables that the rules of all sections look at.
    fn tables(&mut self, options: &RenderingOptions) -> Vec<Table> {
        let mut tables = Vec::new();
        for service in &mut self.services {
            tables.extend(service.table.take());
        }
        for (_, service) in &mut self.grpc_services {
            tables.extend(service.table.take());
        }
        for listener in &mut self.listeners {
            tables.extend(listener.take_tables());
        }
        tables.extend(options.ddos_table());
        tables
    }
}
