//! Relation data as a configuration, before real HAProxy.

mod differences;
mod hostile;

use std::path::Path;

use haproxy_config::to_text;
use haproxy_kit_tests::haproxy::Haproxy;
use haproxy_model::version::Version;
use haproxy_route::reverseproxy::{RenderOptions, RequirerUnit, ServiceOptions, Services};
use haproxy_route::{
    Collection, CollectionOptions, Databag, DdosLimits, Interface, PeerAddress, RateLimitPolicy,
    Relation, Rendering, RenderingOptions, render,
};
use tempfile::TempDir;

/// A folder with a certificate, which is its own authority.
fn certificates() -> TempDir {
    let folder = TempDir::new().unwrap();
    let certified = rcgen::generate_simple_self_signed(["example.com".to_owned()]).unwrap();
    let pem = certified.cert.pem() + &certified.signing_key.serialize_pem();
    std::fs::create_dir(folder.path().join("certs")).unwrap();
    std::fs::write(folder.path().join("certs/example.pem"), &pem).unwrap();
    std::fs::write(folder.path().join("cas.pem"), certified.cert.pem()).unwrap();
    folder
}

fn options(folder: &Path, haproxy: &Haproxy) -> RenderingOptions {
    let (major, minor) = haproxy.version().split_once('.').unwrap();
    RenderingOptions {
        version: Version::new(major.parse().unwrap(), minor.parse().unwrap()),
        external_hostname: Some("example.com".to_owned()),
        certificate_directory: folder.join("certs"),
        ca_bundle: folder.join("cas.pem"),
        configuration_directory: folder.to_owned(),
        dh_parameters: None,
        hsts: true,
        peers: vec![PeerAddress {
            name: "judge".to_owned(),
            address: "10.2.0.1".parse().unwrap(),
        }],
        ..RenderingOptions::default()
    }
}

fn rendering(relations: &[Relation], options: &RenderingOptions) -> Rendering {
    let collection = CollectionOptions {
        external_hostname: options.external_hostname.clone(),
        ..CollectionOptions::default()
    };
    render(&Collection::new(relations, &collection), options)
}

/// The configuration as text, without the user and group of the service, which need not be here.
fn text(rendering: &Rendering) -> String {
    let text = String::from_utf8(to_text(&rendering.config).unwrap()).unwrap();
    let is_kept = |line: &&str| !line.starts_with("    user ") && !line.starts_with("    group ");
    let lines: Vec<_> = text.lines().filter(is_kept).collect();
    lines.join("\n") + "\n"
}

fn relation(id: u64, application_data: Databag) -> Relation {
    let address = format!("\"10.0.0.{id}\"");
    let unit = Databag::from_iter([("address", address)]);
    Relation {
        id,
        interface: Interface::Route,
        application: "app".to_owned(),
        application_data,
        units: [("app/0".to_owned(), unit)].into_iter().collect(),
    }
}

fn good(id: u64) -> Relation {
    let databag = [
        ("service", "\"good\""),
        ("ports", "[8080]"),
        ("hostname", "\"good.example\""),
        ("paths", r#"["/good"]"#),
        ("rate_limit", r#"{"connections_per_minute": 10}"#),
        (
            "check",
            r#"{"interval": 5, "rise": 2, "fall": 3, "path": "/up"}"#,
        ),
    ];
    relation(id, databag.into_iter().collect())
}

fn assert_accepts(haproxy: &Haproxy, folder: &Path, text: &str) {
    if let Err(message) = accepts(haproxy, folder, text) {
        panic!("{message}");
    }
}

/// Asks HAProxy whether it accepts a configuration.
fn accepts(haproxy: &Haproxy, folder: &Path, text: &str) -> Result<(), String> {
    let file = folder.join("haproxy.cfg");
    std::fs::write(&file, text).unwrap();
    let verdict = haproxy.check(&file);
    if verdict.accepts {
        return Ok(());
    }
    let (version, messages) = (haproxy.version(), verdict.messages);
    Err(format!("HAProxy {version} refuses:\n{messages}\n{text}"))
}

/// Writes the files that go with a configuration.
fn write_files(rendering: &Rendering) {
    for file in &rendering.files {
        std::fs::write(&file.path, &file.content).unwrap();
    }
}

#[test]
fn every_field_is_accepted() {
    let folder = certificates();
    let all = [
        ("service", "\"all\""),
        ("ports", "[80, 81]"),
        ("hostname", "\"*.all.example\""),
        ("additional_hostnames", r#"["all.example"]"#),
        ("paths", r#"["/a", "/a/b/"]"#),
        ("deny_paths", r#"["/a/not"]"#),
        ("protocol", "\"https\""),
        ("hosts", r#"["10.1.0.1", "fd00::1"]"#),
        (
            "rewrites",
            r#"[{"method": "set-path", "expression": "%[path,regsub(^/a,/)] if METH_GET || { path_beg /x }"},
            {"method": "set-query", "expression": "a=%[query]"},
            {"method": "set-header", "header": "X-A", "expression": "\"b c\" unless { ssl_fc }"}]"#,
        ),
        ("check", r#"{"path": "/up", "port": 9000}"#),
        (
            "load_balancing",
            r#"{"algorithm": "cookie", "cookie": "SID", "consistent_hashing": true}"#,
        ),
        (
            "rate_limit",
            r#"{"connections_per_minute": 10, "policy": "silent-drop"}"#,
        ),
        ("bandwidth_limit", r#"{"upload": 1000, "download": 2000}"#),
        ("retry", r#"{"count": 3, "redispatch": true}"#),
        ("timeout", r#"{"server": 10, "connect": 20, "queue": 30}"#),
        ("server_maxconn", "7"),
        ("http_server_close", "true"),
        ("allow_http", "true"),
    ];
    let relations = [good(1), relation(2, all.into_iter().collect())];
    for haproxy in Haproxy::all() {
        for plain_prefixes in [false, true] {
            let options = RenderingOptions {
                plain_prefixes,
                ..options(folder.path(), &haproxy)
            };
            let rendering = rendering(&relations, &options);
            assert!(rendering.refused.is_empty(), "{:?}", rendering.refused);
            assert_accepts(&haproxy, folder.path(), &text(&rendering));
        }
        let none = rendering(&[], &options(folder.path(), &haproxy));
        assert_accepts(&haproxy, folder.path(), &text(&none));
    }
}

/// HAProxy refuses to deny by a status that it has no answer for.
#[test]
fn statuses_that_haproxy_has_an_answer_for_are_said() {
    let folder = certificates();
    for haproxy in Haproxy::all() {
        let mut said = Vec::new();
        for status in (200..400)
            .step_by(20)
            .chain(400..433)
            .chain(499..512)
            .chain([600])
        {
            let options = RenderingOptions {
                ddos_limits: Some(DdosLimits {
                    requests_per_minute: Some(9),
                    http_policy: Some(RateLimitPolicy::Deny),
                    deny_status: Some(status),
                    ..DdosLimits::default()
                }),
                ..options(folder.path(), &haproxy)
            };
            let text = text(&rendering(&[good(1)], &options));
            let rule = format!("    http-request deny deny_status {status} if");
            if text.contains(&rule) {
                said.push(text);
            } else {
                assert!(text.contains("    http-request deny if"), "{text}");
                let wrong = text.replace("http-request deny if", rule.trim());
                assert!(
                    accepts(&haproxy, folder.path(), &wrong).is_err(),
                    "{status}"
                );
            }
        }
        assert!(said.len() > 8);
        for text in said {
            assert_accepts(&haproxy, folder.path(), &text);
        }
    }
}

#[test]
fn services_of_the_older_relation_are_accepted() {
    let services = "
- service_name: web
  service_port: 8081
  service_options: [mode http, balance leastconn, acl foo path_beg -i /foo, use_backend web_foo if foo,
    timeout client 50s, timeout connect 5s, timeout server 50s, option httplog, cookie S insert]
  crts: [EXTERNAL]
  servers: [[web_1, 10.0.0.1, 8080, check maxconn 50]]
  backends: [{ backend_name: web_foo, servers: [[foo_1, 10.0.0.9, 8081, [check]]] }]
- { service_name: db, service_port: 5432, service_options: [mode tcp, option tcplog], servers: [[db, 10.0.0.3, 5433, check]] }";
    let units = [RequirerUnit {
        name: "web/0".to_owned(),
        databag: Databag::from_iter([("services", services)]),
    }];
    let folder = certificates();
    std::fs::create_dir(folder.path().join("service_web")).unwrap();
    let certificate = folder.path().join("certs/example.pem");
    std::fs::copy(certificate, folder.path().join("service_web/0.pem")).unwrap();
    let options = RenderOptions {
        directory: folder.path().to_owned(),
        ..RenderOptions::default()
    };
    let gathered = Services::gather(&units, &ServiceOptions::default()).unwrap();
    let rendered = gathered.render(&options);
    assert!(rendered.refused.is_empty(), "{:?}", rendered.refused);
    let text = String::from_utf8(to_text(&rendered.config).unwrap()).unwrap();
    for haproxy in Haproxy::all() {
        assert_accepts(&haproxy, folder.path(), &text);
    }
}
