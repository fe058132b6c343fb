use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::BACK_REFERENCE,
    name: "back-reference",
    family: Family::Expressions,
    severity: Severity::Warning,
    summary: "A replacement uses a group that its regular expression does not have.",
    explanation: "\
`\\1` to `\\9` in a replacement stand for the groups of the regular expression before it. What a \
group that does not exist stands for is nothing; HAProxy does not tell.",
    examples: &[Example::accepted(
        "\
frontend www
    mode http
    bind 127.0.0.1:8080
    timeout client 30s
    http-request replace-path ^/api/.* /\\1
",
        "\
frontend www
    mode http
    bind 127.0.0.1:8080
    timeout client 30s
    http-request replace-path ^/api/(.*) /\\1
",
    )],
};
