use super::example_files::{CERTIFICATE, KEY, OTHER_KEY};
use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::KEY_MISMATCH,
    name: "key-mismatch",
    family: Family::Files,
    severity: Severity::Error,
    summary: "A private key is not that of its certificate.",
    explanation: "\
A certificate is of use only with the key that it was made for. Often one of the two files was renewed, \
and the other is still the old one. HAProxy refuses the pair. Files are looked at only where that is \
asked for, as by `haproxy-kit check --files`.",
    examples: &[Example::refused(
        "\
frontend www
    mode http
    bind 127.0.0.1:8443 ssl crt www.pem
    timeout client 30s
",
        "\
frontend www
    mode http
    bind 127.0.0.1:8443 ssl crt www.crt
    timeout client 30s
",
    )
    .with_files(&[
        ("www.pem", CERTIFICATE),
        ("www.pem.key", OTHER_KEY),
        ("www.crt", CERTIFICATE),
        ("www.crt.key", KEY),
    ])],
};
