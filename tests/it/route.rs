//! Relation data as a configuration, before real HAProxy.

use std::path::Path;

use haproxy_config::to_text;
use haproxy_kit_tests::haproxy::Haproxy;
use haproxy_model::version::Version;
use haproxy_route::reverseproxy::{RenderOptions, RequirerUnit, ServiceOptions, Services};
use haproxy_route::{
    Collection, CollectionOptions, Databag, Interface, PeerAddress, Relation, Rendering,
    RenderingOptions, render,
};
use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::{Config as RunnerConfig, RngAlgorithm, TestRng, TestRunner};
use tempfile::TempDir;

/// How many configurations of hostile relations HAProxy is asked about.
const CASES: u32 = 75;

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

/// What HAProxy is asked.
fn assert_accepts(haproxy: &Haproxy, folder: &Path, text: &str) {
    let file = folder.join("haproxy.cfg");
    std::fs::write(&file, text).unwrap();
    let verdict = haproxy.check(&file);
    let version = haproxy.version();
    assert!(
        verdict.accepts,
        "HAProxy {version} refuses:\n{}\n{text}",
        verdict.messages
    );
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

/// Texts that would do something else where they stood unquoted.
fn hostile_text() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => select(&[
            "web", "s1", "default", "haproxy", "prometheus", "a b", "x\nbackend evil", "x # y", "{ path /x }", "if",
            "-i", "-f", "-f/etc/passwd", "\"", "'", "\\", "a\u{7f}b", "\u{10FF00}{HOME}", "${HOME}", "$HOME", "%[env(HOME)]",
            "%", "%%", "%[", "%[path", "/x if TRUE", "/x if TRUE || own", "/x unless { path -f /x }", "%[path,lower]",
            "%[path,field(1,/)] if { src 10.0.0.0/8 }", "%[path,field(a)]", "%[src,ipmask(99)]", "/x if { path_reg ( }",
            "ü", "*.example.com", "a.example", "", "!", "||", "}", "[::1]", "a,b", "a(b", "a)b", "..", "/../x", ";", "|",
        ][..]).prop_map(str::to_owned),
        1 => any::<String>(),
        1 => "[a-z/{}%,() !|-]{0,12}",
    ]
}

fn hostile_number() -> impl Strategy<Value = String> {
    select(
        &[
            "0",
            "1",
            "-1",
            "80",
            "443",
            "65535",
            "65536",
            "2147483647",
            "2147483648",
            "4294967296",
            "99999999999999999999999",
            "true",
            "2.0",
            "\"7\"",
        ][..],
    )
    .prop_map(str::to_owned)
}

fn hostile_databag() -> impl Strategy<Value = Databag> {
    let json = || hostile_text().prop_map(|text| serde_json::Value::from(text).to_string());
    let list = || vec(json(), 0..3).prop_map(|items| format!("[{}]", items.join(",")));
    let optional = |name: &'static str, value: BoxedStrategy<String>| {
        prop::option::weighted(0.3, value).prop_map(move |value| value.map(|value| (name, value)))
    };
    let method = select(&["set-path", "set-query", "set-header"][..]);
    let rewrite = (method, json(), json()).prop_map(|(method, expression, header)| {
        format!(r#"{{"method": "{method}", "expression": {expression}, "header": {header}}}"#)
    });
    let numbers = |names: &'static [&'static str]| {
        btree_map(select(names), hostile_number(), 0..4).prop_map(|fields| {
            let fields: Vec<_> = fields
                .iter()
                .map(|(name, value)| format!("\"{name}\": {value}"))
                .collect();
            format!("{{{}}}", fields.join(","))
        })
    };
    let fields = vec![
        json().prop_map(|text| Some(("service", text))).boxed(),
        vec(hostile_number(), 0..3)
            .prop_map(|ports| Some(("ports", format!("[{}]", ports.join(",")))))
            .boxed(),
        optional("hostname", json().boxed()).boxed(),
        optional("additional_hostnames", list().boxed()).boxed(),
        optional("paths", list().boxed()).boxed(),
        optional("deny_paths", list().boxed()).boxed(),
        optional("protocol", Just("\"https\"".to_owned()).boxed()).boxed(),
        optional(
            "rewrites",
            vec(rewrite, 0..3)
                .prop_map(|items| format!("[{}]", items.join(",")))
                .boxed(),
        )
        .boxed(),
        optional(
            "check",
            numbers(&["interval", "rise", "fall", "port"]).boxed(),
        )
        .boxed(),
        optional(
            "check",
            json()
                .prop_map(|path| format!(r#"{{"path": {path}}}"#))
                .boxed(),
        )
        .boxed(),
        optional(
            "load_balancing",
            json()
                .prop_map(|cookie| format!(r#"{{"algorithm": "cookie", "cookie": {cookie}}}"#))
                .boxed(),
        )
        .boxed(),
        optional("rate_limit", numbers(&["connections_per_minute"]).boxed()).boxed(),
        optional("bandwidth_limit", numbers(&["upload", "download"]).boxed()).boxed(),
        optional("retry", numbers(&["count", "redispatch"]).boxed()).boxed(),
        optional("timeout", numbers(&["server", "connect", "queue"]).boxed()).boxed(),
        optional("server_maxconn", hostile_number().boxed()).boxed(),
        optional("allow_http", Just("true".to_owned()).boxed()).boxed(),
    ];
    fields.prop_map(|fields| fields.into_iter().flatten().collect())
}

/// Whatever the others hold, HAProxy accepts the result, and the good relation has the same backend.
#[test]
fn hostile_relations_lose_only_their_own_routes() {
    let folder = certificates();
    let config = RunnerConfig {
        cases: CASES,
        failure_persistence: None,
        ..RunnerConfig::default()
    };
    let mut runner =
        TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let haproxies = Haproxy::all();
    let backend = |text: &str| {
        let mut sections = text.split("\n\n");
        sections
            .find(|section| section.starts_with("backend good\n"))
            .map(str::to_owned)
    };
    let strategy = vec(hostile_databag(), 1..6);
    let result = runner.run(&strategy, |databags| {
        let mut relations: Vec<_> = databags
            .into_iter()
            .zip(1..)
            .map(|(databag, id)| relation(id, databag))
            .collect();
        relations.push(good(9));
        for haproxy in &haproxies {
            let options = options(folder.path(), haproxy);
            let text = text(&rendering(&relations, &options));
            let alone = self::text(&rendering(&[good(9)], &options));
            prop_assert_eq!(backend(&text), backend(&alone));
            assert_accepts(haproxy, folder.path(), &text);
        }
        Ok(())
    });
    if let Err(error) = result {
        panic!("{error}");
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
