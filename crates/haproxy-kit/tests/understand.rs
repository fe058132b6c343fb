//! `rename`, `effective` and `graph`.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod common;

use common::Folder;

const CONFIG: &str = "\
defaults base
    mode http
    timeout client 10s
    log-format \"%ci %[src]\"

frontend www from base
    bind :80
    acl local src 10.0.0.0/8
    acl up nbsrv(app) gt 0
    use_backend %[path] if !local
    use_backend app if up
    default_backend \"app\"

backend app from base
    timeout server 50s
    stick on src table counts
    server s1 10.0.0.1:80 check resolvers dns
    server s2 10.0.0.2:80 track s1

backend counts
    stick-table type ip size 1m

resolvers dns
";

fn folder() -> Folder {
    let folder = Folder::new();
    folder.write("haproxy.cfg", CONFIG);
    folder
}

#[test]
fn names_change_with_their_references() {
    let folder = folder();
    let run = |arguments: &[&str]| folder.run(arguments).story();
    let (file, app) = ("haproxy.cfg", "backend app");
    insta::assert_snapshot!("rename", run(&["rename", "--diff", file, app, "shop"]));
    insta::assert_snapshot!(
        "rename_server",
        run(&["rename", "--diff", file, app, "--server", "s1", "first"])
    );
    insta::assert_snapshot!(
        "rename_acl",
        run(&[
            "rename",
            "--diff",
            file,
            "frontend www",
            "--acl",
            "local",
            "inside"
        ])
    );
    insta::assert_snapshot!("rename_taken", run(&["rename", file, app, "counts"]));
}

#[test]
fn names_change_across_files() {
    let folder = Folder::new();
    folder.write("a.cfg", "frontend www\n    default_backend app\n");
    folder.write("b.cfg", "backend app # mine\n");
    let rename = |option| {
        [
            "rename",
            option,
            "b.cfg",
            "backend app",
            "shop",
            "--with",
            "a.cfg",
        ]
    };
    assert_eq!(folder.run(&rename("--in-place")).code, 0);
    assert_eq!(
        folder.read("a.cfg"),
        b"frontend www\n    default_backend shop\n"
    );
    assert_eq!(folder.read("b.cfg"), b"backend shop # mine\n");
    let both = ["rename", "b.cfg", "backend shop", "app", "--with", "a.cfg"];
    assert_eq!(folder.run(&both).code, 2);
}

#[test]
fn effective_settings_tell_their_place() {
    let folder = folder();
    let run = |section| folder.run(&["effective", "haproxy.cfg", section]).story();
    insta::assert_snapshot!("effective", run("frontend www"));
    insta::assert_snapshot!("effective_missing", run("frontend nosuch"));
}

#[test]
fn graphs_are_drawn() {
    let folder = folder();
    let run = |format| {
        folder
            .run(&["graph", "haproxy.cfg", "--format", format])
            .story()
    };
    insta::assert_snapshot!("graph_dot", run("dot"));
    insta::assert_snapshot!("graph_mermaid", run("mermaid"));
    insta::assert_snapshot!("graph_json", run("json"));
}
