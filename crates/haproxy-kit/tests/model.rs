//! `json`, `from-json`, `reconcile`, `schema` and `explicit-defaults`.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod common;

use common::{CONFIG, Folder};
use serde_json::{Value, json};

/// What the command prints as JSON.
fn json_of(folder: &Folder, arguments: &[&str]) -> Value {
    let run = folder.run(arguments);
    assert_eq!(run.code, 0, "{}", run.story());
    serde_json::from_slice(&run.stdout).unwrap()
}

#[test]
fn a_configuration_goes_to_json_and_back() {
    let folder = Folder::new();
    insta::assert_snapshot!("json", folder.run(&["json", "haproxy.cfg"]).story());
    let run = folder.run(&["json", "haproxy.cfg"]);
    folder.write("model.json", &run.stdout);
    insta::assert_snapshot!(
        "from_json",
        folder.run(&["from-json", "model.json"]).story()
    );
    let back = folder.run_with_input(&["from-json", "-"], &run.stdout);
    folder.write("back.cfg", &back.stdout);
    let same = folder.run(&["diff", "haproxy.cfg", "back.cfg"]);
    assert_eq!(same.story(), "exit code 0\n");
}

#[test]
fn one_section_goes_to_json_and_back() {
    let folder = Folder::new();
    let run = folder.run(&["json", "--section", "backend app", "haproxy.cfg"]);
    insta::assert_snapshot!("json_section", run.story());
    let text = folder.run_with_input(&["from-json", "--kind", "backend", "-"], &run.stdout);
    insta::assert_snapshot!("from_json_section", text.story());
    let own = br#"{ "section": "mailers", "name": "us", "timeout": 20000 }"#;
    let text = folder.run_with_input(&["from-json", "-"], own);
    assert_eq!(
        String::from_utf8(text.stdout).unwrap(),
        "mailers us\n    timeout mail 20000\n"
    );
    let run = |section: &str| folder.run(&["json", "--section", section, "haproxy.cfg"]);
    insta::assert_snapshot!("json_no_section", run("backend shop").story());
    insta::assert_snapshot!("json_no_kind", run("backnd app").story());
    folder.write("twice.cfg", "defaults\ndefaults\n");
    let twice = folder.run(&["json", "--section", "defaults", "twice.cfg"]);
    insta::assert_snapshot!("json_several_sections", twice.story());
}

#[test]
fn several_files_are_one_configuration() {
    let folder = Folder::new();
    folder.write(
        "more.cfg",
        "backend more # of them\n\tserver a 10.0.0.3:80\n",
    );
    let files = ["haproxy.cfg", "more.cfg"];
    let mut model = json_of(&folder, &[&["json"], &files[..]].concat());
    assert_eq!(model["sections"].as_array().unwrap().len(), 4);
    model["sections"][2]["servers"]["s1"]["port"] = json!(8080);
    model["sections"][3]["servers"]["a"]["port"] = json!(8081);
    folder.write("model.json", model.to_string());
    let reconcile = [&["reconcile", "--model", "model.json"], &files[..]].concat();
    let run = folder.run(&[&reconcile[..], &["--diff"]].concat());
    insta::assert_snapshot!("reconcile_files", run.story());
    insta::assert_snapshot!("reconcile_one_output", folder.run(&reconcile).story());
    let run = folder.run(&[&reconcile[..], &["--in-place"]].concat());
    assert_eq!(run.story(), "exit code 0\n");
    assert_eq!(
        folder.read("more.cfg"),
        b"backend more # of them\n\tserver a 10.0.0.3:8081\n"
    );
}

#[test]
fn a_changed_model_changes_its_lines_only() {
    let folder = Folder::new();
    let mut section = json_of(
        &folder,
        &["json", "--section", "backend app", "haproxy.cfg"],
    );
    section["server_timeout"] = json!(60_000);
    section["connect_timeout"] = json!(4000);
    section["servers"]["s2"]["weight"] = json!(10);
    folder.write("app.json", section.to_string());
    let reconcile = |more: &[&str]| {
        let all = [
            "reconcile",
            "haproxy.cfg",
            "--section",
            "backend app",
            "--model",
        ];
        folder.run(&[&all[..], more].concat()).story()
    };
    insta::assert_snapshot!("reconcile", reconcile(&["app.json", "--diff"]));
    insta::assert_snapshot!(
        "reconcile_time_suffix",
        reconcile(&["app.json", "--diff", "--time-suffix", "nearest"])
    );
    insta::assert_snapshot!(
        "reconcile_no_time_suffix",
        reconcile(&["app.json", "--time-suffix", "weeks"])
    );
    let own = folder.run(&["json", "haproxy.cfg"]).stdout;
    let same = folder.run_with_input(&["reconcile", "haproxy.cfg", "--model", "-"], &own);
    assert_eq!(same.stdout, CONFIG.as_bytes());
    let both = folder.run(&["reconcile", "-", "--model", "-"]);
    insta::assert_snapshot!("reconcile_stdin_twice", both.story());
}

#[test]
fn a_model_that_is_wrong_is_refused_with_its_place() {
    let folder = Folder::new();
    let read = |json: &str| {
        let run = folder.run_with_input(&["from-json", "-"], json.as_bytes());
        assert_eq!(run.code, 2);
        String::from_utf8(run.stderr).unwrap()
    };
    let story = [
        r#"{ "sections": [{ "section": "frontend", "name": "www", "max_conn": 5 }] }"#,
        r#"{ "section": "frontend", "name": "www", "acl_list": [{ "acl_nam": "a" }] }"#,
        r#"{ "section": "backend", "name": "app", "servers": { "a": { "name": "a", "address": "b", "check": "on" } } }"#,
        r#"{ "section": "backend", "name": "app", "frobnicate": 1 }"#,
        r#"{ "section": "backends", "name": "app" }"#,
        r#"{ "name": "app" }"#,
        r#"{ "sections": ["#,
    ]
    .map(|json| format!("{json}\n{}", read(json)));
    insta::assert_snapshot!("from_json_wrong", story.join("\n"));
    let wrong = folder.run_with_input(
        &["from-json", "--kind", "backend", "-"],
        br#"{ "name": "app", "server": {} }"#,
    );
    insta::assert_snapshot!("from_json_wrong_section", wrong.story());
}

#[test]
fn no_line_crosses_a_conditional_block() {
    let folder = Folder::new();
    let text = "backend app\n.if feature(QUIC)\n    retries 2\n.else\n    retries 3\n.endif\n";
    folder.write("blocks.cfg", text);
    let mut model = json_of(&folder, &["json", "blocks.cfg"]);
    model["sections"][0]["retries"] = json!(5);
    folder.write("model.json", model.to_string());
    let reconcile = ["reconcile", "blocks.cfg", "--diff", "--model", "model.json"];
    insta::assert_snapshot!("reconcile_in_block", folder.run(&reconcile).story());
    let text = "backend app\n.if 1\n    server a 10.0.0.1:80\n.endif\n    server b 10.0.0.2:80\n";
    folder.write("blocks.cfg", text);
    let mut model = json_of(&folder, &["json", "blocks.cfg"]);
    let servers = model["sections"][0]["servers"].as_object_mut().unwrap();
    let first = servers.shift_remove("a").unwrap();
    servers.insert("a".to_owned(), first);
    folder.write("model.json", model.to_string());
    insta::assert_snapshot!("reconcile_across_block", folder.run(&reconcile).story());
}

#[test]
fn schemas_are_of_a_part_or_of_the_whole() {
    let folder = Folder::new();
    let list = folder.run(&["schema", "--list"]);
    let list = String::from_utf8(list.stdout).unwrap();
    for name in ["global", "global.tune_options", "backend.servers"] {
        assert!(list.lines().any(|listed| listed == name), "{name}");
        let schema = json_of(&folder, &["schema", name]);
        assert!(schema["properties"].is_object(), "{name}");
    }
    insta::assert_snapshot!("schema", folder.run(&["schema", "mailers"]).story());
    let whole = json_of(&folder, &["schema"]);
    assert!(whole["$defs"]["frontend"]["properties"]["acl_list"].is_object());
    insta::assert_snapshot!("schema_unknown", folder.run(&["schema", "acl_lst"]).story());
    insta::assert_snapshot!("schema_part", folder.run(&["schema", "acl_list"]).story());
}

#[test]
fn defaults_are_made_explicit() {
    let folder = Folder::new();
    folder.write(
        "implicit.cfg",
        "\
defaults # everyone's
    mode http

frontend www\t# public
    bind :80

defaults
    mode tcp
backend app
",
    );
    folder.write("more.cfg", "backend more\n");
    let run = |arguments: &[&str]| {
        let all = [&["explicit-defaults"], arguments].concat();
        folder.run(&all).story()
    };
    insta::assert_snapshot!("explicit_defaults", run(&["implicit.cfg"]));
    let files = ["--diff", "implicit.cfg", "more.cfg"];
    insta::assert_snapshot!("explicit_defaults_files", run(&files));
    insta::assert_snapshot!("explicit_defaults_outputs", run(&files[1..]));
    folder.write("blocks.cfg", ".if 1\ndefaults\n.endif\nbackend app\n");
    insta::assert_snapshot!("explicit_defaults_block", run(&["blocks.cfg"]));
    let same = "defaults d\nbackend app from d\n";
    folder.write("explicit.cfg", same);
    assert_eq!(run(&["--in-place", "explicit.cfg"]), "exit code 0\n");
    assert_eq!(folder.read("explicit.cfg"), same.as_bytes());
}
