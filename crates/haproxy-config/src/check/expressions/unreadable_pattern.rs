use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::UNREADABLE_PATTERN,
    name: "unreadable-pattern",
    family: Family::Expressions,
    severity: Severity::Error,
    summary: "An ACL compares with a pattern that cannot be read.",
    explanation: "\
Patterns are read by the way in which the ACL compares: numbers and ranges such as `1:5`, \
addresses and networks, pairs of hexadecimal digits.",
    examples: &[Example::refused(
        "\
frontend www
    mode http
    bind 127.0.0.1:8080
    timeout client 30s
    http-request deny if { src 10.0.0.0/33 }
",
        "\
frontend www
    mode http
    bind 127.0.0.1:8080
    timeout client 30s
    http-request deny if { src 10.0.0.0/8 }
",
    )],
};
