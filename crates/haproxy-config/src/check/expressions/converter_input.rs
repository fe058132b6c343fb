use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::CONVERTER_INPUT,
    name: "converter-input",
    family: Family::Expressions,
    severity: Severity::Error,
    summary: "A converter gets a value that cannot become what it takes.",
    explanation: "\
Each converter takes one type of value: text, a number, bytes, an address. HAProxy turns most \
types into each other by itself, but not all: bytes become no number, and a boolean no address.",
    examples: &[Example::refused(
        "\
frontend www
    mode http
    bind 127.0.0.1:8080
    timeout client 30s
    http-request set-header X-Net %[ssl_fc,ipmask(24)]
",
        "\
frontend www
    mode http
    bind 127.0.0.1:8080
    timeout client 30s
    http-request set-header X-Net %[src,ipmask(24)]
",
    )],
};
