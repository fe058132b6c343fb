use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::ARGUMENT_COUNT,
    name: "argument-count",
    family: Family::Expressions,
    severity: Severity::Error,
    summary: "A sample fetch or a converter has too many arguments, or too few.",
    explanation: "\
Each sample fetch and each converter takes arguments of its own, in parentheses; some of them \
may be left out at the end. `haproxy-kit explain` shows which.",
    examples: &[Example::refused(
        "\
frontend www
    mode http
    bind 127.0.0.1:8080
    timeout client 30s
    http-request set-header X-First %[path,field(2)]
",
        "\
frontend www
    mode http
    bind 127.0.0.1:8080
    timeout client 30s
    http-request set-header X-First %[path,field(2,/)]
",
    )],
};
