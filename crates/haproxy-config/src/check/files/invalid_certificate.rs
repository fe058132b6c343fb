use super::example_files::{CERTIFICATE, KEY};
use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::INVALID_CERTIFICATE,
    name: "invalid-certificate",
    family: Family::Files,
    severity: Severity::Error,
    summary: "A file of a certificate does not hold what it should.",
    explanation: "\
The file of a certificate holds it in PEM, with its private key and the certificates that lead from it \
to an authority that clients know. The key may stand in a file beside it with `.key` behind the name. \
HAProxy refuses a file without a certificate, without a key, or with one that cannot be read. Files are \
looked at only where that is asked for, as by `haproxy-kit check --files`.",
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
        ("www.crt", CERTIFICATE),
        ("www.crt.key", KEY),
    ])],
};
