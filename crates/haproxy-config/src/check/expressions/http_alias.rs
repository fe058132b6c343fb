use haproxy_model::version::Version;

use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::HTTP_ALIAS,
    name: "http-alias",
    family: Family::Expressions,
    severity: Severity::Error,
    summary: "A log format of a TCP proxy has an alias of HTTP, before HAProxy 3.0.",
    explanation: "\
Versions before 3.0 have aliases of HTTP such as `%HM` in proxies with `mode http` only.",
    examples: &[Example {
        version: Version::new(2, 6),
        ..Example::refused(
            "\
frontend www
    mode tcp
    bind 127.0.0.1:8080
    timeout client 30s
    log 127.0.0.1:514 local0
    log-format \"%ci:%cp %HM\"
",
            "\
frontend www
    mode http
    bind 127.0.0.1:8080
    timeout client 30s
    log 127.0.0.1:514 local0
    log-format \"%ci:%cp %HM\"
",
        )
    }],
};
