use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::{Service, ServiceServer, Services};
use crate::databag::Databag;

/// What tells servers the addresses of clients.
const FORWARD_FOR: &str = "option forwardfor";

/// What is said over the `website` relation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Website {
    /// Where the service is: the address on which it is served, or where that is every one, that of the
    /// proxy's unit.
    pub hostname: String,
    /// The port of the service.
    pub port: u16,
    /// All services, as YAML, by name.
    pub all_services: String,
}

/// What is said to a remote side of which these are the units: the service that they name, or the
/// default one where they name none or several. There is nothing to say without services.
pub fn website(services: &Services, remote: &[Databag], own_address: &str) -> Option<Website> {
    let names: BTreeSet<&str> = remote
        .iter()
        .filter_map(|unit| unit.get("service_name"))
        .collect();
    let mut names = names.into_iter();
    let wanted = match (names.next(), names.next()) {
        (Some(name), None) => services.services.get(name),
        _ => None,
    };
    let service = wanted.or_else(|| services.default_service())?;
    let is_everywhere = |host: &&String| matches!(host.as_str(), "0.0.0.0" | "::" | "*");
    let host = service.host.as_ref().filter(|host| !is_everywhere(host));
    Some(Website {
        hostname: host.cloned().unwrap_or_else(|| own_address.to_owned()),
        port: service.port?,
        all_services: all_services(services),
    })
}

/// Lets servers know their clients where the remote side is a proxy: the service
/// `HOSTNAME__PORT` gets `option forwardfor`.
pub fn forward_for(services: &mut Services, remote: &[Databag]) {
    let is_set = |text: &str| !matches!(text, "" | "0" | "false" | "False");
    for unit in remote
        .iter()
        .filter(|unit| unit.get("is-proxy").is_some_and(is_set))
    {
        let (Some(host), Some(port)) = (unit.get("hostname"), unit.get("port")) else {
            continue;
        };
        let name = format!("{host}__{port}");
        if let Some(service) = services.services.get_mut(&name)
            && !service.options.iter().any(|option| option == FORWARD_FOR)
        {
            service.options.push(FORWARD_FOR.to_owned());
        }
    }
}

/// The services as YAML, in the form in which units say theirs.
fn all_services(services: &Services) -> String {
    let mut all: Vec<&Service> = services.services.values().collect();
    all.sort_by(|one, other| one.name.cmp(&other.name));
    let all: Vec<Value> = all.into_iter().map(service).collect();
    serde_saphyr::to_string(&all).unwrap_or_default()
}

fn service(service: &Service) -> Value {
    let servers = |servers: &[ServiceServer]| -> Value {
        let servers = servers.iter();
        servers
            .map(|server| json!([server.name, server.host, server.port, server.options]))
            .collect()
    };
    let mut value = json!({
        "service_name": service.name,
        "service_host": service.host,
        "service_port": service.port,
        "service_options": service.options,
        "servers": servers(&service.servers),
    });
    if let Some(fields) = value.as_object_mut()
        && !service.backends.is_empty()
    {
        let backends = service.backends.iter();
        let backends: Value = backends
            .map(|backend| json!({ "backend_name": backend.name, "servers": servers(&backend.servers) }))
            .collect();
        fields.insert("backends".to_owned(), backends);
    }
    value
}
