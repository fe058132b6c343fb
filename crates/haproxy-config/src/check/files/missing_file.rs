use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::MISSING_FILE,
    name: "missing-file",
    family: Family::Files,
    severity: Severity::Error,
    summary: "A file that the configuration names is not there, or cannot be read.",
    explanation: "\
HAProxy reads certificates, lists, maps, patterns, answers and Lua programs when it starts, and does not \
start without them. A relative path starts where HAProxy is started, or where `default-path` says; that \
of a certificate at `crt-base`, of a key at `key-base`, of an authority at `ca-base`. Files are looked at \
only where that is asked for, as by `haproxy-kit check --files`.",
    examples: &[Example::refused(
        "\
frontend www
    mode http
    bind 127.0.0.1:8080
    timeout client 30s
    errorfile 503 sory.http
",
        "\
frontend www
    mode http
    bind 127.0.0.1:8080
    timeout client 30s
    errorfile 503 sorry.http
",
    )
    .with_files(&[(
        "sorry.http",
        "HTTP/1.1 503 Sorry\r\nContent-Length: 0\r\n\r\n",
    )])],
};
