//! From what units say to services.

use std::collections::BTreeMap;

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::lookups::{Lookups, join_servers};
use super::read::{self, ServiceError};
use super::{Service, ServiceServer};
use crate::databag::Databag;
use crate::relation::{RelationError, entries};

/// How far the ports lie apart that are chosen for services without one: active-passive peers need the
/// port behind each.
const PORT_DISTANCE: u16 = 2;

/// The port from which ports are chosen where no service has one.
pub(super) const FIRST_PORT: u16 = 80;

/// A unit of a `reverseproxy` relation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequirerUnit {
    /// The name, such as `web/0`.
    pub name: String,
    /// What it says.
    pub databag: Databag,
}

impl RequirerUnit {
    /// Reads the units of all relations, from JSON in the form that [`Relation::read_all`] takes. In what
    /// `juju show-unit` prints, those of other endpoints than `reverseproxy` are left out.
    ///
    /// # Errors
    ///
    /// The text is not JSON, or of another form.
    ///
    /// [`Relation::read_all`]: crate::Relation::read_all
    pub fn read_all(text: &[u8]) -> Result<Vec<Self>, RelationError> {
        let entries = entries(text)?.into_iter();
        let own = entries.filter(|entry| matches!(entry.endpoint.as_str(), "" | "reverseproxy"));
        let units = own.flat_map(|entry| entry.units);
        Ok(units
            .map(|(name, databag)| Self { name, databag })
            .collect())
    }
}

/// What the charm is told about services beside the relations.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ServiceOptions {
    /// The option `services`: a YAML list of services that hold where no unit says any, or a mapping
    /// of `NAME_servers`, `NAME_server_options` and `NAME_service_options` for services by name. One
    /// built-in service where it is empty.
    pub services: String,
}

/// The services of all units.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Services {
    /// The services by name. The first one is the default, which units without a service join.
    pub services: IndexMap<String, Service>,
    /// The units that are served nowhere, each with the reason.
    pub refused: BTreeMap<String, String>,
}

impl Services {
    /// Joins what the units say.
    ///
    /// # Errors
    ///
    /// The option `services` cannot be read.
    pub fn gather(units: &[RequirerUnit], options: &ServiceOptions) -> Result<Self, ServiceError> {
        let lookups = Lookups::read(&options.services)?;
        let mut gathered = Self::default();
        let mut order: Vec<&RequirerUnit> = units.iter().collect();
        order.sort_by_key(|unit| unit_order(&unit.name));
        let mut saying = Vec::new();
        for unit in &order {
            let key = ["services", "all_services"]
                .into_iter()
                .find_map(|key| Some((key, unit.databag.get(key)?)));
            let Some((key, text)) = key else {
                continue;
            };
            let services = value(text).and_then(|value| read::services(&value));
            match services {
                Ok(services) => saying.push((*unit, key == "all_services", services)),
                Err(error) => gathered.refuse(unit, error.to_string()),
            }
        }
        if !units
            .iter()
            .any(|unit| unit.databag.get("services").is_some())
        {
            for service in lookups.services() {
                gathered.join(service);
            }
        }
        for (unit, is_apache, services) in saying {
            let address = unit.databag.get("private-address").map(text_of);
            for mut service in services {
                if is_apache && let (Some(address), Some(port)) = (&address, service.port) {
                    for server in &mut service.servers {
                        server.host.clone_from(address);
                        server.port = port;
                    }
                }
                gathered.join(service);
            }
        }
        for unit in &order {
            let has_services = ["services", "all_services"]
                .iter()
                .any(|key| unit.databag.get(key).is_some());
            if !has_services {
                gathered.join_unit(unit, &lookups);
            }
        }
        gathered.choose_ports();
        Ok(gathered)
    }

    /// The service that units without one join.
    pub fn default_service(&self) -> Option<&Service> {
        self.services.values().next()
    }

    fn refuse(&mut self, unit: &RequirerUnit, reason: impl Into<String>) {
        self.refused.insert(unit.name.clone(), reason.into());
    }

    /// Adds a service, or what is new of it to the one of its name.
    fn join(&mut self, service: Service) {
        let Some(own) = self.services.get_mut(&service.name) else {
            self.services.insert(service.name.clone(), service);
            return;
        };
        own.host = own.host.take().or(service.host);
        own.port = own.port.or(service.port);
        let keep = |own: &mut Vec<String>, other| {
            if own.is_empty() {
                *own = other;
            }
        };
        keep(&mut own.options, service.options);
        keep(&mut own.server_options, service.server_options);
        if own.error_files.is_empty() {
            own.error_files = service.error_files;
        }
        if own.certificates.is_empty() {
            own.certificates = service.certificates;
        }
        join_servers(&mut own.servers, service.servers);
        for backend in service.backends {
            match own
                .backends
                .iter_mut()
                .find(|known| known.name == backend.name)
            {
                Some(known) => join_servers(&mut known.servers, backend.servers),
                None => own.backends.push(backend),
            }
        }
        own.backends.sort_by(|one, other| one.name.cmp(&other.name));
    }

    /// Adds a unit that only says where it is as a server of the services that it names.
    fn join_unit(&mut self, unit: &RequirerUnit, lookups: &Lookups) {
        let of = |key| unit.databag.get(key).map(text_of);
        let (Some(port), Some(host)) =
            (of("port"), of("private-address").or_else(|| of("hostname")))
        else {
            return self.refuse(unit, "port and private-address must be said");
        };
        let Ok(port) = port.trim().parse::<u16>() else {
            return self.refuse(unit, "port must be a number from 0 to 65535");
        };
        let mut names = Vec::new();
        if let Some(name) = of("service_name") {
            if !self.services.contains_key(&name) && !lookups.has(&name) {
                return self.refuse(unit, format!("there is no service '{name}'"));
            }
            if !self.services.contains_key(&name) {
                self.join(Service {
                    name: name.clone(),
                    ..Service::default()
                });
            }
            names.push(name);
        }
        let application = unit.name.split('/').next().unwrap_or_default();
        let sites = of("sitenames").unwrap_or_default();
        let sites = sites.split(|character: char| character.is_whitespace() || character == ',');
        names.extend(sites.filter(|site| !site.is_empty()).map(str::to_owned));
        names.extend([format!("{application}_service"), application.to_owned()]);
        names.retain(|name| self.services.contains_key(name));
        if names.is_empty() {
            names.extend(self.services.keys().next().cloned());
        }
        let mut seen = Vec::new();
        for name in names {
            if seen.contains(&name) {
                continue;
            }
            if let Some(service) = self.services.get_mut(&name) {
                let server = ServiceServer {
                    name: format!("{}-{port}", unit.name.replace('/', "-")),
                    host: host.clone(),
                    port,
                    options: service.server_options.clone(),
                };
                lookups.join(service, server);
            }
            seen.push(name);
        }
    }

    /// Gives services without a host or port a port behind those that are known, by name.
    fn choose_ports(&mut self) {
        self.services.retain(|_, service| {
            !service.servers.is_empty()
                || service
                    .backends
                    .iter()
                    .any(|backend| !backend.servers.is_empty())
        });
        let known = self
            .services
            .values()
            .filter_map(|service| service.port)
            .max();
        let mut next = known.map_or(FIRST_PORT, |port| port.saturating_add(PORT_DISTANCE));
        let mut names: Vec<String> = self.services.keys().cloned().collect();
        names.sort();
        for name in names {
            let Some(service) = self.services.get_mut(&name) else {
                continue;
            };
            if service.port.is_none() {
                service.port = Some(next);
                next = next.saturating_add(PORT_DISTANCE);
            }
            service.host.get_or_insert_with(|| "0.0.0.0".to_owned());
        }
    }
}

/// What a key says: JSON text is what it stands for, any other text itself.
fn text_of(text: &str) -> String {
    match serde_json::from_str::<Value>(text) {
        Ok(Value::String(text)) => text,
        _ => text.to_owned(),
    }
}

fn value(text: &str) -> Result<Value, ServiceError> {
    read::yaml(&text_of(text))
}

/// What orders units: the application, then the number.
fn unit_order(name: &str) -> (String, u64) {
    let (application, number) = name.rsplit_once('/').unwrap_or((name, ""));
    (application.to_owned(), number.parse().unwrap_or(u64::MAX))
}
