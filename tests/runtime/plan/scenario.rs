use std::fmt::Write;

use haproxy_kit_tests::certificate;
use haproxy_kit_tests::haproxy::{Haproxy, Running, Start};
use haproxy_runtime::command::ServerState;
use haproxy_runtime::plan::{Configuration, ServerSetting, Step};

use super::client::LOG;
use crate::setup::ports;

/// Servers that answer, on some ports of every local address.
pub(super) struct Servers {
    ports: [u16; 3],
    _running: Running,
}

impl Servers {
    pub(super) fn start() -> Self {
        let ports = ports::<3>();
        let mut text = "defaults\n mode http\n timeout client 60s\nfrontend answers\n".to_owned();
        for port in ports {
            writeln!(text, " bind :{port}").unwrap();
        }
        // Long enough for a change to meet requests that wait.
        text.push_str(" http-request pause 3ms\n");
        text.push_str(" http-request pause 500ms if { path_beg /slow }\n");
        text.push_str(" http-request return status 200 content-type text/plain string hello\n");
        Self {
            ports,
            _running: Haproxy::of("3.2").start(text.as_bytes()),
        }
    }

    pub(super) fn address(&self, random: &mut fastrand::Rng) -> String {
        let port = random.choice(self.ports).unwrap();
        format!("127.0.0.{}:{port}", random.u8(1..5))
    }
}

/// Certificates of different keys.
pub(super) fn certificates() -> Vec<String> {
    (0..4).map(|_| certificate::pem()).collect()
}

/// A server of the random configurations.
#[derive(Debug, Clone)]
struct Server {
    name: String,
    address: String,
    weight: Option<u32>,
    maxconn: Option<u32>,
    is_disabled: bool,
    check: Option<&'static str>,
    other: Option<&'static str>,
}

/// A configuration with its files, as a few facts.
#[derive(Debug, Clone)]
pub(super) struct Scenario {
    balance: &'static str,
    default_server: &'static str,
    /// The first one is always there and serves.
    servers: Vec<Server>,
    hosts: Vec<(String, String)>,
    blocked: Vec<String>,
    /// The indexes of the certificates in the list.
    listed: Vec<usize>,
    /// The index of the content that each file of a certificate has.
    contents: Vec<usize>,
    authority: &'static str,
    frontend_maxconn: Option<u32>,
    global_maxconn: u32,
    rate: Option<u32>,
    timeout: u32,
    certificates: Vec<String>,
}

const CHECKS: [Option<&str>; 5] = [
    None,
    Some("check"),
    Some("check inter 500ms"),
    Some("check inter 700ms fall 5"),
    Some("check inter 500 rise 1"),
];
/// A server with this cuts off its clients when it is marked down.
pub(super) const SHUTDOWN: &str = "on-marked-down shutdown-sessions";
const OTHERS: [Option<&str>; 5] = [
    None,
    Some("slowstart 1s"),
    Some("pool-max-conn 5"),
    Some(SHUTDOWN),
    Some("send-proxy-v2 no-send-proxy-v2"),
];

impl Scenario {
    pub(super) fn new(
        random: &mut fastrand::Rng,
        servers: &Servers,
        certificates: &[String],
    ) -> Self {
        let mut this = Self {
            balance: random
                .choice([
                    "roundrobin",
                    "leastconn",
                    "random",
                    "uri\n hash-type consistent",
                ])
                .unwrap(),
            default_server: random
                .choice(["", "maxconn 90", "check inter 1s", "weight 3"])
                .unwrap(),
            servers: Vec::new(),
            hosts: (0..random.usize(1..6))
                .map(|n| (format!("h{n}.example"), "app".into()))
                .collect(),
            blocked: (0..random.usize(1..4))
                .map(|n| format!("192.0.2.{n}"))
                .collect(),
            listed: (0..random.usize(1..3)).collect(),
            contents: (0..certificates.len()).collect(),
            authority: "authority",
            frontend_maxconn: random.choice([None, Some(400), Some(500)]).unwrap(),
            global_maxconn: 1000,
            rate: None,
            timeout: 30,
            certificates: certificates.to_vec(),
        };
        for _ in 0..random.usize(2..5) {
            this.add_server(random, servers);
        }
        let first = &mut this.servers[0];
        first.is_disabled = false;
        first.check = None;
        this
    }

    fn add_server(&mut self, random: &mut fastrand::Rng, servers: &Servers) {
        let name = format!("s{}", self.servers.len() + random.usize(0..2) * 10);
        if self.servers.iter().any(|server| server.name == name) {
            return;
        }
        self.servers.push(Server {
            name,
            address: servers.address(random),
            weight: random.choice([None, Some(1), Some(7), Some(100)]).unwrap(),
            maxconn: random.choice([None, Some(50), Some(80)]).unwrap(),
            is_disabled: random.u8(0..5) == 0,
            check: random.choice(CHECKS).unwrap(),
            other: random.choice(OTHERS).unwrap(),
        });
    }

    /// Changes a few things at random; whether one of them needs a reload.
    pub(super) fn change(
        &mut self,
        random: &mut fastrand::Rng,
        servers: &Servers,
        certificates: &[String],
    ) -> bool {
        if random.u8(0..8) == 0 {
            self.timeout += 1;
            return true;
        }
        for _ in 0..random.usize(1..6) {
            let index = random.usize(0..self.servers.len());
            match random.u8(0..16) {
                0 | 1 => self.add_server(random, servers),
                2 if index > 0 => {
                    self.servers.remove(index);
                }
                3 | 4 => self.servers[index].address = servers.address(random),
                5 => self.servers[index].weight = Some(random.u32(1..200)),
                6 => self.servers[index].maxconn = Some(random.u32(40..90)),
                7 if index > 0 => self.servers[index].is_disabled ^= true,
                8 if index > 0 => self.servers[index].check = random.choice(CHECKS).unwrap(),
                9 if index > 0 => self.servers[index].other = random.choice(OTHERS).unwrap(),
                10 => {
                    self.hosts
                        .insert(0, ("new.example".into(), "app, or so".into()));
                    self.hosts[0].1.push_str(&random.u8(..).to_string());
                }
                11 => self
                    .blocked
                    .push(format!("198.51.100.0/{}", random.u8(24..32))),
                12 => {
                    let file = random.usize(0..self.contents.len());
                    self.contents[file] = random.usize(0..certificates.len());
                    let file = random.usize(1..certificates.len());
                    match self.listed.iter().position(|own| *own == file) {
                        Some(at) => drop(self.listed.remove(at)),
                        None => self.listed.push(file),
                    }
                }
                13 => {
                    self.frontend_maxconn = Some(random.u32(300..500));
                    self.global_maxconn = random.u32(900..1000);
                    self.rate = random.choice([None, Some(10_000)]).unwrap();
                }
                14 => self.authority = random.choice(["authority", "other"]).unwrap(),
                _ => self.default_server = random.choice(["", "maxconn 90", "weight 3"]).unwrap(),
            }
        }
        false
    }

    /// The servers that cut off their clients as these steps mark them down.
    pub(super) fn cut_off(&self, steps: &[Step]) -> Vec<String> {
        let marked = steps.iter().filter_map(|step| match step {
            Step::SetServer {
                server,
                after: ServerSetting::State(ServerState::Maintenance),
                ..
            } => Some(&server.server),
            _ => None,
        });
        let cuts_off = |name: &&String| {
            let mut servers = self.servers.iter();
            let own = servers.find(|server| server.name == **name);
            own.is_some_and(|own| own.other == Some(SHUTDOWN))
        };
        marked.filter(cuts_off).cloned().collect()
    }

    /// Changes one weight.
    pub(super) fn weigh(&mut self, weight: u32) {
        self.servers[0].weight = Some(weight);
    }

    fn text(&self) -> String {
        let mut text = format!("global\n maxconn {}\n", self.global_maxconn);
        if let Some(rate) = self.rate {
            writeln!(text, " maxconnrate {rate}").unwrap();
        }
        write!(
            text,
            "defaults\n mode http\n option redispatch\n retries 3\n timeout connect 5s\n \
             timeout client {0}s\n timeout server {0}s\n",
            self.timeout
        )
        .unwrap();
        if let Some(maxconn) = self.frontend_maxconn {
            writeln!(text, " maxconn {maxconn}").unwrap();
        }
        text.push_str("frontend www\n");
        text.push_str(LOG);
        text.push_str(
            " bind unix@www.sock\n \
             bind unix@tls.sock ssl crt-list list.txt ca-file authority.pem verify optional\n \
             http-request set-var(txn.host) req.hdr(host),map(hosts.map)\n \
             http-request deny if { src -f blocked.acl }\n default_backend app\nbackend app\n",
        );
        writeln!(text, " balance {}", self.balance).unwrap();
        if !self.default_server.is_empty() {
            writeln!(text, " default-server {}", self.default_server).unwrap();
        }
        for server in &self.servers {
            write!(text, " server {} {}", server.name, server.address).unwrap();
            if let Some(weight) = server.weight {
                write!(text, " weight {weight}").unwrap();
            }
            if let Some(maxconn) = server.maxconn {
                write!(text, " maxconn {maxconn}").unwrap();
            }
            if server.is_disabled {
                text.push_str(" disabled");
            }
            for words in server.check.into_iter().chain(server.other) {
                write!(text, " {words}").unwrap();
            }
            text.push('\n');
        }
        text
    }

    fn files(&self) -> Vec<(String, String)> {
        let hosts = self
            .hosts
            .iter()
            .map(|(key, value)| format!("{key} {value}\n"));
        let list = self
            .listed
            .iter()
            .map(|file| format!("c{file}.pem [alpn h2] n{file}.example\n"));
        let mut files = vec![
            ("hosts.map".to_owned(), hosts.collect()),
            ("blocked.acl".to_owned(), self.blocked.join("\n") + "\n"),
            ("list.txt".to_owned(), list.collect()),
            (
                "authority.pem".to_owned(),
                crate::setup::certificate(self.authority),
            ),
        ];
        for (file, content) in self.contents.iter().enumerate() {
            files.push((format!("c{file}.pem"), self.certificates[*content].clone()));
        }
        files
    }

    pub(super) fn configuration(&self, haproxy: &Haproxy) -> Configuration {
        let configuration = super::configuration(haproxy, &self.text());
        let files = self.files().into_iter();
        files.fold(configuration, |own, (name, content)| {
            own.file(name, content)
        })
    }

    pub(super) fn start(&self, haproxy: &Haproxy) -> Running {
        self.prepare(haproxy).run()
    }

    /// How it is started, with its files.
    pub(super) fn prepare<'a>(&self, haproxy: &'a Haproxy) -> Start<'a> {
        let start = haproxy.prepare(self.text().as_bytes());
        let files = self.files().into_iter();
        files.fold(start, |start, (name, content)| start.file(&name, content))
    }
}
