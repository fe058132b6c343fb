//! What the charm's option `services` says of services that units name.

use serde_json::Value;

use super::gather::FIRST_PORT;
use super::read::{self, ServiceError};
use super::{Service, ServiceServer};

/// What the option `services` says.
#[derive(Default)]
pub(super) struct Lookups {
    services: Vec<Service>,
    by_name: serde_json::Map<String, Value>,
}

impl Lookups {
    pub(super) fn read(text: &str) -> Result<Self, ServiceError> {
        match read::yaml(text)? {
            Value::Null => Ok(Self::default()),
            Value::Object(by_name) => Ok(Self {
                services: Vec::new(),
                by_name,
            }),
            services => Ok(Self {
                services: read::services(&services)?,
                by_name: serde_json::Map::new(),
            }),
        }
    }

    pub(super) fn services(&self) -> Vec<Service> {
        if self.services.is_empty() {
            vec![built_in()]
        } else {
            self.services.clone()
        }
    }

    /// Whether anything is looked up for a service of this name.
    pub(super) fn has(&self, name: &str) -> bool {
        let mut suffixes = ["servers", "server_options", "service_options"].into_iter();
        suffixes.any(|suffix| self.by_name.contains_key(&format!("{name}_{suffix}")))
    }

    /// Adds the server of a unit: the servers that are looked up stand for it, or their options are
    /// added to its own.
    pub(super) fn join(&self, service: &mut Service, mut server: ServiceServer) {
        let of = |suffix: &str| {
            let name = format!("{}_{suffix}", service.name);
            self.by_name.get(&name).map(|value| (name, value))
        };
        let servers =
            of("servers").and_then(|(name, value)| read::named_servers(&name, value).ok());
        let texts = |found: Option<(String, &Value)>| {
            found
                .and_then(|(name, value)| read::option_texts(&name, value).ok())
                .unwrap_or_default()
        };
        let (options, lines) = (texts(of("server_options")), texts(of("service_options")));
        let servers = servers.unwrap_or_else(|| {
            server.options.extend(options);
            vec![server]
        });
        join_servers(&mut service.servers, servers);
        let lines = lines
            .into_iter()
            .filter(|line| !service.options.contains(line));
        let lines: Vec<_> = lines.collect();
        service.options.extend(lines);
    }
}

/// The service that there is where nobody says any.
fn built_in() -> Service {
    let texts = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
    Service {
        name: "haproxy_service".to_owned(),
        host: Some("0.0.0.0".to_owned()),
        port: Some(FIRST_PORT),
        options: texts(&["balance leastconn", "cookie SRVNAME insert"]),
        server_options: texts(&["maxconn 100", "cookie S{i}", "check"]),
        ..Service::default()
    }
}

/// Adds the servers that are not there yet.
pub(super) fn join_servers(own: &mut Vec<ServiceServer>, others: Vec<ServiceServer>) {
    for server in others {
        if !own.contains(&server) {
            own.push(server);
        }
    }
}
