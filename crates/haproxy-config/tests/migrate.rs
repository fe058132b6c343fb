//! What a migration rewrites, topic by topic, and what it leaves.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot go on fails"
)]

use std::fmt::Write as _;
use std::path::PathBuf;

use haproxy_config::{ConfigFile, ConfigFiles, Document, MigrateOptions, NoteKind};
use haproxy_model::version::Version;
use similar::TextDiff;

/// The difference that a migration makes, and its notes.
fn story(before: &str, options: &MigrateOptions) -> String {
    let mut document = Document::parse(before);
    let migration = document.migrate(options);
    let after = document.to_string();
    let mut story = TextDiff::from_lines(before, &after)
        .unified_diff()
        .context_radius(0)
        .to_string();
    story.push('\n');
    for note in &migration.changes {
        writeln!(story, "{note}").unwrap();
    }
    let again = Document::parse(after.clone()).migrate(options);
    assert!(again.changes.iter().all(|note| note.after.is_empty()));
    story
}

fn to(version: Version) -> MigrateOptions {
    MigrateOptions::new(version)
}

const V3_2: Version = Version::new(3, 2);
const V3_4: Version = Version::new(3, 4);

macro_rules! migrations {
    ($($name:ident $version:ident $text:literal)*) => {
        $(
            #[test]
            fn $name() {
                insta::assert_snapshot!(story($text, &to($version)));
            }
        )*
    };
}

migrations! {
    timeouts V3_2 "\
defaults
    contimeout 5000   # connect
    clitimeout\t50s
    srvtimeout \"${TIMEOUT-50s}\"
    timeout contimeout 1s
    timeout appsession 3h
    timeout client 5s
"
    processes V3_2 "\
global
    nbproc 4 # one for each core
    cpu-map 1 0
    cpu-map auto:2-4 1-3
    cpu-map all 0-3
    stats bind-process 1
    stats socket /run/haproxy.sock process 1 level admin
frontend www
    bind-process odd
    bind :80 process 2
    bind :81 process all
    bind :82 process 9
    bind :83 process 1/2-3
    bind :84 process 1 process 2
"
    one_process V3_2 "\
global
    nbproc 1
    nbthread 4
    cpu-map 1 0
frontend www
    bind :80 process 1
    bind :81 process 1/2
"
    options V3_2 "\
global
    debug
    tune.chksize 16384
    tune.ssl.capture-cipherlist-size 800
    tune.ssl.ocsp-update.mindelay 10
defaults
    option forceclose
    no option forceclose
    option http-tunnel
    option http-use-htx
    no option independant-streams
    option accept-invalid-http-request
    redispatch
    hash-type avalanche
    option http_proxy
    grace 10s
    grace 0
backend app
    http-request set-mark 1 if { path /x }
    http-request set-tos 2
    http-request block if { path /y }
    server s1 10.0.0.1:80 no-verifyhost check
    appsession SID len 52 timeout 3h
"
    listeners V3_2 "\
listen stats :8404   # counters
\tmode http
frontend www 10.0.0.1:80,10.0.0.2:80
frontend other from base
frontend more :80 name x
backend app
"
    requests V3_2 r"frontend www
    reqrep ^([^\ :]*)\ /api/(.*) \1\ /\2   # strip
    reqirep ^([^\ ]*\ /)api[/]?(.*) \1\2 if local
    reqrep ^([^\ ]*)\ ([^\ ?]*)\ (.*) \1\ /x%20\2\ \3
    reqrep ^GET\ /a(.*) GET\ /b\1
    reqrep ^(GET|POST)\ /a(.+) \1\ /b\2 if local
    reqrep ^([^\ :]*)\ /a/([0-9]+)/(.*) \1\ /b/\3
    reqrep ^([^\ :]*)\ (.*)/x(.*) \1\ \2/y\3
    reqrep ^([^\ :]*)\ http://a/(.*) \1\ http://b/\2
"
    requests_that_stay V3_2 r"frontend www
    reqrep foo bar
    reqrep ^foo bar
    reqrep ^([^\ :]*)\ /(.*) POST\ /\2
    reqrep ^([^\ :]*)\ /(.*) \1\ /x
    reqrep ^([^\ :]*)\ (.*)/(.*) \1\ /\2
    reqrep ^([^\ :]*)\ /a(.*)\ HTTP/1.0 \1\ /b\2\ HTTP/1.0
    reqrep ^GET\ /a(.*) GET\ /b\1 unless local
    reqrep ^(a|b)\ /(.*)\2 \1\ /x\2
    reqrep ^Host:|^Referer: x
    reqirep ^X-Old:\ (.*) X-New:\ \1
    reqrep ^Cookie:a(.*) Cookie:\1
    reqrep ^([^\ :]*)\ /(.*) \0
    reqallow ^x
    reqpass ^x
    reqsetbe ^x app
"
    headers V3_2 r"frontend www
    reqadd X-Forwarded-Proto:\ https if { ssl_fc }
    reqadd X-Rate:\ 100%
    reqadd nothing
    reqirep ^Host:\ www.(.*)$ Host:\ \1 if local
    reqrep ^(Referer:.*) \1/x
    reqrep ^(Via:\ )(.*)x(.*) \1\2y\3
    reqrep ^X-A:.* X-A:\ b
    reqidel ^X-Forwarded-For:.*
    reqdel ^X-
    reqdel ^Cookie:.*x
    reqidel ^get
    reqideny ^Host:\ bad
    reqdeny ^[^\ :]*\ .*\.exe if local
    reqitarpit ^POST\ /form
    reqdeny ^Host:\ bad if a or b
    rspadd Strict-Transport-Security:\ max-age=100
    rspirep ^(set-cookie:.*) \1;\ Secure
    rsprep ^Location:\ http://(.*) Location:\ https://\1 if local
    rspidel ^Server
    rspideny ^X-Bad:\ yes
    rsprep ^HTTP/1.1\ 404 HTTP/1.1\ 200
    cliexp ^Host:.* Host:\ x
    srvexp ^Server:.* Server:\ x
"
    order V3_2 r"frontend www
    reqadd X-A:\ 1
    reqidel ^X-A:
    http-request set-header B c
    acl late path /late
    block if late # never
    block if { path /x }
    # the last
    http-request set-header C d
    rspadd X-B:\ 1
    rspidel ^X-B:
"
    order_with_allow V3_2 r"frontend www
    http-request allow if { src 10.0.0.0/8 }
    reqadd X-A:\ 1
"
    order_with_blocks V3_2 r"frontend www
    reqadd X-A:\ 1
    .if defined(X)
    http-request set-header B c
    reqadd X-B:\ 1
    .endif
"
    conditional_blocks V3_2 "\
global
    .if version_before(2.5)
    nbproc 2
    .else
    nbthread 2
    .endif
    .if version_atleast(2.5) && !defined(X)
    debug
    .elif version_atleast(9.0)
    debug
    .endif
"
    monitoring V3_2 "\
defaults
    mode http
frontend www
    http-request set-header A b
    monitor-net 10.0.0.0/8
frontend tcp
    mode tcp
    monitor-net 10.0.0.0/8
frontend health
    mode health
"
    health_checks V3_2 r"defaults
    option httpchk GET / HTTP/1.0\r\nHost:\ default
backend a
    option httpchk HEAD / HTTP/1.1\r\nHost:localhost\r\nX-A:\ 50% # look
backend b
    option httpchk POST / HTTP/1.1\r\nHost:b\r\n\r\nbody
backend c
    option httpchk GET / HTTP/1.1\r\nHost: c
backend d
    option httpchk GET / HTTP/1.1\r\nHost:c
    http-check send hdr X y
backend e
    option httpchk GET / HTTP/1.1
"
    transparent V3_4 "\
listen relay
    bind :1
    dispatch 10.0.0.1:80
backend original
    option transparent
backend both
    transparent
    server s1 10.0.0.1:80
defaults
    option transparent
"
    quic V3_4 "\
global
    tune.quic.frontend.max-idle-timeout 30s
    tune.quic.cc-hystart on
    tune.quic.disable-udp-gso
    tune.quic.socket-owner listener
    tune.quic.frontend.conn-tx-buffers.limit 10
    no-quic
    master-worker
"
    same_names V3_4 "\
frontend app
backend app
frontend www
"
    programs V3_4 "\
program api
    command /bin/true
"
    too_new V3_2 "\
global
    tune.quic.frontend.max-idle-timeout 30s
    tune.quic.backend.max-idle-timeout 30s
"
    other_bytes V3_2 "global\r\n\tnbproc 1\t# caf\u{e9}\r\nfrontend www :80\r\nbackend app"
}

#[test]
fn a_version_is_told_what_another_one_refused_already() {
    let options = to(V3_2).from(Version::new(2, 6));
    insta::assert_snapshot!(story(
        "frontend www\n    reqadd A:\\ b\n    bind :80 process 1\n",
        &options
    ));
}

#[test]
fn an_old_version_keeps_what_it_has() {
    let text = "global\n    nbproc 2\nfrontend www\n    bind :80 process 1\n    grace 1s\n";
    let mut document = Document::parse(text);
    let migration = document.migrate(&to(Version::new(2, 4)));
    assert_eq!(document.to_string(), text);
    assert!(migration.has(NoteKind::Deprecated));
    assert!(migration.is_complete());
}

#[test]
fn files_are_one_configuration() {
    let file = |path: &str, text: &str| ConfigFile {
        path: PathBuf::from(path),
        document: Document::parse(text),
    };
    let mut files = ConfigFiles {
        files: vec![
            file("a.cfg", "global\n    nbproc 2\n    nbthread 1\n"),
            file(
                "b.cfg",
                "frontend www\n    bind :80 process 2\n    reqpass x\n",
            ),
        ],
    };
    let migration = files.migrate(&to(V3_2));
    assert_eq!(
        files.files[1].document.to_string(),
        "frontend www\n    bind :80\n    reqpass x\n"
    );
    let places: Vec<(usize, usize, NoteKind)> = migration
        .changes
        .iter()
        .map(|note| (note.file, note.line, note.kind))
        .collect();
    assert_eq!(
        places,
        [
            (0, 2, NoteKind::Review),
            (1, 2, NoteKind::Rewritten),
            (1, 3, NoteKind::Left),
        ]
    );
}

/// Words that old rules are made of, and others.
const WORDS: &[&str] = &[
    "reqrep",
    "reqirep",
    "rsprep",
    "reqidel",
    "reqdeny",
    "reqadd",
    "block",
    "http-request",
    "allow",
    "^([^\\ :]*)\\ /(.*)",
    "\\1\\ /\\2",
    "^(Host:)\\ (.*",
    "^[",
    "^(a",
    "(",
    ")",
    "\\",
    "^Host:",
    "Host:\\ \\9",
    "{",
    "}",
    "if",
    "unless",
    "or",
    "acl",
    "a",
    "nbproc",
    "2",
    "bind",
    ":80",
    "process",
    "1/",
    "1-",
    "option",
    "httpchk",
    "GET",
    "/",
    "HTTP/1.1\\r\\nHost",
    "monitor-net",
    "grace",
    "frontend",
    "listen",
    "dispatch",
    "cpu-map",
    "\"${X}\"",
    "\"",
    "#",
    ".if",
    "version_before(2.5)",
    ".else",
    ".endif",
    "\u{e9}",
];

proptest::proptest! {
    #[test]
    fn any_lines_migrate_once(lines in proptest::collection::vec(
        proptest::collection::vec(proptest::sample::select(WORDS), 0..7),
        0..12,
    ), ends in proptest::bool::ANY) {
        let lines: Vec<String> = lines.iter().map(|words| words.join(" ")).collect();
        let end = if ends { "\n" } else { "" };
        let text = format!("listen l\n{}{end}", lines.join("\n"));
        for version in [Version::new(2, 4), V3_2, V3_4] {
            let mut document = Document::parse(text.clone());
            document.migrate(&to(version));
            let after = document.to_bytes();
            let mut again = Document::parse(after.clone());
            let second = again.migrate(&to(version));
            assert_eq!(
                String::from_utf8_lossy(&again.to_bytes()),
                String::from_utf8_lossy(&after),
                "{second:?}"
            );
        }
    }
}
