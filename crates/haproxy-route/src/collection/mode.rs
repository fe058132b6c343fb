use crate::relation::Relation;
use crate::schema::Interface;

/// What a provider serves: it does one of these at a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Mode {
    /// HTTP, gRPC and TCP services, of `haproxy-route` and `haproxy-route-tcp`.
    #[default]
    Routes,
    /// Applications below paths, of `ingress`.
    Ingress,
    /// Units below paths, of `ingress_per_unit`.
    IngressPerUnit,
}

impl Mode {
    /// The mode of these relations, in the order of their numbers. The oldest one decides: what is served
    /// already stays.
    pub(super) fn of(relations: &[&Relation]) -> Self {
        let mut modes = relations
            .iter()
            .filter_map(|relation| Self::asked_by(relation.interface));
        modes.next().unwrap_or_default()
    }

    /// The mode that relations of an interface ask for; those of some go with each.
    pub(super) const fn asked_by(interface: Interface) -> Option<Self> {
        match interface {
            Interface::Route | Interface::Tcp | Interface::Policy => Some(Self::Routes),
            Interface::Ingress => Some(Self::Ingress),
            Interface::IngressPerUnit => Some(Self::IngressPerUnit),
            Interface::SpoeAuth | Interface::DdosProtection => None,
        }
    }

    /// What is served, in words.
    pub(super) const fn served(self) -> &'static str {
        match self {
            Self::Routes => "services of haproxy-route",
            Self::Ingress => "applications of ingress",
            Self::IngressPerUnit => "units of ingress_per_unit",
        }
    }
}
