//! Checks of servers: what they are sent, and what comes of it.

use std::io::{Read as _, Write as _};

use serde_json::{Value, json};

use crate::scene::{port, scenes};
use crate::server::Server;

#[test]
fn a_failing_check_takes_a_server_out() {
    for mut scene in scenes() {
        let healthy = |name: &'static str, status| {
            Server::http(move |head| {
                let is_check = head.starts_with("GET /up ");
                (if is_check { status } else { 200 }, name.into())
            })
        };
        let (good, bad) = (healthy("good", 200), healthy("bad", 500));
        let check = json!({ "interval": 1, "rise": 1, "fall": 1, "path": "/up" });
        let balancing = json!({ "algorithm": "roundrobin" });
        let fields =
            json!({ "hostname": "*.b.example", "check": check, "load_balancing": balancing });
        scene.route("web", &[good.port, bad.port], &fields);
        let bare = json!({ "hostname": "a.example", "check": { "path": "/up" } });
        scene.route("bare", &[good.port], &bare);
        let proxy = scene.start();
        let status = |server: &Server| proxy.status("web", &format!("web_{}_0", server.port));
        crate::wait("the bad server is down", || {
            status(&bad).starts_with("DOWN")
        });
        crate::wait("the good server is up", || status(&good) == "UP");
        for _ in 0..3 {
            assert_eq!(proxy.get("x.b.example", "/").body, "good");
        }
        let checks = bad.seen();
        let check = checks
            .iter()
            .find(|head| head.starts_with("GET /up "))
            .unwrap();
        assert!(
            check.to_lowercase().contains("\r\nhost: b.example\r\n"),
            "{check}"
        );
    }
}

/// A server that notes what it is sent first, and answers with this.
fn answering(greeting: &'static [u8], answer: &'static [u8]) -> Server {
    Server::new(move |mut stream, shared| {
        if !greeting.is_empty() && stream.write_all(greeting).is_err() {
            return;
        }
        let mut chunk = [0; 4096];
        while let Ok(count @ 1..) = stream.read(&mut chunk) {
            let text: String = chunk[..count].iter().copied().map(char::from).collect();
            shared.seen.lock().unwrap().push(text);
            if stream.write_all(answer).is_err() {
                return;
            }
        }
    })
}

/// What a MySQL server says first: its version, and what it can do.
const MYSQL_GREETING: &[u8] = b"I\0\0\0\x0a8.0.1\0\x01\0\0\0abcdefgh\0\xff\xf7!\x02\0\x01\x80\x15\0\0\0\0\0\0\0\0\0\0ijklmnopqrst\0mysql_native_password\0";

/// What it says to whom it lets in.
const MYSQL_WELCOME: &[u8] = b"\x07\0\0\x02\0\0\0\x02\0\0\0";

/// The packets by which a client logs in without a password, and leaves again.
fn mysql_login(user: &str) -> String {
    let capabilities = "\0\u{82}\0\0";
    let (longest, latin) = ("\0\u{80}\0\u{1}", "!");
    let login = format!(
        "{capabilities}{longest}{latin}{}{user}\0\0",
        "\0".repeat(23)
    );
    let length = char::from(u8::try_from(login.chars().count()).unwrap());
    format!("{length}\0\0\u{1}{login}\u{1}\0\0\0\u{1}")
}

/// Bytes, one to a character.
fn bytes(text: &str) -> String {
    text.bytes().map(char::from).collect()
}

#[test]
fn checks_of_tcp_services_arrive_byte_for_byte() {
    let odd = "say 'a' \"b\" \\r #x $HOME ü\r\n";
    let cases: [(Value, &[u8], &[u8], String); 7] = [
        (
            json!({ "check_type": "generic", "send": "PING\r\n", "expect": "+PONG\r\n" }),
            b"",
            b"+PONG\r\n",
            "PING\r\n".to_owned(),
        ),
        (
            json!({ "check_type": "generic", "send": odd, "expect": "it's \"ok\" \\" }),
            b"",
            b"it's \"ok\" \\",
            bytes(odd),
        ),
        (
            json!({ "check_type": "generic", "send": "a\u{0}b", "expect": "\u{0}" }),
            b"",
            b"x\0y",
            "a\0b".to_owned(),
        ),
        (
            json!({ "check_type": "redis" }),
            b"",
            b"+PONG\r\n",
            "*1\r\n$4\r\nPING\r\n".to_owned(),
        ),
        (
            json!({ "check_type": "smtp" }),
            b"220 here\r\n",
            b"250 yes\r\n",
            "HELO localhost\r\n".to_owned(),
        ),
        (
            json!({ "check_type": "postgres", "db_user": "me" }),
            b"",
            b"R\0\0\0\x08\0\0\0\0",
            "\0\0\0\x11\0\x03\0\0user\0me\0\0".to_owned(),
        ),
        (
            json!({ "check_type": "mysql", "db_user": "me" }),
            MYSQL_GREETING,
            MYSQL_WELCOME,
            mysql_login("me"),
        ),
    ];
    for mut scene in scenes() {
        let mut services = Vec::new();
        for (check, greeting, answer, expected) in &cases {
            let (greeting, answer) = (greeting.to_vec().leak(), answer.to_vec().leak());
            let server = answering(greeting, answer);
            let mut all = json!({ "interval": 1, "rise": 1, "fall": 1 });
            let more = check.as_object().unwrap().clone();
            all.as_object_mut().unwrap().extend(more);
            let front = port();
            scene.tcp(&json!({ "port": front, "backend_port": server.port, "check": all }));
            services.push((front, server, expected));
        }
        let proxy = scene.start();
        for (front, server, expected) in services {
            let backend = format!("haproxy_route_tcp_{front}_default_backend");
            crate::wait("a check", || !server.seen().is_empty());
            assert_eq!(server.seen()[0], *expected);
            crate::wait("the server is up", || {
                let status = proxy.status(&backend, "app-0");
                assert!(!status.starts_with("DOWN"), "{expected:?}: {status}");
                status == "UP"
            });
        }
    }
}

#[test]
fn servers_of_a_range_are_checked_on_its_first_port() {
    for mut scene in scenes() {
        let front = crate::scene::ports(3);
        let back = crate::scene::ports(3);
        let listener = std::net::TcpListener::bind(("127.0.0.1", back)).unwrap();
        let _server = Server::echo_on(listener, "first");
        let mapping = format!("{front}-{}:{back}-{}", front + 2, back + 2);
        let check = json!({ "interval": 1, "rise": 1, "fall": 1 });
        scene.tcp(&json!({ "port_mapping": mapping, "check": check }));
        let proxy = scene.start();
        let backend = format!("haproxy_route_tcp_{front}-{}_default_backend", front + 2);
        crate::wait("the server is up", || {
            proxy.status(&backend, "app-0") == "UP"
        });
    }
}
