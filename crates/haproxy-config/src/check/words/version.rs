use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Severity};

pub(super) const NOT_YET: Rule = Rule {
    code: Code::NOT_YET,
    name: "not-yet",
    family: Family::Words,
    severity: Severity::Error,
    summary: "The target is older than a keyword.",
    explanation: "\
A later version of HAProxy has the keyword, the one that the configuration is for does not. Upgrade, or \
do without it. `--target` says which version is meant.",
    examples: &[Example::refused(
        "healthcheck web\n    type tcp-check\n",
        "global\n    maxconn 1000\n",
    )],
};

pub(super) const REMOVED: Rule = Rule {
    code: Code::REMOVED,
    name: "removed",
    family: Family::Words,
    severity: Severity::Error,
    summary: "The target has a keyword no more.",
    explanation: "\
Earlier versions of HAProxy had the keyword. The help says what does the same where there is something.",
    examples: &[Example::refused(
        "\
frontend www
    bind 127.0.0.1:8080
    mode http
    timeout client 30s
    reqadd X-Proto:\\ https
",
        "\
frontend www
    bind 127.0.0.1:8080
    mode http
    timeout client 30s
    http-request add-header X-Proto https
",
    )],
};

pub(super) const DEPRECATED: Rule = Rule {
    code: Code::DEPRECATED,
    name: "deprecated",
    family: Family::Words,
    severity: Severity::Warning,
    summary: "The target would rather see something else.",
    explanation: "\
HAProxy still accepts the keyword, and a later version will not. The help says what to write instead.",
    examples: &[Example::warned(
        "\
frontend www
    bind 127.0.0.1:8080
    mode http
    timeout client 30s
    option accept-invalid-http-request
",
        "\
frontend www
    bind 127.0.0.1:8080
    mode http
    timeout client 30s
    option accept-unsafe-violations-in-http-request
",
    )],
};

pub(super) const MISSING_FEATURE: Rule = Rule {
    code: Code::MISSING_FEATURE,
    name: "missing-feature",
    family: Family::Words,
    severity: Severity::Error,
    summary: "The target was built without what a keyword needs.",
    explanation: "\
Some keywords are there only where HAProxy was built with a library or an option; `haproxy -vv` lists \
these, and the target says which of them count.",
    examples: &[Example::refused(
        "global\n    profiling.memory on\n",
        "global\n    profiling.tasks on\n",
    )],
};

pub(super) const EXPERIMENTAL: Rule = Rule {
    code: Code::EXPERIMENTAL,
    name: "experimental",
    family: Family::Words,
    severity: Severity::Error,
    summary: "A keyword is experimental, and nothing allows it.",
    explanation: "\
What is experimental may change or go away with any version. HAProxy takes it only where \
`expose-experimental-directives` stands in the global section above.",
    examples: &[Example::refused(
        "\
frontend www
    bind 127.0.0.1:8080
    mode http
    timeout client 30s
    http-request normalize-uri path-merge-slashes
",
        "\
global
    expose-experimental-directives

frontend www
    bind 127.0.0.1:8080
    mode http
    timeout client 30s
    http-request normalize-uri path-merge-slashes
",
    )],
};
