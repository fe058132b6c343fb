//! Other names: what changes, what stays, what is refused.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot go on fails"
)]

use std::fmt::Write as _;

use haproxy_config::{ConfigFile, ConfigFiles, Document, RenameError, SectionKind};

const CONFIG: &str = r#"global
    httpclient.resolvers.id dns

userlist people
    user ann password x

defaults base
    mode http
    email-alert mailers post

ring buf
    size 1000

peers mates
    table t type ip size 1m

frontend www from base
    bind :443 ssl crt @store/site.pem
    log ring@buf local0
    acl app path /app   # not the backend
    acl up nbsrv(app) gt 0
    acl in http_auth(people)
    http-request track-sc0 src table app
    http-request track-sc1 src table mates/t
    http-request set-header X "a b %[nbsrv(app)] '%[srv_is_up(app/s1)]'"
    http-request set-header Y %[nbsrv('app')],app
    http-request cache-use "app"
    http-request do-resolve(txn.a,dns) path
    http-request deny if app !{ nbsrv(app) gt 0 } or ! app
    use_backend app if app
    use_backend %[path]
    default_backend "app"

cache app
    total-max-size 4

backend app from base
    stick-table type ip size 1m peers mates
    acl app path /x
    use-server s1 if app
    server s1 :80 check resolvers dns
    server s2 :80 track s1
    server s3 :80 track "app/s1"

resolvers dns
mailers post
crt-store store
"#;

/// The lines that differ.
fn changes(before: &str, after: &str) -> String {
    let mut text = String::new();
    let diff = similar::TextDiff::from_lines(before, after);
    for change in diff.iter_all_changes() {
        match change.tag() {
            similar::ChangeTag::Equal => {}
            tag => write!(text, "{tag}{change}").unwrap(),
        }
    }
    text
}

fn section(kind: SectionKind, old: &str, new: &str) -> String {
    let mut document = Document::parse(CONFIG);
    document.rename_section(kind, old, new).unwrap();
    changes(CONFIG, &document.to_string())
}

#[test]
fn a_backend_is_renamed_everywhere() {
    insta::assert_snapshot!("backend", section(SectionKind::Backend, "app", "shop"));
}

#[test]
fn other_sections_are_renamed_everywhere() {
    let mut story = String::new();
    for (kind, name) in [
        (SectionKind::Cache, "app"),
        (SectionKind::Userlist, "people"),
        (SectionKind::Defaults, "base"),
        (SectionKind::Ring, "buf"),
        (SectionKind::Peers, "mates"),
        (SectionKind::Resolvers, "dns"),
        (SectionKind::Mailers, "post"),
        (SectionKind::CrtStore, "store"),
        (SectionKind::Frontend, "www"),
    ] {
        writeln!(story, "{kind} {name}\n{}", section(kind, name, "NEW")).unwrap();
    }
    insta::assert_snapshot!("sections", story);
}

#[test]
fn servers_and_acls_are_renamed_where_they_are_known() {
    let mut document = Document::parse(CONFIG);
    document.rename_server("app", "s1", "first").unwrap();
    insta::assert_snapshot!("server", changes(CONFIG, &document.to_string()));
    let mut document = Document::parse(CONFIG);
    document
        .rename_acl(SectionKind::Frontend, "www", "app", "is_app")
        .unwrap();
    insta::assert_snapshot!("acl", changes(CONFIG, &document.to_string()));
}

#[test]
fn what_cannot_be_known_is_told() {
    let mut document = Document::parse(CONFIG);
    let renamed = document
        .rename_section(SectionKind::Backend, "app", "shop")
        .unwrap();
    let dynamic = CONFIG.lines().position(|line| line.contains("%[path]"));
    assert_eq!(renamed.unsure, [(0, dynamic.unwrap() + 1)]);
    let mut document = Document::parse("frontend a\n  newkeyword app\nbackend app\n");
    let renamed = document
        .rename_section(SectionKind::Backend, "app", "shop")
        .unwrap();
    assert_eq!(renamed.unsure, [(0, 2)]);
}

#[test]
fn names_that_are_taken_or_wrong_are_refused() {
    let mut document = Document::parse(CONFIG);
    let mut refused = |kind, old: &str, new: &str| {
        let error = document.rename_section(kind, old, new).unwrap_err();
        assert_eq!(document.to_string(), CONFIG);
        error.to_string()
    };
    let story = [
        refused(SectionKind::Backend, "nosuch", "b"),
        refused(SectionKind::Backend, "app", "a b"),
        refused(SectionKind::Backend, "app", ""),
        refused(SectionKind::Ring, "buf", "x/y"),
    ];
    insta::assert_snapshot!("refused", story.join("\n"));
    let mut document = Document::parse("backend a\nlisten b\nfrontend c\n");
    let mut rename = |new| document.rename_section(SectionKind::Backend, "a", new);
    let taken = rename("b").unwrap_err();
    assert!(matches!(taken, RenameError::Taken { line: 2, .. }));
    assert!(rename("c").is_err());
    assert!(rename("d").is_ok());
    let mut document = Document::parse("backend a\n acl x path\n acl y path\n server x :1\n");
    assert!(
        document
            .rename_acl(SectionKind::Backend, "a", "x", "y")
            .is_err()
    );
    assert!(
        document
            .rename_acl(SectionKind::Backend, "a", "x", "or")
            .is_err()
    );
    assert!(
        document
            .rename_acl(SectionKind::Backend, "b", "x", "z")
            .is_err()
    );
    assert!(document.rename_server("a", "y", "z").is_err());
    assert!(document.rename_server("a", "x", "y").is_ok());
}

#[test]
fn references_in_other_files_and_blocks_change_too() {
    let mut files = ConfigFiles::default();
    for text in [
        "frontend www\n.if defined(A)\n default_backend app\n.else\n use_backend app if TRUE\n.endif\n",
        "backend app\n",
    ] {
        files.files.push(ConfigFile {
            path: "x.cfg".into(),
            document: Document::parse(text),
        });
    }
    let renamed = files
        .rename_section(SectionKind::Backend, "app", "shop")
        .unwrap();
    assert_eq!(renamed.changed, [(0, 3), (0, 5), (1, 1)]);
    assert_eq!(files.files[1].document.to_string(), "backend shop\n");
}
