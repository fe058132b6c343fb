use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::UNKNOWN_ALIAS,
    name: "unknown-alias",
    family: Family::Expressions,
    severity: Severity::Error,
    summary: "A log format has an alias that does not exist.",
    explanation: "\
In a log format `%` starts an alias such as `%ci` or an expression such as `%[src]`. The sign \
itself is written `%%`.",
    examples: &[Example::refused(
        "\
frontend www
    mode http
    bind 127.0.0.1:8080
    timeout client 30s
    log 127.0.0.1:514 local0
    log-format \"%ci:%cp %xy\"
",
        "\
frontend www
    mode http
    bind 127.0.0.1:8080
    timeout client 30s
    log 127.0.0.1:514 local0
    log-format \"%ci:%cp %ST\"
",
    )],
};
