//! `route`, `reverseproxy` and the schemas of relation data.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod common;

use common::Folder;
use serde_json::Value;

const RELATIONS: &str = r#"{
    "4": {
        "application": { "service": "\"shop\"", "ports": "[8000, 8001]", "hostname": "\"www.example.com\"" },
        "units": { "shop/0": { "address": "\"192.0.2.11\"" }, "shop/1": { "address": "\"192.0.2.12\"" } }
    },
    "5": {
        "application": { "service": "\"old\"", "ports": "[80]", "subdomains": "[\"a\"]", "check": "{\"interval\": 5}",
            "retry": "{\"count\": 2, \"interval\": 9}" },
        "units": { "old/0": { "address": "\"192.0.2.21\"" }, "old/1": {} }
    },
    "6": { "application": { "port": "5432", "tls_terminate": "false" } },
    "7": {
        "application": { "service": "\"bad\\u0007\"", "ports": "[\"eighty\"]", "paths": "{" },
        "units": { "bad/0": { "address": "\"bad\"" } }
    },
    "haproxy-route-tcp:8": { "application": { "port": "80" } }
}"#;

const LEGACY: &str = r#"{ "2": { "units": {
    "web/0": { "services": "[{service_name: web, service_port: 81, service_options: [mode http, balance source, cookie S insert], crts: [EXTERNAL], servers: [[w, 10.0.0.1, 8080, check]]}, {service_name: bad, service_port: 82, service_options: [frobnicate], servers: [[b, 10.0.0.2, 80, '']]}]" },
    "app/0": { "port": "80" } } } }"#;

fn folder() -> Folder {
    let folder = Folder::new();
    folder.write("relations.json", RELATIONS);
    folder.write("legacy.json", LEGACY);
    folder
}

#[test]
fn validate_tells_who_gets_a_route() {
    let folder = folder();
    let hostname = ["--external-hostname", "example.com"];
    let run = |arguments: &[&str]| {
        let arguments = [&["route", "validate", "relations.json"], arguments].concat();
        folder.run(&arguments)
    };
    insta::assert_snapshot!("validate", run(&hostname).story());
    let json = run(&[&hostname[..], &["--json"]].concat());
    insta::assert_snapshot!("validate_json", json.story());
    assert_eq!(run(&["--tcp", "v2"]).code, 2);
    assert_eq!(run(&["--route", "v3"]).code, 2);
}

#[test]
fn validate_is_content_with_good_relations() {
    let folder = folder();
    let good = r#"{"haproxy-route:1": {"application": {"service": "\"a\"", "ports": "[80]", "hostname": "\"a.example\""}}}"#;
    let run = folder.run_with_input(&["route", "validate", "-"], good.as_bytes());
    assert_eq!(
        run.story(),
        "exit code 0\n--- stdout\nrelation 1 (haproxy-route): service 'a', 0 servers\n\n"
    );
    insta::assert_snapshot!(
        "validate_form",
        folder
            .run_with_input(&["route", "validate", "-"], b"[1]")
            .story()
    );
}

#[test]
fn convert_says_data_in_another_version() {
    let folder = folder();
    let old = r#"{"5": {
        "application": {"service": "\"old\"", "ports": "[80]", "subdomains": "[\"a\"]", "check": "{\"interval\": 5}",
            "retry": "{\"count\": 2, \"interval\": 9}"},
        "units": {"old/0": {"address": "\"FE80::1\""}, "old/1": {}}}}"#;
    let convert = |arguments: &[&str]| {
        let arguments = [&["route", "convert", "-"], arguments].concat();
        folder.run_with_input(&arguments, old.as_bytes())
    };
    let all = convert(&[
        "--from",
        "v0",
        "--to",
        "v2",
        "--external-hostname",
        "example.com",
    ]);
    insta::assert_snapshot!("convert", all.story());
    let found = convert(&["--to", "v2", "--external-hostname", "example.com"]);
    assert_eq!(found.story(), all.story());
    insta::assert_snapshot!(
        "convert_refused",
        convert(&["--from", "v2", "--to", "v1"]).story()
    );
    let again = folder.run_with_input(&["route", "validate", "-"], &all.stdout);
    assert_eq!(again.code, 0, "{}", again.story());
}

#[test]
fn services_are_rendered_and_explained() {
    let folder = folder();
    let run = |command| {
        let file = ["route", command, "relations.json"];
        folder.run(&[&file[..], &["--external-hostname", "example.com"]].concat())
    };
    let rendered = run("render");
    let explained = run("explain");
    insta::assert_snapshot!("explain", explained.story());
    let rendered_ends = (rendered.code, &rendered.stderr);
    assert_eq!(rendered_ends, (explained.code, &explained.stderr));
    let explained = String::from_utf8(explained.stdout).unwrap();
    let lines = explained
        .lines()
        .filter_map(|line| line.split("  # ").next());
    let rendered = String::from_utf8(rendered.stdout).unwrap();
    assert_eq!(
        lines.collect::<Vec<_>>(),
        rendered.lines().collect::<Vec<_>>()
    );
}

#[test]
fn relations_beside_routes_are_rendered() {
    let folder = folder();
    let ingress = r#"{
        "ingress:3": {"application": {"model": "\"m\"", "name": "\"web\"", "port": "8080"},
            "units": {"web/0": {"host": "\"10.0.0.1\""}}},
        "ddos-protection:4": {"application": {"deny_paths": "[\"/secret\"]"}},
        "haproxy-route:5": {"application": {"service": "\"a\"", "ports": "[80]"}}}"#;
    let run = |arguments: &[&str]| {
        let arguments = [&["route"], arguments, &["-"]].concat();
        folder.run_with_input(&arguments, ingress.as_bytes())
    };
    insta::assert_snapshot!("validate_beside", run(&["validate"]).story());
    let converted = run(&["convert", "--to", "v2"]).story();
    assert!(converted.contains("ingress:3 is left out: the interface has one version"));
    let root = folder.path("root");
    let files = [
        "render",
        "--external-hostname",
        "example.com",
        "--files",
        root.to_str().unwrap(),
    ];
    let rendered = run(&files);
    assert_eq!(
        String::from_utf8(rendered.stderr).unwrap(),
        "note: relation 5 is refused: applications of ingress are served, and nothing beside them\n"
    );
    let text = String::from_utf8(rendered.stdout).unwrap();
    assert!(
        text.contains("use_backend m-web if path_m-web host_example.com\n"),
        "{text}"
    );
    let denied = std::fs::read_to_string(root.join("etc/haproxy/ddos_denied_paths.lst"));
    assert_eq!(denied.unwrap(), "/secret\n");
}

#[test]
fn the_older_charm_makes_its_certificate_once() {
    let folder = folder();
    let options = "ssl_cert: SELFSIGNED\nservices: |\n  - {service_name: web, service_port: 443, crts: [DEFAULT],\n     servers: [[a, 10.0.0.1, 80, check]]}\n";
    std::fs::write(folder.path("options.yaml"), options).unwrap();
    let root = folder.path("root");
    let render = || {
        let arguments = [
            "reverseproxy",
            "render",
            "--options",
            "options.yaml",
            "--public-address",
            "192.0.2.1",
            "--files",
            root.to_str().unwrap(),
            "-",
        ];
        let run = folder.run_with_input(&arguments, b"{}");
        assert!(run.stderr.is_empty(), "{}", run.story());
        let text = String::from_utf8(run.stdout).unwrap();
        assert!(
            text.contains("ssl crt /var/lib/haproxy/default.pem no-sslv3"),
            "{text}"
        );
        let path = root.join("var/lib/haproxy/default.pem");
        let mode = std::os::unix::fs::PermissionsExt::mode(&path.metadata().unwrap().permissions());
        assert_eq!(mode & 0o777, 0o600);
        std::fs::read_to_string(path).unwrap()
    };
    let made = render();
    assert!(made.starts_with("-----BEGIN CERTIFICATE-----"), "{made}");
    assert!(made.contains("PRIVATE KEY-----"));
    assert_eq!(render(), made);
}

#[test]
fn the_older_charm_makes_its_password_once() {
    let folder = folder();
    std::fs::write(folder.path("options.yaml"), "enable_monitoring: true\n").unwrap();
    let render = |current: &[&str]| {
        let arguments = ["reverseproxy", "render", "--options", "options.yaml", "-"];
        let run = folder.run_with_input(&[&arguments[..], current].concat(), b"{}");
        String::from_utf8(run.stdout).unwrap()
    };
    let made = render(&[]);
    assert!(made.contains("stats auth haproxy:"), "{made}");
    assert!(!made.contains("changeme"));
    assert_ne!(render(&[]), made);
    std::fs::write(folder.path("haproxy.cfg"), &made).unwrap();
    assert_eq!(render(&["--current", "haproxy.cfg"]), made);
}

#[test]
fn relation_data_has_schemas() {
    let folder = folder();
    let list = String::from_utf8(folder.run(&["schema", "--list"]).stdout).unwrap();
    for name in ["route-v0", "route-v1", "route-v2", "tcp-v0", "tcp-v1"] {
        assert!(
            list.lines().any(|line| line == name),
            "{name} is not listed"
        );
        let schema: Value = serde_json::from_slice(&folder.run(&["schema", name]).stdout).unwrap();
        let application = schema
            .pointer("/properties/requirer/properties/application")
            .unwrap();
        assert!(application["properties"].is_object());
    }
}

#[test]
fn the_older_relation_is_rendered_and_migrated() {
    let folder = folder();
    let run = |command| {
        folder
            .run(&["reverseproxy", command, "legacy.json"])
            .story()
    };
    insta::assert_snapshot!("reverseproxy", run("render"));
    insta::assert_snapshot!("migrate", run("migrate"));
    folder.write("services.yaml", "[{service_name: own, service_port: 90}]");
    let units = r#"{"2": {"units": {"app/0": {"port": "80", "private-address": "10.0.0.1"}}}}"#;
    let arguments = ["reverseproxy", "render", "-", "--services", "services.yaml"];
    insta::assert_snapshot!(
        "reverseproxy_services",
        folder.run_with_input(&arguments, units.as_bytes()).story()
    );
}

#[test]
fn clients_are_passed_on_to_the_first_peer_that_works() {
    let folder = folder();
    let relations = r#"{
        "reverseproxy:2": {"units": {"web/0": {"services": "[{service_name: web, service_host: 0.0.0.0, service_port: 80, servers: [[a, 10.0.0.1, 8080, check]]}]"}}},
        "peer:1": {"units": {"haproxy/1": {"private-address": "10.1.0.1", "all_services": "[{service_name: web, service_host: 0.0.0.0, service_port: 80}]"}}}
    }"#;
    let render = |more: &[&str]| {
        let arguments = [&["reverseproxy", "render", "-"], more].concat();
        folder.run_with_input(&arguments, relations.as_bytes())
    };
    let own = ["--unit", "haproxy/0", "--address", "10.1.0.0"];
    insta::assert_snapshot!("reverseproxy_peers", render(&own).story());
    let alone = render(&[]);
    let note = "peers are left out: they need --unit and --address";
    assert!(alone.story().contains(note), "{}", alone.story());
    assert_eq!(render(&own[..2]).code, 2);
    folder.write("options.yaml", "peering_mode: active-active\n");
    let active = render(&[&own[..], &["--options", "options.yaml"]].concat());
    let text = String::from_utf8(active.stdout).unwrap();
    assert!(!text.contains("web_be"), "{text}");
}

#[test]
fn charm_shim_stands_where_the_library_is() {
    let folder = Folder::new();
    let shim = ["charm-shim", "--lib", "v2"];
    let path = "lib/charms/haproxy/v2/haproxy_route.py";
    assert_eq!(
        folder.run(&shim).story(),
        format!("exit code 0\n--- stderr\nnote: {path} was written\n\n")
    );
    let text = "\"\"\"The library haproxy_route, version 2, from the package haproxy-kit.\"\"\"\n\n\
        from haproxy_kit.charm.haproxy_route.v2 import *  # noqa: F403\n";
    assert_eq!(folder.read(path), text.as_bytes());
    assert_eq!(folder.run(&shim).code, 0);
    folder.write(path, "# another library\n");
    let refused = folder.run(&shim);
    assert_eq!(refused.code, 2);
    assert!(
        refused
            .story()
            .contains("exists already: --force replaces it")
    );
    assert_eq!(folder.read(path), b"# another library\n");
    assert_eq!(folder.run(&[&shim[..], &["--force"]].concat()).code, 0);
    assert_eq!(folder.read(path), text.as_bytes());
    let tcp = [
        "charm-shim",
        "--lib",
        "v1",
        "--interface",
        "haproxy-route-tcp",
        "--print",
    ];
    let printed = String::from_utf8(folder.run(&tcp).stdout).unwrap();
    assert!(printed.contains("from haproxy_kit.charm.haproxy_route_tcp.v1 import *"));
    let none = [
        "charm-shim",
        "--lib",
        "v2",
        "--interface",
        "haproxy-route-tcp",
    ];
    assert_eq!(folder.run(&none).code, 2);
}
