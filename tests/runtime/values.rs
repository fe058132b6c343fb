//! Values of any kind arrive as they are, and as nothing else.

use haproxy_kit_tests::haproxy::Haproxy;
use haproxy_model::text;
use haproxy_runtime::command::*;
use haproxy_runtime::operation::ReplaceMap;
use haproxy_runtime::protocol::{EncodeError, Payload};
use haproxy_runtime::{Address, Client, Error, PatternSet, Process, ServerPath};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use crate::setup::Setup;

/// Words with all that a command line gives a meaning to.
fn word() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just(";"),
        Just("\\"),
        Just("\""),
        Just("'"),
        Just("<<"),
        Just("#"),
        Just("@1"),
        Just(";show info;"),
        Just("$"),
        Just("é"),
        Just("%"),
        Just("\u{10FF80}"),
        Just("a"),
        Just("quit"),
    ];
    prop::collection::vec(piece, 1..6).prop_map(|pieces| pieces.concat())
}

#[test]
fn no_value_is_ever_a_command() {
    for haproxy in Haproxy::all() {
        let setup = Setup::new(&haproxy);
        let mut client = setup.client().kept();
        let map = || PatternSet::file("hosts.map");
        let blanks = prop_oneof![Just(" "), Just("\t"), Just(" ; "), Just("")];
        let value = (word(), blanks, word()).prop_map(|(a, b, c)| format!("{a}{b}{c}"));
        let mut runner = TestRunner::new(Config {
            cases: 60,
            failure_persistence: None,
            ..Config::default()
        });
        let client = std::cell::RefCell::new(&mut client);
        runner
            .run(&(word(), value), |(key, value)| {
                let mut client = client.borrow_mut();
                client.call(&ClearMap::new(map())).unwrap();
                client
                    .call(&AddMapEntry::new(map(), key.clone(), value.clone()))
                    .unwrap();
                let entries = client.call(&ShowMap::new(map())).unwrap().0;
                prop_assert_eq!(entries.len(), 1);
                // The list does not tell where a key with blanks ends.
                let entry =
                    |entries: &[MapEntry]| format!("{} {}", entries[0].key, entries[0].value);
                prop_assert_eq!(entry(&entries), format!("{key} {value}"));
                let replace = ReplaceMap::new(map(), [(key.clone(), value.clone())]);
                client.run(&replace).unwrap();
                let entries = client.call(&ShowMap::new(map())).unwrap().0;
                prop_assert_eq!(entries.len(), 1);
                prop_assert_eq!(entry(&entries), format!("{key} {value}"));
                Ok(())
            })
            .unwrap();
    }
}

#[test]
fn what_cannot_be_carried_is_refused_before_anything_is_sent() {
    let haproxy = Haproxy::of("2.6");
    let setup = Setup::new(&haproxy);
    let mut client = setup.client();
    let map = || PatternSet::file("hosts.map");
    let before = client.call(&ShowMap::new(map())).unwrap();
    for (key, value) in [
        ("a\nb", "c"),
        ("", "c"),
        ("a", ""),
        ("a\0", "c"),
        ("a", "b\nshow info"),
    ] {
        let command = AddMapEntry::new(map(), key.to_owned(), value.to_owned());
        let error = client.call(&command).unwrap_err();
        assert!(matches!(error, Error::Encode(_)), "{error}");
        let replace = ReplaceMap::new(map(), [("first", "one"), (key, value)]);
        let error = client.run(&replace).unwrap_err();
        assert!(matches!(error, Error::Encode(_)), "{error}");
    }
    let long = "x".repeat(20_000);
    let command = AddMapEntry::new(map(), "k".to_owned(), long);
    let error = client.call(&command).unwrap_err();
    assert!(
        matches!(error, Error::Encode(EncodeError::TooLong { .. })),
        "{error}"
    );
    assert_eq!(client.call(&ShowMap::new(map())).unwrap(), before);
}

#[test]
fn payloads_may_hold_empty_lines_where_the_version_has_terminators() {
    for haproxy in Haproxy::all() {
        let setup = Setup::new(&haproxy);
        let mut client = setup.client();
        let map = || PatternSet::file("hosts.map");
        let payload = Payload::new("x 1\n\ny 2\n");
        let result = client.call(&AddMapEntries::new(map(), payload));
        if haproxy.version() == "2.6" {
            let error = result.unwrap_err();
            assert!(
                matches!(error, Error::Encode(EncodeError::EmptyLine)),
                "{error}"
            );
        } else {
            result.unwrap();
            let text = setup.running.ask("show map hosts.map");
            assert!(String::from_utf8(text).unwrap().contains("y 2"));
        }
    }
}

#[test]
fn one_word_stays_one_word_wherever_it_stands() {
    for haproxy in Haproxy::all() {
        let setup = Setup::new(&haproxy);
        let mut client = setup.client();
        let value = "str(a;b)";
        let set = SetVar::new(
            "proc.x".to_owned(),
            VariableForm::Expression,
            value.to_owned(),
        );
        client.call(&set).unwrap();
        let variable = client.call(&GetVar::new("proc.x".to_owned())).unwrap();
        assert_eq!(
            (variable.kind.as_str(), variable.value.as_str()),
            ("str", "a;b")
        );
        let send = SetServerAgentSend::new("app/s1".parse().unwrap(), "a;b c".to_owned());
        // The server has no agent: what is refused is the command, not a part of it.
        let refusal = client.call(&send).unwrap_err();
        assert!(refusal.refusal().is_some(), "{refusal}");
    }
}

/// What a value may try: to end its word, its command, its line, or to begin something else.
fn nasty() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just(" "),
        Just(";"),
        Just("; set server app/canary weight 9 ;"),
        Just("\nset server app/canary weight 9\n"),
        Just("\n"),
        Just("\\"),
        Just("\\;"),
        Just("\""),
        Just("'"),
        Just("\0"),
        Just("<<"),
        Just(" <<\nset server app/canary weight 9\n\n"),
        Just("@1 "),
        Just("#"),
        Just("/"),
        Just("app/"),
        Just("\t"),
        Just("\r"),
        Just("\u{10FFFF}"),
        Just("é"),
        Just("a"),
        Just("quit"),
    ];
    // Bytes that are no UTF-8, as a text has them.
    let bytes = prop::collection::vec(128_u8.., 1..4);
    let bytes = bytes.prop_map(|bytes| text::from_bytes(&bytes).into_owned());
    let piece = prop_oneof![4 => piece.prop_map(str::to_owned), 1 => bytes];
    prop::collection::vec(piece, 1..7).prop_map(|pieces| pieces.concat())
}

/// A command that carries a value, and whether it can carry line ends.
type Attempt = (
    &'static str,
    Box<dyn Fn(&mut Client, String) -> Result<(), Error>>,
);

/// A command for each kind of argument that can hold anything.
fn attempts() -> Vec<Attempt> {
    fn of<C: Command>(name: &'static str, command: impl Fn(String) -> C + 'static) -> Attempt {
        let send =
            move |client: &mut Client, value: String| client.call(&command(value)).map(|_| ());
        (name, Box::new(send))
    }
    let server = || ServerPath::new("app", "s1");
    let map = || PatternSet::file("hosts.map");
    vec![
        of("backend", |value| {
            ShowServersState::new().backend(BackendName::from(value))
        }),
        of("frontend", |value| EnableFrontend::new(value.into())),
        of("table", |value| ShowTable::new(value.into())),
        of("file", |value| ShowSslCert::new(value.into())),
        of("list", |value| {
            AddSslCrtList::new("list.txt".into(), value.into())
        }),
        of("new file", |value| DelSslCaFile::new(value.into())),
        of("server", |value| {
            GetWeight::new(ServerPath::new("app", value))
        }),
        of("backend of a server", |value| {
            GetWeight::new(ServerPath::new(value, "s1"))
        }),
        of("map", |value| ShowMap::new(PatternSet::file(value))),
        of("version of a map", |value| {
            ShowMap::new(PatternSet::file(value).at(3))
        }),
        of("key", move |value| {
            DelMapEntry::new(map(), PatternKey::Key(value))
        }),
        of("reference", move |value| {
            DelMapEntry::new(map(), PatternKey::Reference(value))
        }),
        of("looked up", move |value| GetMap::new(map(), value)),
        of("value", move |value| {
            AddMapEntry::new(map(), "k".into(), value)
        }),
        of("pattern", |value| {
            AddAclEntry::new(PatternSet::file("blocked.acl"), value)
        }),
        of("entry", |value| {
            ShowTable::new("names".into()).selection(EntrySelection::Key(value))
        }),
        of("address of an entry", |value| {
            ShowTable::new("names".into()).selection(EntrySelection::Pointer(value))
        }),
        of("kind of data", |value| {
            let filter = DataFilter {
                data: value,
                comparison: Comparison::Equal,
                value: 1,
            };
            ShowTable::new("names".into()).selection(EntrySelection::Data(vec![filter]))
        }),
        of("stored kind", |value| {
            let key = EntrySelection::Key("k".into());
            SetTable::new("names".into(), key).data(vec![EntryData::new(value, 1)])
        }),
        of("stored data", |value| {
            let key = EntrySelection::Key("k".into());
            SetTable::new("names".into(), key).data(vec![EntryData::new("gpc0", value)])
        }),
        of("proxy of statistics", |value| {
            ShowStat::new().selection(StatSelection {
                proxy: value,
                kinds: StatKinds::ALL,
                server: -1,
            })
        }),
        of("address", move |value| {
            SetServerAddress::new(server(), value)
        }),
        of("port", move |value| {
            SetServerAddress::new(server(), "127.0.0.1".into()).port(value)
        }),
        of("text", move |value| {
            SetServerAgentSend::new(server(), value)
        }),
        of("name", move |value| {
            SetServerFqdn::new(ServerPath::new("app", "named"), value)
        }),
        of("parameters", move |value| {
            AddServer::new(ServerPath::new("app", "none"), "127.0.0.1:9".into()).parameters(vec![
                "check".to_owned(),
                "nothing".to_owned(),
                value,
            ])
        }),
        of("variable", GetVar::new),
        of("expression", |value| {
            SetVar::new("proc.y".into(), VariableForm::Expression, value)
        }),
        of("environment", |value| ShowEnv::new().name(value)),
        of("stream", |value| ShutdownSession::new(value.into())),
        of("sink", ShowEvents::new),
        of("section", |value| ShowPeers::new().section(value)),
        of("resolvers", |value| ShowResolvers::new().section(value)),
        of("source", ShowTrace::new),
        of("trace", |value| {
            Trace::new().arguments(vec!["h1".to_owned(), value])
        }),
        of("help", |value| Help::new().command(vec![value])),
        of("ticket key", |value| {
            SetSslTlsKey::new(value, "AAAA".into())
        }),
        of("certificate id", ShowSslOcspResponse::new),
        of("cookie key", |value| {
            SetDynamicCookieKey::new("none".into(), value)
        }),
        of("letters", |value| ShowFd::new().selection(vec![value])),
        of("raw words", |value| {
            Raw::words(
                ["get", "weight", "app/s1"]
                    .into_iter()
                    .chain([value.as_str()]),
            )
            .unwrap_or_else(|_| Raw::new(""))
        }),
        of("payload", move |value| {
            AddMapEntries::new(map(), Payload::new(value))
        }),
        of("payload of a file", |value| {
            SetSslCert::new("site.pem".into(), Payload::new(value))
        }),
    ]
}

#[test]
fn no_argument_of_any_kind_is_ever_a_command() {
    for haproxy in Haproxy::all() {
        for is_master in [false, true] {
            let setup = if is_master {
                Setup::master(&haproxy)
            } else {
                Setup::new(&haproxy)
            };
            let mut client = if is_master {
                let master = Address::unix(setup.running.master_socket());
                Client::master(master, Process::Worker).timeouts(crate::setup::patient())
            } else {
                setup.client().kept()
            };
            let canary = || ServerPath::new("app", "canary");
            let mut watch = setup.client().kept();
            watch
                .call(&AddServer::new(canary(), "127.0.0.1:9".into()))
                .unwrap();
            let config = Config {
                cases: if is_master { 4 } else { 12 },
                failure_persistence: None,
                ..Config::default()
            };
            let client = std::cell::RefCell::new(&mut client);
            let watch = std::cell::RefCell::new(&mut watch);
            for (name, send) in attempts() {
                let mut runner = TestRunner::new(config.clone());
                let outcome = runner.run(&nasty(), |value| {
                    let result = send(&mut client.borrow_mut(), value.clone());
                    let is_payload = name.starts_with("payload");
                    let cannot = value.contains('\0') || (!is_payload && value.contains('\n'));
                    match &result {
                        Err(Error::Encode(_)) => {}
                        _ if cannot => prop_assert!(false, "it was sent: {result:?}"),
                        Ok(()) | Err(Error::Refused(_) | Error::Decode(_)) => {}
                        Err(error) => prop_assert!(false, "{error}"),
                    }
                    // It is the same connection, at the same place, and nothing has happened.
                    let weight = client.borrow_mut().call(&GetWeight::new(canary())).unwrap();
                    prop_assert_eq!(weight.weight, 1);
                    let again = watch.borrow_mut().call(&GetWeight::new(canary())).unwrap();
                    prop_assert_eq!(again.weight, 1);
                    Ok(())
                });
                if let Err(error) = outcome {
                    panic!("{} {is_master} {name}: {error}", haproxy.version());
                }
            }
        }
    }
}
