use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::UNKNOWN_CONVERTER,
    name: "unknown-converter",
    family: Family::Expressions,
    severity: Severity::Error,
    summary: "An expression converts with what HAProxy does not know.",
    explanation: "\
Behind the sample fetch of an expression stand converters, with a comma before each: \
`path,lower`. The name of one is wrong, or this HAProxy does not have it yet, or no more.",
    examples: &[Example::refused(
        "\
frontend www
    mode http
    bind 127.0.0.1:8080
    timeout client 30s
    http-request set-path %[path,lowercase]
",
        "\
frontend www
    mode http
    bind 127.0.0.1:8080
    timeout client 30s
    http-request set-path %[path,lower]
",
    )],
};
