use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::MATCH_METHOD,
    name: "match-method",
    family: Family::Expressions,
    severity: Severity::Error,
    summary: "An ACL compares in a way that does not fit its sample.",
    explanation: "\
An ACL compares by the type of its sample: text with text, numbers with numbers, addresses with \
networks. `-m` says another way; it must fit the type, and has to be there where the type tells \
nothing, as with variables and bytes. It stands before the files of patterns.",
    examples: &[Example::refused(
        "\
frontend www
    mode http
    bind 127.0.0.1:8080
    timeout client 30s
    acl api var(txn.path) /api
    http-request deny if api
",
        "\
frontend www
    mode http
    bind 127.0.0.1:8080
    timeout client 30s
    acl api var(txn.path) -m str /api
    http-request deny if api
",
    )],
};
