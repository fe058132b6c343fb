use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::ACL_NAME,
    name: "acl-name",
    family: Family::Expressions,
    severity: Severity::Error,
    summary: "An ACL is called \"or\".",
    explanation: "\
In a condition `or` stands between alternatives. An ACL of this name, in whatever case, could \
never be used.",
    examples: &[Example::refused(
        "\
frontend www
    mode http
    bind 127.0.0.1:8080
    timeout client 30s
    acl or path_beg /api
",
        "\
frontend www
    mode http
    bind 127.0.0.1:8080
    timeout client 30s
    acl api path_beg /api
    http-request deny if api
",
    )],
};
