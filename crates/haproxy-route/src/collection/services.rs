//! What HTTP services cannot have.

use std::collections::BTreeMap;

use super::{Collection, CollectionOptions, Refusal, Refused, Requirer};
use crate::relation::RelationId;
use crate::requirer::RequirerApplicationData;
use crate::value::Protocol;

type Service = Requirer<RequirerApplicationData>;

/// Refuses services that exclude each other, all of them: nothing tells which one is meant.
pub(super) fn conflicts(services: &[Service]) -> Refused {
    let mut refused = Refused::new();
    for (name, ids) in shared(services, |service| Some(service.data.service.as_str())) {
        refuse_all(&ids, &mut refused, |others| Refusal::DuplicateService {
            service: name.to_owned(),
            others,
        });
    }
    for (port, ids) in shared(services, |service| service.data.external_grpc_port) {
        refuse_all(&ids, &mut refused, |others| Refusal::DuplicateGrpcPort {
            port,
            others,
        });
    }
    for service in services {
        let data = &service.data;
        if data.external_grpc_port.is_some() && data.protocol != Protocol::Https {
            let reasons = refused.entry(service.relation_id).or_default();
            reasons.push(Refusal::GrpcWithoutTls);
        }
    }
    refused
}

/// Refuses services that the provider cannot serve as it is.
pub(super) fn unroutable(collection: &Collection, options: &CollectionOptions) -> Refused {
    let mut refused = Refused::new();
    for service in &collection.services {
        let data = &service.data;
        let mut reasons = Vec::new();
        let approved = collection.approved_services.as_ref();
        if approved.is_some_and(|approved| !approved.contains(&data.service)) {
            let service = data.service.clone();
            reasons.push(Refusal::NotApproved { service });
        }
        if data.hostname.is_none() && options.external_hostname.is_none() {
            reasons.push(Refusal::NoHostname);
        }
        let has_servers = !data.ports.is_empty() && !service.addresses().is_empty();
        if data.protocol == Protocol::Https && has_servers && !options.has_ca_bundle {
            reasons.push(Refusal::NoCaBundle);
        }
        if let Some(port) = data.external_grpc_port
            && options.reserved_ports.contains(&port)
        {
            reasons.push(Refusal::ReservedPort { port });
        }
        if !reasons.is_empty() {
            refused.insert(service.relation_id, reasons);
        }
    }
    refused
}

/// The values that several requirers have, with the relations.
pub(super) fn shared<'a, T, K: Ord>(
    requirers: &'a [Requirer<T>],
    key: impl Fn(&'a Requirer<T>) -> Option<K>,
) -> BTreeMap<K, Vec<RelationId>> {
    let mut ids: BTreeMap<K, Vec<RelationId>> = BTreeMap::new();
    for requirer in requirers {
        if let Some(key) = key(requirer) {
            ids.entry(key).or_default().push(requirer.relation_id);
        }
    }
    ids.retain(|_, ids| ids.len() > 1);
    ids
}

/// Refuses each of the relations because of the others.
pub(super) fn refuse_all(
    ids: &[RelationId],
    refused: &mut Refused,
    reason: impl Fn(Vec<RelationId>) -> Refusal,
) {
    for id in ids {
        let others = ids.iter().copied().filter(|other| other != id).collect();
        refused.entry(*id).or_default().push(reason(others));
    }
}
