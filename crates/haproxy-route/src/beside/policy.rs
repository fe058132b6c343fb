use std::collections::BTreeSet;
use std::net::IpAddr;

use crate::collection::Refusal;
use crate::field::{Kind as _, free, list, object, objects, port};
use crate::relation::Relation;
use crate::rendering::PolicyService;

objects! {
    /// What the service says that approves requests for routes, over `haproxy-route-policy`.
    #[derive(Eq)]
    pub struct PolicyApplicationData(schema) {
        /// The requests that it approves.
        approved_requests: Vec<ApprovedRequest> = list(object(schema)).required();
        /// The port of its units.
        policy_backend_port: u16 = port(u16::MAX).required();
        /// The name of its model.
        model: String = free().required();
    }

    /// A request that is approved. Nothing else of it counts than the name of the service.
    #[derive(Eq)]
    pub struct ApprovedRequest(schema) {
        /// The name of the service.
        backend_name: String = free().required();
    }
}

impl PolicyService {
    /// The service and what it approves.
    pub(crate) fn read(relation: &Relation) -> Result<(Self, BTreeSet<String>), Vec<Refusal>> {
        let data = PolicyApplicationData::load(&relation.application_data)
            .map_err(|source| vec![Refusal::Application { source }])?;
        // Units say nothing: their addresses are what Juju itself tells of each.
        let units = relation.units_in_order().into_iter();
        let address = |text: &str| text.parse::<IpAddr>().ok();
        let addresses = units.filter_map(|(_, databag)| {
            let mut keys = ["ingress-address", "private-address"].into_iter();
            keys.find_map(|key| address(databag.get(key)?))
        });
        let service = Self {
            relation_id: relation.id,
            model: data.model,
            application: relation.application.clone(),
            port: data.policy_backend_port,
            addresses: addresses.collect(),
        };
        let approved = data.approved_requests.into_iter();
        let approved = approved.map(|request| request.backend_name).collect();
        Ok((service, approved))
    }
}
