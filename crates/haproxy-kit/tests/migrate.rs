//! `migrate`.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod common;

use common::Folder;

const OLD: &str = "\
global
    nbproc 1
    nbthread 4
defaults
    mode http
    clitimeout 50s   # phones
frontend www :80
    reqadd X-Proto:\\ https if { ssl_fc }
    reqpass ^x
";

const DONE: &str = "defaults\n    contimeout 5s\n";

fn folder() -> Folder {
    let folder = Folder::new();
    folder.write("old.cfg", OLD);
    folder.write("done.cfg", DONE);
    folder
}

#[test]
fn a_difference_with_notes() {
    let folder = folder();
    let run = |arguments: &[&str]| folder.run(arguments).story();
    insta::assert_snapshot!(
        "migrate_diff",
        run(&["migrate", "old.cfg", "--to", "3.2", "--diff"])
    );
    insta::assert_snapshot!(
        "migrate_json",
        run(&[
            "migrate", "old.cfg", "--to", "3.2", "--diff", "--format", "json"
        ])
    );
    insta::assert_snapshot!(
        "migrate_from",
        run(&[
            "migrate", "old.cfg", "--from", "2.6", "--to", "3.2", "--output", "new.cfg"
        ])
    );
    insta::assert_snapshot!(
        "migrate_output",
        String::from_utf8(folder.read("new.cfg")).unwrap()
    );
}

#[test]
fn files_are_replaced_and_nothing_is_left_to_do() {
    let folder = folder();
    let run = folder.run(&["migrate", "done.cfg", "--to", "3.2", "--in-place"]);
    assert_eq!((run.code, run.stdout), (0, Vec::new()));
    assert_eq!(
        folder.read("done.cfg"),
        b"defaults\n    timeout connect 5s\n"
    );
    let again = folder.run(&["migrate", "done.cfg", "--to", "3.2", "--diff"]);
    assert_eq!(again.story(), "exit code 0\n");
    let input = folder.run_with_input(&["migrate", "-", "--to", "3.2"], DONE.as_bytes());
    assert_eq!(input.stdout, b"defaults\n    timeout connect 5s\n");
}

#[test]
fn several_files_need_a_place_for_each_result() {
    let folder = folder();
    let run = folder.run(&["migrate", "old.cfg", "done.cfg", "--to", "3.2"]);
    assert_eq!(run.code, 2);
    let run = folder.run(&["migrate", "old.cfg", "done.cfg", "--to", "1.8", "--diff"]);
    assert_eq!(run.code, 2);
    let run = folder.run(&["migrate", "old.cfg", "done.cfg", "--to", "3.2", "--diff"]);
    assert_eq!(run.code, 1);
}
