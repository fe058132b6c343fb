//! Texts for properties, where the specification leaves open what HAProxy does not.

mod proxy;
mod rule;
mod section;

use serde_json::{Map, Value};

use super::limits;

/// The texts of properties, by their paths or names, each with the reason.
type Table = &'static [(&'static str, &'static [&'static str], &'static str)];

/// The property that names the elements of a map of this definition.
pub(super) fn key(definition: &str) -> &'static str {
    match definition {
        "user" => "username",
        "server_template" => "prefix",
        "crt_load" => "certificate",
        _ => "name",
    }
}

/// Texts for the property at this path, where what is chosen beside it says which.
pub(super) fn beside(path: &str, chosen: &Map<String, Value>) -> Option<&'static [&'static str]> {
    let mut known = BESIDE.iter();
    let found = known.find(|(known, name, value, ..)| {
        limits::is_at(path, known) && chosen.get(*name).is_some_and(|chosen| chosen == value)
    });
    found.map(|(.., words, _)| *words)
}

/// Whether others are to be chosen before it.
pub(super) fn waits(path: &str) -> bool {
    BESIDE.iter().any(|(known, ..)| limits::is_at(path, known))
}

/// The texts of a property beside a value of another one, with the reason.
type Beside = (
    &'static str,
    &'static str,
    &'static str,
    &'static [&'static str],
    &'static str,
);

const BESIDE: &[Beside] = &[
    (
        "http_request_rule/var_name",
        "type",
        "do-resolve",
        &["txn.name#"],
        "a variable with its scope",
    ),
    (
        "http_check/pattern",
        "match",
        "hdr",
        &["name x-a#", "name -m beg x value -m sub a#"],
        "names and values",
    ),
    (
        "http_check/pattern",
        "match",
        "fhdr",
        &["name x-a#", "name x value a#"],
        "names and values",
    ),
    (
        "http_check/pattern",
        "match",
        "status",
        &["200", "200-399,404"],
        "status codes",
    ),
    (
        "http_check/pattern",
        "match",
        "rstatus",
        &["^2", "^[23]"],
        "a regular expression",
    ),
    (
        "tcp_check/pattern",
        "match",
        "binary",
        &["50494e47", "0d0a"],
        "hexadecimal digits",
    ),
    (
        "tcp_check/pattern",
        "match",
        "rbinary",
        &["^5049", "0d0a$"],
        "a regular expression",
    ),
    (
        "return_content",
        "return_content_format",
        "errorfiles",
        &["name#"],
        "the name of a section",
    ),
    (
        "return_content",
        "return_content_format",
        "file",
        &["/etc/a#.html"],
        "a file",
    ),
    (
        "return_content",
        "return_content_format",
        "lf-file",
        &["/etc/a#.html"],
        "a file",
    ),
    (
        "return_content",
        "return_content_format",
        "string",
        &["two words", "word#"],
        "a text",
    ),
    (
        "return_content",
        "return_content_format",
        "lf-string",
        &["%[src] word#"],
        "a log format",
    ),
];

/// Texts for the property at this path; `#` is for a number.
pub(super) fn of(path: &str, pattern: Option<&str>) -> &'static [&'static str] {
    let tables = [section::TABLE, proxy::TABLE, rule::TABLE];
    let known = tables
        .into_iter()
        .flatten()
        .filter(|(known, ..)| limits::is_at(path, known));
    if let Some((_, words, _)) = known.max_by_key(|(known, ..)| known.len()) {
        return words;
    }
    match pattern {
        Some(r"^[^\s]+$" | r"^\S+$" | r"^[^ ]*$") => &[
            "word#",
            "a-b.c:d_#",
            "100%",
            "a\\b",
            "${NAME}x",
            "caf\u{e9}",
        ],
        Some(r"^[A-Za-z0-9-_.:]+$") => &["name#", "A.b-c_d:#"],
        Some(r"^[A-Za-z0-9-_]+$" | r"^[A-Za-z0-9-_.]+$") => &["name#", "A-b_#"],
        Some(r#"^[A-Za-z0-9-_.:${}"]+$"# | r#"^[A-Za-z0-9-_${}"]+$"#) => &["name#", "${NAME}#"],
        Some(r"^(0x[0-9A-Fa-f]+|[0-9]+)$") => &["0x#", "#"],
        Some(r#"^(?:[A-Za-z]+\("([A-Za-z\s]+)"\)|[A-Za-z]+)"#) => &["path", "req.hdr(host)"],
        Some(r"^\S+@\S+$") => &["someone#@example.com"],
        Some(other) => panic!("no text for {path} with {other}"),
        None => &[
            "word#",
            "two words",
            "it's \"quoted\"",
            "back\\slash",
            "${HOME}/a",
            "#",
        ],
    }
}
