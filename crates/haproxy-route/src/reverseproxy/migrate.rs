//! The services of the older relation as what a requirer of `haproxy-route` says.

use std::borrow::Cow;

use haproxy_model::language::{Argument as _, Printer};
use haproxy_model::section::ProxyKeyword;
use haproxy_model::section::proxy::{EndpointKeyword, TimeoutKeyword};
use haproxy_model::value::Duration;

use super::{Service, ServiceServer, Services};
use crate::requirer::{
    Check, LoadBalancing, RequirerApplicationData, Retry, TcpCheck, TcpRequirerApplicationData,
    Timeout,
};
use crate::statement::{of_model_words, of_text, words_of};
use crate::value::{Address, Integer, LoadBalancingAlgorithm};

/// In a second.
const MICROSECONDS: u64 = 1_000_000;

/// A service in its new form.
#[derive(Debug, Clone, PartialEq)]
pub struct Migrated {
    /// The name of the service, or of the backend beside it that becomes a service of its own.
    pub name: String,
    /// What the requirer says.
    pub data: MigratedData,
    /// What has no equal: each line with what it would take.
    pub without_equal: Vec<String>,
}

/// What a requirer says, by interface.
#[derive(Debug, Clone, PartialEq)]
pub enum MigratedData {
    /// A service in `mode http`.
    Route(RequirerApplicationData),
    /// A service in `mode tcp`.
    Tcp(TcpRequirerApplicationData),
}

/// What the services would say over `haproxy-route` and `haproxy-route-tcp`, in their newest versions,
/// and what cannot be said there. A service that says no mode is of the charm's `default_mode`.
pub fn migrate(services: &Services, default_mode: &str) -> Vec<Migrated> {
    let mut migrated = Vec::new();
    for service in services.services.values() {
        let mut lines = Lines::read(service, default_mode == "tcp");
        let paths = std::mem::take(&mut lines.paths);
        let mut beside = Vec::new();
        for backend in &service.backends {
            let paths: Vec<String> = paths_of(&paths, &lines.switches, &backend.name);
            let mut own = lines.clone();
            own.notes.clear();
            if paths.is_empty() {
                own.notes.push(format!(
                    "no condition on paths sends requests to the backend '{}': set hostname or paths",
                    backend.name
                ));
            }
            if let Some(path) = paths.iter().find(|path| !path.ends_with('/')) {
                own.notes.push(format!(
                    "'path_beg {path}' is true for '{path}x' too: paths are for themselves and what is below"
                ));
            }
            beside.push(own.finish(&backend.name, service, &backend.servers, paths));
        }
        lines.note_unused(&paths, service);
        migrated.push(lines.finish(&service.name, service, &service.servers, Vec::new()));
        migrated.extend(beside);
    }
    migrated
}

/// What the lines of a service say.
#[derive(Clone, Default)]
struct Lines {
    is_tcp: bool,
    load_balancing: Option<LoadBalancingAlgorithm>,
    check_path: Option<String>,
    timeouts: [Option<Integer>; 3],
    retries: Option<Integer>,
    redispatch: bool,
    http_server_close: bool,
    /// Conditions on the beginning of the path, by name.
    paths: Vec<(String, Vec<String>)>,
    /// Backends, and the condition under which they are used.
    switches: Vec<(String, String)>,
    notes: Vec<String>,
}

impl Lines {
    fn read(service: &Service, is_tcp: bool) -> Self {
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
    fn note_unused(&mut self, paths: &[(String, Vec<String>)], service: &Service) {
        let has = |name: &str| service.backends.iter().any(|backend| backend.name == name);
        for (backend, condition) in std::mem::take(&mut self.switches) {
            if !has(&backend) || !paths.iter().any(|(name, _)| *name == condition) {
                self.notes.push(format!(
                    "'use_backend {backend} if {condition}' has no equal"
                ));
            }
        }
    }

    fn finish(
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

/// The paths whose conditions send requests to a backend.
fn paths_of(
    paths: &[(String, Vec<String>)],
    switches: &[(String, String)],
    backend: &str,
) -> Vec<String> {
    let conditions = switches.iter().filter(|(name, _)| name == backend);
    let conditions: Vec<&String> = conditions.map(|(_, condition)| condition).collect();
    let of_backend = paths.iter().filter(|(name, _)| conditions.contains(&name));
    of_backend.flat_map(|(_, paths)| paths.clone()).collect()
}

/// What the servers of a service have in common.
#[derive(Default)]
struct Servers {
    ports: Vec<u16>,
    hosts: Vec<Address>,
    check: Option<Check>,
    maxconn: Option<Integer>,
}

impl Servers {
    fn read(servers: &[ServiceServer], notes: &mut Vec<String>) -> Self {
        let mut read = Self::default();
        for server in servers {
            if !read.ports.contains(&server.port) {
                read.ports.push(server.port);
            }
            match server.host.parse::<Address>() {
                Ok(host) if !read.hosts.contains(&host) => read.hosts.push(host),
                Ok(_) => {}
                Err(_) => notes.push(format!(
                    "the server '{}' is no address: hosts are addresses",
                    server.host
                )),
            }
            read.take_options(server, notes);
        }
        read
    }

    fn take_options(&mut self, server: &ServiceServer, notes: &mut Vec<String>) {
        let mut note = |text: String| {
            if !notes.contains(&text) {
                notes.push(text);
            }
        };
        let Some(parameters) = parameters(&server.options) else {
            note(format!(
                "the parameters of the server '{}' are not understood",
                server.name
            ));
            return;
        };
        for parameter in parameters {
            let words: Vec<&str> = parameter.iter().map(String::as_str).collect();
            let number = words
                .get(1)
                .and_then(|text| text.parse::<u32>().ok())
                .map(Integer::from);
            match (&words[..], &mut self.check) {
                // The numbers are HAProxy's own where the server says none.
                (["check"], check) => {
                    check.get_or_insert_with(|| Check {
                        interval: Some(2.into()),
                        ..Check::version_0()
                    });
                }
                (["inter", time], Some(check)) => {
                    match duration(time).and_then(|time| seconds(&time)) {
                        Some(seconds) => check.interval = Some(seconds.into()),
                        None => note(format!("'inter {time}' is no whole number of seconds")),
                    }
                }
                (["rise", _], Some(check)) if number.is_some() => check.rise = number,
                (["fall", _], Some(check)) if number.is_some() => check.fall = number,
                (["maxconn", _], _) if number.is_some() => self.maxconn = number,
                _ => note(format!(
                    "the server parameter '{}' has no equal",
                    words.join(" ")
                )),
            }
        }
    }
}

/// The words of each parameter, `check` before the numbers that belong to it.
fn parameters(options: &[String]) -> Option<Vec<Vec<String>>> {
    let mut words: Vec<Cow<'static, str>> = vec!["server".into(), "s".into(), "0.0.0.0".into()];
    for option in options {
        words.extend(words_of(option).ok()?);
    }
    let statement = of_model_words::<ProxyKeyword>(&words).ok()?;
    let Some(EndpointKeyword::Server(server)) = statement.group() else {
        return None;
    };
    let mut printer = Printer::new();
    let mut parameters: Vec<Vec<String>> = Vec::new();
    for parameter in &server.parameters {
        printer.clear();
        parameter.print(&mut printer);
        parameters.push(printer.words().map(ToString::to_string).collect());
    }
    parameters.sort_by_key(|words| words.first().is_none_or(|word| word != "check"));
    Some(parameters)
}

fn duration(text: &str) -> Option<Duration> {
    text.parse().ok()
}

/// The time in whole seconds, where it is one second or more.
fn seconds(duration: &Duration) -> Option<u64> {
    let microseconds = duration.value()?.microseconds();
    let is_whole = microseconds > 0 && microseconds.is_multiple_of(MICROSECONDS);
    is_whole.then_some(microseconds / MICROSECONDS)
}
