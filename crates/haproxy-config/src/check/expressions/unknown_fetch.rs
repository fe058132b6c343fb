use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::UNKNOWN_FETCH,
    name: "unknown-fetch",
    family: Family::Expressions,
    severity: Severity::Error,
    summary: "An expression fetches what HAProxy does not know.",
    explanation: "\
A sample expression starts with a sample fetch: `req.hdr(host)`, `src`. Its name is wrong, or \
this HAProxy does not have it yet, or no more. Keywords of ACLs such as `path_beg` are no \
fetches: only ACLs have them. Names that start with `lua.` come from scripts and are not looked \
at.",
    examples: &[Example::refused(
        "\
frontend www
    mode http
    bind 127.0.0.1:8080
    timeout client 30s
    http-request set-header X-Host %[req.hrd(host)]
",
        "\
frontend www
    mode http
    bind 127.0.0.1:8080
    timeout client 30s
    http-request set-header X-Host %[req.hdr(host)]
",
    )],
};
