//! What proxies inherit, and from where.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot go on fails"
)]

use std::fmt::Write as _;

use haproxy_config::{ConfigFile, ConfigFiles, Document, EditError, Effective, Target};
use haproxy_model::version::Version;

const CONFIG: &str = "defaults base
    mode http
    log global
    option httplog
    option dontlognull
    timeout client 10s
    timeout server 20s
    balance leastconn
    errorfile 503 /a
defaults more from base
    timeout client 30s
    no option dontlognull
    errorfile 404 /b
defaults
    mode tcp
frontend www from more
    bind :80
    timeout client 60s
    default_backend app
backend app from base
    no log
    server s1 :80
backend last
    server s1 :80
";

fn target() -> Target {
    Target::new(Version::new(3, 2))
}

fn story(effective: &Effective) -> String {
    let mut story = String::new();
    for setting in &effective.settings {
        let source = &effective.sources[setting.source];
        let words = setting.words.join(" ");
        writeln!(
            story,
            "{words:30} {}:{} {}",
            source.file, setting.line, source.section
        )
        .unwrap();
    }
    story
}

#[test]
fn settings_come_from_the_defaults_that_a_proxy_names() {
    let document = Document::parse(CONFIG);
    let show = |section: &str| {
        let effective = document.effective(&section.parse().unwrap(), &target());
        effective.map_or_else(|error| error.to_string(), |effective| story(&effective))
    };
    insta::assert_snapshot!("frontend", show("frontend www"));
    insta::assert_snapshot!("backend", show("backend app"));
    insta::assert_snapshot!("implicit", show("backend last"));
    assert_eq!(show("backend none"), "no section 'backend none'");
    assert_eq!(
        show("peers none"),
        "a section 'peers' starts from no defaults"
    );
}

fn files(texts: &[&str]) -> ConfigFiles {
    let file = |text: &&str| ConfigFile {
        path: "x.cfg".into(),
        document: Document::parse(*text),
    };
    ConfigFiles {
        files: texts.iter().map(file).collect(),
    }
}

#[test]
fn the_last_defaults_of_a_file_hold_for_the_next() {
    let files = files(&["defaults\n mode http\n", "backend b\n server s :80\n"]);
    let effective = files.effective(&"backend b".parse().unwrap(), &target());
    let expected = "mode http                      0:2 defaults\n\
                    server s :80                   1:2 backend b\n";
    assert_eq!(story(&effective.unwrap()), expected);
}

#[test]
fn implicit_defaults_become_explicit() {
    let mut files = files(&[
        "defaults\n mode http\nfrontend \"a\"  # first\n bind :80\ndefaults from x # y\n",
        "listen b\n bind :81\ndefaults unnamed_defaults_1\nbackend c # \nbackend d from x\n",
    ]);
    files.make_defaults_explicit().unwrap();
    let texts: Vec<String> = files
        .files
        .iter()
        .map(|file| file.document.to_string())
        .collect();
    insta::assert_snapshot!("explicit", texts.join("--- next file\n"));
}

#[test]
fn defaults_that_may_not_count_are_left_alone() {
    let text = ".if defined(A)\ndefaults\n mode tcp\n.endif\nfrontend a\n";
    let mut document = Document::parse(text);
    let refused = document.make_defaults_explicit();
    assert_eq!(refused, Err(EditError::CrossesBlock { line: 2 }));
    assert_eq!(document.to_string(), text);
}
