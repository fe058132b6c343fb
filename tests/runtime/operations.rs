//! Operations against real HAProxy: what they do, and what is left when they fail.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::thread;
use std::time::Duration;

use haproxy_kit_tests::haproxy::Haproxy;
use haproxy_runtime::command::{
    EntryData, EntrySelection, ServerState, ShowAcl, ShowMap, ShowServersState, ShowSslCaFiles,
    ShowSslCert, ShowSslCerts, ShowSslCrlFiles, ShowSslCrtList, ShowStat, ShowTable,
};
use haproxy_runtime::operation::{
    ChangeServer, CreateServer, InstallCertificate, RemoveCertificate, RemoveServer, RemoveStore,
    ReplaceAcl, ReplaceMap, SaveServersState, Store, StoreEntries, UpdateStore,
};
use haproxy_runtime::{Address, Client, Error, PatternSet, ServerPath, Weight};

use crate::setup::{Setup, certificate, patient};

fn server_states(client: &mut Client) -> Vec<(String, u16, u32)> {
    let states = client.call(&ShowServersState::new()).unwrap().0;
    let rows = states.into_iter();
    rows.map(|row| (row.path().to_string(), row.port, row.admin_state.0))
        .collect()
}

#[test]
fn maps_are_replaced_at_once() {
    for haproxy in Haproxy::all() {
        let setup = Setup::new(&haproxy);
        let mut client = setup.client();
        let map = || PatternSet::file("hosts.map");
        let mut entries: Vec<(String, String)> = (0..5000)
            .map(|number| (format!("{number}.example.com"), format!("backend {number}")))
            .collect();
        entries.insert(17, ("key with blanks".into(), " value".into()));
        client
            .run(&ReplaceMap::new(map(), entries.clone()))
            .unwrap();
        let rows: Vec<_> = client
            .rows(&ShowMap::new(map()))
            .unwrap()
            .map(Result::unwrap)
            .collect();
        assert_eq!(rows.len(), entries.len());
        for (row, (key, value)) in rows.iter().zip(&entries) {
            assert_eq!(
                format!("{} {}", row.key, row.value),
                format!("{key} {value}")
            );
        }
        client
            .run(&ReplaceMap::new(map(), [("only", "one")]))
            .unwrap();
        assert_eq!(client.call(&ShowMap::new(map())).unwrap().0.len(), 1);
    }
}

#[test]
fn what_was_begun_is_removed_when_an_entry_is_refused() {
    for haproxy in Haproxy::all() {
        let setup = Setup::new(&haproxy);
        let mut client = setup.client();
        let acl = || PatternSet::file("blocked.acl");
        let before = client.call(&ShowAcl::new(acl())).unwrap();
        let replace = ReplaceAcl::new(acl(), ["198.51.100.1", "no address", "198.51.100.2"]);
        let error = client.run(&replace).unwrap_err();
        assert!(error.refusal().is_some(), "{error}");
        assert_eq!(client.call(&ShowAcl::new(acl())).unwrap(), before);
        let begun = client.call(&ShowAcl::new(acl().at(1))).unwrap();
        assert!(begun.0.is_empty(), "{begun:?}");
        client
            .run(&ReplaceAcl::new(acl(), ["198.51.100.1"]))
            .unwrap();
        let patterns = client.call(&ShowAcl::new(acl())).unwrap().0;
        assert_eq!(patterns.len(), 1);
        assert_eq!(patterns[0].pattern, "198.51.100.1");
    }
}

#[test]
fn certificates_come_and_go() {
    for haproxy in Haproxy::all() {
        let setup = Setup::new(&haproxy);
        let mut client = setup.client();
        let mut install = InstallCertificate::new("other.pem", certificate("other"), "list.txt");
        install.filters = vec!["other.example.com".into()];
        assert!(client.run(&install).unwrap());
        let details = client.call(&ShowSslCert::new("other.pem".into())).unwrap();
        assert_eq!(details.subject.as_deref(), Some("/CN=other.example.com"));
        assert_eq!(details.status, "Used");
        let list = || ShowSslCrtList::new("list.txt".into()).numbered(true);
        let entries = client.call(&list()).unwrap().0;
        assert_eq!(entries.len(), 2);
        assert_eq!(entries[1].filters, ["other.example.com"]);
        // Again: it is replaced, and stands in the list once.
        assert!(!client.run(&install).unwrap());
        assert_eq!(client.call(&list()).unwrap().0.len(), 2);
        let remove = RemoveCertificate {
            file: "other.pem".into(),
            crt_list: "list.txt".into(),
        };
        assert!(client.run(&remove).unwrap());
        assert_eq!(client.call(&list()).unwrap().0.len(), 1);
        assert!(
            client
                .call(&ShowSslCert::new("other.pem".into()))
                .unwrap_err()
                .is_not_found()
        );
    }
}

#[test]
fn what_is_no_certificate_leaves_nothing() {
    for haproxy in Haproxy::all() {
        let setup = Setup::new(&haproxy);
        let mut client = setup.client();
        let before = client.call(&ShowSslCerts::new()).unwrap();
        let broken = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
        for file in ["new.pem", "site.pem"] {
            let update = UpdateStore::new(Store::Certificate, file, broken);
            let error = client.run(&update).unwrap_err();
            assert!(error.refusal().is_some(), "{error}");
            assert_eq!(client.call(&ShowSslCerts::new()).unwrap(), before);
        }
        // A list that is not there: the certificate goes again.
        let install = InstallCertificate::new("other.pem", certificate("other"), "none.txt");
        let error = client.run(&install).unwrap_err();
        assert!(error.refusal().is_some(), "{error}");
        assert_eq!(client.call(&ShowSslCerts::new()).unwrap(), before);
    }
}

#[test]
fn authorities_and_revocations_are_stored() {
    for haproxy in Haproxy::all() {
        let setup = Setup::new(&haproxy);
        let mut client = setup.client();
        let authority = UpdateStore::new(Store::CaFile, "authority.pem", certificate("authority"));
        assert!(!client.run(&authority).unwrap());
        let new = UpdateStore::new(Store::CaFile, "new-ca.pem", certificate("authority"));
        assert!(client.run(&new).unwrap());
        let revoked = UpdateStore::new(Store::CrlFile, "new-crl.pem", certificate("revoked"));
        assert!(client.run(&revoked).unwrap());
        let names = |list: haproxy_runtime::command::StoreList| {
            list.files
                .into_iter()
                .map(|entry| entry.name)
                .collect::<Vec<_>>()
        };
        let files = names(client.call(&ShowSslCaFiles::new()).unwrap());
        assert!(files.contains(&"new-ca.pem".to_owned()), "{files:?}");
        let files = names(client.call(&ShowSslCrlFiles::new()).unwrap());
        assert!(files.contains(&"new-crl.pem".to_owned()), "{files:?}");
        for (store, file) in [
            (Store::CaFile, "new-ca.pem"),
            (Store::CrlFile, "new-crl.pem"),
        ] {
            let file = file.into();
            client.run(&RemoveStore { store, file }).unwrap();
        }
        assert!(
            !names(client.call(&ShowSslCrlFiles::new()).unwrap())
                .contains(&"new-crl.pem".to_owned())
        );
    }
}

#[test]
fn servers_are_added_waited_for_and_removed() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap().to_string();
    for haproxy in Haproxy::all() {
        let setup = Setup::new(&haproxy);
        let mut client = setup.client();
        let before = server_states(&mut client);
        let server = || ServerPath::new("app", "extra");
        let create = CreateServer::new(server(), address.clone())
            .parameters(["check", "inter", "50ms", "weight", "3"])
            .wait(Duration::from_secs(30));
        client.run(&create).unwrap();
        let statistics = client.call(&ShowStat::new()).unwrap();
        let row = statistics.find("app", "extra").unwrap();
        assert_eq!(
            (row.status(), row.check_status()),
            (Some("UP"), Some("L4OK"))
        );
        assert_eq!(row.weight(), Some(3));
        client
            .run(&RemoveServer::drained(server(), Duration::from_secs(5)))
            .unwrap();
        assert_eq!(server_states(&mut client), before);

        // Nobody listens: it never comes up, and it goes again.
        let create = CreateServer::new(server(), "127.0.0.1:1")
            .parameters(["check", "inter", "50ms"])
            .wait(Duration::from_millis(500));
        let error = client.run(&create).unwrap_err();
        assert!(matches!(error, Error::NotReached { .. }), "{error}");
        assert_eq!(server_states(&mut client), before);
    }
}

/// A server that answers after it was told to.
fn slow_server() -> (String, std::sync::mpsc::Sender<()>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap().to_string();
    let (sender, receiver) = std::sync::mpsc::channel();
    thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let mut request = [0; 4096];
            let _ = stream.read(&mut request);
            let _ = receiver.recv();
            let _ = stream
                .write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok");
        }
    });
    (address, sender)
}

#[test]
fn a_server_is_not_removed_while_it_has_clients() {
    for haproxy in Haproxy::all() {
        let (address, go) = slow_server();
        let setup = Setup::new(&haproxy);
        let mut client = setup.client();
        let server = || ServerPath::new("app", "slow");
        for name in ["s1", "s2"] {
            let mut change = ChangeServer::new(ServerPath::new("app", name));
            change.state = Some(ServerState::Maintenance);
            client.run(&change).unwrap();
        }
        client.run(&CreateServer::new(server(), address)).unwrap();
        let port = setup.port;
        let request = thread::spawn(move || {
            let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
            stream
                .write_all(b"GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
                .unwrap();
            let mut response = String::new();
            stream.read_to_string(&mut response).unwrap();
            response
        });
        let sessions = |client: &mut Client| {
            let statistics = client.call(&ShowStat::new()).unwrap();
            statistics.find("app", "slow").unwrap().sessions()
        };
        while sessions(&mut client) != Some(1) {
            thread::sleep(Duration::from_millis(5));
        }
        let remove = RemoveServer::drained(server(), Duration::from_millis(200));
        let error = client.run(&remove).unwrap_err();
        assert!(matches!(error, Error::NotReached { .. }), "{error}");
        let statistics = client.call(&ShowStat::new()).unwrap();
        assert_eq!(
            statistics.find("app", "slow").unwrap().status(),
            Some("no check")
        );
        go.send(()).unwrap();
        assert!(request.join().unwrap().ends_with("ok"));
        client
            .run(&RemoveServer::drained(server(), Duration::from_secs(10)))
            .unwrap();
        assert!(
            client
                .call(&ShowStat::new())
                .unwrap()
                .find("app", "slow")
                .is_none()
        );
    }
}

#[test]
fn a_server_that_cannot_be_removed_is_as_before() {
    const TEXT: &str = "defaults
 mode http
 timeout connect 1s
 timeout client 5s
 timeout server 5s
frontend www
 bind unix@www.sock
 default_backend app
backend app
 use-server s1 if FALSE
 server s1 127.0.0.1:1 check agent-check agent-port 2
 server s2 127.0.0.1:1
";
    for haproxy in Haproxy::all() {
        let running = haproxy.start(TEXT.as_bytes());
        let mut client = Client::new(Address::unix(running.socket())).timeouts(patient());
        let wanted = |client: &mut Client| {
            let row = client.call(&ShowServersState::new()).unwrap().0.remove(0);
            let column = |name: &str| row.others[name].parse::<u32>().unwrap() & 0x06;
            (
                row.admin_state,
                column("srv_check_state"),
                column("srv_agent_state"),
            )
        };
        let before = wanted(&mut client);
        assert_eq!((before.1, before.2), (6, 6));
        let server = || ServerPath::new("app", "s1");
        let drained = RemoveServer::drained(server(), Duration::from_secs(1));
        for remove in [RemoveServer::at_once(server()), drained] {
            let error = client.run(&remove).unwrap_err();
            assert!(error.refusal().is_some(), "{error}");
            assert_eq!(wanted(&mut client), before, "{}", haproxy.version());
        }
    }
}

#[test]
fn several_settings_change_or_none() {
    for haproxy in Haproxy::all() {
        let setup = Setup::new(&haproxy);
        let mut client = setup.client();
        let path = || ServerPath::new("app", "s2");
        let row = |client: &mut Client| {
            let states = client.call(&ShowServersState::new()).unwrap().0;
            let row = states.into_iter().find(|row| row.name == "s2").unwrap();
            (
                row.address,
                row.port,
                row.weight,
                row.admin_state.is_forced_drain(),
            )
        };
        let mut change = ChangeServer::new(path());
        change.port = Some(8080);
        change.weight = Some(Weight::Absolute(12));
        change.maxconn = Some(20);
        change.state = Some(ServerState::Drain);
        client.run(&change).unwrap();
        let expected = (Some("127.0.0.1".to_owned()), 8080, 12, true);
        assert_eq!(row(&mut client), expected);
        let limit = |client: &mut Client| {
            let statistics = client.call(&ShowStat::new()).unwrap();
            statistics.find("app", "s2").unwrap().session_limit()
        };
        assert_eq!(limit(&mut client), Some(20));

        let mut wrong = ChangeServer::new(path());
        wrong.address = Some("192.0.2.7".into());
        wrong.port = Some(99);
        wrong.weight = Some(Weight::Absolute(300));
        wrong.maxconn = Some(5);
        let error = client.run(&wrong).unwrap_err();
        assert!(error.refusal().is_some(), "{error}");
        assert_eq!(row(&mut client), expected);
        assert_eq!(limit(&mut client), Some(20));

        let mut wrong = ChangeServer::new(path());
        wrong.address = Some("nowhere at all".into());
        let error = client.run(&wrong).unwrap_err();
        assert!(error.refusal().is_some(), "{error}");
    }
}

#[test]
fn stick_tables_take_all_entries_or_none() {
    for haproxy in Haproxy::all() {
        let setup = Setup::new(&haproxy);
        let mut client = setup.client();
        let entries = |data: &str| StoreEntries {
            table: "visitors".into(),
            entries: vec![
                ("192.0.2.1".into(), vec![EntryData::new("gpc0", 7)]),
                ("192.0.2.2".into(), vec![EntryData::new(data, 8)]),
            ],
        };
        client.run(&entries("gpc0")).unwrap();
        let contents = client.call(&ShowTable::new("visitors".into())).unwrap();
        assert_eq!(contents.table.unwrap().key_type, "ip");
        assert_eq!(contents.entries.len(), 2, "{:?}", contents.entries);
        let first = contents
            .entries
            .iter()
            .find(|entry| entry.key == "192.0.2.1");
        assert_eq!(first.unwrap().number("gpc0"), Some(7));
        assert_eq!(first.unwrap().data["conn_rate"].period, Some(10_000));

        let mut wrong = entries("nothing");
        wrong.entries[0] = ("192.0.2.1".into(), vec![EntryData::new("gpc0", 99)]);
        wrong
            .entries
            .insert(1, ("192.0.2.3".into(), vec![EntryData::new("gpc0", 1)]));
        let error = client.run(&wrong).unwrap_err();
        assert!(error.refusal().is_some(), "{error}");
        let contents = client.call(&ShowTable::new("visitors".into())).unwrap();
        assert_eq!(contents.entries.len(), 2, "{contents:?}");
        let key = EntrySelection::Key("192.0.2.1".into());
        let one = client
            .call(&ShowTable::new("visitors".into()).selection(key))
            .unwrap();
        assert_eq!(one.entries[0].number("gpc0"), Some(7));
    }
}

#[test]
fn the_state_of_servers_is_kept_over_a_restart() {
    let configuration = "global\n    server-state-file state\ndefaults\n    mode tcp\n    timeout connect 1s\n    \
        timeout client 1s\n    timeout server 1s\n    load-server-state-from-file global\nbackend app\n    \
        server s1 127.0.0.1:1 weight 9\n    server s2 127.0.0.1:2\n";
    for haproxy in Haproxy::all() {
        let first = haproxy.start(configuration.as_bytes());
        let mut client = Client::new(haproxy_runtime::Address::unix(first.socket()));
        let mut change = ChangeServer::new(ServerPath::new("app", "s1"));
        change.state = Some(ServerState::Drain);
        change.weight = Some(Weight::Absolute(4));
        client.run(&change).unwrap();
        let file = first.folder().join("state");
        client.run(&SaveServersState::new(&file)).unwrap();
        let saved = std::fs::read(&file).unwrap();

        let second = haproxy
            .prepare(configuration.as_bytes())
            .file("state", saved)
            .run();
        let mut client = Client::new(haproxy_runtime::Address::unix(second.socket()));
        let states = client.call(&ShowServersState::new()).unwrap().0;
        assert_eq!(states[0].weight, 4, "{states:?}");
        assert!(states[0].admin_state.is_forced_drain());
    }
}
