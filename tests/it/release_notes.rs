//! What the release notes of the Data Plane API show, in both directions.

use haproxy_config::testing::transformed;
use haproxy_config::{Document, Target, to_text};
use haproxy_model::config::{AnySection, Config};
use haproxy_model::section_kind::SectionKind;
use haproxy_model::version::Version;
use serde_json::{Value, json};

const FRONTEND: &str = "\
frontend fe_main
    bind 127.0.0.1:5000 # for us only
    # bind :443 will follow
    acl url_stats   path_beg /hapee-stats
    acl url_static  path_beg -i /static /images /javascript /stylesheets
    acl url_static  path_end -i .jpg .gif .png .css .js

    acl be_app_ok nbsrv(be_app) gt 0 # healthy
    acl be_static_ok nbsrv(be_static) gt 0
    # Nothing is left to answer.
    http-request redirect location /hapee-stats if !be_app_ok !be_static_ok !url_stats
    use_backend be_stats if url_stats
    use_backend be_static if url_static
    # All the rest.
    default_backend be_app
";

fn target() -> Target {
    // The last version that has programs without a warning.
    Target::new(Version::new(3, 0))
}

fn model(text: &str) -> Config {
    let (config, diagnostics) = Document::parse(text).to_model(&target());
    assert!(diagnostics.is_empty(), "{diagnostics:#?}");
    config
}

/// The section of this kind that JSON describes, as text.
fn text(kind: SectionKind, json: &Value) -> String {
    let section = AnySection::from_json(kind, json).unwrap();
    let text = to_text(&[section].into_iter().collect()).unwrap();
    String::from_utf8(text).unwrap()
}

/// Text, through JSON and back.
fn through_json(text: &str) -> String {
    let json = model(text).to_json();
    let back = to_text(&Config::from_json(&json).unwrap()).unwrap();
    String::from_utf8(back).unwrap()
}

#[test]
fn a_full_section_is_that_json() {
    let json = model(FRONTEND).sections[0].to_json();
    let expected = json!({
        "default_backend": "be_app",
        "name": "fe_main",
        "acl_list": [
            { "acl_name": "url_stats", "criterion": "path_beg", "value": "/hapee-stats" },
            {
                "acl_name": "url_static", "criterion": "path_beg",
                "value": "-i /static /images /javascript /stylesheets",
            },
            {
                "acl_name": "url_static", "criterion": "path_end",
                "value": "-i .jpg .gif .png .css .js",
            },
            { "acl_name": "be_app_ok", "criterion": "nbsrv(be_app)", "value": "gt 0" },
            { "acl_name": "be_static_ok", "criterion": "nbsrv(be_static)", "value": "gt 0" },
        ],
        "backend_switching_rule_list": [
            { "cond": "if", "cond_test": "url_stats", "name": "be_stats" },
            { "cond": "if", "cond_test": "url_static", "name": "be_static" },
        ],
        "http_request_rule_list": [{
            "cond": "if", "cond_test": "!be_app_ok !be_static_ok !url_stats",
            "redir_type": "location", "redir_value": "/hapee-stats", "type": "redirect",
        }],
        "binds": {
            "127.0.0.1:5000": { "name": "127.0.0.1:5000", "address": "127.0.0.1", "port": 5000 },
        },
    });
    assert_eq!(json, expected);
}

#[test]
fn a_list_that_is_put_changes_its_lines_only() {
    let put = |document: &mut Document| {
        let mut json = document.to_model(&target()).0.to_json();
        json["sections"][0]["acl_list"] = json!([
            {
                "acl_name": "url_static", "criterion": "path_beg",
                "value": "-i /static /javascript /stylesheets",
            },
            {
                "acl_name": "url_static", "criterion": "path_end",
                "value": "-i .jpg .gif .png .css .js",
            },
            { "acl_name": "be_app_down", "criterion": "nbsrv(be_app)", "value": "lt 0" },
            { "acl_name": "be_static_ok", "criterion": "nbsrv(be_static)", "value": "gt 0" },
        ]);
        let wanted = Config::from_json(&json).unwrap();
        document.reconcile(&wanted, &target()).map(drop)
    };
    insta::assert_snapshot!("put_of_acls", transformed(FRONTEND, put));
}

#[test]
fn a_full_section_makes_a_file() {
    let json = model(FRONTEND).sections[0].to_json();
    insta::assert_snapshot!("full_section", text(SectionKind::Frontend, &json));
}

#[test]
fn sections_are_created_from_json() {
    let lines = [
        (
            SectionKind::Program,
            json!({
                "name": "mirror",
                "command": "spoa-mirror --runtime 0 --mirror-url http://test.local",
                "user": "myusername", "group": "mygroupname", "start-on-reload": "enabled",
            }),
        ),
        (
            SectionKind::FcgiApp,
            json!({
                "name": "php_fpm", "docroot": "/var/www/myapp", "index": "index.php",
                "path_info": "^(/.+\\.php)(/.*)?$", "log_stderrs": [{ "global": true }],
            }),
        ),
        (
            SectionKind::Backend,
            json!({
                "name": "test",
                "http_error_rule_list": [{
                    "type": "status", "status": 503,
                    "return_content_format": "errorfiles", "return_content": "website-1",
                }],
            }),
        ),
        (
            SectionKind::Mailers,
            json!({ "name": "mymailers", "timeout": 20000 }),
        ),
        (
            SectionKind::Mailers,
            json!({
                "name": "mymailers", "timeout": 20000,
                "mailer_entries": {
                    "smtp1": { "name": "smtp1", "address": "192.168.0.1", "port": 587 },
                },
            }),
        ),
        (
            SectionKind::HttpErrors,
            json!({
                "name": "website-1",
                "error_files": [
                    { "code": 400, "file": "/etc/haproxy/errorfiles/site1/400.http" },
                    { "code": 404, "file": "/etc/haproxy/errorfiles/site1/404.http" },
                ],
            }),
        ),
    ]
    .map(|(kind, json)| text(kind, &json));
    insta::assert_snapshot!("created", lines.join("\n"));
}

#[test]
fn sections_are_read_as_they_are_created() {
    let lines = "\
program mirror
    command spoa-mirror --runtime 0 --mirror-url http://test.local
    user myusername
    group mygroupname
    option start-on-reload

fcgi-app php_fpm
    docroot /var/www/myapp
    index index.php
    path-info '^(/.+\\.php)(/.*)?$'
    log-stderr global

backend test
    http-error status 503 errorfiles website-1
";
    assert_eq!(through_json(lines), lines);
    let json = model(lines).to_json();
    assert_eq!(
        json["sections"][0],
        json!({
            "section": "program", "name": "mirror",
            "command": "spoa-mirror --runtime 0 --mirror-url http://test.local",
            "user": "myusername", "group": "mygroupname", "start-on-reload": "enabled",
        })
    );
    assert_eq!(
        json["sections"][1]["log_stderrs"],
        json!([{ "global": true }])
    );
    assert_eq!(
        json["sections"][2]["http_error_rule_list"][0]["status"],
        503
    );
}

#[test]
fn proxies_start_from_named_defaults() {
    let lines = "\
defaults http
    mode http
    timeout connect 10000
    timeout client 30000
    timeout server 30000

defaults tcp
    mode tcp

frontend fe_1 from http
    bind 0.0.0.0:80

frontend fe_2 from tcp
    bind 0.0.0.0:3000
    timeout connect 20000
";
    assert_eq!(through_json(lines), lines);
    let json = model(lines).to_json();
    assert_eq!(json["sections"][0]["connect_timeout"], 10000);
    assert_eq!(json["sections"][3]["from"], "tcp");
}

#[test]
fn defaults_without_a_name_are_made_explicit() {
    let before = "\
defaults
    mode http
    timeout connect 10000
    timeout client 30000
    timeout server 30000
frontend fe_1
    bind 0.0.0.0:80
defaults
    mode tcp
frontend fe_2
    bind 0.0.0.0:3000
    timeout connect 20000
";
    let difference = transformed(before, Document::make_defaults_explicit);
    insta::assert_snapshot!("explicit_defaults", difference);
}
