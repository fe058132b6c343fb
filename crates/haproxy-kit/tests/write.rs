//! `fmt`, `set`, `add`, `remove` and `anonymize`.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod common;

use std::os::unix::fs::{PermissionsExt, symlink};

use common::{CONFIG, Folder};

#[test]
fn set_changes_one_line() {
    let folder = Folder::new();
    let run = folder.run(&["set", "haproxy.cfg", "backend app", "timeout server", "60s"]);
    assert_eq!(run.code, 0);
    let expected = CONFIG.replace("timeout server 50s", "timeout server 60s");
    assert_eq!(String::from_utf8_lossy(&run.stdout), expected);
    assert_eq!(folder.read("haproxy.cfg"), CONFIG.as_bytes());
}

#[test]
fn edits_are_shown_as_differences() {
    let folder = Folder::new();
    let run = |arguments: &[&str]| folder.run(arguments).story();
    let (file, app, www) = ("haproxy.cfg", "backend app", "frontend www");
    insta::assert_snapshot!(
        "set",
        run(&[
            "set",
            "--diff",
            file,
            app,
            "server s2",
            "10.0.0.9:80",
            "check",
            "backup"
        ])
    );
    insta::assert_snapshot!(
        "set_quoted",
        run(&[
            "set",
            file,
            "--diff",
            "global",
            "log-tag",
            "a # \"b\"\n  nbthread 1"
        ])
    );
    insta::assert_snapshot!(
        "set_raw",
        run(&[
            "set",
            "--raw",
            "--diff",
            file,
            www,
            "bind",
            "\":${PORT-8080}\""
        ])
    );
    insta::assert_snapshot!(
        "set_dash",
        run(&[
            "set", "--diff", file, www, "acl api", "--", "path", "-i", "-m", "beg", "/api"
        ])
    );
    insta::assert_snapshot!(
        "add",
        run(&["add", "--diff", file, app, "server", "s3", "10.0.0.3:80"])
    );
    insta::assert_snapshot!(
        "remove",
        run(&["remove", "--diff", file, app, "server", "s2"])
    );
    insta::assert_snapshot!(
        "remove_line",
        run(&["remove", "--diff", "--line", "11", file, app, "server"])
    );
    insta::assert_snapshot!(
        "diff_colour",
        run(&[
            "remove",
            "--diff",
            "--color=always",
            file,
            app,
            "timeout server"
        ])
        .replace('\x1b', "ESC")
    );
}

#[test]
fn edits_that_cannot_be_done_say_what_to_do() {
    let folder = Folder::new();
    folder.write("two.cfg", "defaults\n  mode http\ndefaults\n  mode tcp\n");
    let run = |arguments: &[&str]| folder.run(arguments).story();
    let (file, app) = ("haproxy.cfg", "backend app");
    insta::assert_snapshot!("ambiguous", run(&["remove", file, app, "server"]));
    insta::assert_snapshot!(
        "no_section",
        run(&["set", file, "backend ap", "mode", "tcp"])
    );
    insta::assert_snapshot!("no_kind", run(&["set", file, "backnd app", "mode", "tcp"]));
    insta::assert_snapshot!("not_found", run(&["remove", file, app, "cookie"]));
    insta::assert_snapshot!(
        "wrong_line",
        run(&["remove", "--line", "10", file, app, "server"])
    );
    insta::assert_snapshot!(
        "two_sections",
        run(&["set", "two.cfg", "defaults", "mode", "log"])
    );
    insta::assert_snapshot!(
        "chosen_section",
        run(&[
            "set", "--line", "3", "--diff", "two.cfg", "defaults", "mode", "log"
        ])
    );
    insta::assert_snapshot!(
        "raw_comment",
        run(&["add", "--raw", file, app, "mode tcp # x"])
    );
    insta::assert_snapshot!("misplaced", run(&["add", file, app, "backend", "x"]));
    insta::assert_snapshot!("folder", run(&["add", ".", app, "mode", "tcp"]));
    insta::assert_snapshot!(
        "in_place_stdin",
        folder
            .run_with_input(
                &["add", "--in-place", "-", app, "mode", "tcp"],
                CONFIG.as_bytes()
            )
            .story()
    );
    insta::assert_snapshot!("usage", run(&["set", file, app, "acl x", "-i"]));
    assert_eq!(folder.read(file), CONFIG.as_bytes());
}

#[test]
fn in_place_keeps_mode_and_link() {
    let folder = Folder::new();
    let path = folder.path("haproxy.cfg");
    std::fs::set_permissions(&path, PermissionsExt::from_mode(0o640)).unwrap();
    symlink("haproxy.cfg", folder.path("link.cfg")).unwrap();
    let run = folder.run(&[
        "set",
        "--in-place",
        "link.cfg",
        "backend app",
        "timeout server",
        "9s",
    ]);
    assert_eq!(run.story(), "exit code 0\n");
    let expected = CONFIG.replace("timeout server 50s", "timeout server 9s");
    assert_eq!(folder.read("haproxy.cfg"), expected.as_bytes());
    assert_eq!(
        std::fs::metadata(&path).unwrap().permissions().mode() & 0o777,
        0o640
    );
    assert!(
        std::fs::symlink_metadata(folder.path("link.cfg"))
            .unwrap()
            .is_symlink()
    );
    let names = std::fs::read_dir(folder.path("")).unwrap().count();
    assert_eq!(names, 2, "a temporary file was left behind");
}

#[test]
fn bytes_around_an_edit_stay() {
    let folder = Folder::new();
    let input = b"backend app\r\n # \xFF\xFE\r\n  mode tcp\r\nlisten \xE9\n";
    let run = folder.run_with_input(&["set", "-", "backend app", "mode", "http"], input);
    assert_eq!(
        run.stdout,
        b"backend app\r\n # \xFF\xFE\r\n  mode http\r\nlisten \xE9\n"
    );
}

#[test]
fn fmt_lays_files_out() {
    let folder = Folder::new();
    folder.write("even.cfg", "global\n    nbthread 2\n");
    insta::assert_snapshot!("fmt", folder.run(&["fmt", "haproxy.cfg"]).story());
    insta::assert_snapshot!(
        "fmt_check",
        folder
            .run(&["fmt", "--check", "haproxy.cfg", "even.cfg"])
            .story()
    );
    insta::assert_snapshot!(
        "fmt_even",
        folder.run(&["fmt", "--check", "even.cfg"]).story()
    );
    insta::assert_snapshot!(
        "fmt_diff",
        folder.run(&["fmt", "--diff", "haproxy.cfg"]).story()
    );
    let run = folder.run(&["fmt", "--in-place", "--indent", "tab", "even.cfg"]);
    assert_eq!(run.story(), "exit code 0\n");
    assert_eq!(folder.read("even.cfg"), b"global\n\tnbthread 2\n");
    insta::assert_snapshot!(
        "fmt_indent",
        folder.run(&["fmt", "--indent", "far", "even.cfg"]).story()
    );
}

#[test]
fn anonymize_replaces_over_all_files() {
    let folder = Folder::new();
    folder.write(
        "more.cfg",
        "backend other # of the bank\n    server s1 10.0.0.2:80\n    server db db.bank.example:5432\n",
    );
    let run = folder.run(&["anonymize", "--map", "map.json", "haproxy.cfg", "more.cfg"]);
    insta::assert_snapshot!("anonymize", run.story());
    let map = String::from_utf8(folder.read("map.json")).unwrap();
    insta::assert_snapshot!("anonymize_map", map);
    std::fs::create_dir(folder.path("out")).unwrap();
    let run = folder.run(&[
        "anonymize",
        "--output-dir",
        "out",
        "haproxy.cfg",
        "more.cfg",
    ]);
    assert_eq!(run.story(), "exit code 0\n");
    assert!(
        folder
            .read("out/more.cfg")
            .starts_with(b"backend backend2\n")
    );
}
