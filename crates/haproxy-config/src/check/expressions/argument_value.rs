use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::ARGUMENT_VALUE,
    name: "argument-value",
    family: Family::Expressions,
    severity: Severity::Error,
    summary: "An argument of a sample fetch or a converter is not what it has to be.",
    explanation: "\
Arguments have types: whole numbers, addresses, names, words out of a few. HAProxy reads them \
when it starts, and refuses what it cannot read.",
    examples: &[Example::refused(
        "\
frontend www
    mode http
    bind 127.0.0.1:8080
    timeout client 30s
    http-request set-header X-Hash %[path,sha2(255),hex]
",
        "\
frontend www
    mode http
    bind 127.0.0.1:8080
    timeout client 30s
    http-request set-header X-Hash %[path,sha2(256),hex]
",
    )],
};
