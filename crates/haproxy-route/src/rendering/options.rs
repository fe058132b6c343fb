use std::net::IpAddr;
use std::path::PathBuf;

use haproxy_model::version::Version;

use super::{DdosLimits, PolicyService, SpoeAuthentication};
use crate::collection::Collection;

/// What a configuration depends on beside relation data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RenderingOptions {
    /// The HAProxy that reads it; 3.2 by default. Before 2.7, bandwidth has no limits.
    pub version: Version,
    /// The host name of services that have none of their own; none by default.
    pub external_hostname: Option<String>,
    /// The folder of the certificates for clients; `/var/lib/haproxy/certs` by default.
    pub certificate_directory: PathBuf,
    /// The CA bundle that verifies servers; `/var/lib/haproxy/cas/cas.pem` by default.
    pub ca_bundle: PathBuf,
    /// The Diffie-Hellman parameters; `/etc/haproxy/ffdhe2048.txt` by default, HAProxy's own where
    /// none are given.
    pub dh_parameters: Option<PathBuf>,
    /// The folder of the files that go with the configuration; `/etc/haproxy` by default.
    pub configuration_directory: PathBuf,
    /// The most connections at a time; 4096 by default.
    pub maxconn: u32,
    /// Whether browsers are told to come over TLS only; not by default.
    pub hsts: bool,
    /// Whether slow clients and broken requests are warded off; they are by default.
    pub ddos_protection: bool,
    /// Whether `/api` in `paths` and `deny_paths` stands for `/apix` too, as it did once; not by
    /// default: it stands for `/api` and what is below.
    pub plain_prefixes: bool,
    /// This unit and the others, which share the tables of limits; none by default.
    pub peers: Vec<PeerAddress>,
    /// The port on which peers talk to each other; 10000 by default.
    pub peer_port: u16,
    /// The address that moves between the units, which clients of TCP services use; none by default:
    /// they use the addresses of the units.
    pub virtual_address: Option<IpAddr>,
    /// Limits to what one client may do at all services together; none by default.
    pub ddos_limits: Option<DdosLimits>,
    /// Who must be logged in at which host name; nobody by default.
    pub spoe_authentications: Vec<SpoeAuthentication>,
    /// The service that approves requests for routes, which is served itself; none by default.
    pub policy: Option<PolicyService>,
}

/// A unit of the proxy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PeerAddress {
    /// The name by which HAProxy knows it: that of its host, unless HAProxy is started with another
    /// one.
    pub name: String,
    /// Its address.
    pub address: IpAddr,
}

impl RenderingOptions {
    /// The options with what relations say.
    pub(super) fn with(&self, collection: &Collection) -> Self {
        let mut options = self.clone();
        let agents = collection.spoe_authentications.iter().cloned();
        options.spoe_authentications.extend(agents);
        if let Some(policy) = &collection.policy {
            options.policy = Some(policy.clone());
        }
        if let Some(limits) = &collection.ddos_limits {
            options.ddos_limits = Some(limits.clone());
        }
        options
    }
}

impl Default for RenderingOptions {
    fn default() -> Self {
        Self {
            version: Version::new(3, 2),
            external_hostname: None,
            certificate_directory: PathBuf::from("/var/lib/haproxy/certs"),
            ca_bundle: PathBuf::from("/var/lib/haproxy/cas/cas.pem"),
            dh_parameters: Some(PathBuf::from("/etc/haproxy/ffdhe2048.txt")),
            configuration_directory: PathBuf::from("/etc/haproxy"),
            maxconn: 4096,
            hsts: false,
            ddos_protection: true,
            plain_prefixes: false,
            peers: Vec::new(),
            peer_port: 10000,
            virtual_address: None,
            ddos_limits: None,
            spoe_authentications: Vec::new(),
            policy: None,
        }
    }
}
