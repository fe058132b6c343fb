use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::INVALID_REGEX,
    name: "invalid-regex",
    family: Family::Expressions,
    severity: Severity::Error,
    summary: "A regular expression cannot be read.",
    explanation: "\
HAProxy reads regular expressions when it starts, with PCRE where it was built with it. What no \
dialect accepts is told here: groups and classes that are not closed, repetitions of nothing.",
    examples: &[Example::refused(
        "\
frontend www
    mode http
    bind 127.0.0.1:8080
    timeout client 30s
    http-request replace-path ^/(api/.* /\\1
",
        "\
frontend www
    mode http
    bind 127.0.0.1:8080
    timeout client 30s
    http-request replace-path ^/(api/.*) /\\1
",
    )],
};
