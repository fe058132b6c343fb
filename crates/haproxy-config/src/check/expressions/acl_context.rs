use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::ACL_CONTEXT,
    name: "acl-context",
    family: Family::Expressions,
    severity: Severity::Warning,
    summary: "A condition asks for a value that is not there, and never matches.",
    explanation: "\
An ACL looks at something that does not exist when its rule is evaluated, such as the path of a \
request in a rule for answers. It then never matches, whatever the request was. Keep what is \
needed later in a variable: `http-request set-var(txn.path) path`, and then `var(txn.path) -m \
beg /api`.",
    examples: &[Example::warned(
        "\
frontend www
    mode http
    bind 127.0.0.1:8080
    timeout client 30s
    http-response set-header X-Api 1 if { path_beg /api }
",
        "\
frontend www
    mode http
    bind 127.0.0.1:8080
    timeout client 30s
    http-request set-var(txn.path) path
    http-response set-header X-Api 1 if { var(txn.path) -m beg /api }
",
    )],
};
