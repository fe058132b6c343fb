//! What goes wrong gives the right error in bounded time, and what follows works.

use std::io::{Read, Write};
use std::os::unix::net::UnixListener;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use haproxy_kit_tests::haproxy::Haproxy;
use haproxy_runtime::command::*;
use haproxy_runtime::operation::ReplaceMap;
use haproxy_runtime::protocol::{Level, ProtocolError};
use haproxy_runtime::{Address, Client, Error, ServerPath, Timeouts};

use crate::setup::Setup;

/// Lets what HAProxy says through up to so many bytes, and then closes.
pub(crate) fn cutting_proxy(folder: &Path, socket: &Path, bytes: usize) -> Address {
    let path = folder.join(format!("cut-{bytes}"));
    let listener = UnixListener::bind(&path).unwrap();
    let socket = socket.to_owned();
    thread::spawn(move || {
        for client in listener.incoming() {
            let mut client = client.unwrap();
            let Ok(mut server) = std::os::unix::net::UnixStream::connect(&socket) else {
                return;
            };
            let mut to_server = server.try_clone().unwrap();
            let mut from_client = client.try_clone().unwrap();
            thread::spawn(move || {
                let _ = std::io::copy(&mut from_client, &mut to_server);
                let _ = to_server.shutdown(std::net::Shutdown::Both);
            });
            let (mut left, mut buffer) = (bytes, [0; 4096]);
            while left > 0 {
                let most = left.min(buffer.len());
                match server.read(&mut buffer[..most]) {
                    Ok(0) | Err(_) => break,
                    Ok(count) if client.write_all(&buffer[..count]).is_err() => break,
                    Ok(count) => left -= count,
                }
            }
            let _ = client.shutdown(std::net::Shutdown::Both);
        }
    });
    Address::unix(path)
}

#[test]
fn an_answer_that_breaks_off_is_never_taken_for_whole() {
    for haproxy in Haproxy::all() {
        let setup = Setup::new(&haproxy);
        let whole = setup.client().call(&ShowStat::new()).unwrap();
        // From before the first byte to behind the last but one, in steps that hit line ends too.
        let length = 40 + setup.running.ask("show stat").len();
        let mut outcomes = (0, 0);
        for bytes in (0..length + 200)
            .step_by(61)
            .chain(length - 20..length + 80)
        {
            let mut client = Client::new(cutting_proxy(
                setup.running.folder(),
                setup.running.socket(),
                bytes,
            ));
            match client.call(&ShowStat::new()) {
                Ok(answer) => {
                    assert_eq!(answer.0.len(), whole.0.len(), "{bytes}");
                    outcomes.0 += 1;
                }
                Err(error) => {
                    assert!(error.is_disconnect(), "{bytes}: {error}");
                    outcomes.1 += 1;
                }
            }
            std::fs::remove_file(setup.file(&format!("cut-{bytes}"))).unwrap();
        }
        assert!(outcomes.0 > 0 && outcomes.1 > 10, "{outcomes:?}");
        setup.client().call(&ShowInfo::new()).unwrap();
    }
}

#[test]
fn a_stream_that_breaks_off_ends_in_an_error() {
    let haproxy = Haproxy::of("3.2");
    let setup = Setup::new(&haproxy);
    let mut client = Client::new(cutting_proxy(
        setup.running.folder(),
        setup.running.socket(),
        1500,
    ));
    let rows: Vec<_> = client.rows(&ShowStat::new()).unwrap().collect();
    let (last, others) = rows.split_last().unwrap();
    assert!(others.iter().all(Result::is_ok));
    assert!(last.as_ref().unwrap_err().is_disconnect());
}

#[test]
fn an_haproxy_that_stands_still_costs_no_more_than_the_time() {
    for haproxy in Haproxy::all() {
        let setup = Setup::new(&haproxy);
        let time = Duration::from_millis(400);
        for is_kept in [false, true] {
            let mut client = Client::new(setup.address()).timeouts(Timeouts::all(time));
            if is_kept {
                client = client.kept();
                client.call(&ShowInfo::new()).unwrap();
            }
            setup.running.signal("STOP");
            let start = Instant::now();
            let error = client.call(&ShowInfo::new()).unwrap_err();
            assert!(error.is_timeout(), "{error}");
            assert!(
                start.elapsed() < Duration::from_secs(5),
                "{:?}",
                start.elapsed()
            );
            setup.running.signal("CONT");
            let mut client = client.timeouts(Timeouts::default());
            client.call(&ShowInfo::new()).unwrap();
        }
    }
}

#[test]
fn a_batch_that_haproxy_does_not_survive_is_broken_off() {
    for haproxy in Haproxy::all() {
        let setup = Setup::new(&haproxy);
        let mut client = setup.client();
        let batch: Vec<_> = (0..200_000_u32)
            .map(|n| {
                SetServerWeight::new(
                    ServerPath::new("app", "s1"),
                    Weight::Absolute((n % 200) as u16),
                )
            })
            .collect();
        let start = Instant::now();
        let error = thread::scope(|scope| {
            scope.spawn(|| {
                let mut other = setup.client();
                // Until the batch has begun.
                while other
                    .call(&GetWeight::new(ServerPath::new("app", "s1")))
                    .unwrap()
                    .weight
                    < 2
                {}
                setup.running.signal("KILL");
            });
            client.batch(&batch).unwrap_err()
        });
        assert!(matches!(error, Error::Interrupted { .. }), "{error}");
        assert!(error.is_disconnect(), "{error}");
        assert!(start.elapsed() < Duration::from_secs(20));
        let error = client.call(&ShowInfo::new()).unwrap_err();
        assert!(matches!(error, Error::Connect { .. }), "{error}");
        let again = Setup::new(&haproxy);
        again.client().call(&ShowInfo::new()).unwrap();
    }
}

#[test]
fn a_batch_ends_in_time_where_haproxy_stands_still() {
    for haproxy in Haproxy::all() {
        let setup = Setup::new(&haproxy);
        let server = || ServerPath::new("app", "s1");
        let batch: Vec<_> = (0..200_000_u32)
            .map(|n| SetServerWeight::new(server(), Weight::Absolute((n % 200) as u16)))
            .collect();
        let time = Duration::from_millis(700);
        let mut client = setup.client().timeouts(Timeouts::all(time));
        let start = Instant::now();
        let error = thread::scope(|scope| {
            scope.spawn(|| {
                let mut other = setup.client();
                while other.call(&GetWeight::new(server())).unwrap().weight < 2 {}
                setup.running.signal("STOP");
            });
            client.batch(&batch).unwrap_err()
        });
        assert!(matches!(error, Error::Interrupted { .. }), "{error}");
        assert!(error.is_timeout(), "{error}");
        assert!(start.elapsed() < Duration::from_secs(20));
        setup.running.signal("CONT");
        let mut client = client.timeouts(crate::setup::patient());
        let answers = client.batch(&batch[..100]).unwrap();
        assert!(answers.iter().all(Result::is_ok));
    }
}

#[test]
fn a_socket_of_the_wrong_level_says_so() {
    for haproxy in Haproxy::all() {
        let setup = Setup::new(&haproxy);
        let mut client = Client::new(Address::unix(setup.file("operator")));
        assert_eq!(client.level().unwrap(), Level::Operator);
        let server = || ServerPath::new("app", "s1");
        let error = client
            .call(&SetServerState::new(server(), ServerState::Drain))
            .unwrap_err();
        assert!(error.is_permission_denied(), "{error}");
        let error = client
            .call(&AddServer::new(
                ServerPath::new("app", "x"),
                "127.0.0.1:1".into(),
            ))
            .unwrap_err();
        assert!(error.is_permission_denied(), "{error}");
        assert_eq!(client.call(&ShowBackend::new()).unwrap().0.len(), 4);
    }
}

#[test]
fn a_small_buffer_splits_payloads_and_refuses_what_cannot_be_split() {
    for haproxy in Haproxy::all() {
        let start = haproxy
            .prepare(b"global\n    tune.bufsize 2048\ndefaults\n    mode http\n    timeout client 1s\nfrontend f\n    bind unix@front\n    http-request set-var(txn.x) str(a),map(small.map)\n")
            .file("small.map", "a b\n");
        let running = start.run();
        let mut client = Client::new(Address::unix(running.socket()));
        let map = || PatternSet::file("small.map");
        let entries: Vec<_> = (0..2000)
            .map(|n| (format!("key{n}"), format!("value {n}")))
            .collect();
        client
            .run(&ReplaceMap::new(map(), entries.clone()))
            .unwrap();
        assert_eq!(client.call(&ShowMap::new(map())).unwrap().0.len(), 2000);
        let mut too_long = entries;
        too_long.push(("long".into(), "x".repeat(3000)));
        let error = client.run(&ReplaceMap::new(map(), too_long)).unwrap_err();
        assert!(matches!(error, Error::Encode(_)), "{error}");
        assert_eq!(client.call(&ShowMap::new(map())).unwrap().0.len(), 2000);
    }
}

#[test]
fn a_hundred_clients_at_once_all_get_their_answers() {
    for haproxy in Haproxy::all() {
        let setup = Setup::new(&haproxy);
        let start = Instant::now();
        thread::scope(|scope| {
            for number in 0..100_u16 {
                let setup = &setup;
                scope.spawn(move || {
                    let mut client = setup.client();
                    for _ in 0..5 {
                        assert_eq!(
                            client
                                .call(&ShowStat::new())
                                .unwrap()
                                .iter()
                                .filter(|row| row.proxy() == "app")
                                .count(),
                            4
                        );
                        let weight = Weight::Absolute(number);
                        client
                            .call(&SetServerWeight::new(ServerPath::new("app", "s1"), weight))
                            .unwrap();
                    }
                });
            }
        });
        assert!(start.elapsed() < Duration::from_secs(60));
    }
}

#[test]
fn a_slow_reader_gets_all_of_a_long_answer() {
    for haproxy in Haproxy::all() {
        let setup = Setup::new(&haproxy);
        let mut client = setup.client();
        let map = || PatternSet::file("hosts.map");
        let entries: Vec<_> = (0..60_000)
            .map(|n| (format!("key{n}"), "value ".repeat(10)))
            .collect();
        client.run(&ReplaceMap::new(map(), entries)).unwrap();
        let mut count = 0;
        for row in client.rows(&ShowMap::new(map())).unwrap() {
            row.unwrap();
            count += 1;
            if count % 10_000 == 0 {
                thread::sleep(Duration::from_millis(50));
            }
        }
        assert_eq!(count, 60_000);
        client.call(&ShowInfo::new()).unwrap();
    }
}

#[test]
fn a_kept_connection_that_haproxy_closed_is_replaced() {
    let haproxy = Haproxy::of("3.0");
    let running = haproxy.start(b"global\n    stats timeout 1s\n");
    let mut client = Client::new(Address::unix(running.socket())).kept();
    client.call(&ShowInfo::new()).unwrap();
    thread::sleep(Duration::from_millis(1500));
    client.call(&ShowInfo::new()).unwrap();
}

#[test]
fn sockets_of_every_kind_are_spoken_to() {
    for haproxy in Haproxy::all() {
        let setup = Setup::new(&haproxy);
        let mut client = Client::new(Address::Abstract(setup.name.clone()));
        client.call(&ShowInfo::new()).unwrap();
        let [port] = crate::setup::ports();
        let running = haproxy
            .start(format!("global\n    stats socket 127.0.0.1:{port} level admin\n").as_bytes());
        let mut client = Client::new(Address::tcp(format!("127.0.0.1:{port}"))).kept();
        for _ in 0..3 {
            client.call(&ShowInfo::new()).unwrap();
        }
        drop(running);
        let error = client.call(&ShowInfo::new()).unwrap_err();
        assert!(error.is_disconnect(), "{error}");
    }
}

#[test]
fn what_is_no_haproxy_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("other");
    let listener = UnixListener::bind(&path).unwrap();
    thread::spawn(move || {
        for client in listener.incoming() {
            let mut client = client.unwrap();
            let _ = client.read(&mut [0; 100]);
            let _ = client.write_all("HTTP/1.1 400 Bad Request\r\n".repeat(2000).as_bytes());
        }
    });
    let mut client = Client::new(Address::unix(path));
    let error = client.call(&ShowInfo::new()).unwrap_err();
    assert!(
        matches!(error, Error::Protocol(ProtocolError::NotHaproxy { .. })),
        "{error}"
    );
}

#[test]
fn events_are_read_as_they_come() {
    for haproxy in Haproxy::all() {
        let setup = Setup::new(&haproxy);
        let mut client = setup.client();
        let events = client.lines(&WatchEvents::new("events")).unwrap();
        let port = setup.port;
        let asking = thread::spawn(move || {
            for _ in 0..3 {
                let mut stream = std::net::TcpStream::connect(("127.0.0.1", port)).unwrap();
                stream
                    .write_all(b"GET /answer HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
                    .unwrap();
                let mut response = String::new();
                stream.read_to_string(&mut response).unwrap();
                assert!(response.ends_with("hello"), "{response}");
            }
        });
        let seen: Vec<_> = events
            .map(Result::unwrap)
            .filter(|line| line.contains("/answer"))
            .take(3)
            .collect();
        assert_eq!(seen.len(), 3);
        asking.join().unwrap();
    }
}
