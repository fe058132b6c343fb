use std::collections::BTreeMap;

use super::refusal::relations;
use super::{Collection, CollectionOptions};
use crate::relation::RelationId;
use crate::requirer::RequirerApplicationData;
use crate::value::PortRange;

/// What is served, but not to the relation alone: the service of one of the others may come first.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Warning {
    /// Other services have the same host name and path.
    #[error("{host}{path} is also that of {}", relations(others))]
    SharedRoute {
        /// The host name.
        host: String,
        /// The path; empty where the service has all of them.
        path: String,
        /// The other relations.
        others: Vec<RelationId>,
    },
    /// Other TCP services have the same server name on the same ports.
    #[error("{name} on {ports} is also that of {}", relations(others))]
    SharedServerName {
        /// The server name.
        name: String,
        /// The ports.
        ports: PortRange,
        /// The other relations.
        others: Vec<RelationId>,
    },
}

/// The warnings for the relations that are served.
pub(super) fn warnings(
    collection: &Collection,
    options: &CollectionOptions,
) -> BTreeMap<RelationId, Vec<Warning>> {
    let mut routes: BTreeMap<(String, String), Vec<RelationId>> = BTreeMap::new();
    let services = collection.services.iter();
    // Each gRPC service has a port of its own.
    for service in services.filter(|service| service.data.external_grpc_port.is_none()) {
        for route in routes_of(&service.data, options) {
            let ids = routes.entry(route).or_default();
            if !ids.contains(&service.relation_id) {
                ids.push(service.relation_id);
            }
        }
    }
    let mut names: BTreeMap<(PortRange, String), Vec<RelationId>> = BTreeMap::new();
    for listener in &collection.tcp_listeners {
        let services = collection.tcp_services.iter();
        let own = services.filter(|service| listener.relation_ids.contains(&service.relation_id));
        for service in own {
            if let Some(name) = &service.data.sni {
                let key = (listener.ports, name.to_lowercase());
                names.entry(key).or_default().push(service.relation_id);
            }
        }
    }
    let mut warnings = BTreeMap::new();
    for ((host, path), ids) in &routes {
        warn(&mut warnings, ids, |others| Warning::SharedRoute {
            host: host.clone(),
            path: path.clone(),
            others,
        });
    }
    for ((ports, name), ids) in &names {
        warn(&mut warnings, ids, |others| Warning::SharedServerName {
            name: name.clone(),
            ports: *ports,
            others,
        });
    }
    warnings
}

/// The host names and paths of a service, as HAProxy compares them.
fn routes_of(data: &RequirerApplicationData, options: &CollectionOptions) -> Vec<(String, String)> {
    let hosts: Vec<_> = match &data.hostname {
        Some(name) => std::iter::once(name)
            .chain(&data.additional_hostnames)
            .collect(),
        None => options.external_hostname.iter().collect(),
    };
    let paths = data.paths.iter().map(|path| path.trim_end_matches('/'));
    let mut paths: Vec<_> = paths.map(str::to_lowercase).collect();
    if paths.is_empty() {
        paths.push(String::new());
    }
    let of_host = |host: &String| {
        let host = host.to_lowercase();
        let of_path = |path: &String| (host.clone(), path.clone());
        paths.iter().map(of_path).collect::<Vec<_>>()
    };
    hosts.into_iter().flat_map(of_host).collect()
}

fn warn(
    warnings: &mut BTreeMap<RelationId, Vec<Warning>>,
    ids: &[RelationId],
    warning: impl Fn(Vec<RelationId>) -> Warning,
) {
    if ids.len() < 2 {
        return;
    }
    for id in ids {
        let others = ids.iter().copied().filter(|other| other != id).collect();
        warnings.entry(*id).or_default().push(warning(others));
    }
}
