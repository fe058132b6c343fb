//! Which server gets a request.

use std::collections::{BTreeMap, BTreeSet};
use std::net::TcpListener;

use serde_json::json;

use crate::client::{Request, connect_from};
use crate::scene::{Proxy, newest, scenes};
use crate::server::Server;

/// A port at which nobody listens, as long as this is kept.
fn refusing() -> (u16, std::net::TcpStream) {
    // A port of an open connection is given to nobody else.
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let stream = std::net::TcpStream::connect(listener.local_addr().unwrap()).unwrap();
    (stream.local_addr().unwrap().port(), stream)
}

#[test]
fn requests_are_tried_again_at_another_server() {
    for mut scene in scenes() {
        let server = Server::named("one");
        let (nobody, _kept) = refusing();
        let fields = |host: &str, retry| json!({ "hostname": host, "retry": retry, "load_balancing": { "algorithm": "roundrobin" } });
        let ports = [nobody, server.port];
        let redispatch = json!({ "count": 1, "redispatch": true });
        scene.route("tries", &ports, &fields("a.example", redispatch));
        scene.route(
            "gives-up",
            &ports,
            &fields("b.example", json!({ "count": 0 })),
        );
        let proxy = scene.start();
        for _ in 0..4 {
            assert_eq!(proxy.get("a.example", "/").server(), "one");
        }
        let statuses: Vec<_> = (0..4).map(|_| proxy.get("b.example", "/").status).collect();
        assert_eq!(statuses.iter().filter(|status| **status == 503).count(), 2);
    }
}

/// The servers that clients with these cookies get.
fn by_cookie(proxy: &Proxy) -> BTreeMap<String, String> {
    let cookies = (0..30).map(|number| format!("c{number}"));
    cookies
        .map(|cookie| {
            let header = format!("other=1; SID={cookie}");
            let request = Request::new("a.example", "/").header("Cookie", &header);
            let answer = request.plain(proxy);
            (cookie, answer.server().to_owned())
        })
        .collect()
}

#[test]
fn cookies_stay_with_their_servers_when_another_leaves() {
    for mut scene in scenes() {
        let servers = ["one", "two", "three"].map(Server::named);
        let balancing =
            json!({ "algorithm": "cookie", "cookie": "SID", "consistent_hashing": true });
        let fields =
            json!({ "hostname": "a.example", "load_balancing": balancing, "allow_http": true });
        scene.route(
            "web",
            &servers.each_ref().map(|server| server.port),
            &fields,
        );
        let proxy = scene.start();
        let before = by_cookie(&proxy);
        assert_eq!(by_cookie(&proxy), before);
        let used: BTreeSet<_> = before.values().map(String::as_str).collect();
        assert_eq!(used, ["one", "three", "two"].into());
        let command = format!("set server web/web_{}_0 state maint", servers[1].port);
        proxy.running.ask(&command);
        let after = by_cookie(&proxy);
        for (cookie, server) in &before {
            if server == "two" {
                assert_ne!(after[cookie], "two");
            } else {
                assert_eq!(after[cookie], *server, "{cookie}");
            }
        }
    }
}

#[test]
fn clients_stay_with_their_servers() {
    for mut scene in scenes() {
        let servers = ["one", "two", "three"].map(Server::named);
        let balancing = json!({ "algorithm": "source" });
        let fields =
            json!({ "hostname": "a.example", "load_balancing": balancing, "allow_http": true });
        scene.route(
            "web",
            &servers.each_ref().map(|server| server.port),
            &fields,
        );
        let proxy = scene.start();
        let of = |client: u8| {
            let stream = connect_from([127, 0, client, client], proxy.http).unwrap();
            let answer = Request::new("a.example", "/").send(stream);
            answer.server().to_owned()
        };
        let all: Vec<_> = (1..=12).map(of).collect();
        assert_eq!((1..=12).map(of).collect::<Vec<_>>(), all);
        assert!(all.iter().collect::<BTreeSet<_>>().len() > 1, "{all:?}");
    }
}

#[test]
fn timeouts_are_in_seconds() {
    let mut scene = newest();
    let slow = Server::http(|_| {
        std::thread::sleep(std::time::Duration::from_millis(300));
        (200, b"slow".to_vec())
    });
    let dead = Server::new(|stream, _| {
        std::thread::sleep(std::time::Duration::from_secs(20));
        drop(stream);
    });
    let timeout = json!({ "server": 1, "connect": 1, "queue": 1 });
    let fields = |host: &str| json!({ "hostname": host, "timeout": timeout });
    scene.route("slow", &[slow.port], &fields("a.example"));
    scene.route("dead", &[dead.port], &fields("b.example"));
    let proxy = scene.start();
    assert_eq!(proxy.get("a.example", "/").body, "slow");
    let start = std::time::Instant::now();
    assert_eq!(proxy.get("b.example", "/").status, 504);
    assert!(start.elapsed().as_secs_f64() > 0.9);
}
