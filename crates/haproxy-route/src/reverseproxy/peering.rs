//! Active-passive peers: every unit sends its clients to the first unit that works.

use std::collections::BTreeMap;

use indexmap::IndexMap;

use super::read::{self, ServiceError};
use super::{Service, ServiceServer, Services};
use crate::relation::{RelationError, entries};

/// A unit of the proxy itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Peer {
    /// The name, such as `haproxy/0`.
    pub name: String,
    /// Its address.
    pub address: String,
    /// The services that it announces.
    pub services: Vec<Service>,
}

/// The other units of the proxy.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Peers {
    /// Those that say where they are and what they announce.
    pub peers: Vec<Peer>,
    /// The others that say anything, each with the reason.
    pub refused: BTreeMap<String, String>,
}

impl Peers {
    /// Reads the units of the endpoint `peer`, from JSON in the form that [`Relation::read_all`] takes: each
    /// says `private-address` and `all_services`.
    ///
    /// # Errors
    ///
    /// The text is not JSON, or of another form.
    ///
    /// [`Relation::read_all`]: crate::Relation::read_all
    pub fn read_all(text: &[u8]) -> Result<Self, RelationError> {
        let mut found = Self::default();
        let entries = entries(text)?.into_iter();
        let own = entries.filter(|entry| entry.endpoint == "peer");
        for (name, databag) in own.flat_map(|entry| entry.units) {
            let Some(services) = databag.get("all_services") else {
                continue;
            };
            let Some(address) = databag.get("private-address") else {
                let reason = "it has no 'private-address'".to_owned();
                found.refused.insert(name, reason);
                continue;
            };
            match Peer::new(&name, address, services) {
                Ok(peer) => found.peers.push(peer),
                Err(error) => {
                    found.refused.insert(name, error.to_string());
                }
            }
        }
        Ok(found)
    }
}

impl Peer {
    /// A peer that announces services as YAML, in its `all_services`.
    ///
    /// # Errors
    ///
    /// The text cannot be read.
    pub fn new(
        name: impl Into<String>,
        address: impl Into<String>,
        all_services: &str,
    ) -> Result<Self, ServiceError> {
        Ok(Self {
            name: name.into(),
            address: address.into(),
            services: read::services(&read::yaml(all_services)?)?,
        })
    }
}

impl Services {
    /// The services behind a layer that passes clients to the first unit that works, for each service
    /// that a peer announces too. The service itself becomes `NAME_be`, one port further.
    ///
    /// With active-active peers nothing is done.
    #[must_use]
    pub fn behind_peers(&self, own_name: &str, own_address: &str, peers: &[Peer]) -> Self {
        let mut services = IndexMap::new();
        for (name, service) in &self.services {
            let announced = |peer: &&Peer| peer.services.iter().any(|other| other.name == *name);
            let sharing: Vec<&Peer> = peers.iter().filter(announced).collect();
            let announcement = sharing.first().and_then(|peer| {
                let mut services = peer.services.iter();
                services.find(|other| other.name == *name)
            });
            let port = announcement.and_then(|other| other.port).or(service.port);
            let behind = port.and_then(|port| Some((port, port.checked_add(1)?)));
            let (Some(announcement), Some((port, behind))) = (announcement, behind) else {
                services.insert(name.clone(), service.clone());
                continue;
            };
            let units = sharing
                .iter()
                .map(|peer| (peer.name.as_str(), peer.address.as_str()));
            let mut units: Vec<_> = units.chain([(own_name, own_address)]).collect();
            units.sort_by_key(|(name, _)| unit_number(name));
            let front = Service {
                name: name.clone(),
                host: announcement.host.clone().or_else(|| service.host.clone()),
                port: Some(port),
                options: front_options(service),
                servers: servers(&units, behind),
                ..Service::default()
            };
            let real_name = format!("{name}_be");
            let real = Service {
                name: real_name.clone(),
                port: Some(behind),
                ..service.clone()
            };
            services.insert(name.clone(), front);
            services.insert(real_name, real);
        }
        Self {
            services,
            refused: self.refused.clone(),
        }
    }
}

fn front_options(service: &Service) -> Vec<String> {
    let fixed = ["balance leastconn", "mode tcp", "option tcplog"].map(str::to_owned);
    let timeouts = service
        .options
        .iter()
        .filter(|option| option.contains("timeout"));
    fixed.into_iter().chain(timeouts.cloned()).collect()
}

fn servers(units: &[(&str, &str)], port: u16) -> Vec<ServiceServer> {
    let servers = units.iter().enumerate();
    servers
        .map(|(index, (name, address))| {
            let mut options = vec!["check".to_owned()];
            if index > 0 {
                options.push("backup".to_owned());
            }
            ServiceServer {
                name: name.replace('/', "-"),
                host: (*address).to_owned(),
                port,
                options,
            }
        })
        .collect()
}

/// What orders units: `haproxy/2` stands before `haproxy/10`.
fn unit_number(name: &str) -> (u64, String) {
    let number = name
        .rsplit('/')
        .next()
        .and_then(|number| number.parse().ok());
    (number.unwrap_or(u64::MAX), name.to_owned())
}
