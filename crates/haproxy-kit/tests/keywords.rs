//! `explain`, `keywords` and `rebuild`.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod common;

use common::Folder;

#[test]
fn explain_finds_keywords_at_every_level() {
    let folder = Folder::new();
    let explain = |arguments: &[&str]| {
        let all = [&["explain"], arguments].concat();
        folder.run(&all).story()
    };
    insta::assert_snapshot!("explain_statement", explain(&["balance"]));
    insta::assert_snapshot!("explain_action", explain(&["http-request", "set-header"]));
    insta::assert_snapshot!("explain_everywhere", explain(&["set-header"]));
    insta::assert_snapshot!("explain_parameter", explain(&["check-sni"]));
    insta::assert_snapshot!("explain_value", explain(&["leastconn"]));
    insta::assert_snapshot!("explain_section", explain(&["backend"]));
    insta::assert_snapshot!("explain_prefix", explain(&["no option http-server-close"]));
}

#[test]
fn explain_tells_of_sections_and_versions() {
    let folder = Folder::new();
    let explain = |arguments: &[&str]| {
        let all = [&["explain"], arguments].concat();
        folder.run(&all).story()
    };
    insta::assert_snapshot!(
        "explain_in_section",
        explain(&["check-sni", "--section", "peers"])
    );
    insta::assert_snapshot!("explain_since", explain(&["quic-initial", "reject"]));
    insta::assert_snapshot!(
        "explain_not_yet",
        explain(&["timeout client-hs", "--target", "2.8"])
    );
    insta::assert_snapshot!("explain_removed", explain(&["nbproc", "--target", "3.2"]));
    insta::assert_snapshot!("explain_refused", explain(&["server", "no-tlsv12"]));
}

#[test]
fn explain_offers_names_that_are_near() {
    let folder = Folder::new();
    let explain = |arguments: &[&str]| {
        let all = [&["explain"], arguments].concat();
        folder.run(&all).story()
    };
    insta::assert_snapshot!("explain_misspelled", explain(&["balanec"]));
    insta::assert_snapshot!("explain_begun", explain(&["email-alert"]));
    insta::assert_snapshot!("explain_unknown", explain(&["frobnicate"]));
    insta::assert_snapshot!(
        "explain_other_section",
        explain(&["balance", "--section", "frontend"])
    );
    insta::assert_snapshot!(
        "explain_no_target",
        explain(&["balance", "--target", "1.8"])
    );
}

#[test]
fn keywords_are_listed_by_section_and_version() {
    let folder = Folder::new();
    insta::assert_snapshot!(
        "keywords",
        folder.run(&["keywords", "--section", "cache"]).story()
    );
    insta::assert_snapshot!(
        "keywords_json",
        folder
            .run(&["keywords", "--section", "acme", "--json"])
            .story()
    );
    let old = ["keywords", "--section", "acme", "--target", "3.0"];
    assert_eq!(folder.run(&old).story(), "exit code 0\n");
}

#[test]
fn keywords_leave_out_what_the_target_does_not_have() {
    let folder = Folder::new();
    let names = |target: &str| -> Vec<String> {
        let run = folder.run(&["keywords", "--json", "--target", target]);
        let text = String::from_utf8(run.stdout).unwrap();
        let objects = text.lines().map(|line| {
            let object: serde_json::Value = serde_json::from_str(line).unwrap();
            object["name"].as_str().unwrap().to_owned()
        });
        objects.collect()
    };
    let has = |names: &[String], name: &str| names.iter().any(|known| known == name);
    let (old, fresh) = (names("2.4"), names("3.2"));
    assert!(has(&old, "nbproc") && !has(&fresh, "nbproc"));
    assert!(has(&fresh, "timeout client-hs") && !has(&old, "timeout client-hs"));
    assert!(has(&old, "http-request set-header") && has(&fresh, "server ... check"));
}

#[test]
fn rebuild_prints_the_model_afresh() {
    let folder = Folder::new();
    insta::assert_snapshot!("rebuild", folder.run(&["rebuild", "haproxy.cfg"]).story());
    let input = b"\
global # settings
  nbproc 2
.if version_atleast(3.0)
    setenv NAME \"a b\"
.else
    setenv NAME old
.endif
backend app
  balnce   leastconn
  timeout  connect 5x
  server s1 \"${HOST}:80\" chekc \"inter\" 2s
  log-tag \"oops
";
    let run = |arguments: &[&str]| {
        let all = [&["rebuild"], arguments, &["-"]].concat();
        folder.run_with_input(&all, input).story()
    };
    insta::assert_snapshot!("rebuild_errors", run(&[]));
    insta::assert_snapshot!("rebuild_target", run(&["--target", "2.4"]));
    insta::assert_snapshot!("rebuild_define", run(&["-D", "version=x"]));
}
