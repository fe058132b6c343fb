use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Severity};

pub(super) const UNKNOWN: Rule = Rule {
    code: Code::UNKNOWN_KEYWORD,
    name: "unknown-keyword",
    family: Family::Words,
    severity: Severity::Error,
    summary: "No keyword of this name may stand here.",
    explanation: "\
The word is misspelt, belongs to another kind of section, or is none of HAProxy's at all. \
`haproxy-kit keywords --section NAME` lists what a section takes.",
    examples: &[Example::refused(
        "\
backend app
    timeout connect 5s
    timeout server 30s
    balnce leastconn
",
        "\
backend app
    timeout connect 5s
    timeout server 30s
    balance leastconn
",
    )],
};
