use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::MISSING_PATTERN,
    name: "missing-pattern",
    family: Family::Expressions,
    severity: Severity::Warning,
    summary: "An ACL has nothing to compare with, and never matches.",
    explanation: "\
An ACL whose sample is not a boolean needs patterns; without any it never matches. `-m found` \
asks whether there is a value at all.",
    examples: &[Example::warned(
        "\
frontend www
    mode http
    bind 127.0.0.1:8080
    timeout client 30s
    http-request deny if { req.hdr(x-debug) }
",
        "\
frontend www
    mode http
    bind 127.0.0.1:8080
    timeout client 30s
    http-request deny if { req.hdr(x-debug) -m found }
",
    )],
};
