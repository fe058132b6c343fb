//! All requirers of a provider: who gets a route, and who does not, with the reasons.

mod listener;
mod refusal;
mod requirer;
mod services;
mod warning;
mod web;

use std::collections::{BTreeMap, BTreeSet};

use crate::conversion::ConversionOptions;
use crate::relation::{Relation, RelationId};
use crate::requirer::{RequirerApplicationData, TcpRequirerApplicationData};
use crate::schema::{Interface, Schema};

pub use listener::TcpListener;
pub use refusal::Refusal;
pub use requirer::{Requirer, Server};
pub use warning::Warning;

/// What a provider must know to choose among its requirers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CollectionOptions {
    /// The version of `haproxy-route` that the provider speaks; 2 by default.
    pub route: Schema,
    /// The version of `haproxy-route-tcp` that the provider speaks; 1 by default.
    pub tcp: Schema,
    /// The provider's external host name, which services without a host name get; none by default.
    pub external_hostname: Option<String>,
    /// Whether servers that speak TLS can be verified; they can by default.
    pub has_ca_bundle: bool,
    /// The services that may have a route; all of them by default.
    pub approved_services: Option<BTreeSet<String>>,
    /// Ports of the proxy that no requirer gets; that of the metrics, 8404, by default.
    pub reserved_ports: Vec<u16>,
}

/// The requirers of a provider.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Collection {
    /// The HTTP services that get a route, in the order of their relations.
    pub services: Vec<Requirer<RequirerApplicationData>>,
    /// The TCP services that get a route, in the order of their relations.
    pub tcp_services: Vec<Requirer<TcpRequirerApplicationData>>,
    /// The ports on which TCP services are served, in order, each with the relations that share it.
    pub tcp_listeners: Vec<TcpListener>,
    /// The relations that get none, with the reasons.
    pub refused: BTreeMap<RelationId, Vec<Refusal>>,
    /// What the relations that get a route share with others, so that one may hide another.
    pub warnings: BTreeMap<RelationId, Vec<Warning>>,
}

impl Default for CollectionOptions {
    fn default() -> Self {
        Self {
            route: Interface::Route.newest(),
            tcp: Interface::Tcp.newest(),
            external_hostname: None,
            has_ca_bundle: true,
            approved_services: None,
            reserved_ports: vec![8404],
        }
    }
}

impl Collection {
    /// Reads all relations and lets those through that can be served beside each other. A relation
    /// that is refused costs no other one its route, unless both want the same.
    pub fn new(relations: &[Relation], options: &CollectionOptions) -> Self {
        let mut order: Vec<_> = relations.iter().collect();
        order.sort_by_key(|relation| relation.id);
        let mut collection = Self::default();
        let conversion = ConversionOptions {
            external_hostname: options.external_hostname.clone(),
        };
        for relation in order {
            match relation.interface {
                Interface::Route => {
                    let read = Requirer::read_route(relation, options.route, &conversion);
                    collection.take(relation.id, read, |collection| &mut collection.services);
                }
                Interface::Tcp => {
                    let read = Requirer::read_tcp(relation, options.tcp);
                    collection.take(relation.id, read, |collection| &mut collection.tcp_services);
                }
            }
        }
        collection.refuse(services::conflicts(&collection.services));
        collection.refuse(services::unroutable(&collection.services, options));
        collection.refuse(listener::conflicts(&collection.tcp_services, options));
        let (listeners, refused) = listener::group(&collection.tcp_services);
        collection.tcp_listeners = listeners;
        collection.refuse(refused);
        collection.refuse(web::conflicts(&collection));
        collection.warnings = warning::warnings(&collection, options);
        collection
    }

    /// The reasons for which a relation gets no route, in one line that fits a status message.
    pub fn reasons(&self, id: RelationId) -> Option<String> {
        let reasons = self.refused.get(&id)?.iter();
        Some(
            reasons
                .map(ToString::to_string)
                .collect::<Vec<_>>()
                .join("; "),
        )
    }

    /// The HTTP services that are gRPC ones, with their ports.
    pub fn grpc_services(&self) -> impl Iterator<Item = (u16, &Requirer<RequirerApplicationData>)> {
        let services = self.services.iter();
        services.filter_map(|service| Some((service.data.external_grpc_port?, service)))
    }

    fn take<T>(
        &mut self,
        id: RelationId,
        read: Result<Requirer<T>, Vec<Refusal>>,
        requirers: impl FnOnce(&mut Self) -> &mut Vec<Requirer<T>>,
    ) {
        match read {
            Ok(requirer) => requirers(self).push(requirer),
            Err(reasons) => self.refused.entry(id).or_default().extend(reasons),
        }
    }

    fn refuse(&mut self, refused: Refused) {
        let is_kept = |id: &RelationId| !refused.contains_key(id);
        self.services
            .retain(|service| is_kept(&service.relation_id));
        self.tcp_services
            .retain(|service| is_kept(&service.relation_id));
        for listener in &mut self.tcp_listeners {
            listener.relation_ids.retain(is_kept);
        }
        self.tcp_listeners
            .retain(|listener| !listener.relation_ids.is_empty());
        for (id, reasons) in refused {
            self.refused.entry(id).or_default().extend(reasons);
        }
    }
}

/// Relations that are refused, with reasons.
type Refused = BTreeMap<RelationId, Vec<Refusal>>;
