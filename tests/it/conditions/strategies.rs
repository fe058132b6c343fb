//! Conditions and blocks, as people may write them and as nobody should.

use std::fmt::Write;

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

/// Whether there is what HAProxy refuses, or what not all versions have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Junk {
    None,
    Some,
}

pub(super) fn any_condition(junk: Junk) -> BoxedStrategy<String> {
    let nested = any_term(junk).prop_recursive(4, 24, 3, move |inner| {
        let pair = (inner.clone(), select(OPERATORS), inner.clone());
        prop_oneof![
            4 => pair.prop_map(|(first, operator, second)| first + operator + &second),
            2 => (select(NEGATIONS), inner.clone()).prop_map(|(not, term)| not.to_owned() + &term),
            2 => inner.clone().prop_map(|term| format!("({term})")),
            1 => inner.clone().prop_map(|term| format!("( {term} )")),
            1 => inner.prop_map(|term| format!("!({term})")),
        ]
    });
    if junk == Junk::None {
        return nested.boxed();
    }
    let pieces = || select(PIECES);
    prop_oneof![
        8 => nested.clone(),
        1 => (nested.clone(), pieces()).prop_map(|(term, piece)| term + piece),
        1 => (pieces(), nested.clone()).prop_map(|(piece, term)| piece.to_owned() + &term),
        1 => (nested.clone(), pieces(), nested)
            .prop_map(|(first, piece, second)| first + piece + &second),
        1 => vec(pieces(), 0..4).prop_map(|pieces| pieces.concat()),
    ]
    .boxed()
}

/// Lines of a global section with blocks and changes to the environment.
pub(super) fn any_blocks() -> BoxedStrategy<String> {
    let refused = (0..20_usize, select(MISPLACED)).prop_map(|(chance, line)| match chance {
        0 => line.to_owned(),
        _ => String::new(),
    });
    let line = prop_oneof![
        4 => Just(NOTICE.to_owned()),
        4 => select(ENVIRONMENT).prop_map(|line| format!("{line}\n")),
        1 => refused,
    ];
    let block = line.prop_recursive(5, 40, 4, |inner| {
        let body = vec(inner, 0..4).prop_map(|lines| lines.concat()).boxed();
        let branches = vec((any_condition(Junk::None), body.clone()), 1..4);
        (branches, option::of(body)).prop_map(|(branches, other)| block(&branches, other))
    });
    // A long line first: HAProxy reads a line again for which its buffer was too short, and then
    // misses the end of a default value.
    let filler = "x".repeat(4000);
    vec(block, 1..8)
        .prop_map(move |blocks| format!("global\n    # {filler}\n{}", blocks.concat()))
        .boxed()
}

fn block(branches: &[(String, String)], other: Option<String>) -> String {
    let mut text = String::new();
    for (index, (condition, body)) in branches.iter().enumerate() {
        let keyword = if index == 0 { ".if" } else { ".elif" };
        write!(text, "{keyword} {condition}\n{body}").unwrap();
    }
    if let Some(body) = other {
        write!(text, ".else\n{body}").unwrap();
    }
    text + ".endif\n"
}

fn any_term(junk: Junk) -> BoxedStrategy<String> {
    let (texts, versions) = match junk {
        Junk::None => (TEXTS.to_vec(), VERSIONS.to_vec()),
        Junk::Some => (
            [TEXTS, STRANGE_TEXTS].concat(),
            [VERSIONS, STRANGE_VERSIONS].concat(),
        ),
    };
    let pair = |name| {
        let arguments = (select(texts.clone()), select(texts.clone()));
        arguments
            .prop_map(move |(first, second)| format!("{name}({first},{second})"))
            .boxed()
    };
    let known = prop_oneof![
        2 => call("defined", NAMES),
        1 => call("feature", FEATURES),
        3 => pair("streq"),
        2 => pair("strneq"),
        1 => call("version_atleast", &versions),
        1 => call("version_before", &versions),
        1 => call("openssl_version_atleast", OPENSSL_VERSIONS),
        1 => call("openssl_version_before", OPENSSL_VERSIONS),
        1 => call("ssllib_name_startswith", LIBRARIES),
        1 => select(INTEGERS).prop_map(str::to_owned),
    ];
    if junk == Junk::None {
        return known.boxed();
    }
    prop_oneof![
        12 => known,
        1 => pair("strstr"),
        1 => call("enabled", ENABLED),
        1 => select(STRANGE_TERMS).prop_map(str::to_owned),
    ]
    .boxed()
}

fn call(name: &'static str, arguments: &[&'static str]) -> BoxedStrategy<String> {
    select(arguments.to_vec())
        .prop_map(move |argument| format!("{name}({argument})"))
        .boxed()
}

const OPERATORS: &[&str] = &[
    "&&", " && ", "||", " || ", "&& ", " ||", "  ||\t", " && ! ", "||!",
];

const NEGATIONS: &[&str] = &["!", "! ", "!!"];

/// What is put before, between and behind conditions.
const PIECES: &[&str] = &[
    "",
    " ",
    "&",
    "|",
    "&&",
    "||",
    "!",
    "(",
    ")",
    "()",
    ",",
    "\"",
    "'",
    "0",
    "1",
    "a",
    "\\ ",
    "#",
    "$SET",
    "\"$SET\"",
    "-1",
    "+1",
    "0x1",
    "1a",
    "defined",
    "defined()",
    ")(",
    "\t",
];

const TEXTS: &[&str] = &[
    "a",
    "b",
    "value",
    "\"$SET\"",
    "\"$UNSET\"",
    "\"${UNSET-a}\"",
    "\"$X\"",
    "\"$Y\"",
    "\"$EMPTY\"",
    "'a'",
    "\"a\"",
    "\\'a\\'",
    "'\"a\"'",
    "'a b'",
    "a\\ b",
    "'\"a b\"'",
    "'\"a,b\"'",
    "'\\n'",
    "",
    "\"'$BLANKS'\"",
    "'\"\\\"\"'",
    "\"\\\"$BLANKS\\\"\"",
    "x.y",
    "é",
];

const STRANGE_TEXTS: &[&str] = &[
    "a b",
    "(",
    "')'",
    "'\"'",
    "\"$BLANKS\"",
    "\"$PARENTHESIS\"",
    " a",
    "a ",
    "\\",
    "'\\\\'",
    "\t",
    "'\\z'",
    "'\"\\\\\"'",
];

const NAMES: &[&str] = &[
    "SET",
    "UNSET",
    "EMPTY",
    "X",
    "Y",
    "HAPROXY_BRANCH",
    "",
    "PATH",
    "\"$X\"",
];

const VERSIONS: &[&str] = &[
    "2.6",
    "2.6.12",
    "2.6.13",
    "3.0",
    "3.0.11",
    "3.0.12",
    "3.0.11-1",
    "3.0.11-2",
    "3.2",
    "3.2.26",
    "3.2-dev1",
    "3.3-dev0",
    "3",
    "2",
    "4",
    "3.2.26-1",
    "3.2.26-2",
    "2.7-dev1",
    "3.2.",
    "3.2.26-",
    "1.5",
    "3.1",
    "2.6.12-1+deb12u3",
    "3.2-rc1",
    "03.02",
];

const STRANGE_VERSIONS: &[&str] = &[
    "",
    "x",
    "3.x",
    "3.2.x",
    "3-2",
    ".",
    "-1",
    "3.2-x",
    "3.2.26x",
    "9.9x",
    "9.9.9x",
    "9.9-dev3x",
    "9.9.9-x",
    "9.-1",
    "9..9",
    "+9",
    "9.9-dev",
    "9.9.9.9",
];

/// HAProxy crashes on those that cannot be read.
const OPENSSL_VERSIONS: &[&str] = &[
    "1.1.1",
    "1.1.1k",
    "3.0.0",
    "3.0.17",
    "3.0.18",
    "3.5.0",
    "3.5.4",
    "3.6.0",
    "3.0.0-alpha1",
    "3.5.0-beta2",
    "4.0.0",
];

const FEATURES: &[&str] = &[
    "OPENSSL", "LUA", "QUIC", "WURFL", "openssl", "NONE", "", "PCRE2",
];

const ENABLED: &[&str] = &[
    "POLL",
    "EPOLL",
    "KQUEUE",
    "poll",
    "SPLICE",
    "GETADDRINFO",
    "REUSEPORT",
    "FAST-FORWARD",
    "NONE",
    "SERVER-SSL-VERIFY-NONE",
    "EVPORTS",
];

const LIBRARIES: &[&str] = &[
    "OpenSSL",
    "LibreSSL",
    "OpenSSL\\ 3",
    "",
    "\"OpenSSL 3.\"",
    "openssl",
];

const INTEGERS: &[&str] = &["0", "1", "2", "-1", "00", "+1", "10", "007"];

const STRANGE_TERMS: &[&str] = &[
    "unknown(a)",
    "defined",
    "streq",
    "streq(a)",
    "streq(a,b,c)",
    "defined(A,B)",
    "defined (A)",
    "feature(A",
    "feature A",
    "08",
    "0x10",
    "0x",
    "1x",
    "-",
    "Defined(A)",
    "streq(a, b)",
    "streq( a,a)",
    "streq(a,a )",
    "defined(SET),",
    "awslc_api_atleast(1)",
    "defined((A))",
    "1 1",
    "2 && defined(",
    "1||",
    "&&1",
    "0||||1",
    "1&1",
    "defined(SET)x",
    "defined(SET)1",
    "999999999999",
    "!0",
    "!!1",
    "- 1",
    "--1",
    "1.0",
    "streq(,)",
    "strneq(,)",
    "streq()",
    "()",
    "( )",
];

const NOTICE: &str = ".notice \"line $.LINE of $.FILE in $.SECTION: $X, $Y, $SET\"\n";

const ENVIRONMENT: &[&str] = &[
    "setenv X a",
    "setenv X \"v$Y\"",
    "setenv Y 'a b'",
    "setenv Y \"v$X$SET\"",
    "presetenv X b",
    "presetenv Y b",
    "unsetenv X",
    "unsetenv Y SET",
    "unsetenv UNSET",
    "resetenv X SET",
    "resetenv Y PATH",
    "presetenv SET x",
    "setenv SET \"$.LINE\"",
];

/// What is refused, or stands where it does not count.
const MISPLACED: &[&str] = &[
    ".else\n",
    ".endif\n",
    ".elif 1\n",
    ".if\n.endif\n",
    ".if unknown\n.notice x\n.elif 1\n.notice y\n.endif\n",
    ".if 1\n.elif unknown\n.notice x\n.endif\n",
    ".if 0\n.elif unknown\n.notice x\n.else\n.notice y\n.endif\n",
    ".if 0\n.if unknown\n.endif x\n.endif\n",
    ".if 1\n.else x\n.endif\n",
    ".if 1\n",
    ".notice a b\n",
    ".notice\n",
    ".if \"unmatched\n.endif\n",
    ".if 0\n.notice \"$\"\n.endif\n",
    ".unknown\n",
    ".if 0\n.unknown\n.endif\n",
    ".if 1\n.else\n.elif 1\n.endif\n",
    ".if 1\n.else\n.else\n.notice z\n.endif\n",
    ".endif # c\n",
    ".alert x\n",
    ".if 0\n.alert x\n.notice a b\n.endif\n",
    ".warning x\n",
    ".if 0\nbackend x\n.endif\n",
];
