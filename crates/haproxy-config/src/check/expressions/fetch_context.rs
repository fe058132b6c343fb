use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::FETCH_CONTEXT,
    name: "fetch-context",
    family: Family::Expressions,
    severity: Severity::Error,
    summary: "A value is fetched where it is not there yet, or no more.",
    explanation: "\
What can be fetched depends on when a statement is evaluated: a rule for connections comes \
before any request, a rule for answers after the request is gone, and a frontend does not know \
the server. Keep what is needed later in a variable: `http-request set-var(txn.host) \
req.hdr(host)`, and then `var(txn.host)`.",
    examples: &[Example::refused(
        "\
frontend www
    mode http
    bind 127.0.0.1:8080
    timeout client 30s
    http-response set-header X-Path %[path]
",
        "\
frontend www
    mode http
    bind 127.0.0.1:8080
    timeout client 30s
    http-request set-var(txn.path) path
    http-response set-header X-Path %[var(txn.path)]
",
    )],
};
