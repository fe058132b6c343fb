//! Whatever a document is made of, it prints back the same bytes.

use std::fs;

use haproxy_config::{Document, Environment};
use haproxy_kit_tests::{corpus, fixtures};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

#[test]
fn files_print_back_the_same() {
    let folders = ["language", "conditions"];
    let own = folders.into_iter().flat_map(fixtures);
    for file in own.chain(corpus::files().unwrap_or_default()) {
        let bytes = fs::read(&file).unwrap();
        assert!(
            Document::parse(bytes.clone()).to_bytes() == bytes,
            "{}",
            file.display()
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(50_000))]

    #[test]
    fn any_bytes_print_back_the_same(bytes in vec(any::<u8>(), 0..120)) {
        assert_same(&bytes);
    }

    #[test]
    fn anything_of_the_alphabet_prints_back_the_same(pieces in vec(select(&ALPHABET[..]), 0..60)) {
        assert_same(&pieces.concat());
    }
}

/// What has a meaning in the language, and a little that has none.
const ALPHABET: [&[u8]; 44] = [
    b"\n",
    b"\n",
    b"\n",
    b"\r\n",
    b"\r",
    b" ",
    b" ",
    b"\t",
    b"\x0B",
    b"\x0C",
    b"\"",
    b"\"",
    b"'",
    b"\\",
    b"#",
    b"$",
    b"${",
    b"}",
    b"[",
    b"]",
    b"[*]",
    b"-",
    b"\\x4",
    b"\\x41",
    b"\0",
    b"\xFF",
    b"\xC3\xA9",
    b"SET",
    b"UNSET",
    b".LINE",
    b"a",
    b"word",
    b"global",
    b"backend",
    b"no ",
    b".if ",
    b".elif ",
    b".else",
    b".endif",
    b"streq(",
    b")",
    b"||",
    b"!",
    b"setenv",
];

/// Besides, nothing that reads it panics.
fn assert_same(bytes: &[u8]) {
    let document = Document::parse(bytes);
    assert_eq!(document.to_bytes(), bytes);
    document.diagnostics();
    let environment = Environment::new("3.2.0").with_variable("SET", "a b");
    document.evaluate(&environment);
    document.expand(&environment);
}
