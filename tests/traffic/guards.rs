//! What wards off clients, at all services.

use std::io::Write as _;

use haproxy_route::{DdosLimits, PolicyService, RateLimitPolicy};
use serde_json::json;

use crate::client::{Request, connect, connect_from, line};
use crate::scene::scenes;
use crate::server::Server;

#[test]
fn broken_requests_are_dropped() {
    for mut scene in scenes() {
        let server = Server::named("one");
        scene.route(
            "one",
            &[server.port],
            &json!({ "hostname": "a.example", "allow_http": true }),
        );
        let proxy = scene.start();
        let raw = |request: &str| {
            let mut stream = connect([127, 0, 0, 1].into(), proxy.http).unwrap();
            stream.write_all(request.as_bytes()).unwrap();
            // Who is dropped silently hears nothing, not even that.
            let time = Some(std::time::Duration::from_millis(700));
            stream.set_read_timeout(time).unwrap();
            let mut byte = [0];
            std::io::Read::read(&mut stream, &mut byte).is_ok_and(|count| count == 1)
        };
        assert!(raw("GET / HTTP/1.1\r\nHost: a.example\r\n\r\n"));
        assert!(!raw("TRACE / HTTP/1.1\r\nHost: a.example\r\n\r\n"));
        assert!(!raw("GET / HTTP/1.0\r\n\r\n"));
        drop(server);
    }
}

#[test]
fn clients_are_limited_at_all_services_together() {
    for mut scene in scenes() {
        let server = Server::http(|head| {
            let status = if head.starts_with("GET /missing") {
                404
            } else {
                200
            };
            (status, Vec::new())
        });
        let open = |host: &str| json!({ "hostname": host, "allow_http": true });
        scene.route("one", &[server.port], &open("a.example"));
        let limited = json!({
            "hostname": "b.example", "allow_http": true, "rate_limit": { "connections_per_minute": 2 },
        });
        scene.route("two", &[server.port], &limited);
        scene.options.ddos_limits = Some(DdosLimits {
            requests_per_minute: Some(8),
            errors_per_minute: Some(3),
            http_policy: Some(RateLimitPolicy::Deny),
            deny_status: Some(429),
            allowed: vec!["127.0.0.9".parse().unwrap()],
            denied_paths: vec!["/secret".to_owned()],
            ..DdosLimits::default()
        });
        let proxy = scene.start();
        let ask = |client: u8, host: &str, path: &str| {
            let stream = connect_from([127, 0, 0, client], proxy.http).unwrap();
            Request::new(host, path).send(stream).status
        };
        for _ in 0..4 {
            assert_eq!(ask(1, "a.example", "/"), 200);
        }
        for _ in 0..4 {
            assert_eq!(ask(1, "example.com", "/"), 302);
        }
        assert_eq!(ask(1, "a.example", "/"), 429);
        // Answers of 404 count apart.
        for _ in 0..4 {
            assert_eq!(ask(2, "a.example", "/missing"), 404);
        }
        assert_eq!(ask(2, "a.example", "/"), 429);
        // A service's own limit counts beside.
        for _ in 0..2 {
            assert_eq!(ask(3, "b.example", "/"), 200);
        }
        assert_eq!(ask(3, "b.example", "/"), 403);
        assert_eq!(ask(4, "a.example", "/secret/x"), 403);
        for _ in 0..10 {
            assert_eq!(ask(9, "a.example", "/secret"), 200);
        }
    }
}

#[test]
fn connections_are_limited_at_all_services_together() {
    for mut scene in scenes() {
        let server = Server::echo("one");
        let front = crate::scene::port();
        scene.tcp(&json!({
            "port": front, "backend_port": server.port, "enforce_tls": false, "tls_terminate": false,
        }));
        scene.options.ddos_limits = Some(DdosLimits {
            connections_per_minute: Some(3),
            tcp_policy: Some(RateLimitPolicy::Reject),
            allowed: vec!["127.0.0.9".parse().unwrap()],
            ..DdosLimits::default()
        });
        let _proxy = scene.start();
        let hello = |client: u8| {
            // Who is rejected may not even be connected.
            let stream = connect_from([127, 0, 0, client], front);
            stream.map_or_else(|_| String::new(), |mut stream| line(&mut stream))
        };
        for _ in 0..3 {
            assert_eq!(hello(1), "one\n");
        }
        assert_eq!(hello(1), "");
        for _ in 0..5 {
            assert_eq!(hello(9), "one\n");
        }
    }
}

#[test]
fn the_policy_service_is_served_itself() {
    for mut scene in scenes() {
        let server = Server::named("policy");
        scene.certificate("policy.pem", &["prod-policy.example.com"]);
        scene.options.policy = Some(PolicyService {
            relation_id: 5,
            model: "prod".to_owned(),
            application: "policy".to_owned(),
            port: server.port,
            addresses: vec!["127.0.0.1".parse().unwrap()],
        });
        let proxy = scene.start();
        let answer = proxy.get("prod-policy.example.com", "/x");
        assert_eq!(answer.server(), "policy");
        assert!(
            answer
                .body
                .to_lowercase()
                .contains("x-forwarded-ssl: on\r\n")
        );
    }
}
