use haproxy_model::registry::SampleType;

use super::finding::Finding;
use super::piece::Piece;
use super::sample::named;
use crate::check::context::Context;
use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::TABLE_KEY,
    name: "table-key",
    family: Family::Expressions,
    severity: Severity::Error,
    summary: "A value is no key of the table that it is looked up in.",
    explanation: "\
`track-sc0`, `stick` rules and bandwidth limits look a value up in a table, whose `type` says what its \
keys are. What cannot be one is refused: a number of the table's `type ip` is fine, true or false is not.",
    examples: &[Example::refused(
        "\
frontend www
    mode http
    bind 127.0.0.1:8080
    timeout client 30s
    stick-table type ip size 100k expire 5m store http_req_rate(10s)
    http-request track-sc0 base32+src
",
        "\
frontend www
    mode http
    bind 127.0.0.1:8080
    timeout client 30s
    stick-table type binary len 20 size 100k expire 5m store http_req_rate(10s)
    http-request track-sc0 base32+src
",
    )],
};

/// Looks at an expression whose statement, of the proxy of this name, may look it up in a table.
pub(super) fn check(
    piece: Piece<'_>,
    words: &[&str],
    proxy: Option<&str>,
    output: SampleType,
    context: &Context<'_>,
    found: &mut Vec<Finding>,
) {
    let end = piece.first + piece.words.len();
    let before = piece.first.checked_sub(1).and_then(|at| words.get(at));
    let Some(before) = before else { return };
    let is_looked_up = before.starts_with("track-sc")
        || words.first() == Some(&"stick") && piece.first == 2
        || words.get(1).is_some_and(|word| word.starts_with("bwlim-")) && *before == "key";
    if !is_looked_up {
        return;
    }
    let behind = words.get(end..).unwrap_or_default();
    let table = match words.first() {
        // The parameters of a filter have no order.
        Some(&"filter") => words.iter().position(|word| *word == "table"),
        _ => behind
            .iter()
            .position(|word| *word == "table")
            .filter(|at| *at == 0)
            .map(|at| at + end),
    };
    let name = match table {
        Some(table) => words.get(table + 1).copied(),
        None => proxy,
    };
    let Some((name, key)) = name.and_then(|name| Some((name, context.tables().key(name)?))) else {
        return;
    };
    if !output.casts_to(key, piece.version) {
        let message = format!(
            "the keys of table '{name}' are {}, and this gives {}",
            kind(key),
            named(output)
        );
        found.push(piece.at_word(&RULE, 0, message));
    }
}

/// The keys of a table in a sentence.
const fn kind(key: SampleType) -> &'static str {
    match key {
        SampleType::Ipv4 => "IPv4 addresses",
        SampleType::Ipv6 => "IPv6 addresses",
        SampleType::SignedInteger => "numbers",
        SampleType::Binary => "bytes",
        _ => "texts",
    }
}
