//! From requirers to a configuration.
//!
//! Every line is a typed statement of the relation that it is for. A relation with a value that makes
//! no statement is refused and leaves no line.

mod backend;
mod base;
mod expression;
mod frontend;
mod host;
mod number;
mod options;
mod peers;
mod rewrite;
mod sections;

use std::collections::{BTreeMap, BTreeSet};

use haproxy_model::config::Config;

use crate::collection::{Collection, Refusal, Requirer};
use crate::relation::RelationId;
use crate::requirer::RequirerApplicationData;

pub use options::{PeerAddress, RenderingOptions};
pub use sections::Origin;

use backend::HttpBackend;
use sections::Sections;

type Service = Requirer<RequirerApplicationData>;

/// A configuration for the HTTP services of a provider, and what goes with it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Rendering {
    /// The configuration.
    pub config: Config,
    /// The relation that each statement is for; those that are for none are not listed.
    pub origins: Vec<Origin>,
    /// What is published to each relation: the URLs of its service, none for one that is refused.
    pub endpoints: BTreeMap<RelationId, Vec<String>>,
    /// The ports on which the proxy listens for clients.
    pub ports: BTreeSet<u16>,
    /// The relations that get no route, with the reasons.
    pub refused: BTreeMap<RelationId, Vec<Refusal>>,
}

/// Renders the HTTP services of a collection.
///
/// Services with a gRPC port and TCP services are left out.
pub fn render(collection: &Collection, options: &RenderingOptions) -> Rendering {
    let mut refused = collection.refused.clone();
    let mut backends = Vec::new();
    let http = collection.services.iter();
    for service in http.filter(|service| service.data.external_grpc_port.is_none()) {
        match HttpBackend::new(service, options) {
            Ok(backend) => backends.push(backend),
            Err(reason) => {
                let reasons = refused.entry(service.relation_id).or_default();
                reasons.push(Refusal::Unrenderable { reason });
            }
        }
    }
    // Longer paths come first: the first rule that matches decides.
    backends.sort_by_key(|backend| std::cmp::Reverse(backend.depth()));
    let mut sections = Sections::default();
    base::push(&mut sections, options);
    if !backends.is_empty() {
        frontend::push(&mut sections, &backends, options);
    }
    peers::push(&mut sections, &backends, options);
    let mut endpoints: BTreeMap<_, Vec<String>> =
        refused.keys().map(|id| (*id, Vec::new())).collect();
    for backend in backends {
        endpoints.insert(backend.relation_id, backend.endpoints());
        sections.push(backend.section);
    }
    base::push_default_backend(&mut sections);
    let has_routes = endpoints.values().any(|urls| !urls.is_empty());
    let (config, origins) = sections.finish();
    Rendering {
        config,
        origins,
        endpoints,
        ports: if has_routes {
            [80, 443].into()
        } else {
            BTreeSet::new()
        },
        refused,
    }
}
