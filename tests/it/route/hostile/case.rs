//! Everything that a provider is told at once.

use haproxy_route::{
    DdosLimits, Ingress, IngressUnit, PolicyService, Relation, Schema, SpoeAuthentication,
};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::beside::{self, agent, below_paths, ingresses, limits, policy};
use super::databag::relation;
use super::number_from;

/// How many hostile relations a provider has at most, where the environment says nothing else; half of
/// them on average.
const RELATIONS: u64 = 6;

/// The variable of the environment with another number of relations.
const RELATIONS_VARIABLE: &str = "HAPROXY_KIT_HOSTILE_RELATIONS";

/// What a provider is asked by everybody.
#[derive(Debug, Clone)]
pub(super) struct Case {
    pub(super) relations: Vec<Relation>,
    /// The relations that ask for no route.
    pub(super) beside: Vec<Relation>,
    pub(super) schemas: (Schema, Schema),
    pub(super) policy: Option<PolicyService>,
    pub(super) agents: Vec<SpoeAuthentication>,
    pub(super) limits: Option<DdosLimits>,
    pub(super) plain_prefixes: bool,
    pub(super) ingresses: Vec<Ingress>,
    pub(super) units: Vec<IngressUnit>,
    /// The relations of another provider, which serves applications or units below paths.
    pub(super) below_paths: Vec<Relation>,
}

pub(super) fn case() -> impl Strategy<Value = Case> {
    let most = number_from(RELATIONS_VARIABLE, RELATIONS).min(79);
    let relations = (1..=most).map(|id| prop::option::of(relation(id)));
    let schemas = (
        select(
            &[
                Schema::RouteV0,
                Schema::RouteV1,
                Schema::RouteV2,
                Schema::RouteV2,
            ][..],
        ),
        select(&[Schema::TcpV0, Schema::TcpV1, Schema::TcpV1][..]),
    );
    let beside = (
        prop::option::weighted(0.2, policy()),
        vec(agent(), 0..2),
        prop::option::weighted(0.3, limits()),
        any::<bool>(),
        beside::relations(),
    );
    let relations = relations.collect::<Vec<_>>();
    let ingresses = (ingresses(), below_paths());
    (relations, schemas, beside, ingresses).prop_map(|(relations, schemas, beside, ingresses)| {
        let ((ingresses, units), below_paths) = ingresses;
        Case {
            relations: relations.into_iter().flatten().collect(),
            schemas,
            policy: beside.0,
            agents: beside.1,
            limits: beside.2,
            plain_prefixes: beside.3,
            beside: beside.4,
            ingresses,
            units,
            below_paths,
        }
    })
}
