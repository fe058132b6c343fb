//! All requirers of a provider: who gets a route, and who does not, with the reasons.

mod listener;
mod mode;
mod refusal;
mod requirer;
mod services;
mod warning;
mod web;

use std::collections::{BTreeMap, BTreeSet};

use crate::conversion::ConversionOptions;
use crate::relation::{Relation, RelationId};
use crate::rendering::{DdosLimits, Ingress, IngressUnit, PolicyService, SpoeAuthentication};
use crate::requirer::{RequirerApplicationData, TcpRequirerApplicationData};
use crate::schema::{Interface, Schema};

pub use listener::TcpListener;
pub use mode::Mode;
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
    /// The services that may have a route; all of them by default. A relation of `haproxy-route-policy`
    /// approves some of them.
    pub approved_services: Option<BTreeSet<String>>,
    /// Ports of the proxy that no requirer gets; that of the metrics, 8404, by default.
    pub reserved_ports: Vec<u16>,
}

/// The requirers of a provider, and what its other relations say.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Collection {
    /// The HTTP services that get a route, in the order of their relations.
    pub services: Vec<Requirer<RequirerApplicationData>>,
    /// The TCP services that get a route, in the order of their relations.
    pub tcp_services: Vec<Requirer<TcpRequirerApplicationData>>,
    /// The ports on which TCP services are served, in order, each with the relations that share it.
    pub tcp_listeners: Vec<TcpListener>,
    /// What the provider serves.
    pub mode: Mode,
    /// The applications below paths.
    pub ingresses: Vec<Ingress>,
    /// The units below paths.
    pub ingress_units: Vec<IngressUnit>,
    /// The agents that tell who is logged in.
    pub spoe_authentications: Vec<SpoeAuthentication>,
    /// The host names that agents guard whose data is invalid: nobody gets in there.
    pub closed_hostnames: BTreeMap<RelationId, String>,
    /// The service that approves requests for routes.
    pub policy: Option<PolicyService>,
    /// The services that may have a route; all of them where nothing approves any.
    pub approved_services: Option<BTreeSet<String>>,
    /// Limits to what one client may do at all services together.
    pub ddos_limits: Option<DdosLimits>,
    /// The relations that get none, with the reasons.
    pub refused: BTreeMap<RelationId, Vec<Refusal>>,
    /// What the relations that get a route share with others, so that one may hide another.
    pub warnings: BTreeMap<RelationId, Vec<Warning>>,
    pub(crate) interfaces: BTreeMap<RelationId, Interface>,
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
        let mut collection = Self {
            mode: Mode::of(&order),
            approved_services: options.approved_services.clone(),
            ..Self::default()
        };
        let mut firsts: BTreeMap<&str, RelationId> = BTreeMap::new();
        for relation in order {
            let (id, interface) = (relation.id, relation.interface);
            collection.interfaces.insert(id, interface);
            if Mode::asked_by(interface).is_some_and(|mode| mode != collection.mode) {
                let mode = collection.mode;
                collection.refuse_one(id, vec![Refusal::OtherMode { mode }]);
                continue;
            }
            let is_single = matches!(interface, Interface::Policy | Interface::DdosProtection);
            let first = *firsts.entry(interface.name()).or_insert(id);
            if is_single && first != id {
                collection.refuse_one(id, vec![Refusal::SecondRelation { interface, first }]);
                continue;
            }
            if let Err(reasons) = collection.read(relation, options) {
                collection.refuse_one(id, reasons);
            }
        }
        collection.refuse(services::conflicts(&collection.services));
        collection.refuse(services::unroutable(&collection, options));
        collection.refuse(listener::conflicts(&collection.tcp_services, options));
        let (listeners, refused) = listener::group(&collection.tcp_services);
        collection.tcp_listeners = listeners;
        collection.refuse(refused);
        collection.refuse(web::conflicts(&collection));
        collection.warnings = warning::warnings(&collection, options);
        collection
    }

    /// Reads a relation and puts it where it belongs.
    fn read(
        &mut self,
        relation: &Relation,
        options: &CollectionOptions,
    ) -> Result<(), Vec<Refusal>> {
        match relation.interface {
            Interface::Route => {
                let conversion = ConversionOptions {
                    external_hostname: options.external_hostname.clone(),
                };
                let service = Requirer::read_route(relation, options.route, &conversion)?;
                self.services.push(service);
            }
            Interface::Tcp => self
                .tcp_services
                .push(Requirer::read_tcp(relation, options.tcp)?),
            Interface::Ingress => self.ingresses.push(Ingress::read(relation)?),
            Interface::IngressPerUnit => {
                self.ingress_units.extend(IngressUnit::read_all(relation)?);
            }
            Interface::SpoeAuth => {
                let agent = SpoeAuthentication::read(relation);
                if let Err(_) = &agent
                    && let Some(name) = SpoeAuthentication::hostname_in(&relation.application_data)
                {
                    self.closed_hostnames.insert(relation.id, name);
                }
                self.spoe_authentications.push(agent?);
            }
            Interface::DdosProtection => self.ddos_limits = Some(DdosLimits::read(relation)?),
            Interface::Policy => {
                // Nothing is approved where nobody can tell what is.
                let before = self.approved_services.replace(BTreeSet::new());
                let (service, approved) = PolicyService::read(relation)?;
                let is_open = |name: &String| before.as_ref().is_none_or(|all| all.contains(name));
                let approved = approved.into_iter().filter(is_open).collect();
                self.approved_services = Some(approved);
                self.policy = Some(service);
            }
        }
        Ok(())
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

    fn refuse_one(&mut self, id: RelationId, reasons: Vec<Refusal>) {
        self.refused.entry(id).or_default().extend(reasons);
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
            self.refuse_one(id, reasons);
        }
    }
}

/// Relations that are refused, with reasons.
type Refused = BTreeMap<RelationId, Vec<Refusal>>;
