//! What the lines of a service say over the newer relations.

use haproxy_model::section::ProxyKeyword;
use haproxy_model::section::proxy::TimeoutKeyword;

use super::servers::Servers;
use super::{Migrated, MigratedData, seconds};
use crate::requirer::{
    LoadBalancing, RequirerApplicationData, Retry, TcpCheck, TcpRequirerApplicationData, Timeout,
};
use crate::reverseproxy::{Service, ServiceServer};
use crate::statement::{of_text, words_of};
use crate::value::{Integer, LoadBalancingAlgorithm};

/// What the lines of a service say.
#[derive(Clone, Default)]
pub(super) struct Lines {
    is_tcp: bool,
    load_balancing: Option<LoadBalancingAlgorithm>,
    check_path: Option<String>,
    timeouts: [Option<Integer>; 3],
    retries: Option<Integer>,
    redispatch: bool,
    http_server_close: bool,
    /// Conditions on the beginning of the path, by name.
    pub(super) paths: Vec<(String, Vec<String>)>,
    /// Backends, and the condition under which they are used.
    pub(super) switches: Vec<(String, String)>,
    pub(super) notes: Vec<String>,
}

impl Lines {
    pub(super) fn read(service: &Service, is_tcp: bool) -> Self {
        let mut lines = Self {
            is_tcp,
            ..Self::default()
        };
        for option in &service.options {
            let words = words_of(option).unwrap_or_default();
            let words: Vec<&str> = words.iter().map(AsRef::as_ref).collect();
            if !lines.take(option, &words) {
                lines.notes.push(format!("'{option}' has no equal"));
            }
        }
        if !service.certificates.is_empty() {
            lines.notes.push(
                "the certificates have no equal: the provider has its own, for the host names of its services"
                    .to_owned(),
            );
        }
        if !service.error_files.is_empty() {
            lines.notes.push("the error pages have no equal".to_owned());
        }
        lines
    }

    /// Takes what can be said; tells whether it can.
    fn take(&mut self, option: &str, words: &[&str]) -> bool {
        match words {
            []
            | [
                "option",
                "httplog" | "tcplog" | "forwardfor" | "dontlognull",
            ] => {}
            ["mode", mode @ ("http" | "tcp")] => self.is_tcp = *mode == "tcp",
            ["balance", word] => {
                let algorithm = match *word {
                    "leastconn" => LoadBalancingAlgorithm::Leastconn,
                    "source" => LoadBalancingAlgorithm::Source,
                    "roundrobin" => LoadBalancingAlgorithm::Roundrobin,
                    _ => return false,
                };
                self.load_balancing = Some(algorithm);
            }
            ["option", "httpchk", arguments @ ..] => {
                let path = match arguments {
                    [] => None,
                    [path] | ["GET", path, ..] => Some((*path).to_owned()),
                    _ => return false,
                };
                self.check_path = path;
            }
            ["timeout", ..] => return self.take_timeout(option),
            ["retries", count] => match count.parse::<u32>() {
                Ok(count) => self.retries = Some(count.into()),
                Err(_) => return false,
            },
            ["option", "redispatch"] => self.redispatch = true,
            ["option", "http-server-close"] => self.http_server_close = true,
            ["acl", name, "path_beg", paths @ ..] => {
                let paths = paths.iter().filter(|word| !word.starts_with('-'));
                let paths = paths.map(|path| (*path).to_owned()).collect();
                self.paths.push(((*name).to_owned(), paths));
            }
            ["use_backend", backend, "if", name] => {
                self.switches
                    .push(((*backend).to_owned(), (*name).to_owned()));
            }
            _ => return false,
        }
        true
    }

    /// Takes a timeout in whole seconds, at least one.
    fn take_timeout(&mut self, option: &str) -> bool {
        let Ok(Some(statement)) = of_text::<ProxyKeyword>(option) else {
            return false;
        };
        let Some(timeout) = statement.group::<TimeoutKeyword>() else {
            return false;
        };
        let (index, duration) = match timeout {
            TimeoutKeyword::TimeoutServer(duration) => (0, duration),
            TimeoutKeyword::TimeoutConnect(duration) => (1, duration),
            TimeoutKeyword::TimeoutQueue(duration) => (2, duration),
            _ => return false,
        };
        let Some(seconds) = seconds(duration) else {
            return false;
        };
        if let Some(timeout) = self.timeouts.get_mut(index) {
            *timeout = Some(seconds.into());
        }
        true
    }

    /// Notes the conditions and switches of which no backend of the service makes anything.
    pub(super) fn note_unused(&mut self, paths: &[(String, Vec<String>)], service: &Service) {
        let has = |name: &str| service.backends.iter().any(|backend| backend.name == name);
        for (backend, condition) in std::mem::take(&mut self.switches) {
            if !has(&backend) || !paths.iter().any(|(name, _)| *name == condition) {
                self.notes.push(format!(
                    "'use_backend {backend} if {condition}' has no equal"
                ));
            }
        }
    }

    pub(super) fn finish(
        mut self,
        name: &str,
        service: &Service,
        servers: &[ServiceServer],
        paths: Vec<String>,
    ) -> Migrated {
        let servers = Servers::read(servers, &mut self.notes);
        let data = if self.is_tcp {
            MigratedData::Tcp(self.tcp(service, servers))
        } else {
            MigratedData::Route(self.route(name, servers, paths))
        };
        Migrated {
            name: name.to_owned(),
            data,
            without_equal: self.notes,
        }
    }

    fn route(
        &mut self,
        name: &str,
        servers: Servers,
        paths: Vec<String>,
    ) -> RequirerApplicationData {
        let mut check = servers.check;
        if let (Some(check), Some(path)) = (&mut check, &self.check_path) {
            check.path = Some(path.clone());
        } else if self.check_path.is_some() {
            self.notes.push(
                "the servers have no 'check': 'option httpchk' counts for nothing".to_owned(),
            );
        }
        let default = Timeout::default();
        let [server, connect, queue] = self.timeouts.clone();
        self.notes.push(
            "services have no ports of their own but share 80 and 443: set hostname, and paths"
                .to_owned(),
        );
        RequirerApplicationData {
            paths,
            hosts: servers.hosts,
            check,
            load_balancing: LoadBalancing {
                algorithm: self
                    .load_balancing
                    .unwrap_or(LoadBalancingAlgorithm::Roundrobin),
                ..LoadBalancing::default()
            },
            retry: self.retry(),
            timeout: Timeout {
                server: server.or(default.server),
                connect: connect.or(default.connect),
                queue: queue.or(default.queue),
            },
            server_maxconn: servers.maxconn,
            http_server_close: self.http_server_close,
            ..RequirerApplicationData::new(name, servers.ports)
        }
    }

    fn tcp(&mut self, service: &Service, servers: Servers) -> TcpRequirerApplicationData {
        let mut ports = servers.ports.into_iter();
        let backend_port = ports.next();
        if ports.next().is_some() {
            self.notes
                .push("servers have different ports: one port is for all of them".to_owned());
        }
        let has_tls = !service.certificates.is_empty();
        let [server, connect, queue] = self.timeouts.clone();
        let timeout = Timeout {
            server,
            connect,
            queue,
        };
        let has_timeout = self.timeouts.iter().any(Option::is_some);
        let check = servers.check.and_then(|check| {
            Some(TcpCheck {
                interval: check.interval?,
                rise: check.rise?,
                fall: check.fall?,
                check_type: None,
                send: None,
                expect: None,
                db_user: None,
            })
        });
        TcpRequirerApplicationData {
            port: service.port,
            backend_port: backend_port.or(service.port),
            hosts: servers.hosts,
            check,
            load_balancing: Some(LoadBalancing {
                algorithm: self
                    .load_balancing
                    .unwrap_or(LoadBalancingAlgorithm::Roundrobin),
                ..LoadBalancing::default()
            }),
            retry: self.retry(),
            timeout: has_timeout.then_some(timeout),
            server_maxconn: servers.maxconn,
            enforce_tls: has_tls,
            tls_terminate: has_tls,
            ..TcpRequirerApplicationData::default()
        }
    }

    fn retry(&self) -> Option<Retry> {
        let count = self.retries.clone();
        let is_retried = count.is_some() || self.redispatch;
        is_retried.then(|| Retry {
            // HAProxy's own number of retries.
            count: count.unwrap_or_else(|| 3.into()),
            interval: None,
            redispatch: self.redispatch,
        })
    }
}
