//! TCP services on ports of the proxy.

use std::io::Read as _;
use std::net::TcpListener;

use serde_json::json;

use crate::client::{connect, read};
use crate::scene::{port, ports, scenes};
use crate::server::Server;

/// What a server says first.
fn hello(port: u16) -> String {
    let mut stream = connect([127, 0, 0, 1].into(), port).unwrap();
    let _ = stream.shutdown(std::net::Shutdown::Write);
    String::from_utf8(read(&mut stream)).unwrap()
}

#[test]
fn ranges_of_ports_are_moved() {
    for upwards in [true, false] {
        for mut scene in scenes() {
            let (mut front, mut back) = (ports(3), ports(3));
            if (front < back) != upwards {
                (front, back) = (back, front);
            }
            let names = ["one", "two", "three"];
            let _servers: Vec<_> = (back..back + 3)
                .zip(names)
                .map(|(port, name)| {
                    Server::echo_on(TcpListener::bind(("127.0.0.1", port)).unwrap(), name)
                })
                .collect();
            let mapping = format!("{front}-{}:{back}-{}", front + 2, back + 2);
            scene.tcp(
                &json!({ "port_mapping": mapping, "enforce_tls": false, "tls_terminate": false }),
            );
            let proxy = scene.start();
            for (port, name) in (front..front + 3).zip(names) {
                assert_eq!(hello(port), format!("{name}\n"), "{}", proxy.text());
            }
        }
    }
}

#[test]
fn what_is_not_tls_is_refused_where_tls_is_enforced() {
    for mut scene in scenes() {
        let server = Server::echo("one");
        let (enforced, free) = (port(), port());
        for (front, enforce_tls) in [(enforced, true), (free, false)] {
            scene.tcp(&json!({
                "port": front, "backend_port": server.port, "enforce_tls": enforce_tls, "tls_terminate": false,
            }));
        }
        let _proxy = scene.start();
        assert_eq!(hello(free), "one\n");
        assert_eq!(hello(enforced), "");
    }
}

#[test]
fn servers_are_told_the_address_of_the_client() {
    for mut scene in scenes() {
        let front = port();
        let server = Server::new(|mut stream, shared| {
            let mut head = [0; 16];
            stream.read_exact(&mut head).unwrap();
            let length = u16::from_be_bytes([head[14], head[15]]);
            let mut addresses = vec![0; length.into()];
            stream.read_exact(&mut addresses).unwrap();
            // IPv4, or IPv6 that stands for it.
            let start = if head[13] == 0x11 { 0 } else { 12 };
            let [a, b, c, d] = addresses[start..start + 4].try_into().unwrap();
            let address = std::net::Ipv4Addr::new(a, b, c, d).to_string();
            shared.seen.lock().unwrap().push(address);
        });
        scene.tcp(&json!({
            "port": front, "backend_port": server.port, "enforce_tls": false, "tls_terminate": false,
            "proxy_protocol": true,
        }));
        let _proxy = scene.start();
        let _client = crate::client::connect_from([127, 0, 0, 7], front).unwrap();
        crate::wait("a connection", || server.seen() == ["127.0.0.7"]);
    }
}
