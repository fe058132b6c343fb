//! Formatting changes layout, and nothing else.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::path::Path;

use haproxy_config::{Document, FormatOptions, Indent, LineKind};
use proptest::prelude::*;

fn formatted(text: &str) -> String {
    let bytes = Document::parse(text).formatted(&FormatOptions::default());
    String::from_utf8(bytes).unwrap()
}

/// What formatting must keep: kind, raw words and comment of every line that is not blank.
fn content(document: &Document) -> Vec<(LineKind, Vec<Vec<u8>>, Vec<u8>)> {
    let lines = document.lines();
    let lines = lines.filter(|line| line.kind() != LineKind::Blank || line.tail().is_some());
    lines
        .map(|line| {
            let words = line.words().map(|word| word.raw().to_vec()).collect();
            let comment = line.comment().unwrap_or_default();
            let comment = String::from_utf8_lossy(comment)
                .trim_end_matches([' ', '\t', '\x0B', '\x0C', '\r'])
                .into();
            (line.kind(), words, comment)
        })
        .collect()
}

fn check(source: &[u8]) {
    for indent in [Indent::Spaces(4), Indent::Tab] {
        let options = FormatOptions::default().with_indent(indent);
        let document = Document::parse(source);
        let once = document.formatted(&options);
        let again = Document::parse(once.clone());
        assert_eq!(content(&document), content(&again));
        let twice = again.formatted(&options);
        assert_eq!(
            String::from_utf8_lossy(&once),
            String::from_utf8_lossy(&twice)
        );
    }
}

#[test]
fn sections_statements_and_comments_get_their_place() {
    let text = "
# The whole process.
 global
nbthread   2# two
  maxconn\t1000   # connections

 stats timeout 30s


# Where it comes in.
frontend www
        # in here
\tbind :80
# not to be forgotten
bind :81   \t

# --- servers ---

backend app
server s1 10.0.0.1:80";
    insta::assert_snapshot!(formatted(text), @"
    # The whole process.
    global
        nbthread 2    # two
        maxconn 1000  # connections

        stats timeout 30s

    # Where it comes in.
    frontend www
        # in here
        bind :80
        # not to be forgotten
        bind :81

    # --- servers ---

    backend app
        server s1 10.0.0.1:80
    ");
}

#[test]
fn conditional_blocks_are_indented_unless_they_hold_a_section() {
    let text = "\
.if defined(A)
.notice outside
.endif
global
.if feature(OPENSSL)
ssl-default-bind-options no-sslv3
.if defined(B)
# deep
nbthread 2
.else
nbthread 1
.endif
.endif
.if defined(C)
# only there
backend c
server s1 10.0.0.1:80
.elif defined(D)
backend d
.if defined(E)
mode tcp
.endif
.endif
backend e
mode http
";
    insta::assert_snapshot!(formatted(text), @"
    .if defined(A)
        .notice outside
    .endif

    global
        .if feature(OPENSSL)
            ssl-default-bind-options no-sslv3
            .if defined(B)
                # deep
                nbthread 2
            .else
                nbthread 1
            .endif
        .endif

    .if defined(C)
    # only there
    backend c
        server s1 10.0.0.1:80

    .elif defined(D)
    backend d
        .if defined(E)
            mode tcp
        .endif
    .endif

    backend e
        mode http
    ");
}

#[test]
fn what_haproxy_refuses_or_skips_stays_as_it_is() {
    let text = "backend a\n server  \"s1\n  [scope]  # a\n a  b \x00 c\n";
    let expected = "backend a\n server  \"s1\n\n  [scope]  # a\n a  b \x00 c\n";
    assert_eq!(formatted(text), expected);
}

#[test]
fn a_backslash_does_not_take_a_blank_into_its_word() {
    assert_eq!(
        formatted("global\n  log-tag a\\\t\tb\\\t# c\n"),
        "global\n    log-tag a\\\tb\\\t # c\n"
    );
}

#[test]
fn line_endings_stay_and_the_last_one_is_added() {
    assert_eq!(
        formatted("global\r\nnbthread 2\r\ndefaults"),
        "global\r\n    nbthread 2\r\n\r\ndefaults\r\n"
    );
    assert_eq!(formatted(""), "");
    assert_eq!(formatted("\n\n  "), "");
}

#[test]
fn every_configuration_of_the_corpus_keeps_its_words() {
    let Some(folder) = std::env::var_os("HAPROXY_KIT_CORPUS") else {
        return;
    };
    let mut files = 0;
    visit(Path::new(&folder), &mut |bytes| {
        files += 1;
        check(&bytes);
    });
    assert!(files > 0, "no configuration in the corpus");
}

fn visit(folder: &Path, act: &mut impl FnMut(Vec<u8>)) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            visit(&path, act);
        } else if path.extension().is_some_and(|extension| extension == "cfg") {
            act(std::fs::read(path).unwrap());
        }
    }
}

fn piece() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        " ",
        "  ",
        "\t",
        "\n",
        "\n",
        "\n",
        "\r\n",
        "\r",
        "\x0B",
        "#",
        "# x",
        "\\",
        "\"",
        "'",
        "a",
        "[",
        "\0",
        "é",
        "$X",
        "global",
        "\nbackend b",
        "\n.if 1\n",
        "\n.else\n",
        "\n.endif\n",
        "\n # c\n",
        "\n\n\n",
        "\nserver s",
        "default ",
    ])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3000))]

    #[test]
    fn words_stay_and_formatting_twice_is_formatting_once(
        pieces in prop::collection::vec(piece(), 0..40)
    ) {
        check(pieces.concat().as_bytes());
    }

    #[test]
    fn any_bytes_can_be_formatted(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        check(&bytes);
    }
}
