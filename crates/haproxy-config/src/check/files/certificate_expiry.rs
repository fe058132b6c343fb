use super::example_files::{CERTIFICATE, EXPIRED, KEY};
use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::CERTIFICATE_EXPIRY,
    name: "certificate-expiry",
    family: Family::Files,
    severity: Severity::Warning,
    summary: "A certificate has expired, is not valid yet, or will expire soon.",
    explanation: "\
HAProxy starts with such a certificate without a word, and clients refuse the connection. Of those that \
expire within thirty days the finding is an info. Files are looked at only where that is asked for, as \
by `haproxy-kit check --files`.",
    examples: &[Example::accepted(
        "\
frontend www
    mode http
    bind 127.0.0.1:8443 ssl crt old.pem
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
        ("old.pem", EXPIRED),
        ("www.crt", CERTIFICATE),
        ("www.crt.key", KEY),
    ])],
};
