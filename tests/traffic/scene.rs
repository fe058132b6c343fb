use std::net::TcpListener;
use std::sync::atomic::{AtomicU16, Ordering};

use haproxy_config::to_text;
use haproxy_kit_tests::haproxy::{Haproxy, Running};
use haproxy_model::version::Version;
use haproxy_route::{
    Collection, CollectionOptions, Databag, Interface, PeerAddress, Relation, Rendering,
    RenderingOptions, render,
};
use serde_json::Value;
use tempfile::TempDir;

use crate::client::{Answer, Request};
use crate::tls::Authority;

/// A proxy to be: its relations and options.
pub(crate) struct Scene {
    pub(crate) haproxy: Haproxy,
    pub(crate) authority: Authority,
    pub(crate) options: RenderingOptions,
    folder: TempDir,
    relations: Vec<Relation>,
}

/// A running proxy.
pub(crate) struct Proxy {
    pub(crate) running: Running,
    pub(crate) http: u16,
    pub(crate) https: u16,
    pub(crate) authority: Authority,
    _folder: TempDir,
}

/// A scene for the newest HAProxy and one for the oldest.
pub(crate) fn scenes() -> Vec<Scene> {
    let judges = Haproxy::all().into_iter();
    let judges = judges.filter(|haproxy| matches!(haproxy.version(), "2.6" | "3.2"));
    judges.map(Scene::new).collect()
}

/// A scene for the newest HAProxy.
pub(crate) fn newest() -> Scene {
    scenes().pop().unwrap()
}

/// A port that nobody else in this process gets, and nobody for outgoing connections.
pub(crate) fn port() -> u16 {
    ports(1)
}

/// The first of neighbouring ports.
pub(crate) fn ports(count: u16) -> u16 {
    static NEXT: AtomicU16 = AtomicU16::new(0);
    let base = 20_000 + u16::try_from(std::process::id() % 60).unwrap() * 200;
    loop {
        let first = base + NEXT.fetch_add(count, Ordering::Relaxed) % 2_000;
        let is_free = |port| TcpListener::bind(("::", port)).is_ok();
        if (first..first + count).all(is_free) {
            return first;
        }
    }
}

impl Scene {
    fn new(haproxy: Haproxy) -> Self {
        let folder = TempDir::new().unwrap();
        let authority = Authority::new();
        let names = [
            "a.example",
            "b.example",
            "*.b.example",
            "example.com",
            "*.example.com",
        ];
        std::fs::create_dir(folder.path().join("certs")).unwrap();
        let certificate = authority.certificate(&names);
        std::fs::write(folder.path().join("certs/first.pem"), certificate).unwrap();
        std::fs::write(folder.path().join("ca.pem"), authority.pem()).unwrap();
        let (major, minor) = haproxy.version().split_once('.').unwrap();
        let options = RenderingOptions {
            version: Version::new(major.parse().unwrap(), minor.parse().unwrap()),
            external_hostname: Some("example.com".to_owned()),
            certificate_directory: folder.path().join("certs"),
            ca_bundle: folder.path().join("ca.pem"),
            configuration_directory: folder.path().to_owned(),
            dh_parameters: None,
            peers: vec![PeerAddress {
                name: "judge".to_owned(),
                address: "127.0.0.1".parse().unwrap(),
            }],
            peer_port: port(),
            ..RenderingOptions::default()
        };
        Self {
            haproxy,
            authority,
            options,
            folder,
            relations: Vec::new(),
        }
    }

    /// Adds a certificate for clients.
    pub(crate) fn certificate(&self, file: &str, names: &[&str]) {
        let path = self.folder.path().join("certs").join(file);
        std::fs::write(path, self.authority.certificate(names)).unwrap();
    }

    /// Adds an HTTP service with servers at these ports.
    pub(crate) fn route(&mut self, service: &str, ports: &[u16], fields: &Value) {
        let mut all =
            serde_json::json!({ "service": service, "ports": ports, "hosts": ["127.0.0.1"] });
        let fields = fields.as_object().unwrap().clone();
        all.as_object_mut().unwrap().extend(fields);
        self.relation(Interface::Route, &all);
    }

    /// Adds a TCP service.
    pub(crate) fn tcp(&mut self, fields: &Value) {
        let mut all = serde_json::json!({ "hosts": ["127.0.0.1"] });
        let fields = fields.as_object().unwrap().clone();
        all.as_object_mut().unwrap().extend(fields);
        self.relation(Interface::Tcp, &all);
    }

    fn relation(&mut self, interface: Interface, fields: &Value) {
        let fields = fields.as_object().unwrap().iter();
        self.relations.push(Relation {
            id: self.relations.len() as u64 + 1,
            interface,
            application: "app".to_owned(),
            application_data: fields
                .map(|(key, value)| (key.clone(), value.to_string()))
                .collect::<Databag>(),
            units: [].into_iter().collect(),
        });
    }

    pub(crate) fn start(self) -> Proxy {
        let options = CollectionOptions {
            external_hostname: self.options.external_hostname.clone(),
            ..CollectionOptions::default()
        };
        let rendering = render(&Collection::new(&self.relations, &options), &self.options);
        self.run(&rendering)
    }

    /// Runs what is rendered with the options of this scene.
    pub(crate) fn run(self, rendering: &Rendering) -> Proxy {
        assert!(rendering.refused.is_empty(), "{:?}", rendering.refused);
        for file in &rendering.files {
            std::fs::write(&file.path, &file.content).unwrap();
        }
        let (http, https) = (port(), port());
        let text = String::from_utf8(to_text(&rendering.config).unwrap()).unwrap();
        Proxy {
            running: self.haproxy.start(here(&text, http, https).as_bytes()),
            http,
            https,
            authority: self.authority,
            _folder: self.folder,
        }
    }
}

/// A configuration as it is, but for the ports that the machine has once, and its accounts.
pub(crate) fn here(text: &str, http: u16, https: u16) -> String {
    let is_kept = |line: &&str| {
        let account = ["    user ", "    group ", "    log /dev/log"];
        !account.iter().any(|start| line.starts_with(start))
    };
    let lines: Vec<_> = text.lines().filter(is_kept).collect();
    let text = lines.join("\n") + "\n";
    text.replace("bind [::]:80 ", &format!("bind [::]:{http} "))
        .replace("bind [::]:443 ", &format!("bind [::]:{https} "))
        .replace("bind :8404", "bind unix@metrics")
}

impl Proxy {
    /// Asks over TLS.
    pub(crate) fn get(&self, host: &str, path: &str) -> Answer {
        Request::new(host, path).over_tls(self)
    }

    /// The status of a server, such as `UP`.
    pub(crate) fn status(&self, backend: &str, server: &str) -> String {
        let rows = String::from_utf8(self.running.ask("show stat")).unwrap();
        let start = format!("{backend},{server},");
        let line = rows.lines().find(|line| line.starts_with(&start));
        let line = line.unwrap_or_else(|| panic!("no {backend}/{server} in {rows}"));
        line.split(',').nth(17).unwrap().to_owned()
    }

    /// The text that HAProxy runs.
    pub(crate) fn text(&self) -> String {
        std::fs::read_to_string(self.running.folder().join("haproxy.cfg")).unwrap()
    }
}
