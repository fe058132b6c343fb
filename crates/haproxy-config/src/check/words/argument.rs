use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Severity};

pub(super) const MISSING: Rule = Rule {
    code: Code::MISSING_ARGUMENT,
    name: "missing-argument",
    family: Family::Words,
    severity: Severity::Error,
    summary: "A keyword lacks an argument.",
    explanation: "\
The line ends where the keyword still needs a word. `haproxy-kit explain KEYWORD` shows what it takes. \
An empty word, as a variable makes it that is not set, ends a line as well.",
    examples: &[Example::refused(
        "\
backend app
    timeout connect 5s
    timeout server
",
        "\
backend app
    timeout connect 5s
    timeout server 30s
",
    )],
};

pub(super) const INVALID: Rule = Rule {
    code: Code::INVALID_ARGUMENT,
    name: "invalid-argument",
    family: Family::Words,
    severity: Severity::Error,
    summary: "An argument is not what the keyword takes.",
    explanation: "\
A number that is too large, a time without a number, a word that is none of those to choose from: the \
message says what should stand there.",
    examples: &[Example::refused(
        "\
backend app
    timeout connect 5s
    timeout server soon
",
        "\
backend app
    timeout connect 5s
    timeout server 30s
",
    )],
};

pub(super) const UNKNOWN: Rule = Rule {
    code: Code::UNKNOWN_ARGUMENT,
    name: "unknown-argument",
    family: Family::Words,
    severity: Severity::Error,
    summary: "A word is none of the arguments of its keyword.",
    explanation: "\
A parameter is misspelt, or the line goes on behind its last argument. A comment starts with `#`; a \
value with a space in it needs quotes or a backslash.",
    examples: &[Example::refused(
        "\
backend app
    timeout connect 5s
    timeout server 30s
    server s1 192.0.2.1:80 chek
",
        "\
backend app
    timeout connect 5s
    timeout server 30s
    server s1 192.0.2.1:80 check
",
    )],
};

pub(super) const IGNORED: Rule = Rule {
    code: Code::IGNORED_ARGUMENT,
    name: "ignored-argument",
    family: Family::Words,
    severity: Severity::Warning,
    summary: "A word stands where HAProxy reads no further.",
    explanation: "\
Some keywords do not look at what follows their arguments, and HAProxy accepts anything there. It has \
no effect: somebody probably thinks that it has.",
    examples: &[Example::accepted(
        "\
backend app
    timeout connect 5s
    timeout server 30s
    balance roundrobin weighted
",
        "\
backend app
    timeout connect 5s
    timeout server 30s
    balance roundrobin
",
    )],
};
