//! `check`, `rules`, and `explain` of a rule.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod common;

use common::Folder;

const BAD: &str = "\
frontend www
    bind :80
    timeout client 30s
    default_backend ap
";

fn folder() -> Folder {
    let folder = Folder::new();
    folder.write("bad.cfg", BAD);
    folder
}

#[test]
fn findings_are_shown_with_their_lines() {
    insta::assert_snapshot!("check", folder().run(&["check", "bad.cfg"]).story());
}

#[test]
fn findings_are_shown_to_programs() {
    let folder = folder();
    for format in ["short", "json", "github"] {
        let run = folder.run(&["check", "--format", format, "bad.cfg"]);
        insta::assert_snapshot!(format!("check_{format}"), run.story());
    }
    let run = folder.run(&["check", "--format", "sarif", "bad.cfg"]);
    assert_eq!(run.code, 1);
    let log: serde_json::Value = serde_json::from_slice(&run.stdout).unwrap();
    assert_eq!(log["runs"][0]["results"][0]["ruleId"], "HK0201");
}

#[test]
fn exit_codes_tell_what_was_found() {
    let folder = folder();
    folder.write("warned.cfg", "listen www\n    bind :80\n");
    folder.write(
        "good.cfg",
        "listen www\n    bind :80\n    timeout client 30s\n",
    );
    let code = |arguments: &[&str]| folder.run(arguments).code;
    assert_eq!(code(&["check", "good.cfg"]), 0);
    assert_eq!(code(&["check", "warned.cfg"]), 0);
    assert_eq!(code(&["check", "--deny", "warnings", "warned.cfg"]), 1);
    let allowed = [
        "check",
        "--deny",
        "warnings",
        "--allow",
        "missing-timeouts",
        "warned.cfg",
    ];
    assert_eq!(code(&allowed), 0);
    assert_eq!(code(&["check", "bad.cfg"]), 1);
    assert_eq!(code(&["check", "none.cfg"]), 2);
    assert_eq!(code(&["check", "--allow", "HK9999", "good.cfg"]), 2);
}

#[test]
fn several_files_are_one_configuration() {
    let folder = folder();
    folder.write("more.cfg", "backend ap\n");
    assert_eq!(folder.run(&["check", "bad.cfg", "more.cfg"]).code, 0);
}

#[test]
fn rules_explain_themselves() {
    let folder = folder();
    let list = folder.run(&["rules"]).story();
    assert!(list.contains("HK0601  warning  missing-timeouts"), "{list}");
    let json = folder.run(&["rules", "--json"]);
    let first = json.stdout.split(|byte| *byte == b'\n').next().unwrap();
    let rule: serde_json::Value = serde_json::from_slice(first).unwrap();
    assert!(rule["code"].as_str().unwrap().starts_with("HK"));
    insta::assert_snapshot!("explain_rule", folder.run(&["explain", "HK0601"]).story());
}
