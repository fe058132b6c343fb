use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::IGNORED_FETCH,
    name: "ignored-fetch",
    family: Family::Expressions,
    severity: Severity::Warning,
    summary: "Bytes of the connection are fetched where HTTP is read.",
    explanation: "\
`req.payload`, `req.len`, `req.ssl_sni`, `rdp_cookie` and their like look at the bytes of a connection. \
A proxy in `mode http` has messages instead, and HAProxy ignores these fetches there. `ssl_fc_sni`, \
`req.body` and `req.hdr(…)` are what fits.",
    examples: &[Example::warned(
        "\
frontend www
    mode http
    bind 127.0.0.1:8080
    timeout client 30s
    http-request set-header X-Length %[req.len]
",
        "\
frontend www
    mode http
    bind 127.0.0.1:8080
    timeout client 30s
    http-request set-header X-Length %[req.body_len]
",
    )],
};
