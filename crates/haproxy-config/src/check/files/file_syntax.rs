use super::example_files::{CERTIFICATE, KEY};
use crate::check::{Example, Family, Rule};
use crate::diagnostic::{Code, Severity};

pub(super) const RULE: Rule = Rule {
    code: Code::FILE_SYNTAX,
    name: "file-syntax",
    family: Family::Files,
    severity: Severity::Error,
    summary: "A line of a file that the configuration names cannot be read.",
    explanation: "\
Lists of certificates, maps, patterns and the configuration of SPOE have a syntax of their own, and \
HAProxy does not start where a line breaks it. The finding stands at the line that names the file; its \
message says which line of the file is meant. Files are looked at only where that is asked for, as by \
`haproxy-kit check --files`.",
    examples: &[
        Example::refused(
            "\
frontend www
    mode http
    bind 127.0.0.1:8443 ssl crt-list broken.list
    timeout client 30s
",
            "\
frontend www
    mode http
    bind 127.0.0.1:8443 ssl crt-list www.list
    timeout client 30s
",
        )
        .with_files(&[
            ("broken.list", "www.crt [verify maybe] www.example.com\n"),
            ("www.list", "www.crt [verify none] www.example.com\n"),
            ("www.crt", CERTIFICATE),
            ("www.crt.key", KEY),
        ]),
        Example::refused(
            "\
backend app
    mode http
    timeout connect 5s
    timeout server 30s
    http-request deny if { src,map_ip_int(broken.map) gt 1 }
",
            "\
backend app
    mode http
    timeout connect 5s
    timeout server 30s
    http-request deny if { src,map_ip_int(limits.map) gt 1 }
",
        )
        .with_files(&[
            ("broken.map", "192.0.2.0/24 none\n"),
            ("limits.map", "192.0.2.0/24 0\n"),
        ]),
    ],
};
