//! Requests and answers that went through migrated rules are those that the old rules made.

use std::fmt::Write as _;
use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use haproxy_config::{Document, MigrateOptions};
use haproxy_kit_tests::haproxy::Haproxy;
use haproxy_model::version::Version;

use super::old_rules::{Message, carried_out};

/// Rules of a frontend.
const REQUEST_RULES: &[&str] = &[
    "reqrep ^([^\\ :]*)\\ /api/(.*) \\1\\ /\\2",
    "reqirep ^([^\\ :]*)\\ /API(.*) \\1\\ /v1\\2",
    "reqrep ^([^\\ :]*\\ /)api[/]?(.*) \\1\\2",
    "reqrep ^([^\\ :]*)\\ ([^\\ ]*)\\ (HTTP.*) \\1\\ /x%20\\2\\ \\3",
    "reqrep ^([^\\ :]*)\\ ([^\\ ?]*)\\ (HTTP.*) \\1\\ \\2/end\\ \\3",
    "reqrep ^GET\\ /(.*) GET\\ /got/\\1",
    "reqrep ^(POST|PUT)\\ /(.*) \\1\\ /sent/\\2",
    "reqrep ^([^\\ :]*)\\ /api/([a-z]*)/(.*) \\1\\ /\\2-\\3",
    "reqrep ^([^\\ :]*)\\ (.*)/x(.*) \\1\\ \\2/y\\3",
    "reqirep ^Host:\\ WWW\\.(.*)$ Host:\\ \\1",
    "reqrep ^Host:.* Host:\\ other",
    "reqrep ^(X-A:.*) \\1/more",
    "reqrep ^(X-A:\\ )(.*)b(.*) \\1\\2[b]\\3",
    "reqidel ^X-",
    "reqdel ^X-A:",
    "reqdeny ^Host:\\ www",
    "reqideny ^[^\\ :]*\\ .*\\.EXE",
    "reqdeny ^POST\\ /api",
    "reqadd X-Rate:\\ 100%",
    "reqadd X-A:\\ first\nreqidel ^X-A:\nhttp-request set-header X-A second",
    "reqadd X-B:\\ 1\nhttp-request set-header X-A new\nreqrep ^(X-A:.*) \\1/more\nreqidel ^X-B",
];

/// Rules for answers.
const RESPONSE_RULES: &[&str] = &[
    "rsprep ^Location:\\ http://(.*) Location:\\ https://\\1",
    "rspirep ^(SET-COOKIE:.*) \\1;\\ Secure",
    "rspidel ^Server",
    "rspadd X-Rate:\\ 100%",
    "rspdeny ^Server:\\ old",
    "rspadd X-A:\\ 1\nrspidel ^X-\nhttp-response set-header X-A 2",
];

const REQUESTS: &[&[&str]] = &[
    &[
        "GET /api/a/b?c=/api/d HTTP/1.1",
        "Host: www.example.com",
        "X-A: abc",
        "X-Bee: 1",
    ],
    &[
        "POST /API HTTP/1.1",
        "Host: example.com",
        "X-A: one",
        "X-A: bb",
        "Content-Length: 0",
    ],
    &["GET /x.exe HTTP/1.1", "Host: shop.example.com"],
    &[
        "PUT /a/x/y.EXE?1.0 HTTP/1.1",
        "Host: WWW.example.com",
        "Content-Length: 0",
    ],
];

const ANSWER: &[&str] = &[
    "HTTP/1.1 200 OK",
    "Server: old",
    "Location: http://example.com/",
    "Set-Cookie: a=b",
    "Set-Cookie: c=d",
    "X-A: x",
    "Content-Length: 0",
];

#[test]
fn requests_and_answers_are_those_that_the_old_rules_made() {
    let (server, seen) = serve();
    let rules: Vec<&str> = REQUEST_RULES
        .iter()
        .chain(RESPONSE_RULES)
        .copied()
        .collect();
    let ports: Vec<u16> = free_ports(rules.len());
    let mut configuration = String::from(
        "defaults\n    mode http\n    timeout client 10s\n    timeout server 10s\n    timeout connect 10s\n",
    );
    for (rules, port) in rules.iter().zip(&ports) {
        let indented = rules.replace('\n', "\n    ");
        writeln!(
            configuration,
            "listen l{port}\n    bind 127.0.0.1:{port}\n    {indented}\n    server s 127.0.0.1:{server}"
        )
        .unwrap();
    }
    let mut document = Document::parse(configuration);
    let migration = document.migrate(&MigrateOptions::new(Version::new(3, 2)));
    assert!(migration.is_complete(), "{migration:?}");
    let running = Haproxy::of("3.2").start(&document.to_bytes());
    let answer: Message = ANSWER.iter().map(|line| (*line).to_owned()).collect();
    for (rules, port) in rules.iter().zip(&ports) {
        for request in REQUESTS {
            let request: Message = request.iter().map(|line| (*line).to_owned()).collect();
            let got = ask(*port, &request);
            if RESPONSE_RULES.contains(rules) {
                seen.recv_timeout(Duration::from_secs(10)).unwrap();
                match carried_out(rules, &answer) {
                    Some(expected) => assert_eq!(sorted(got), sorted(expected), "{rules}"),
                    None => assert!(got[0].starts_with("HTTP/1.1 502"), "{rules}: {got:?}"),
                }
                continue;
            }
            match carried_out(rules, &request) {
                Some(expected) => {
                    let own = seen.recv_timeout(Duration::from_secs(10));
                    let own = own.unwrap_or_else(|_| panic!("{rules}: {got:?}"));
                    assert_eq!(sorted(own), sorted(expected), "{rules}\n{request:?}");
                }
                None => assert!(got[0].starts_with("HTTP/1.1 403"), "{rules}: {got:?}"),
            }
        }
    }
    drop(running);
}

/// A server that tells each request that it sees.
fn serve() -> (u16, Receiver<Message>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let (tell, seen) = channel();
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let message = read(&stream);
            if message.is_empty() || tell.send(message).is_err() {
                continue;
            }
            let answer = format!("{}\r\nConnection: close\r\n\r\n", ANSWER.join("\r\n"));
            let _ = stream.write_all(answer.as_bytes());
        }
    });
    (port, seen)
}

fn ask(port: u16, request: &Message) -> Message {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
    stream
        .set_read_timeout(Some(Duration::from_secs(10)))
        .unwrap();
    let request = format!("{}\r\n\r\n", request.join("\r\n"));
    stream.write_all(request.as_bytes()).unwrap();
    read(&stream)
}

/// The lines of a message up to the empty one.
fn read(stream: &TcpStream) -> Message {
    let lines = BufReader::new(stream).lines();
    lines
        .map_while(Result::ok)
        .take_while(|line| !line.is_empty())
        .collect()
}

/// The first line, and the headers in an order of their own with their names in lower case.
fn sorted(message: Message) -> Message {
    let mut lines: Vec<String> = message
        .into_iter()
        .map(|line| match line.split_once(':') {
            Some((name, value)) if !name.contains(' ') => {
                format!("{}:{value}", name.to_lowercase())
            }
            _ => line,
        })
        .filter(|line| !line.starts_with("connection:"))
        .collect();
    lines[1..].sort();
    lines
}

/// Ports that nobody listens at.
fn free_ports(count: usize) -> Vec<u16> {
    let listeners: Vec<TcpListener> = (0..count)
        .map(|_| TcpListener::bind("127.0.0.1:0").unwrap())
        .collect();
    let ports = listeners.iter();
    ports
        .map(|listener| listener.local_addr().unwrap().port())
        .collect()
}
