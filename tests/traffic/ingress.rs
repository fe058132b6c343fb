//! Applications and units below paths of one host name.

use std::io::{Read as _, Write as _};

use haproxy_route::{Ingress, IngressUnit, render_ingress, render_ingress_per_unit};

use crate::client::Request;
use crate::scene::scenes;
use crate::server::Server;

fn application(id: u64, name: &str, port: u16, strip_prefix: bool) -> Ingress {
    Ingress {
        relation_id: id,
        model: "m".to_owned(),
        application: name.to_owned(),
        port: port.into(),
        strip_prefix,
        hosts: vec!["127.0.0.1".to_owned()],
    }
}

/// The path that a server is asked for.
fn path(body: &str) -> &str {
    let request = body.lines().nth(1).and_then(|line| line.split(' ').nth(1));
    request.unwrap_or_default()
}

#[test]
fn applications_are_below_their_paths() {
    for scene in scenes() {
        let (web, longer, strip) = (
            Server::named("web"),
            Server::named("web2"),
            Server::named("strip"),
        );
        let applications = [
            application(1, "web", web.port, false),
            application(2, "web2", longer.port, false),
            application(3, "strip", strip.port, true),
        ];
        let rendering = render_ingress(&applications, &scene.options);
        let proxy = scene.run(&rendering);
        for (asked, server, seen) in [
            ("/m-web", "web", "/m-web"),
            ("/M-WEB/x?y=1", "web", "/M-WEB/x?y=1"),
            ("/m-web2/x", "web2", "/m-web2/x"),
            ("/m-strip/x/y?z=1", "strip", "/x/y?z=1"),
            ("/m-strip", "strip", "/"),
        ] {
            let answer = proxy.get("example.com", asked);
            assert_eq!((answer.server(), path(&answer.body)), (server, seen));
        }
        // The path of a neighbour and another host name end at the default page.
        for (host, path) in [("example.com", "/m-web3"), ("x.example.com", "/m-web")] {
            let answer = proxy.get(host, path);
            assert!(!answer.body.contains("HTTP/1.1"), "{}", answer.body);
        }
        let plain = Request::new("example.com", "/m-web").plain(&proxy);
        assert_eq!(plain.status, 302);
        assert_eq!(plain.header("location"), Some("https://example.com/m-web"));
    }
}

#[test]
fn each_unit_is_below_its_own_path() {
    for scene in scenes() {
        let servers = ["zero", "one"].map(Server::named);
        let units = servers
            .iter()
            .enumerate()
            .map(|(number, server)| IngressUnit {
                relation_id: 1,
                model: "m".to_owned(),
                unit: format!("web/{number}"),
                port: server.port.into(),
                strip_prefix: number == 1,
                host: "localhost".to_owned(),
            });
        let rendering = render_ingress_per_unit(&units.collect::<Vec<_>>(), &scene.options);
        let proxy = scene.run(&rendering);
        for (asked, server, seen) in [
            ("/m-web/0/x", "zero", "/m-web/0/x"),
            ("/m-web/1/x", "one", "/x"),
        ] {
            let answer = proxy.get("example.com", asked);
            assert_eq!((answer.server(), path(&answer.body)), (server, seen));
        }
        let nobody = proxy.get("example.com", "/m-web/10");
        assert!(!nobody.body.contains("HTTP/1.1"), "{}", nobody.body);
    }
}

#[test]
fn answers_are_compressed() {
    for scene in scenes() {
        let server = Server::new(|mut stream, shared| {
            let mut head = vec![0; 4096];
            let count = stream.read(&mut head).unwrap();
            head.truncate(count);
            let head = String::from_utf8(head).unwrap().to_lowercase();
            shared.seen.lock().unwrap().push(head);
            let answer =
                "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 20000\r\n\r\n";
            let page = "a".repeat(20_000);
            stream
                .write_all((answer.to_owned() + &page).as_bytes())
                .unwrap();
        });
        let rendering =
            render_ingress(&[application(1, "web", server.port, false)], &scene.options);
        let proxy = scene.run(&rendering);
        let answer = Request::new("example.com", "/m-web")
            .header("Accept-Encoding", "gzip")
            .over_tls(&proxy);
        assert_eq!(answer.header("content-encoding"), Some("gzip"));
        assert!(answer.body.len() < 2_000, "{}", answer.body.len());
        // HAProxy compresses for servers: they are not asked to.
        assert!(!server.seen()[0].contains("accept-encoding"));
    }
}
