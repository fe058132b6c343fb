//! `diff`.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod common;

use common::{CONFIG, Folder};

#[test]
fn diff_tells_what_means_another_thing() {
    let folder = Folder::new();
    let new = CONFIG
        .replace("timeout server 50s", "timeout server 50000 # the same")
        .replace("10.0.0.1:80 check", "10.0.0.9:80 check")
        .replace("    maxconn 1000\n", "")
        + "backend spare\n    balance source\n";
    folder.write("new.cfg", new);
    insta::assert_snapshot!(
        "diff",
        folder.run(&["diff", "haproxy.cfg", "new.cfg"]).story()
    );
    let json = folder.run(&["diff", "--json", "haproxy.cfg", "new.cfg"]);
    insta::assert_snapshot!("diff_json", json.story());
    let same = folder.run_with_input(&["diff", "haproxy.cfg", "-"], CONFIG.as_bytes());
    assert_eq!((same.code, same.stdout), (0, Vec::new()));
    assert_eq!(folder.run(&["diff", "-", "-"]).code, 2);
}
