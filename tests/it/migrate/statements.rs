//! HAProxy refuses each of these statements, and accepts what becomes of it.

use std::fs;

use haproxy_config::{Document, MigrateOptions};
use haproxy_kit_tests::haproxy::Haproxy;
use haproxy_model::version::Version;

/// Sections that the statements stand in.
const GLOBAL: &str = "global\n";
const DEFAULTS: &str = "defaults\n    mode http\n";
const FRONTEND: &str = "frontend www\n    mode http\n    bind 127.0.0.1:1\n    timeout client 1s\n";
const BACKEND: &str = "backend app\n    mode http\n    timeout connect 1s\n    timeout server 1s\n";

const REFUSED: &[(&str, &str)] = &[
    (GLOBAL, "nbproc 1"),
    (GLOBAL, "debug"),
    (GLOBAL, "stats bind-process 1"),
    (GLOBAL, "stats socket /tmp/haproxy-kit.sock process 1"),
    (GLOBAL, "tune.chksize 16384"),
    (DEFAULTS, "contimeout 5000"),
    (DEFAULTS, "clitimeout 5000"),
    (DEFAULTS, "srvtimeout 5000"),
    (DEFAULTS, "timeout contimeout 5s"),
    (DEFAULTS, "timeout clitimeout 5s"),
    (DEFAULTS, "timeout srvtimeout 5s"),
    (DEFAULTS, "redispatch"),
    (DEFAULTS, "redisp"),
    (DEFAULTS, "option forceclose"),
    (DEFAULTS, "option http-tunnel"),
    (DEFAULTS, "option http-use-htx"),
    (DEFAULTS, "option independant-streams"),
    (DEFAULTS, "no option accept-invalid-http-response"),
    (DEFAULTS, "grace 10s"),
    (DEFAULTS, "hash-type avalanche"),
    (DEFAULTS, "option httpchk GET / HTTP/1.1\\r\\nHost:\\ a"),
    (FRONTEND, "bind-process 1"),
    (FRONTEND, "bind 127.0.0.1:2 process 1"),
    (FRONTEND, "bind 127.0.0.1:2 process 1/1"),
    (FRONTEND, "monitor-net 10.0.0.0/8"),
    (FRONTEND, "block if { src 10.0.0.1 }"),
    (FRONTEND, "http-request block if { src 10.0.0.1 }"),
    (FRONTEND, "reqadd X-A:\\ 100%"),
    (FRONTEND, "reqrep ^([^\\ :]*)\\ /(.*) \\1\\ /a%20/\\2"),
    (
        FRONTEND,
        "reqirep ^([^\\ ]*)\\ ([^\\ ]*)\\ (.*) \\1\\ /x\\2\\ \\3",
    ),
    (FRONTEND, "reqirep ^Host:\\ www\\.(.*) Host:\\ \\1"),
    (FRONTEND, "reqidel ^X-A:"),
    (FRONTEND, "reqdel ^X-"),
    (FRONTEND, "reqdeny ^Host:\\ bad"),
    (
        FRONTEND,
        "reqideny ^[^\\ :]*\\ .*\\.exe if { src 10.0.0.1 }",
    ),
    (FRONTEND, "reqtarpit ^POST\\ /form"),
    (FRONTEND, "cliexp ^Host:.* Host:\\ x"),
    (BACKEND, "rspadd X-A:\\ b"),
    (
        BACKEND,
        "rsprep ^Location:\\ http://(.*) Location:\\ https://\\1",
    ),
    (BACKEND, "rspirep ^(set-cookie:.*) \\1;\\ Secure"),
    (BACKEND, "rspidel ^Server"),
    (BACKEND, "rspdeny ^X-Bad:\\ yes"),
    (BACKEND, "srvexp ^Server:.* Server:\\ x"),
    (BACKEND, "server s1 127.0.0.1:1 no-verifyhost"),
];

/// Statements that it takes, in another form than it would rather see.
const ACCEPTED: &[(&str, &str)] = &[
    (GLOBAL, "tune.ssl.capture-cipherlist-size 800"),
    (GLOBAL, "tune.ssl.ocsp-update.mindelay 10"),
    (DEFAULTS, "option accept-invalid-http-request"),
    (FRONTEND, "http-request set-tos 1"),
    (FRONTEND, "http-request set-mark 1"),
];

#[test]
fn haproxy_accepts_what_each_statement_becomes() {
    let haproxy = Haproxy::of("3.2");
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("haproxy.cfg");
    let accepts = |text: &str| {
        fs::write(&path, text).unwrap();
        let verdict = haproxy.check(&path);
        (verdict.accepts, verdict.messages)
    };
    for (cases, is_accepted) in [(REFUSED, false), (ACCEPTED, true)] {
        for (section, statement) in cases {
            let before = format!("{section}    {statement}\n");
            assert_eq!(accepts(&before).0, is_accepted, "{before}");
            let mut document = Document::parse(before.clone());
            let migration = document.migrate(&MigrateOptions::new(Version::new(3, 2)));
            assert!(migration.is_complete(), "{before}{migration:?}");
            let after = document.to_string();
            assert_ne!(before, after);
            let (is_accepted, messages) = accepts(&after);
            assert!(is_accepted, "{after}{messages}");
        }
    }
}

#[test]
fn an_earlier_version_takes_what_was_removed_since() {
    let haproxy = Haproxy::of("2.6");
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("haproxy.cfg");
    for (section, statement) in [
        (GLOBAL, "stats socket /tmp/haproxy-kit.sock process 1"),
        (DEFAULTS, "option httpchk GET / HTTP/1.1\\r\\nHost:\\ a"),
        (FRONTEND, "bind-process 1"),
        (FRONTEND, "bind 127.0.0.1:2 process 1/1"),
    ] {
        let before = format!("{section}    {statement}\n");
        let mut document = Document::parse(before.clone());
        document.migrate(&MigrateOptions::new(Version::new(3, 2)));
        for text in [before, document.to_string()] {
            fs::write(&path, &text).unwrap();
            let verdict = haproxy.check(&path);
            assert!(verdict.accepts, "{text}{}", verdict.messages);
        }
    }
}
