//! `cat` and `tokens`.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod common;

use std::process::Stdio;

use common::{CONFIG, Folder};

#[test]
fn cat_prints_back_every_byte() {
    let folder = Folder::new();
    let bytes: Vec<u8> = (0..=255)
        .chain(*b"\nbackend \xFFx\r\n\tserver \"a\n\x1b[31m no end")
        .collect();
    folder.write("odd.cfg", &bytes);
    let run = folder.run(&["cat", "odd.cfg"]);
    assert_eq!((run.code, run.stdout), (0, bytes.clone()));
    let run = folder.run_with_input(&["cat", "-"], &bytes);
    assert_eq!((run.code, run.stdout), (0, bytes));
}

#[test]
fn cat_reads_folders_in_load_order() {
    let folder = Folder::new();
    std::fs::create_dir(folder.path("conf.d")).unwrap();
    folder.write("conf.d/20.cfg", "backend b\n");
    folder.write("conf.d/10.cfg", "backend a\n");
    folder.write("conf.d/readme.txt", "no\n");
    let run = folder.run(&["cat", "conf.d", "-"]);
    assert_eq!(run.stdout, b"backend a\nbackend b\n");
}

#[test]
fn cat_evaluates_as_haproxy_would() {
    let folder = Folder::new();
    folder.write(
        "conditions.cfg",
        "\
global
    setenv NAME \"a b\"
.if version_atleast(3.0)
    nbthread 4
.else
    nbthread 2
.endif
.if feature(QUIC)
.notice \"with QUIC\"
.elif enabled(SPLICE)
.warning \"only splice, at ${.LINE}\"
.endif
backend \"$NAME\" # comment
    server s1 \"${HOST}:${PORT-80}\"
",
    );
    let run = |arguments: &[&str]| {
        let all = [&["cat", "--evaluate", "conditions.cfg"], arguments].concat();
        folder.run(&all).story()
    };
    insta::assert_snapshot!("evaluate", run(&[]));
    insta::assert_snapshot!(
        "evaluate_defined",
        run(&[
            "-D",
            "version=2.8",
            "-D",
            "feature=-QUIC",
            "--env",
            "HOST=web # 1"
        ])
    );
    insta::assert_snapshot!("evaluate_unknown_define", run(&["--define", "verison=2.8"]));
    insta::assert_snapshot!("evaluate_no_value", run(&["--env", "HOST"]));
}

#[test]
fn cat_tells_what_haproxy_refuses() {
    let folder = Folder::new();
    folder.write(
        "bad.cfg",
        "global\n    log-tag \"oops\n.if 1\n    nbthread 2\n",
    );
    insta::assert_snapshot!(folder.run(&["cat", "--evaluate", "bad.cfg"]).story());
}

#[test]
fn cat_asks_a_real_haproxy_for_its_features() {
    let folder = Folder::new();
    folder.write(
        "haproxy",
        "#!/bin/sh\n[ \"$1\" = -vv ] && printf 'HAProxy version 2.9.1 2024/01/01\\nFeature list : -QUIC +OPENSSL\\n'\n",
    );
    let script = folder.path("haproxy");
    let mode = std::os::unix::fs::PermissionsExt::from_mode(0o755);
    std::fs::set_permissions(&script, mode).unwrap();
    folder.write(
        "v.cfg",
        ".if version_before(3.0) && !feature(QUIC)\nbackend old\n.else\nbackend new\n.endif\n",
    );
    let run = folder.run(&["cat", "--evaluate", "--haproxy", "./haproxy", "v.cfg"]);
    assert_eq!(String::from_utf8_lossy(&run.stdout), "backend old\n");
    let missing = folder.run(&["cat", "--evaluate", "--haproxy", "./nothing", "v.cfg"]);
    insta::assert_snapshot!("no_haproxy", missing.story());
    let other = folder.run(&["cat", "--evaluate", "--haproxy", "/bin/true", "v.cfg"]);
    insta::assert_snapshot!("not_haproxy", other.story());
}

#[test]
fn tokens_lists_statements() {
    let folder = Folder::new();
    insta::assert_snapshot!("tokens", folder.run(&["tokens", "haproxy.cfg"]).story());
    insta::assert_snapshot!(
        "tokens_json",
        folder.run(&["tokens", "--json", "haproxy.cfg"]).story()
    );
    insta::assert_snapshot!(
        "tokens_expanded",
        folder
            .run(&[
                "tokens",
                "--json",
                "--expand",
                "--env",
                "PORT=8080",
                "haproxy.cfg"
            ])
            .story()
    );
}

#[test]
fn tokens_lose_no_byte() {
    let folder = Folder::new();
    let input = b"tune x\nbackend app\n    server s\xFF '' \"a b\\t\" ${X} \"${X}\"\n.if 0\n";
    insta::assert_snapshot!(
        "tokens_bytes_json",
        folder
            .run_with_input(&["tokens", "--json", "-"], input)
            .story()
    );
    insta::assert_snapshot!(
        "tokens_bytes",
        folder.run_with_input(&["tokens", "-"], input).story()
    );
}

#[test]
fn a_file_that_is_missing_is_named() {
    let folder = Folder::new();
    insta::assert_snapshot!("missing_file", folder.run(&["cat", "no.cfg"]).story());
    insta::assert_snapshot!("stdin_twice", folder.run(&["cat", "-", "-"]).story());
    insta::assert_snapshot!(
        "colour",
        folder
            .run(&["cat", "--color", "always", "no.cfg"])
            .story()
            .replace('\x1b', "ESC")
    );
}

#[test]
fn a_reader_who_has_seen_enough_is_no_error() {
    let folder = Folder::new();
    folder.write("long.cfg", CONFIG.repeat(20_000));
    let mut child = common::command(&folder.path(""))
        .args(["cat", "long.cfg"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}
