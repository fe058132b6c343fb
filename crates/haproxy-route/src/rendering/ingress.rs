//! The relations `ingress` and `ingress-per-unit`: applications, or each of their units, below paths of
//! one host name.

use std::collections::{BTreeMap, BTreeSet};
use std::net::IpAddr;

use haproxy_model::section_kind::SectionKind;
use serde_json::{Value, json};

use super::host::{HOST, paths};
use super::lines::Lines;
use super::names::{Names, is_name};
use super::number::port;
use super::sections::{SectionDraft, Sections};
use super::{Rendering, RenderingOptions, base, ddos, frontend};
use crate::collection::Refusal;
use crate::databag::Databag;
use crate::relation::RelationId;
use crate::statement::StatementError;
use crate::value::Integer;

/// The types of content that are worth compressing.
const COMPRESSED: [&str; 11] = [
    "text/html",
    "text/plain",
    "text/css",
    "text/javascript",
    "text/xml",
    "application/javascript",
    "application/json",
    "application/rss+xml",
    "application/atom+xml",
    "application/xml",
    "image/svg+xml",
];

/// An application behind the relation `ingress`, at the path `/MODEL-APPLICATION`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ingress {
    /// The number of the relation.
    pub relation_id: RelationId,
    /// The name of its model.
    pub model: String,
    /// The name of the application.
    pub application: String,
    /// The port of each unit.
    pub port: Integer,
    /// Whether the application sees paths without the beginning that is the proxy's.
    pub strip_prefix: bool,
    /// The units, by address or host name.
    pub hosts: Vec<String>,
}

/// A unit behind the relation `ingress-per-unit`, at the path `/MODEL-APPLICATION/NUMBER`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IngressUnit {
    /// The number of the relation.
    pub relation_id: RelationId,
    /// The name of its model.
    pub model: String,
    /// The name of the unit, such as `web/0`.
    pub unit: String,
    /// The port of the unit.
    pub port: Integer,
    /// Whether the unit sees paths without the beginning that is the proxy's.
    pub strip_prefix: bool,
    /// Its address or host name.
    pub host: String,
}

/// Renders applications that are reached at paths of the external host name. One that cannot be
/// rendered is refused and costs no other one its route.
pub fn render_ingress(applications: &[Ingress], options: &RenderingOptions) -> Rendering {
    let mut set = Set::new("ingress", options);
    let mut order: Vec<_> = applications.iter().collect();
    order.sort_by_key(|application| application.relation_id);
    for application in order {
        let name = format!("{}-{}", application.model, application.application);
        let hosts = application.hosts.iter().enumerate();
        set.add(&Backend {
            id: application.relation_id,
            unit: None,
            path: format!("/{name}"),
            acl: format!("path_{name}"),
            names: [&application.model, &application.application],
            port: &application.port,
            strip_prefix: application.strip_prefix,
            servers: hosts
                .map(|(index, host)| (format!("{name}-{index}"), host.as_str()))
                .collect(),
            is_balanced: true,
            name,
        });
    }
    set.finish(options)
}

/// Renders units that are reached at paths of the external host name, each for itself. A relation with
/// a unit that cannot be rendered is refused and costs no other one its routes.
pub fn render_ingress_per_unit(units: &[IngressUnit], options: &RenderingOptions) -> Rendering {
    let mut set = Set::new("ingress_per_unit", options);
    let mut order: Vec<_> = units.iter().collect();
    order.sort_by_key(|unit| (unit.relation_id, number_of(&unit.unit), &unit.unit));
    for unit in order {
        let (application, number) = unit.unit.rsplit_once('/').unwrap_or((&unit.unit, ""));
        let (application, number) = (application.to_owned(), number.to_owned());
        let model = &unit.model;
        set.add(&Backend {
            id: unit.relation_id,
            unit: Some(&unit.unit),
            name: format!("{model}-{application}-{number}"),
            path: format!("/{model}-{application}/{number}"),
            acl: format!("path_{model}_{application}_{number}"),
            names: [model, &application],
            port: &unit.port,
            strip_prefix: unit.strip_prefix,
            servers: vec![("unit".to_owned(), unit.host.as_str())],
            is_balanced: false,
        });
    }
    set.finish(options)
}

/// The number of a unit.
fn number_of(unit: &str) -> Option<u64> {
    unit.rsplit_once('/')?.1.parse().ok()
}

/// What is behind a path.
struct Backend<'a> {
    id: RelationId,
    /// The unit that has the path for itself.
    unit: Option<&'a String>,
    name: String,
    path: String,
    acl: String,
    /// What Juju named, and the other names are made of.
    names: [&'a String; 2],
    port: &'a Integer,
    strip_prefix: bool,
    servers: Vec<(String, &'a str)>,
    is_balanced: bool,
}

/// Everything behind a frontend.
struct Set<'a> {
    frontend: &'static str,
    host: Option<&'a str>,
    names: Names,
    paths: BTreeSet<String>,
    backends: Vec<Rendered>,
    refused: BTreeMap<RelationId, Vec<Refusal>>,
}

/// What is behind a path, as it is rendered.
struct Rendered {
    id: RelationId,
    unit: Option<String>,
    path: String,
    acl: String,
    name: String,
    section: SectionDraft,
}

impl<'a> Set<'a> {
    fn new(frontend: &'static str, options: &'a RenderingOptions) -> Self {
        let mut names = Names::new();
        names.take(frontend);
        Self {
            frontend,
            host: options.external_hostname.as_deref(),
            names,
            paths: BTreeSet::new(),
            backends: Vec::new(),
            refused: BTreeMap::new(),
        }
    }

    fn add(&mut self, backend: &Backend<'_>) {
        match self.render(backend) {
            Ok(rendered) => self.backends.push(rendered),
            Err(reason) => {
                let reasons = self.refused.entry(backend.id).or_default();
                reasons.push(Refusal::Unrenderable { reason });
            }
        }
    }

    fn render(&mut self, backend: &Backend<'_>) -> Result<Rendered, String> {
        if self.host.is_none() {
            return Err("the provider has no external host name".to_owned());
        }
        if backend.names.iter().any(|name| !is_name(name)) || !is_name(&backend.name) {
            return Err(
                "the names of the model and the application are not those of Juju".to_owned(),
            );
        }
        let number = port("port", backend.port)?;
        let id = backend.id;
        if self.paths.contains(&backend.path) {
            return Err(format!("the path '{}' is taken", backend.path));
        }
        // What is refused must not take the names of others.
        let name = &backend.name;
        let mut lines = Lines::new(name, id)?;
        if backend.is_balanced {
            lines.line(&["balance", "roundrobin"])?;
        }
        if backend.strip_prefix {
            let pattern = format!("{}(/)?(.*)", backend.path.replace('.', "\\."));
            lines.line(&["http-request", "replace-path", &pattern, "/\\2"])?;
        }
        for (server, host) in &backend.servers {
            let (address, is_name) = server_address(host, &number)?;
            let mut words = vec!["server", server, &address, "check"];
            if is_name {
                // Without it HAProxy refuses everything where the name is unknown.
                words.extend(["init-addr", "last,libc,none"]);
            }
            lines.line(&words)?;
        }
        if !self.names.take(name) {
            return Err(format!("the name '{name}' is taken by the provider"));
        }
        self.paths.insert(backend.path.clone());
        Ok(Rendered {
            id,
            unit: backend.unit.cloned(),
            path: backend.path.clone(),
            acl: backend.acl.clone(),
            name: name.clone(),
            section: lines.finish(),
        })
    }

    fn finish(mut self, options: &RenderingOptions) -> Rendering {
        let refused = self.refused;
        self.backends
            .retain(|backend| !refused.contains_key(&backend.id));
        let mut sections = Sections::default();
        base::push(&mut sections, options);
        let mut endpoints: BTreeMap<_, Vec<String>> =
            refused.keys().map(|id| (*id, Vec::new())).collect();
        let mut urls = BTreeMap::new();
        let mut ports = BTreeSet::new();
        if let (Some(host), false) = (self.host, self.backends.is_empty()) {
            ports.extend([80, 443]);
            sections.push_fixed(frontend(self.frontend, host, &self.backends, options));
            for backend in &self.backends {
                let url = format!("https://{host}{}/", backend.path);
                let told = urls.entry(backend.id).or_insert_with(|| json!({}));
                match &backend.unit {
                    None => *told = json!({ "url": url }),
                    Some(unit) => merge(told, json!({ unit: { "url": url } })),
                }
                endpoints.entry(backend.id).or_default().push(url);
            }
        }
        let tables: Vec<_> = options.ddos_table().into_iter().collect();
        if !tables.is_empty() {
            super::peers::push(&mut sections, &tables, options);
        }
        for backend in self.backends {
            sections.push(backend.section);
        }
        base::push_default_backend(&mut sections);
        let (config, origins) = sections.finish();
        let refusals = refused.keys().map(|id| (*id, Databag::default()));
        let urls = urls.into_iter();
        // Units read YAML, of which JSON is a part.
        let told = urls.map(|(id, url)| (id, Databag::from_iter([("ingress", url.to_string())])));
        let replies = refusals.chain(told).collect();
        Rendering {
            config,
            files: ddos::files(options),
            origins,
            endpoints,
            replies,
            ports,
            refused,
        }
    }
}

fn frontend(
    name: &str,
    host: &str,
    backends: &[Rendered],
    options: &RenderingOptions,
) -> Result<SectionDraft, StatementError> {
    let mut section = SectionDraft::new(SectionKind::Frontend, name)?;
    section.line(&["mode", "http"], None)?;
    frontend::binds(&mut section, options)?;
    section.line(&["filter", "compression"], None)?;
    section.line(&["compression", "algo", "gzip"], None)?;
    section.line(&[&["compression", "type"], &COMPRESSED[..]].concat(), None)?;
    section.line(&["compression", "offload"], None)?;
    ddos::http(&mut section, options)?;
    section.line(
        &[
            "http-request",
            "redirect",
            "scheme",
            "https",
            "unless",
            "{",
            "ssl_fc",
            "}",
        ],
        None,
    )?;
    let host_acl = format!("host_{host}");
    section.line(&["acl", &host_acl, HOST, "-i", host], None)?;
    for backend in backends {
        let tests = paths(std::slice::from_ref(&backend.path), options.plain_prefixes);
        frontend::acls(&mut section, &backend.acl, &tests, backend.id)?;
        let words = ["use_backend", &backend.name, "if", &backend.acl, &host_acl];
        section.line(&words, [backend.id])?;
    }
    section.line(&["default_backend", "default"], None)?;
    Ok(section)
}

/// Adds the fields of an object to another one.
fn merge(object: &mut Value, fields: Value) {
    if let (Some(object), Value::Object(fields)) = (object.as_object_mut(), fields) {
        object.extend(fields);
    }
}

/// The address and port of a server, and whether its host is a name.
fn server_address(host: &str, port: &str) -> Result<(String, bool), String> {
    match host.parse::<IpAddr>() {
        Ok(IpAddr::V4(address)) => return Ok((format!("{address}:{port}"), false)),
        Ok(IpAddr::V6(address)) => return Ok((format!("[{address}]:{port}"), false)),
        Err(_) => {}
    }
    let is_label = |label: &str| {
        let is_fine = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
        (1..=63).contains(&label.len())
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.bytes().all(is_fine)
    };
    if host.len() > 253 || !host.split('.').all(is_label) {
        return Err("the host of a server is neither an address nor a name".to_owned());
    }
    Ok((format!("{host}:{port}"), true))
}
