//! Which TCP services share the ports of the proxy.

use std::collections::BTreeMap;

use super::services::{refuse_all, shared};
use super::{CollectionOptions, Refusal, Refused, Requirer};
use crate::relation::RelationId;
use crate::requirer::TcpRequirerApplicationData;
use crate::schema::Schema;
use crate::value::PortRange;

type Service = Requirer<TcpRequirerApplicationData>;

/// Ports of the proxy and the TCP services that clients reach there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TcpListener {
    /// The ports.
    pub ports: PortRange,
    /// The relation that gets the clients which no server name sends elsewhere.
    pub default: Option<RelationId>,
    /// All relations that are served here.
    pub relation_ids: Vec<RelationId>,
    /// Whether TLS ends at the proxy.
    pub tls_terminate: bool,
}

/// Refuses TCP services whose ports exclude each other, or are not to be had.
pub(super) fn conflicts(services: &[Service], options: &CollectionOptions) -> Refused {
    let mut refused = Refused::new();
    if options.tcp == Schema::TcpV0 {
        for (ports, ids) in shared(services, |service| service.data.port_range()) {
            refuse_all(&ids, &mut refused, |others| Refusal::OverlappingPorts {
                ports,
                others,
            });
        }
    }
    let ranges = services
        .iter()
        .filter(|service| service.data.is_port_range());
    for ids in overlapping(ranges) {
        for (id, ports) in &ids {
            let others = ids
                .iter()
                .filter(|(other, range)| other != id && range.overlaps_with(*ports));
            let mut others: Vec<_> = others.map(|(other, _)| *other).collect();
            others.sort_unstable();
            let ports = *ports;
            let reasons = refused.entry(*id).or_default();
            reasons.push(Refusal::OverlappingPorts { ports, others });
        }
    }
    for service in services {
        let Some(ports) = service.data.port_range() else {
            continue;
        };
        let mut reserved = options.reserved_ports.iter().copied();
        if let Some(port) = reserved.find(|port| ports.contains(*port)) {
            let reasons = refused.entry(service.relation_id).or_default();
            reasons.push(Refusal::ReservedPort { port });
        }
    }
    refused
}

/// Groups of ranges that overlap, each range with one of its group at least.
fn overlapping<'a>(
    services: impl Iterator<Item = &'a Service>,
) -> Vec<Vec<(RelationId, PortRange)>> {
    let mut ranges: Vec<_> = services
        .filter_map(|service| Some((service.relation_id, service.data.port_range()?)))
        .collect();
    ranges.sort_by_key(|(_, range)| *range);
    let mut groups: Vec<Vec<(RelationId, PortRange)>> = Vec::new();
    let mut furthest = 0;
    for (id, range) in ranges {
        match groups.last_mut() {
            Some(group) if range.start() <= furthest => group.push((id, range)),
            _ => groups.push(vec![(id, range)]),
        }
        furthest = furthest.max(range.end());
    }
    groups.retain(|group| group.len() > 1);
    groups
}

/// Puts services on ports. Each range has ports of its own, which single ports in it join; single ports
/// of one number are shared.
pub(super) fn group(services: &[Service]) -> (Vec<TcpListener>, Refused) {
    let mut groups: BTreeMap<PortRange, (Option<&Service>, Vec<&Service>)> = BTreeMap::new();
    let (ranges, singles): (Vec<_>, Vec<_>) = services
        .iter()
        .partition(|service| service.data.is_port_range());
    for service in ranges {
        if let Some(ports) = service.data.port_range() {
            groups.insert(ports, (Some(service), Vec::new()));
        }
    }
    for service in singles {
        let Some(port) = service.data.port_range() else {
            continue;
        };
        let mut wide = groups.keys().copied();
        let ports = wide.find(|range| range.overlaps_with(port)).unwrap_or(port);
        groups.entry(ports).or_default().1.push(service);
    }
    let mut refused = Refused::new();
    let listeners = groups
        .into_iter()
        .filter_map(|(ports, (range, singles))| listener(ports, range, &singles, &mut refused))
        .collect();
    (listeners, refused)
}

/// The listener for services of the same ports, without those that cannot share them.
fn listener(
    ports: PortRange,
    range: Option<&Service>,
    singles: &[&Service],
    refused: &mut Refused,
) -> Option<TcpListener> {
    let mut relation_ids = Vec::new();
    if let (None, [single]) = (range, singles) {
        relation_ids.push(single.relation_id);
        return Some(TcpListener {
            ports,
            default: single.data.sni.is_none().then_some(single.relation_id),
            relation_ids,
            tls_terminate: single.data.tls_terminate,
        });
    }
    let all = range.into_iter().chain(singles.iter().copied());
    let all: Vec<_> = all.map(|service| service.relation_id).collect();
    let others = |id| all.iter().copied().filter(|other| *other != id).collect();
    let mut named = Vec::new();
    for single in singles {
        let (id, data) = (single.relation_id, &single.data);
        if data.sni.is_some() && data.enforce_tls {
            named.push(*single);
        } else {
            let port = data.port.unwrap_or(ports.start());
            let reason = Refusal::SharedWithoutServerName {
                port,
                others: others(id),
            };
            refused.entry(id).or_default().push(reason);
        }
    }
    // The services on a range do as the range; among single ones, those that end TLS decide.
    let terminates = match range {
        Some(range) => range.data.tls_terminate,
        None => named.iter().any(|single| single.data.tls_terminate),
    };
    let has_same = |service: &&&Service| service.data.tls_terminate == terminates;
    let agreeing: Vec<_> = range
        .into_iter()
        .chain(named.iter().filter(has_same).copied())
        .collect();
    let agreeing: Vec<_> = agreeing.iter().map(|service| service.relation_id).collect();
    for single in named.iter().filter(|service| !has_same(service)) {
        let reason = Refusal::SharedTlsTermination {
            port: single.data.port.unwrap_or(ports.start()),
            others: agreeing.clone(),
            terminates,
        };
        refused.entry(single.relation_id).or_default().push(reason);
    }
    relation_ids.extend(agreeing);
    (!relation_ids.is_empty()).then_some(TcpListener {
        ports,
        default: range.map(|service| service.relation_id),
        relation_ids,
        tls_terminate: terminates,
    })
}
