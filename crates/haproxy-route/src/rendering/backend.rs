//! The backend of an HTTP or gRPC service.

use std::cmp::max;
use std::collections::BTreeSet;
use std::net::SocketAddr;

use super::host::{Alternatives, hosts, paths};
use super::lines::{HTTP, Lines, check_words};
use super::names::Names;
use super::number::{number, port};
use super::peers::Table;
use super::rewrite::Rewrites;
use super::sections::SectionDraft;
use super::{RenderingOptions, Service, frontend};
use crate::conversion::whole_names;
use crate::relation::RelationId;
use crate::requirer::{Check, RequirerApplicationData};
use crate::value::{Integer, Protocol};

/// A service with all that a frontend needs to send requests to it.
pub(super) struct HttpBackend<'a> {
    service: &'a Service,
    pub(super) relation_id: RelationId,
    pub(super) hostnames: Vec<String>,
    pub(super) host_tests: Alternatives,
    pub(super) paths: Alternatives,
    pub(super) denied: Alternatives,
    pub(super) table: Option<Table>,
    pub(super) section: SectionDraft,
}

impl<'a> HttpBackend<'a> {
    /// Renders the backend of a service with these rewrites.
    ///
    /// # Errors
    ///
    /// What in the data cannot stand in a configuration, in words.
    pub(super) fn new(
        service: &'a Service,
        rewrites: Rewrites,
        options: &RenderingOptions,
        names: &mut Names,
    ) -> Result<Self, String> {
        let data = &service.data;
        names.take_service(&data.service)?;
        let hostnames = hostnames(data, options);
        if hostnames.is_empty() {
            return Err("it has no host name".to_owned());
        }
        let id = service.relation_id;
        let table = data.rate_limit.as_ref();
        let writer = Writer {
            service,
            options,
            hostnames: &hostnames,
            table: table.map(|_| Table::of_requests(&data.service, id)),
            lines: Lines::new(&data.service, id)?,
        };
        let (section, table) = writer.write(rewrites)?;
        let backend = Self {
            service,
            relation_id: id,
            host_tests: hosts(&hostnames),
            paths: paths(&data.paths, options.plain_prefixes),
            denied: paths(&data.deny_paths, options.plain_prefixes),
            hostnames,
            table,
            section,
        };
        frontend::check(&backend)?;
        Ok(backend)
    }

    pub(super) fn data(&self) -> &'a RequirerApplicationData {
        &self.service.data
    }

    pub(super) fn name(&self) -> &'a str {
        &self.service.data.service
    }

    /// How deep the deepest path of the service is.
    pub(super) fn depth(&self) -> usize {
        let paths = self.data().paths.iter();
        paths
            .map(|path| path.trim_end_matches('/').split('/').count())
            .fold(1, max)
    }

    /// Where the service is reached.
    pub(super) fn endpoints(&self) -> Vec<String> {
        let mut urls = Vec::new();
        for host in &self.hostnames {
            let mut paths = self.data().paths.iter().peekable();
            if paths.peek().is_none() {
                urls.push(format!("https://{host}"));
            }
            urls.extend(
                paths.map(|path| format!("https://{host}/{}", path.trim_start_matches('/'))),
            );
        }
        urls
    }
}

fn hostnames(data: &RequirerApplicationData, options: &RenderingOptions) -> Vec<String> {
    let Some(hostname) = &data.hostname else {
        return match &options.external_hostname {
            // Only version 0 has subdomains.
            Some(external) if !data.subdomains.is_empty() => {
                whole_names(&data.subdomains, external)
            }
            external => external.iter().cloned().collect(),
        };
    };
    let mut names: Vec<String> = Vec::new();
    for name in std::iter::once(hostname).chain(&data.additional_hostnames) {
        if !name.is_empty() && !names.contains(name) {
            names.push(name.clone());
        }
    }
    names
}

/// Writes a backend.
struct Writer<'a> {
    service: &'a Service,
    options: &'a RenderingOptions,
    hostnames: &'a [String],
    table: Option<Table>,
    lines: Lines,
}

impl Writer<'_> {
    fn write(mut self, rewrites: Rewrites) -> Result<(SectionDraft, Option<Table>), String> {
        let data = &self.service.data;
        if !self.is_grpc() {
            self.lines.line(&["option", "forwardfor"])?;
        }
        self.lines.balance(&data.load_balancing)?;
        self.lines.timeout("server", data.timeout.server.as_ref())?;
        self.lines
            .timeout("connect", data.timeout.connect.as_ref())?;
        self.lines.timeout("queue", data.timeout.queue.as_ref())?;
        self.lines.retry(data.retry.as_ref())?;
        if data.http_server_close {
            self.lines.line(&["option", "http-server-close"])?;
        }
        self.health_check()?;
        self.rate_limit()?;
        self.lines
            .bandwidth(&data.bandwidth_limit, HTTP, self.options.version)?;
        for (index, rewrite) in rewrites.into_iter().enumerate() {
            let added = rewrite.and_then(|statement| self.lines.push(statement));
            added.map_err(|reason| format!("rewrites.{index}: {reason}"))?;
        }
        self.servers()?;
        Ok((self.lines.finish(), self.table))
    }

    fn is_grpc(&self) -> bool {
        self.service.data.external_grpc_port.is_some()
    }

    /// What is spoken with servers over TLS.
    fn alpn(&self) -> &'static str {
        if self.is_grpc() { "h2" } else { "h2,http/1.1" }
    }

    fn health_check(&mut self) -> Result<(), String> {
        let data = &self.service.data;
        let check = data.check.clone().unwrap_or_default();
        let path = check.path.filter(|path| !path.is_empty());
        // A gRPC server need not answer requests that are none of gRPC: it is asked only where its
        // data names a path.
        let asks = path.is_some() || !self.is_grpc();
        match &path {
            Some(path) => self.lines.line(&["option", "httpchk", "GET", path])?,
            None if asks => self.lines.line(&["option", "httpchk"])?,
            None if check.port.is_some() => self.lines.line(&["option", "tcp-check"])?,
            None => {}
        }
        if let Some(number) = &check.port {
            let number = port("check.port", number)?;
            let rule = if asks { "http-check" } else { "tcp-check" };
            let mut words = vec![rule, "connect", "port", &number];
            if data.protocol == Protocol::Https {
                words.extend(["ssl", "alpn", self.alpn()]);
            }
            self.lines.line(&words)?;
        }
        if asks && let Some(host) = self.hostnames.first() {
            // The value is a log format: a name is not to be one.
            let host = host.trim_start_matches("*.").replace('%', "%%");
            self.lines
                .line(&["http-check", "send", "hdr", "Host", &host])?;
        }
        Ok(())
    }

    fn rate_limit(&mut self) -> Result<(), String> {
        let (Some(limit), Some(table)) = (&self.service.data.rate_limit, &self.table) else {
            return Ok(());
        };
        let most = number(
            "rate_limit.connections_per_minute",
            &limit.connections_per_minute,
            0,
        )?;
        let table = table.reference();
        let counter = self.options.free_counter();
        let track = format!("track-sc{counter}");
        self.lines
            .line(&["http-request", &track, "src", "table", &table])?;
        let rate = format!("sc_http_req_rate({counter},{table})");
        let policy = limit.policy.as_str();
        self.lines
            .line(&["http-request", policy, "if", "{", &rate, "gt", &most, "}"])
    }

    fn servers(&mut self) -> Result<(), String> {
        let data = &self.service.data;
        let check = data.check.as_ref().map(check_of).transpose()?;
        let maxconn = match &data.server_maxconn {
            Some(maxconn) => Some(number("server_maxconn", maxconn, 0)?),
            None => None,
        };
        let ca_bundle = self.options.ca_bundle.display().to_string();
        let mut ports = Vec::new();
        let mut seen = BTreeSet::new();
        for (index, number) in data.ports.iter().enumerate() {
            let port = port(&format!("ports.{index}"), number)?;
            if seen.insert(port.clone()) {
                ports.push(port);
            }
        }
        for (index, address) in self.service.addresses().into_iter().enumerate() {
            if address.zone().is_some() {
                return Err("addresses with a zone cannot be reached".to_owned());
            }
            for port in &ports {
                let name = format!("{}_{port}_{index}", data.service);
                let address = SocketAddr::new(address.ip(), port.parse().unwrap_or_default());
                let address = address.to_string();
                let mut words = vec!["server", &name, &address];
                words.extend(check.iter().flatten().map(String::as_str));
                if data.protocol == Protocol::Https {
                    words.extend(["ssl", "ca-file", &ca_bundle, "alpn", self.alpn()]);
                    words.extend(["check-alpn", self.alpn()]);
                }
                if let Some(maxconn) = &maxconn {
                    words.extend(["maxconn", maxconn]);
                }
                self.lines.line(&words)?;
            }
        }
        Ok(())
    }
}

/// The parameters of a check; one without numbers has those of HAProxy.
fn check_of(check: &Check) -> Result<Vec<String>, String> {
    let set = |value: &Option<Integer>| value.clone().filter(|value| !value.is_zero());
    match (set(&check.interval), set(&check.rise), set(&check.fall)) {
        (Some(interval), Some(rise), Some(fall)) => check_words(&interval, &rise, &fall),
        _ => Ok(vec!["check".to_owned()]),
    }
}
