//! TCP services: a frontend for each port or range, and a backend for each service.

mod backend;
mod check;

use std::collections::BTreeMap;

use haproxy_model::section_kind::SectionKind;

use super::host::names_of;
use super::names::{Names, is_name};
use super::peers::Table;
use super::sections::{SectionDraft, Sections};
use super::{RenderingOptions, ddos};
use crate::collection::{Collection, Refusal, Requirer, TcpListener};
use crate::relation::RelationId;
use crate::requirer::TcpRequirerApplicationData;
use crate::statement::StatementError;

use backend::backend;

type Service = Requirer<TcpRequirerApplicationData>;

/// The services of some ports, with all that they need.
pub(super) struct Listener<'a> {
    place: &'a TcpListener,
    name: String,
    default_name: String,
    routes: Vec<Route<'a>>,
}

/// A service on its ports.
struct Route<'a> {
    service: &'a Service,
    name: String,
    table: Option<Table>,
    section: SectionDraft,
}

/// Renders the backends of all TCP services; those that cannot be rendered are refused.
pub(super) fn listeners<'a>(
    collection: &'a Collection,
    options: &RenderingOptions,
    names: &mut Names,
    refused: &mut BTreeMap<RelationId, Vec<Refusal>>,
) -> Vec<Listener<'a>> {
    let services: BTreeMap<_, _> = collection
        .tcp_services
        .iter()
        .map(|service| (service.relation_id, service))
        .collect();
    let mut listeners = Vec::new();
    for listener in &collection.tcp_listeners {
        let ports = listener.ports;
        let name = format!("haproxy_route_tcp_{ports}");
        let default_name = format!("{name}_default_backend");
        names.take(name.clone());
        names.take(default_name.clone());
        let mut routes = Vec::new();
        for id in &listener.relation_ids {
            let Some(service) = services.get(id).copied() else {
                continue;
            };
            let reason = if !options.peers.is_empty() && ports.contains(options.peer_port) {
                let port = options.peer_port;
                Refusal::ReservedPort { port }
            } else {
                let own_name = own_name(service, listener, &default_name, names);
                match own_name.and_then(|name| Route::new(service, name, options)) {
                    Ok(route) => {
                        routes.push(route);
                        continue;
                    }
                    Err(reason) => Refusal::Unrenderable { reason },
                }
            };
            refused.entry(*id).or_default().push(reason);
        }
        if !routes.is_empty() {
            listeners.push(Listener {
                place: listener,
                name,
                default_name,
                routes,
            });
        }
    }
    listeners
}

/// The name of the backend of a service.
fn own_name(
    service: &Service,
    listener: &TcpListener,
    default_name: &str,
    names: &mut Names,
) -> Result<String, String> {
    let id = service.relation_id;
    if listener.default == Some(id) {
        return Ok(default_name.to_owned());
    }
    let ports = service.data.port_range().unwrap_or(listener.ports);
    let application = application(service)?;
    let name = format!("{application}_{}_{}", ports.start(), ports.end());
    Ok(names.take_for(name, id))
}

/// The name of the application, which those of backends and servers begin with.
fn application(service: &Service) -> Result<String, String> {
    match service.application.as_str() {
        "" => Ok(format!("relation-{}", service.relation_id)),
        name if is_name(name) => Ok(name.to_owned()),
        _ => Err("the name of the application is none that a server can have".to_owned()),
    }
}

impl<'a> Route<'a> {
    fn new(service: &'a Service, name: String, options: &RenderingOptions) -> Result<Self, String> {
        let limit = service.data.rate_limit.as_ref();
        let table = limit.map(|_| Table::of_connections(&name, service.relation_id));
        let section = backend(service, &name, table.as_ref(), options)?;
        Ok(Self {
            service,
            name,
            table,
            section,
        })
    }
}

impl Listener<'_> {
    /// The tables in which clients of the services are counted, once.
    pub(super) fn take_tables(&mut self) -> impl Iterator<Item = Table> {
        self.routes
            .iter_mut()
            .filter_map(|route| route.table.take())
    }

    /// The ports on which the proxy listens.
    pub(super) fn ports(&self) -> impl Iterator<Item = u16> + use<> {
        self.place.ports.start()..=self.place.ports.end()
    }

    /// Where each service is reached: by its server name, or else at the addresses of the proxy.
    pub(super) fn endpoints(
        &self,
        options: &RenderingOptions,
    ) -> impl Iterator<Item = (RelationId, Vec<String>)> {
        self.routes.iter().map(|route| {
            let ports = route.service.data.port_range();
            let port = ports.unwrap_or(self.place.ports).start();
            let id = route.service.relation_id;
            let urls = match &route.service.data.sni {
                Some(name) if self.place.default != Some(id) => vec![format!("{name}:{port}")],
                _ => addresses(options, port),
            };
            (id, urls)
        })
    }

    /// Adds the frontend and its backends.
    pub(super) fn push(self, sections: &mut Sections, options: &RenderingOptions) {
        sections.push_fixed(self.frontend(options));
        let has_default = self
            .routes
            .iter()
            .any(|route| route.name == self.default_name);
        if !has_default {
            sections.push_fixed(self.empty_backend());
        }
        for route in self.routes {
            sections.push(route.section);
        }
    }

    fn frontend(&self, options: &RenderingOptions) -> Result<SectionDraft, StatementError> {
        let mut section = SectionDraft::new(SectionKind::Frontend, &self.name)?;
        let ids: Vec<_> = self
            .routes
            .iter()
            .map(|route| route.service.relation_id)
            .collect();
        let all = || ids.iter().copied();
        section.line(&["mode", "tcp"], all())?;
        section.line(&["option", "tcplog"], all())?;
        let address = format!("[::]:{}", self.place.ports);
        let certificates = options.certificate_directory.display().to_string();
        let mut bind = vec!["bind", &address, "v4v6"];
        if self.place.tls_terminate {
            bind.extend(["ssl", "crt", &certificates]);
        }
        section.line(&bind, all())?;
        ddos::tcp(&mut section, options)?;
        if !self.place.tls_terminate {
            self.inspect(&mut section, &ids)?;
        }
        for route in self.named() {
            let Some(name) = &route.service.data.sni else {
                continue;
            };
            let fetch = if self.place.tls_terminate {
                "ssl_fc_sni"
            } else {
                "req.ssl_sni"
            };
            let acl = format!("is_{}", route.name);
            let id = route.service.relation_id;
            super::frontend::acls(
                &mut section,
                &acl,
                &names_of(fetch, std::slice::from_ref(name)),
                id,
            )?;
            section.line(&["use_backend", &route.name, "if", &acl], [id])?;
        }
        section.line(&["default_backend", &self.default_name], all())?;
        Ok(section)
    }

    /// Waits for the server name that clients ask for, and for TLS where they must speak it.
    fn inspect(
        &self,
        section: &mut SectionDraft,
        ids: &[RelationId],
    ) -> Result<(), StatementError> {
        let all = || ids.iter().copied();
        let has_names = self.named().next().is_some();
        let enforces = self
            .routes
            .iter()
            .any(|route| route.service.data.enforce_tls);
        if !has_names && !enforces {
            return Ok(());
        }
        let is_tls = ["{", "req_ssl_hello_type", "1", "}"];
        section.line(&["tcp-request", "inspect-delay", "5s"], all())?;
        let content = ["tcp-request", "content"];
        if !has_names {
            let reject = [&content[..], &["reject", "unless"], &is_tls].concat();
            return section.line(&reject, all());
        }
        let accept = [&content[..], &["accept", "if"], &is_tls].concat();
        section.line(&accept, all())?;
        // What a range takes without TLS is for its default backend, which waits no longer for it.
        let default = self
            .routes
            .iter()
            .find(|route| route.name == self.default_name);
        match default {
            Some(route) if !route.service.data.enforce_tls => Ok(()),
            _ => section.line(&["tcp-request", "content", "reject"], all()),
        }
    }

    /// The services that are told by their server names.
    fn named(&self) -> impl Iterator<Item = &Route<'_>> {
        let is_named = |route: &&Route<'_>| {
            route.name != self.default_name && route.service.data.sni.is_some()
        };
        self.routes.iter().filter(is_named)
    }

    /// The backend of connections for nobody, which are closed.
    fn empty_backend(&self) -> Result<SectionDraft, StatementError> {
        let mut section = SectionDraft::new(SectionKind::Backend, &self.default_name)?;
        let ids = self.routes.iter().map(|route| route.service.relation_id);
        section.line(&["mode", "tcp"], ids)?;
        Ok(section)
    }
}

/// Where clients reach a port of the proxy.
fn addresses(options: &RenderingOptions, port: u16) -> Vec<String> {
    let addresses = match options.virtual_address {
        Some(address) => vec![address],
        None => options.peers.iter().map(|peer| peer.address).collect(),
    };
    let sockets = addresses.into_iter();
    sockets
        .map(|address| std::net::SocketAddr::new(address, port).to_string())
        .collect()
}
