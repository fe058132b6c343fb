//! Values of any kind arrive as they are, and as nothing else.

use haproxy_kit_tests::haproxy::Haproxy;
use haproxy_runtime::command::{
    AddMapEntries, AddMapEntry, ClearMap, GetVar, MapEntry, SetServerAgentSend, SetVar, ShowMap,
    VariableForm,
};
use haproxy_runtime::operation::ReplaceMap;
use haproxy_runtime::protocol::{EncodeError, Payload};
use haproxy_runtime::{Error, PatternSet};
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
