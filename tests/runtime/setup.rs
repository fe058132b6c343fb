//! What the tests start, and how they talk to it.

use std::net::TcpListener;
use std::path::PathBuf;
use std::time::Duration;

use haproxy_kit_tests::haproxy::{Haproxy, Running};
use haproxy_kit_tests::workspace;
use haproxy_runtime::{Address, Client, Timeouts};

/// A configuration with something of everything.
pub(crate) const CONFIGURATION: &str = r#"
global
    stats socket unix@operator level operator
    stats socket abns@NAME level admin
    tune.bufsize 16384
defaults
    mode http
    timeout client 10s
    timeout server 10s
    timeout connect 1s
resolvers dns
    nameserver one 127.0.0.1:5353
peers mesh
    peer judge 127.0.0.1:PORT1
    peer other 127.0.0.1:1
cache store
    total-max-size 4
ring events
    size 16384
frontend public
    bind 127.0.0.1:PORT2
    bind 127.0.0.1:PORT3 ssl crt-list list.txt ca-file authority.pem verify optional
    log ring@events format rfc5424 local0
    option httplog
    http-request set-var(txn.host) str(a),map(hosts.map)
    http-request deny if { src -f blocked.acl }
    http-request track-sc0 src table visitors
    http-request cache-use store
    http-response cache-store store
    use_backend answer if { path /answer }
    default_backend app
backend app
    balance roundrobin
    server s1 127.0.0.1:1
    server s2 127.0.0.1:2 check weight 7
    server named localhost:3 resolvers dns init-addr none
backend answer
    http-request return status 200 content-type text/plain string "hello"
backend visitors
    stick-table type ip size 1k expire 1h store gpc0,conn_rate(10s),server_id,bytes_in_cnt
backend names
    stick-table type string len 32 size 1k expire 1h store gpc(3),http_req_rate(10s)
"#;

/// An HAProxy with [`CONFIGURATION`].
pub(crate) struct Setup {
    pub(crate) running: Running,
    pub(crate) port: u16,
    pub(crate) name: String,
}

impl Setup {
    pub(crate) fn new(haproxy: &Haproxy) -> Self {
        Self::start(haproxy, false)
    }

    /// With a master.
    pub(crate) fn master(haproxy: &Haproxy) -> Self {
        Self::start(haproxy, true)
    }

    fn start(haproxy: &Haproxy, is_master: bool) -> Self {
        let ports = ports::<3>();
        let name = format!("haproxy-kit-test-{}-{}", std::process::id(), ports[1]);
        let configuration = CONFIGURATION
            .replace("NAME", &name)
            .replace("PORT1", &ports[0].to_string())
            .replace("PORT2", &ports[1].to_string())
            .replace("PORT3", &ports[2].to_string());
        let start = haproxy
            .prepare(configuration.as_bytes())
            .file(
                "hosts.map",
                "a.example.com app\nb.example.com answer here\n",
            )
            .file("blocked.acl", "192.0.2.1\n192.0.2.0/24\n")
            .file("list.txt", "site.pem [alpn h2] site.example.com\n")
            .file("site.pem", certificate("site"))
            .file("authority.pem", certificate("authority"));
        Self {
            running: if is_master { start.master() } else { start }.run(),
            port: ports[1],
            name,
        }
    }

    pub(crate) fn address(&self) -> Address {
        Address::unix(self.running.socket())
    }

    pub(crate) fn client(&self) -> Client {
        Client::new(self.address()).timeouts(patient())
    }

    pub(crate) fn file(&self, name: &str) -> PathBuf {
        self.running.folder().join(name)
    }
}

/// Times that a busy machine keeps too.
pub(crate) fn patient() -> Timeouts {
    Timeouts::all(Duration::from_secs(60))
}

/// A certificate of the fixtures, in PEM.
pub(crate) fn certificate(name: &str) -> String {
    let file = workspace().join(format!("tests/fixtures/certificates/{name}.pem"));
    std::fs::read_to_string(file).unwrap()
}

/// Ports that nobody listens on.
pub(crate) fn ports<const COUNT: usize>() -> [u16; COUNT] {
    let listeners = [(); COUNT].map(|()| TcpListener::bind("127.0.0.1:0").unwrap());
    listeners.map(|listener| listener.local_addr().unwrap().port())
}
