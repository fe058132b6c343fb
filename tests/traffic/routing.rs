//! Who gets which request, and how it is changed on the way.

use serde_json::json;

use crate::client::Request;
use crate::scene::{newest, scenes};
use crate::server::Server;

#[test]
fn host_names_wildcards_and_paths_choose_the_service() {
    for mut scene in scenes() {
        let names = ["exact", "wildcard", "shallow", "deep", "bare"];
        let servers = names.map(Server::named);
        for (service, fields) in [
            json!({ "hostname": "a.example" }),
            json!({ "hostname": "*.b.example" }),
            json!({ "hostname": "b.example", "paths": ["/api"] }),
            json!({ "hostname": "b.example", "paths": ["/api/v2/deep"] }),
            json!({}),
        ]
        .iter()
        .enumerate()
        {
            scene.route(names[service], &[servers[service].port], fields);
        }
        let proxy = scene.start();
        for (host, path, server) in [
            ("a.example", "/", "exact"),
            ("A.EXAMPLE", "/x", "exact"),
            ("a.example:1234", "/", "exact"),
            ("x.b.example", "/", "wildcard"),
            ("X.Y.B.Example", "/", "wildcard"),
            ("b.example", "/api", "shallow"),
            ("b.example", "/api?x", "shallow"),
            ("b.example", "/API/v2", "shallow"),
            ("b.example", "/api/v2/deep/er", "deep"),
            ("b.example", "/api/v2/deeper", "shallow"),
            (
                "b.example",
                "/apix",
                "Default page for the haproxy-operator charm",
            ),
            (
                "b.example",
                "/",
                "Default page for the haproxy-operator charm",
            ),
            ("example.com", "/api", "bare"),
        ] {
            // The certificate is for names one level below only.
            let name = host.split(':').next().unwrap().to_lowercase();
            let name = name.replace("x.y.", "x.");
            let stream = crate::client::connect([127, 0, 0, 1].into(), proxy.https).unwrap();
            let connection = proxy.authority.client(&name, &[]);
            let stream = tokio_rustls::rustls::StreamOwned::new(connection, stream);
            let answer = Request::new(host, path).send(stream);
            assert_eq!(answer.server(), server, "{host}{path}");
        }
    }
}

#[test]
fn denied_paths_are_denied_and_their_neighbours_are_not() {
    let fields = json!({ "hostname": "a.example", "deny_paths": ["/admin", "/api/private/"] });
    for plain_prefixes in [false, true] {
        let mut scene = newest();
        scene.options.plain_prefixes = plain_prefixes;
        let server = Server::named("one");
        scene.route("one", &[server.port], &fields);
        let proxy = scene.start();
        for (path, is_denied) in [
            ("/", false),
            ("/admin", true),
            ("/ADMIN/x", true),
            ("/admin?x=y", true),
            ("/api/private/x", true),
            ("/administrator", plain_prefixes),
        ] {
            let server = proxy.get("a.example", path);
            assert_eq!(server.server() != "one", is_denied, "{path}");
        }
    }
}

#[test]
fn requests_are_rewritten() {
    for mut scene in scenes() {
        let server = Server::named("one");
        let fields = json!({ "hostname": "a.example", "rewrites": [
            { "method": "set-path", "expression": "%[path,regsub(^/old/,/new/)] if { path_beg /old/ }" },
            { "method": "set-query", "expression": "\"%[query]&more=a%%20b\" if { query -m found }" },
            { "method": "set-header", "header": "X-Was", "expression": "\"from %[src]\"" },
        ] });
        scene.route("one", &[server.port], &fields);
        let proxy = scene.start();
        let head = |path: &str| proxy.get("a.example", path).body;
        let rewritten = head("/old/a?q=1").to_lowercase();
        assert!(
            rewritten.starts_with("one\nget /new/a?q=1&more=a%20b http/1.1\r\n"),
            "{rewritten}"
        );
        // A listener for both families shows IPv4 as IPv6 has it.
        let has = |header: &str| {
            let mut lines = rewritten.lines();
            lines.any(|line| line.starts_with(header) && line.ends_with("127.0.0.1"))
        };
        assert!(has("x-was: from "), "{rewritten}");
        assert!(has("x-forwarded-for: "), "{rewritten}");
        assert!(rewritten.contains("x-forwarded-proto: https\r\n"));
        assert!(head("/other").starts_with("one\nGET /other HTTP/1.1\r\n"));
    }
}

#[test]
fn http_goes_to_https_but_where_it_is_allowed() {
    for mut scene in scenes() {
        scene.options.hsts = true;
        let server = Server::named("one");
        let open = json!({
            "hostname": "a.example", "paths": ["/open"], "deny_paths": ["/open/not"], "allow_http": true,
        });
        scene.route("open", &[server.port], &open);
        scene.route("rest", &[server.port], &json!({ "hostname": "a.example" }));
        let other = json!({ "hostname": "b.example", "paths": ["/open"] });
        scene.route("other", &[server.port], &other);
        let proxy = scene.start();
        let plain = |host: &str, path: &str| Request::new(host, path).plain(&proxy);
        let open = plain("a.example", "/open/x");
        assert_eq!((open.status, open.server()), (200, "one"));
        assert_eq!(open.header("strict-transport-security"), None);
        assert!(
            open.body
                .to_lowercase()
                .contains("x-forwarded-proto: http\r\n")
        );
        // The same path of another host, another path of the host, and a path that is denied.
        for (host, path) in [
            ("b.example", "/open"),
            ("a.example", "/x"),
            ("a.example", "/openx"),
            ("a.example", "/open/not"),
        ] {
            let answer = plain(host, path);
            assert_eq!(answer.status, 302, "{host}{path}");
            let location = format!("https://{host}{path}");
            assert_eq!(answer.header("location"), Some(location.as_str()));
            assert_eq!(answer.header("strict-transport-security"), None);
        }
        let secure = proxy.get("a.example", "/x");
        assert_eq!(
            secure.header("strict-transport-security"),
            Some("max-age=2592000")
        );
        let exempt = proxy.get("a.example", "/open");
        assert_eq!(exempt.header("strict-transport-security"), None);
    }
}
