//! What no HAProxy that is here can do: backends that come and go, since 3.4.
//!
//! The other side is a script that keeps backends and servers and answers as the manual of 3.4 describes the
//! commands, with the framing that real HAProxy 3.2 has. It shows that what is sent is in order and that
//! refusals are undone; it does not show that a real 3.4 agrees.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{BufRead, BufReader, Write};
use std::os::unix::net::{UnixListener, UnixStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use haproxy_config::{Document, Target};
use haproxy_model::version::Version;
use haproxy_runtime::operation::{CreateBackend, CreateServer, RemoveBackend};
use haproxy_runtime::plan::{Configuration, Plan, ReadCapabilities, plan};
use haproxy_runtime::{Address, Client, Error, ServerPath};

use crate::setup::patient;

/// A server of the script.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Server {
    address: String,
    is_ready: bool,
}

/// A backend of the script.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Backend {
    is_published: bool,
    servers: BTreeMap<String, Server>,
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct State {
    backends: BTreeMap<String, Backend>,
    /// The command that is refused, where one is.
    refused: Option<String>,
    /// What was asked to change something.
    log: Vec<String>,
}

/// A process of the script.
struct Fake {
    state: Arc<Mutex<State>>,
    folder: tempfile::TempDir,
}

/// One connection.
#[derive(Default)]
struct Connection {
    has_labels: bool,
    has_words: bool,
    is_experimental: bool,
}

impl Fake {
    fn start(backends: &[(&str, &[(&str, &str)])]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut state = State::default();
        for (name, servers) in backends {
            let servers = servers.iter().map(|(name, address)| {
                let server = Server {
                    address: (*address).to_owned(),
                    is_ready: true,
                };
                ((*name).to_owned(), server)
            });
            let backend = Backend {
                is_published: true,
                servers: servers.collect(),
            };
            state.backends.insert((*name).to_owned(), backend);
        }
        let state = Arc::new(Mutex::new(state));
        let listener = UnixListener::bind(folder.path().join("stats")).unwrap();
        let shared = Arc::clone(&state);
        thread::spawn(move || {
            for client in listener.incoming() {
                let state = Arc::clone(&shared);
                thread::spawn(move || serve(client.unwrap(), &state));
            }
        });
        Self { state, folder }
    }

    fn client(&self) -> Client {
        Client::new(Address::unix(self.folder.path().join("stats"))).timeouts(patient())
    }

    /// Refuses the command that begins so.
    fn refuse(&self, command: &str) {
        self.state.lock().unwrap().refused = Some(command.to_owned());
    }

    fn backends(&self) -> BTreeMap<String, Backend> {
        self.state.lock().unwrap().backends.clone()
    }

    /// What was changed, in order.
    fn log(&self) -> Vec<String> {
        self.state.lock().unwrap().log.clone()
    }
}

fn serve(mut stream: UnixStream, state: &Mutex<State>) {
    let mut connection = Connection::default();
    let lines = BufReader::new(stream.try_clone().unwrap()).lines();
    for line in lines.map_while(Result::ok) {
        for command in line.split(';') {
            let answer = connection.answer(command.trim(), &mut state.lock().unwrap());
            // Each answer is followed by an empty line.
            if stream.write_all(format!("{answer}\n").as_bytes()).is_err() {
                return;
            }
        }
    }
}

impl Connection {
    fn answer(&mut self, command: &str, state: &mut State) -> String {
        let words: Vec<&str> = command.split(' ').collect();
        let answer = match words.as_slice() {
            ["prompt", "i"] => Ok(String::new()),
            ["set", "severity-output", how] => {
                (self.has_labels, self.has_words) = (*how != "none", *how == "string");
                return String::new();
            }
            ["show", "version"] => return "3.4.1\n".to_owned(),
            ["show", "cli", "level"] => Ok("admin".to_owned()),
            ["experimental-mode", "on"] => {
                self.is_experimental = true;
                return String::new();
            }
            _ => self.command(&words, command, state),
        };
        match answer {
            Ok(text) if text.is_empty() => text,
            // What is a list has no label.
            Ok(text) if text.ends_with('\n') => text,
            Ok(text) => self.message(6, "info", &text),
            Err(text) => self.message(3, "err", &text),
        }
    }

    fn message(&self, number: u8, word: &str, text: &str) -> String {
        match (self.has_labels, self.has_words) {
            (true, true) => format!("[{word}]: {text}\n"),
            (true, false) => format!("[{number}]: {text}\n"),
            _ => format!("{text}\n"),
        }
    }

    fn command(&self, words: &[&str], command: &str, state: &mut State) -> Result<String, String> {
        if let Some(answer) = looks(words, state) {
            return Ok(answer);
        }
        state.log.push(command.to_owned());
        let refused = state.refused.as_ref();
        if refused.is_some_and(|refused| command.starts_with(refused.as_str())) {
            state.refused = None;
            return Err("This is refused.".to_owned());
        }
        if matches!(words, ["add" | "del", "backend", ..]) && !self.is_experimental {
            return Err("This command is restricted to experimental mode only.".to_owned());
        }
        changes(words, state)
    }
}

/// What is told of the process.
fn looks(words: &[&str], state: &State) -> Option<String> {
    Some(match words {
        ["show", "info"] => "Name: HAProxy\nVersion: 3.4.1\nHard_maxconn: 100\n".to_owned(),
        ["help"] => "The following commands are valid at this level:\n  \
             add server <bk>/<srv> : create a new server\n  \
             del server <bk>/<srv> : remove a dynamically added server\n  \
             publish backend <bk> : mark backend as ready for traffic\n  \
             unpublish backend <bk> : remove backend for traffic processing\n"
            .to_owned(),
        ["add", "server", "help"] => {
            "List of keywords supported for dynamic servers:\ncheck\nweight\n".to_owned()
        }
        ["show", "backend"] => {
            let names = state.backends.keys().map(|name| format!("{name}\n"));
            format!("# name\n{}", names.collect::<String>())
        }
        ["show", "servers", "state", rest @ ..] => {
            let mut text = "1\n# be_id be_name srv_id srv_name srv_addr srv_op_state srv_admin_state \
                            srv_uweight srv_iweight srv_time_since_last_change srv_check_status \
                            srv_check_result srv_check_health srv_check_state srv_agent_state bk_f_forced_id \
                            srv_f_forced_id srv_fqdn srv_port srvrecord srv_use_ssl srv_check_port \
                            srv_check_addr srv_agent_addr srv_agent_port\n"
                .to_owned();
            for (name, backend) in &state.backends {
                if rest.first().is_some_and(|wanted| wanted != name) {
                    continue;
                }
                for (id, (server, own)) in (1..).zip(&backend.servers) {
                    let (address, port) = own.address.rsplit_once(':').unwrap();
                    let (operational, admin) = if own.is_ready { (2, 0) } else { (0, 1) };
                    writeln!(
                        text,
                        "2 {name} {id} {server} {address} {operational} {admin} 1 1 5 1 0 0 0 0 0 0 - {port} \
                         - 0 0 - - 0"
                    )
                    .unwrap();
                }
            }
            text
        }
        _ => return None,
    })
}

fn changes(words: &[&str], state: &mut State) -> Result<String, String> {
    let unknown = || "No such backend.".to_owned();
    match words {
        ["add", "backend", name, "from", defaults, rest @ ..] => {
            if *defaults == "bare" && !rest.contains(&"mode") {
                return Err("Mode is required.".to_owned());
            }
            let backend = Backend {
                is_published: false,
                servers: BTreeMap::new(),
            };
            if state.backends.contains_key(*name) {
                return Err("name already exists.".to_owned());
            }
            state.backends.insert((*name).to_owned(), backend);
            Ok("New backend registered.".to_owned())
        }
        ["publish", "backend", name] => {
            state
                .backends
                .get_mut(*name)
                .ok_or_else(unknown)?
                .is_published = true;
            Ok("Backend published.".to_owned())
        }
        ["unpublish", "backend", name] => {
            state
                .backends
                .get_mut(*name)
                .ok_or_else(unknown)?
                .is_published = false;
            Ok("Backend unpublished.".to_owned())
        }
        ["wait", _, "be-removable", name] | ["del", "backend", name] => {
            let backend = state.backends.get(*name).ok_or_else(unknown)?;
            if backend.is_published {
                return Err("Backend must be unpublished before deletion.".to_owned());
            }
            if !backend.servers.is_empty() {
                return Err("Only a backend without server can be deleted.".to_owned());
            }
            if words.first() == Some(&"wait") {
                return Ok("Done.".to_owned());
            }
            state.backends.remove(*name);
            Ok("Backend deleted.".to_owned())
        }
        ["wait", _, "srv-removable", path] => {
            if server(state, path)?.is_ready {
                return Err("Server is not in maintenance.".to_owned());
            }
            Ok("Done.".to_owned())
        }
        ["add", "server", path, address, ..] => {
            let (backend, name) = path.split_once('/').unwrap();
            let own = state.backends.get_mut(backend).ok_or_else(unknown)?;
            let server = Server {
                address: (*address).to_owned(),
                is_ready: false,
            };
            own.servers.insert(name.to_owned(), server);
            Ok("New server registered.".to_owned())
        }
        ["del", "server", path] => {
            if server(state, path)?.is_ready {
                return Err("Only servers in maintenance can be deleted.".to_owned());
            }
            let (backend, name) = path.split_once('/').unwrap();
            let own = state.backends.get_mut(backend).ok_or_else(unknown)?;
            own.servers.remove(name);
            Ok("Server deleted.".to_owned())
        }
        ["set", "server", path, "state", wanted] => {
            server(state, path)?.is_ready = *wanted == "ready";
            Ok(String::new())
        }
        ["enable", "server" | "health", path] => {
            server(state, path)?.is_ready = true;
            Ok(String::new())
        }
        ["disable", "agent", path] | ["shutdown", "sessions", "server", path] => {
            server(state, path).map(|_| String::new())
        }
        _ => Err(format!("Unknown command: '{}'.", words.join(" "))),
    }
}

fn server<'a>(state: &'a mut State, path: &str) -> Result<&'a mut Server, String> {
    let found = path.split_once('/').and_then(|(backend, name)| {
        let backend = state.backends.get_mut(backend)?;
        backend.servers.get_mut(name)
    });
    found.ok_or_else(|| "No such server.".to_owned())
}

const OLD: &str = "defaults base\n mode http\nbackend a from base\n server s1 192.0.2.1:80\n";
const NEW: &str = "defaults base\n mode http\nbackend b from base\n server s1 192.0.2.2:80\n server s2 192.0.2.3:80\n";

fn configuration(text: &str) -> Configuration {
    let target = Target::new(Version::new(3, 4));
    let (config, found) = Document::parse(text).to_model(&target);
    assert!(found.is_empty(), "{found:?}");
    Configuration::new(config)
}

fn planned(client: &mut Client, old: &str, new: &str) -> Plan {
    let capabilities = client.run(&ReadCapabilities).unwrap();
    assert_eq!(capabilities.version, Version::new(3, 4));
    plan(&configuration(old), &configuration(new), &capabilities)
}

#[test]
fn backends_come_and_go() {
    let fake = Fake::start(&[("a", &[("s1", "192.0.2.1:80")])]);
    let mut client = fake.client();
    let plan = planned(&mut client, OLD, NEW).drain(Duration::from_millis(100));
    assert_eq!(
        plan.to_string(),
        "1. add backend b from base, with 2 servers\n2. remove backend a, with 1 servers\n"
    );
    plan.apply(&mut client).unwrap();
    let backends = fake.backends();
    assert_eq!(backends.keys().collect::<Vec<_>>(), ["b"]);
    let servers = &backends["b"].servers;
    assert!(backends["b"].is_published, "{backends:?}");
    assert!(
        servers.len() == 2 && servers.values().all(|server| server.is_ready),
        "{backends:?}"
    );
    // Rules choose the backend once its servers are there, and the other one no more before they go.
    insta::assert_snapshot!("backends_come_and_go", fake.log().join("\n"));
}

#[test]
fn a_backend_whose_defaults_say_no_mode_is_given_one() {
    let fake = Fake::start(&[]);
    let mut client = fake.client();
    let old = "defaults bare\n timeout server 1s\n";
    let new = format!("{old}backend b from bare\n server s1 192.0.2.2:80\n");
    planned(&mut client, old, &new).apply(&mut client).unwrap();
    assert!(fake.backends()["b"].is_published);
    assert!(
        fake.log()
            .contains(&"add backend b from bare mode tcp".to_owned()),
        "{:?}",
        fake.log()
    );
}

#[test]
fn what_is_refused_is_undone() {
    for refused in [
        "add backend",
        "add server b/s2",
        "publish backend b",
        "unpublish backend a",
        "del server a/s1",
        "del backend a",
    ] {
        let fake = Fake::start(&[("a", &[("s1", "192.0.2.1:80")])]);
        let before = fake.backends();
        let mut client = fake.client();
        fake.refuse(refused);
        let plan = planned(&mut client, OLD, NEW).drain(Duration::from_millis(100));
        let error = plan.apply(&mut client).unwrap_err();
        assert!(error.refusal().is_some(), "{refused}: {error}");
        let after = fake.backends();
        if refused == "del backend a" {
            // Its servers are gone for good; it serves as before what is left.
            assert_eq!(after.keys().collect::<Vec<_>>(), ["a"], "{refused}");
            assert!(after["a"].is_published, "{refused}");
        } else {
            assert_eq!(after, before, "{refused}: {:#?}", fake.log());
        }
    }
}

#[test]
fn operations_on_backends() {
    let fake = Fake::start(&[]);
    let mut client = fake.client();
    let mut create = CreateBackend::new("own", "base");
    create.servers.push(CreateServer::new(
        ServerPath::new("own", "s1"),
        "192.0.2.1:80",
    ));
    client.run(&create).unwrap();
    let error = client.run(&create).unwrap_err();
    assert!(matches!(error, Error::Refused(_)), "{error}");
    assert!(fake.backends()["own"].is_published);
    client.run(&RemoveBackend::new("own")).unwrap();
    assert!(fake.backends().is_empty());
    let error = client.run(&RemoveBackend::new("own")).unwrap_err();
    assert!(error.is_not_found(), "{error}");
}
