use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::OUTPUT_TYPE,
    name: "output-type",
    family: Family::Expressions,
    severity: Severity::Error,
    summary: "A value in a log format is to be given as a type that does not exist.",
    explanation: "\
A part of a log format may have a name and a type, `%(status:sint)ST`, for logs as JSON or CBOR. \
The types are `str`, `sint`, `bool` and `raw`.",
    examples: &[Example::refused(
        "\
frontend www
    mode http
    bind 127.0.0.1:8080
    timeout client 30s
    log 127.0.0.1:514 local0
    log-format \"%{+json}o %(status:number)ST\"
",
        "\
frontend www
    mode http
    bind 127.0.0.1:8080
    timeout client 30s
    log 127.0.0.1:514 local0
    log-format \"%{+json}o %(status:sint)ST\"
",
    )],
};
