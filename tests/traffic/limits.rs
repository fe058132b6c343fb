//! Limits to requests, connections and bytes.

use std::io::{Read as _, Write as _};
use std::net::{IpAddr, Ipv6Addr};
use std::sync::atomic::Ordering;
use std::thread;
use std::time::{Duration, Instant};

use serde_json::json;

use crate::client::{Request, connect, read};
use crate::scene::{Proxy, Scene, newest, port, scenes};
use crate::server::Server;

/// How many requests are answered before the first that is not.
fn answered(proxy: &Proxy, host: &str, address: IpAddr) -> (usize, u16) {
    for count in 0..20 {
        let answer = Request::new(host, "/").at(address).over_tls(proxy);
        if answer.status != 200 {
            return (count, answer.status);
        }
    }
    (20, 200)
}

#[test]
fn requests_beyond_the_limit_are_denied_or_closed() {
    for mut scene in scenes() {
        let server = Server::named("one");
        for (service, host, policy) in [
            ("denies", "a.example", "deny"),
            ("rejects", "b.example", "reject"),
        ] {
            let limit = json!({ "connections_per_minute": 5, "policy": policy });
            let fields = json!({ "hostname": host, "rate_limit": limit });
            scene.route(service, &[server.port], &fields);
        }
        scene.route(
            "free",
            &[server.port],
            &json!({ "hostname": "x.b.example" }),
        );
        let proxy = scene.start();
        let here = [127, 0, 0, 1].into();
        assert_eq!(answered(&proxy, "a.example", here), (5, 403));
        assert_eq!(answered(&proxy, "b.example", here), (5, 0));
        assert_eq!(answered(&proxy, "x.b.example", here), (20, 200));
        // Another client has a limit of its own, over IPv6 as well.
        assert_eq!(
            answered(&proxy, "a.example", Ipv6Addr::LOCALHOST.into()),
            (5, 403)
        );
    }
}

/// The line of the operator before: the table stores other numbers than the rule reads.
#[test]
fn a_rate_that_no_table_stores_limits_nothing() {
    let mut scene = newest();
    let server = Server::named("one");
    let limit = json!({ "connections_per_minute": 5 });
    let fields = json!({ "hostname": "a.example", "rate_limit": limit });
    scene.route("one", &[server.port], &fields);
    let haproxy = scene.haproxy.clone();
    let mut proxy = scene.start();
    let old = proxy.text().replace("sc_http_req_rate(", "sc_conn_rate(");
    let old = old
        .split("global\n    stats socket")
        .next()
        .unwrap()
        .to_owned();
    let (http, https) = (port(), port());
    let old = old.replace(&format!("[::]:{} ", proxy.http), &format!("[::]:{http} "));
    let old = old.replace(&format!("[::]:{} ", proxy.https), &format!("[::]:{https} "));
    let old = old
        .lines()
        .filter(|line| !line.starts_with("    peer "))
        .collect::<Vec<_>>();
    proxy.running = haproxy.start((old.join("\n") + "\n").as_bytes());
    (proxy.http, proxy.https) = (http, https);
    assert_eq!(
        answered(&proxy, "a.example", [127, 0, 0, 1].into()),
        (20, 200)
    );
}

#[test]
fn connections_beyond_the_limit_are_closed() {
    for mut scene in scenes() {
        let front = port();
        let server = Server::echo("one");
        scene.tcp(&json!({
            "port": front, "backend_port": server.port, "enforce_tls": false, "tls_terminate": false,
            "rate_limit": { "connections_per_minute": 3 },
        }));
        let _proxy = scene.start();
        let hello = || {
            let mut stream = connect([127, 0, 0, 1].into(), front).unwrap();
            stream.shutdown(std::net::Shutdown::Write).unwrap();
            read(&mut stream)
        };
        for _ in 0..3 {
            assert_eq!(hello(), b"one\n");
        }
        assert_eq!(hello(), b"");
    }
}

#[test]
fn denied_addresses_are_closed() {
    for mut scene in scenes() {
        let front = port();
        let server = Server::echo("one");
        let mut denied: Vec<_> = (0..60).map(|index| format!("192.0.2.{index}")).collect();
        denied.extend(["127.0.0.9".to_owned(), "::1".to_owned()]);
        scene.tcp(&json!({
            "port": front, "backend_port": server.port, "enforce_tls": false, "tls_terminate": false,
            "ip_deny_list": denied,
        }));
        let _proxy = scene.start();
        let hello = |stream: &mut std::net::TcpStream| {
            let _ = stream.shutdown(std::net::Shutdown::Write);
            read(stream)
        };
        let from = |source| hello(&mut crate::client::connect_from(source, front).unwrap());
        assert_eq!(from([127, 0, 0, 1]), b"one\n");
        assert_eq!(from([127, 0, 0, 9]), b"");
        let mut local = connect(Ipv6Addr::LOCALHOST.into(), front).unwrap();
        assert_eq!(hello(&mut local), b"");
    }
}

/// Bytes per second.
const LIMIT: u32 = 200_000;

/// What passes at the start of a period, before anything is held back, is not measured.
const START: usize = 2 * LIMIT as usize;

/// Holds bytes per second to the limit, within 20%.
fn assert_limited(bytes: usize, time: Duration) {
    let rate = f64::from(u32::try_from(bytes).unwrap()) / time.as_secs_f64();
    let share = rate / f64::from(LIMIT);
    assert!((0.8..1.2).contains(&share), "{share} of the limit");
}

/// How fast bytes come, behind the first ones.
fn assert_download(mut stream: impl std::io::Read) {
    let (mut count, mut start) = (0, None);
    let mut chunk = [0; 4096];
    while let Ok(read @ 1..) = stream.read(&mut chunk) {
        count += read;
        if count >= START && start.is_none() {
            start = Some((Instant::now(), count));
        }
    }
    let (start, before) = start.unwrap();
    assert_limited(count - before, start.elapsed());
}

fn limited(upload: bool) -> serde_json::Value {
    if upload {
        json!({ "upload": LIMIT })
    } else {
        json!({ "download": LIMIT })
    }
}

/// A scene with a service that takes and gives many bytes, over HTTP and over TCP.
fn heavy(upload: bool) -> (Scene, u16) {
    let mut scene = newest();
    let server = Server::http(|_| (200, vec![b'x'; START * 5 / 2]));
    let fields =
        json!({ "hostname": "a.example", "bandwidth_limit": limited(upload), "allow_http": true });
    scene.route("one", &[server.port], &fields);
    let front = port();
    let server = Server::new(|mut stream, _| {
        let mut chunk = [0; 4096];
        while let Ok(1..) = stream.read(&mut chunk) {
            if chunk[0] == b'?' {
                let _ = stream.write_all(&vec![b'x'; START * 5 / 2]);
                return;
            }
        }
    });
    scene.tcp(&json!({
        "port": front, "backend_port": server.port, "enforce_tls": false, "tls_terminate": false,
        "bandwidth_limit": limited(upload),
    }));
    (scene, front)
}

#[test]
fn downloads_are_as_fast_as_the_limit() {
    let (scene, front) = heavy(false);
    let proxy = scene.start();
    thread::scope(|scope| {
        scope.spawn(|| {
            let mut stream = connect([127, 0, 0, 1].into(), proxy.http).unwrap();
            let request = "GET / HTTP/1.1\r\nHost: a.example\r\nConnection: close\r\n\r\n";
            stream.write_all(request.as_bytes()).unwrap();
            assert_download(stream);
        });
        scope.spawn(|| {
            let mut stream = connect([127, 0, 0, 1].into(), front).unwrap();
            stream.write_all(b"?").unwrap();
            assert_download(stream);
        });
    });
}

#[test]
fn uploads_are_as_fast_as_the_limit() {
    let (scene, front) = heavy(true);
    let proxy = scene.start();
    // Buffers on the way take some bytes at once: much more is sent than they hold.
    let body = START * 4;
    let time = |start: Instant| assert_limited(body - LIMIT as usize, start.elapsed());
    thread::scope(|scope| {
        scope.spawn(|| {
            let start = Instant::now();
            let request = Request::with_method("POST", "a.example", "/").body(vec![b'x'; body]);
            assert_eq!(request.plain(&proxy).status, 200);
            time(start);
        });
        scope.spawn(|| {
            let start = Instant::now();
            let mut stream = connect([127, 0, 0, 1].into(), front).unwrap();
            stream.write_all(&vec![b'x'; body]).unwrap();
            stream.shutdown(std::net::Shutdown::Write).unwrap();
            read(&mut stream);
            time(start);
        });
    });
}

#[test]
fn a_server_has_no_more_requests_at_a_time_than_it_takes() {
    let mut scene = newest();
    let server = Server::http(|_| {
        thread::sleep(Duration::from_millis(100));
        (200, Vec::new())
    });
    let fields = json!({ "hostname": "a.example", "server_maxconn": 2 });
    scene.route("one", &[server.port], &fields);
    let proxy = scene.start();
    thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| assert_eq!(proxy.get("a.example", "/").status, 200));
        }
    });
    assert_eq!(server.most.load(Ordering::SeqCst), 2);
}
