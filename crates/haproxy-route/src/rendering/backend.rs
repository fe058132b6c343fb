//! The backend of an HTTP service.

use std::cmp::max;
use std::collections::BTreeSet;

use haproxy_model::section_kind::SectionKind;
use haproxy_model::version::Version;

use super::host::{Alternatives, hosts, paths};
use super::number::{bytes, number, port, seconds};
use super::sections::SectionDraft;
use super::{RenderingOptions, Service, peers, rewrite};
use crate::relation::RelationId;
use crate::requirer::{Check, RequirerApplicationData};
use crate::value::{Integer, LoadBalancingAlgorithm, Protocol};

/// Names of backends and ACLs that are there without any service.
const RESERVED: [&str; 3] = ["default", "haproxy", "prometheus"];

/// The first version that limits bandwidth.
const BANDWIDTH_SINCE: Version = Version::new(2, 7);

/// A service with all that the frontend needs to send requests to it.
pub(super) struct HttpBackend<'a> {
    service: &'a Service,
    pub(super) relation_id: RelationId,
    pub(super) hostnames: Vec<String>,
    pub(super) host_tests: Alternatives,
    pub(super) paths: Alternatives,
    pub(super) denied: Alternatives,
    pub(super) section: SectionDraft,
}

impl<'a> HttpBackend<'a> {
    /// Renders the backend of a service.
    ///
    /// # Errors
    ///
    /// What in the data cannot stand in a configuration, in words.
    pub(super) fn new(service: &'a Service, options: &RenderingOptions) -> Result<Self, String> {
        let data = &service.data;
        check_name(&data.service)?;
        let hostnames = hostnames(data, options);
        if hostnames.is_empty() {
            return Err("it has no host name".to_owned());
        }
        let section = SectionDraft::new(SectionKind::Backend, &data.service);
        let mut lines = Lines {
            section: section.map_err(|error| error.to_string())?,
            id: service.relation_id,
        };
        lines.backend(service, &hostnames, options)?;
        Ok(Self {
            service,
            relation_id: service.relation_id,
            host_tests: hosts(&hostnames),
            paths: paths(&data.paths, options.plain_prefixes),
            denied: paths(&data.deny_paths, options.plain_prefixes),
            hostnames,
            section: lines.section,
        })
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

/// The name of a service is that of sections, tables and servers.
fn check_name(name: &str) -> Result<(), String> {
    let is_fine = |character: char| {
        character.is_ascii_alphanumeric() || matches!(character, '-' | '_' | '.' | ':')
    };
    if name.is_empty() || !name.chars().all(is_fine) {
        return Err(
            "the name of the service must be of letters, digits, '-', '_', '.' and ':'".to_owned(),
        );
    }
    if RESERVED.contains(&name) {
        return Err(format!("the name '{name}' is taken by the provider"));
    }
    Ok(())
}

fn hostnames(data: &RequirerApplicationData, options: &RenderingOptions) -> Vec<String> {
    let Some(hostname) = &data.hostname else {
        return options.external_hostname.iter().cloned().collect();
    };
    let mut names: Vec<String> = Vec::new();
    for name in std::iter::once(hostname).chain(&data.additional_hostnames) {
        if !name.is_empty() && !names.contains(name) {
            names.push(name.clone());
        }
    }
    names
}

/// The lines of a backend.
struct Lines {
    section: SectionDraft,
    id: RelationId,
}

impl Lines {
    fn line(&mut self, words: &[&str]) -> Result<(), String> {
        let added = self.section.line(words, Some(self.id));
        added.map_err(|error| format!("'{}': {error}", words.first().unwrap_or(&"")))
    }

    fn backend(
        &mut self,
        service: &Service,
        hostnames: &[String],
        options: &RenderingOptions,
    ) -> Result<(), String> {
        let data = &service.data;
        self.line(&["option", "forwardfor"])?;
        self.balance(data)?;
        let timeouts = [
            ("server", &data.timeout.server),
            ("connect", &data.timeout.connect),
            ("queue", &data.timeout.queue),
        ];
        for (name, timeout) in timeouts {
            if let Some(timeout) = timeout {
                self.line(&[
                    "timeout",
                    name,
                    &seconds(&format!("timeout.{name}"), timeout)?,
                ])?;
            }
        }
        if let Some(retry) = &data.retry {
            self.line(&["retries", &number("retry.count", &retry.count, 0)?])?;
            if retry.redispatch {
                self.line(&["option", "redispatch"])?;
            }
        }
        if data.http_server_close {
            self.line(&["option", "http-server-close"])?;
        }
        self.health_check(data, hostnames)?;
        self.rate_limit(data)?;
        if options.version >= BANDWIDTH_SINCE {
            self.bandwidth_limits(data)?;
        }
        for (index, rewrite) in data.rewrites.iter().enumerate() {
            let words = rewrite::words(rewrite, options.version);
            let words = words.map_err(|reason| format!("rewrites.{index}: {reason}"))?;
            let added = self.section.line_of_model(&words, Some(self.id));
            added.map_err(|error| format!("rewrites.{index}: {error}"))?;
        }
        self.servers(service, options)
    }

    fn balance(&mut self, data: &RequirerApplicationData) -> Result<(), String> {
        let balancing = &data.load_balancing;
        match (&balancing.algorithm, &balancing.cookie) {
            (LoadBalancingAlgorithm::Cookie, Some(cookie)) => {
                let is_fine = |character: char| {
                    character.is_ascii_alphanumeric() || "-_.!*+~^`|&%".contains(character)
                };
                if cookie.is_empty() || !cookie.chars().all(is_fine) {
                    return Err("load_balancing.cookie is not the name of a cookie".to_owned());
                }
                self.line(&["balance", "hash", &format!("req.cook({cookie})")])?;
            }
            (LoadBalancingAlgorithm::Cookie, None) => {
                return Err("load_balancing.cookie is missing".to_owned());
            }
            (algorithm, _) => self.line(&["balance", algorithm.as_str()])?,
        }
        if balancing.consistent_hashing {
            self.line(&["hash-type", "consistent"])?;
        }
        Ok(())
    }

    fn health_check(
        &mut self,
        data: &RequirerApplicationData,
        hostnames: &[String],
    ) -> Result<(), String> {
        let check = data.check.clone().unwrap_or_default();
        match check.path.as_deref().filter(|path| !path.is_empty()) {
            Some(path) => self.line(&["option", "httpchk", "GET", path])?,
            None => self.line(&["option", "httpchk"])?,
        }
        if let Some(number) = &check.port {
            let number = port("check.port", number)?;
            match data.protocol {
                Protocol::Http => self.line(&["http-check", "connect", "port", &number])?,
                Protocol::Https => {
                    self.line(&[
                        "http-check",
                        "connect",
                        "port",
                        &number,
                        "ssl",
                        "alpn",
                        "h2,http/1.1",
                    ])?;
                }
            }
        }
        if let Some(host) = hostnames.first() {
            let host = host.trim_start_matches("*.");
            self.line(&["http-check", "send", "hdr", "Host", host])?;
        }
        Ok(())
    }

    fn rate_limit(&mut self, data: &RequirerApplicationData) -> Result<(), String> {
        let Some(limit) = &data.rate_limit else {
            return Ok(());
        };
        let most = number(
            "rate_limit.connections_per_minute",
            &limit.connections_per_minute,
            0,
        )?;
        let table = format!("{}/{}", peers::NAME, peers::table(&data.service));
        self.line(&["http-request", "track-sc0", "src", "table", &table])?;
        let rate = format!("sc_http_req_rate(0,{table})");
        self.line(&[
            "http-request",
            limit.policy.as_str(),
            "if",
            "{",
            &rate,
            "gt",
            &most,
            "}",
        ])
    }

    fn bandwidth_limits(&mut self, data: &RequirerApplicationData) -> Result<(), String> {
        let limits = [
            (
                "download",
                "bwlim-out",
                "http-response",
                &data.bandwidth_limit.download,
            ),
            (
                "upload",
                "bwlim-in",
                "http-request",
                &data.bandwidth_limit.upload,
            ),
        ];
        for (name, filter, rule, limit) in limits {
            let Some(limit) = limit.as_ref().filter(|limit| !limit.is_zero()) else {
                continue;
            };
            let limit = bytes(&format!("bandwidth_limit.{name}"), limit)?;
            self.line(&[
                "filter",
                filter,
                name,
                "default-limit",
                &limit,
                "default-period",
                "1s",
            ])?;
            self.line(&[rule, "set-bandwidth-limit", name])?;
        }
        Ok(())
    }

    fn servers(&mut self, service: &Service, options: &RenderingOptions) -> Result<(), String> {
        let data = &service.data;
        let check = data.check.as_ref().map(check_words).transpose()?;
        let maxconn = match &data.server_maxconn {
            Some(maxconn) => Some(number("server_maxconn", maxconn, 0)?),
            None => None,
        };
        let ca_bundle = options.ca_bundle.display().to_string();
        let mut ports = Vec::new();
        let mut seen = BTreeSet::new();
        for (index, number) in data.ports.iter().enumerate() {
            let port = port(&format!("ports.{index}"), number)?;
            if seen.insert(port.clone()) {
                ports.push(port);
            }
        }
        for (index, address) in service.addresses().into_iter().enumerate() {
            if address.zone().is_some() {
                return Err("addresses with a zone cannot be reached".to_owned());
            }
            for port in &ports {
                let name = format!("{}_{port}_{index}", data.service);
                let address =
                    std::net::SocketAddr::new(address.ip(), port.parse().unwrap_or_default())
                        .to_string();
                let mut words = vec!["server", &name, &address];
                words.extend(check.iter().flatten().map(String::as_str));
                if data.protocol == Protocol::Https {
                    words.extend(["ssl", "ca-file", &ca_bundle, "alpn", "h2,http/1.1"]);
                    words.extend(["check-alpn", "h2,http/1.1"]);
                }
                if let Some(maxconn) = &maxconn {
                    words.extend(["maxconn", maxconn]);
                }
                self.line(&words)?;
            }
        }
        Ok(())
    }
}

/// The parameters of a check; one without numbers has those of HAProxy.
fn check_words(check: &Check) -> Result<Vec<String>, String> {
    let mut words = vec!["check".to_owned()];
    let set = |value: &Option<Integer>| value.clone().filter(|value| !value.is_zero());
    if let (Some(interval), Some(rise), Some(fall)) =
        (set(&check.interval), set(&check.rise), set(&check.fall))
    {
        words.extend(["inter".to_owned(), seconds("check.interval", &interval)?]);
        words.extend(["rise".to_owned(), number("check.rise", &rise, 1)?]);
        words.extend(["fall".to_owned(), number("check.fall", &fall, 1)?]);
    }
    Ok(words)
}
