//! The rules between fields, and what holds for databags as a whole.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use Schema::{RouteV0, RouteV1, RouteV2, TcpV0, TcpV1};
use haproxy_route::{
    Databag, Json, RequirerApplicationData, RequirerUnitData, Schema, TcpRequirerApplicationData,
};

/// The errors that a schema finds in an object, one a line.
fn errors(schema: Schema, json: &str) -> String {
    let json = Json::parse(json).unwrap();
    let result = match schema {
        TcpV0 | TcpV1 => TcpRequirerApplicationData::from_json(&json, schema).map(drop),
        _ => RequirerApplicationData::from_json(&json, schema).map(drop),
    };
    match result {
        Ok(()) => String::new(),
        Err(error) => error.to_string().replace("; ", "\n") + "\n",
    }
}

fn route(schema: Schema, fields: &str) -> String {
    errors(
        schema,
        &format!(r#"{{"service": "web", "ports": [80], {fields}}}"#),
    )
}

#[test]
fn the_algorithm_cookie_needs_a_cookie() {
    let message = "load_balancing: the algorithm 'cookie' needs the name of a cookie\n";
    for schema in [RouteV0, RouteV1, RouteV2] {
        for object in [
            r#"{"algorithm": "cookie"}"#,
            r#"{"algorithm": "cookie", "cookie": ""}"#,
        ] {
            assert_eq!(
                route(schema, &format!(r#""load_balancing": {object}"#)),
                message
            );
        }
        let named = r#""load_balancing": {"algorithm": "cookie", "cookie": "c"}"#;
        assert_eq!(route(schema, named), "");
    }
}

#[test]
fn other_algorithms_have_no_cookie_from_version_1_on() {
    let message = "load_balancing: a cookie may be given only with the algorithm 'cookie'\n";
    for cookie in ["", "c"] {
        let fields =
            format!(r#""load_balancing": {{"algorithm": "source", "cookie": "{cookie}"}}"#);
        assert_eq!(route(RouteV0, &fields), "");
        assert_eq!(route(RouteV1, &fields), message);
        assert_eq!(route(RouteV2, &fields), message);
    }
}

#[test]
fn hashing_is_consistent_where_there_is_a_hash() {
    let balanced = |algorithm: &str| {
        format!(r#""load_balancing": {{"algorithm": "{algorithm}", "consistent_hashing": true}}"#)
    };
    let message =
        "load_balancing: consistent hashing works only with the algorithms 'cookie' and 'source'\n";
    for algorithm in ["leastconn", "roundrobin"] {
        assert_eq!(route(RouteV1, &balanced(algorithm)), message);
        assert_eq!(route(RouteV2, &balanced(algorithm)), message);
        assert_eq!(route(RouteV0, &balanced(algorithm)), "");
        let tcp = format!(r#"{{"port": 80, {}}}"#, balanced(algorithm));
        let message = "load_balancing: consistent hashing works only with the algorithm 'source'\n";
        assert_eq!(errors(TcpV0, &tcp), message);
        assert_eq!(errors(TcpV1, &tcp), message);
    }
    assert_eq!(route(RouteV2, &balanced("source")), "");
}

#[test]
fn a_check_is_whole_from_version_1_on() {
    let message = "check: interval, rise and fall must be given together or not at all\n";
    for check in [
        r#"{"interval": 5}"#,
        r#"{"interval": 5, "rise": 2, "fall": 0}"#,
        r#"{"fall": -1, "path": "/x"}"#,
    ] {
        let fields = format!(r#""check": {check}"#);
        assert_eq!(route(RouteV0, &fields), "");
        assert_eq!(route(RouteV1, &fields), message);
        assert_eq!(route(RouteV2, &fields), message);
    }
    for check in [
        r#"{"path": "/x"}"#,
        r#"{"interval": 0, "rise": 0, "fall": 0}"#,
        r#"{"interval": -1, "rise": -1, "fall": -1}"#,
        "{}",
    ] {
        assert_eq!(route(RouteV2, &format!(r#""check": {check}"#)), "");
    }
}

#[test]
fn a_header_rewrite_may_lack_the_header() {
    let fields = r#""rewrites": [{"method": "set-header", "expression": "x"}]"#;
    for schema in [RouteV0, RouteV1, RouteV2] {
        assert_eq!(route(schema, fields), "");
    }
}

#[test]
fn tcp_checks_have_the_texts_of_their_type() {
    let texts = "check: send and expect may be given only with the type 'generic'\n";
    let user = "check: db_user may be given only with the types 'mysql' and 'postgres'\n";
    for (fields, message) in [
        (
            r#""check_type": "generic", "send": "a b\r\n", "expect": "'\"""#,
            "",
        ),
        (r#""check_type": "redis", "send": "x""#, texts),
        (r#""expect": "x""#, texts),
        (r#""check_type": "mysql", "db_user": "u""#, ""),
        (r#""check_type": "postgres", "db_user": "u""#, ""),
        (r#""check_type": "smtp", "db_user": "u""#, user),
        (r#""check_type": "smtp""#, ""),
    ] {
        let json = format!(
            r#"{{"port": 80, "check": {{"interval": 1, "rise": 1, "fall": 1, {fields}}}}}"#
        );
        assert_eq!(errors(TcpV0, &json), message);
        assert_eq!(errors(TcpV1, &json), message);
    }
}

#[test]
fn a_server_name_needs_tls() {
    let json = r#"{"port": 80, "sni": "a.example", "enforce_tls": false}"#;
    let message = ".: sni needs enforce_tls: without TLS there is no server name\n";
    assert_eq!(errors(TcpV0, json), message);
    assert_eq!(errors(TcpV1, json), message);
}

#[test]
fn a_tcp_service_has_a_port_or_a_mapping() {
    let both = ".: port and port_mapping exclude each other\n";
    let backend = ".: backend_port and port_mapping exclude each other\n";
    let none = ".: either port or port_mapping must be given\n";
    let length = ".: port_mapping: both ranges must be equally long\n";
    for (json, message) in [
        (r#"{"port_mapping": "8080:80"}"#, ""),
        (r#"{"port": 80, "port_mapping": "8080:80"}"#, both),
        (
            r#"{"backend_port": 80, "port_mapping": "8080:80"}"#,
            backend,
        ),
        (r#"{"backend_port": 80}"#, none),
        ("{}", none),
        (r#"{"port_mapping": "1-2:1-3"}"#, length),
    ] {
        assert_eq!(errors(TcpV1, json), message);
    }
    assert_eq!(errors(TcpV0, "{}"), "port: required, but missing\n");
}

#[test]
fn the_port_of_the_servers_is_that_of_the_proxy_by_default() {
    for schema in [TcpV0, TcpV1] {
        let databag = Databag::from_iter([("port", "80")]);
        let data = TcpRequirerApplicationData::load(&databag, schema).unwrap();
        assert_eq!(data, TcpRequirerApplicationData::new(80));
        let dumped = Databag::from_iter([("port", "80"), ("backend_port", "80")]);
        assert_eq!(data.dump(schema), dumped);
    }
    let databag = Databag::from_iter([("port_mapping", r#""5000-5009:6000-6009""#)]);
    let data = TcpRequirerApplicationData::load(&databag, TcpV1).unwrap();
    assert_eq!(data.dump(TcpV1), databag);
    assert!(data.is_port_range());
    assert_eq!(data.mapping().unwrap().offset(), 1000);
    assert_eq!(data.port_range().unwrap().to_string(), "5000-5009");
    assert_eq!(data.backend_port_range().unwrap().to_string(), "6000-6009");
}

#[test]
fn every_fault_is_told_at_once() {
    let databag = Databag::from_iter([
        ("service", "3"),
        ("paths", "{"),
        ("hosts", r#"["10.0.0.1", "x", null]"#),
        ("load_balancing", r#"{"cookie": "a b"}"#),
        ("timeout", r#"{"server": "soon", "queue": 0}"#),
        ("private-address", "10.0.0.1"),
        ("egress-subnets", "{"),
    ]);
    let error = RequirerApplicationData::load(&databag, RouteV2).unwrap_err();
    let lines: Vec<_> = error.errors().iter().map(ToString::to_string).collect();
    assert_eq!(
        lines,
        [
            "paths: not JSON: EOF while parsing an object at line 1 column 1",
            "service: expected a string, found a number",
            "ports: required, but missing",
            "hosts.1: expected an IPv4 or IPv6 address; networks and host names are none",
            "hosts.2: expected an IPv4 or IPv6 address; networks and host names are none",
            "load_balancing.cookie: must be free of blanks, tabs, line ends, quotes, '#', '$' and '\\'",
            "timeout.server: expected an integer, found a text that is none",
            "timeout.queue: must be greater than 0",
        ]
    );
    assert_eq!(error.schema(), RouteV2);
}

#[test]
fn errors_quote_no_values() {
    let databag = Databag::from_iter([
        ("service", r#""secret word""#),
        ("ports", r#"["secret"]"#),
        ("hosts", r#"["secret"]"#),
        ("protocol", r#""secret""#),
        ("hostname", r#""secret""#),
        ("paths", "secret"),
    ]);
    let error = RequirerApplicationData::load(&databag, RouteV2).unwrap_err();
    assert_eq!(error.errors().len(), 6);
    assert!(!error.to_string().contains("secret"), "{error}");
}

#[test]
fn dumps_are_in_the_order_of_the_fields_and_ascii() {
    let text = r#"{
        "retry": {"redispatch": false, "count": 3}, "allow_http": true, "check": {}, "paths": ["/ü"],
        "ports": [], "service": "ü", "timeout": {"server": 60, "queue": 5, "connect": 60},
        "load_balancing": {"algorithm": "leastconn", "cookie": null}, "extra": {"deep": [1]},
        "rewrites": [{"header": null, "expression": "/", "method": "set-path", "more": 1}]
    }"#;
    let data = RequirerApplicationData::from_json(&Json::parse(text).unwrap(), RouteV2).unwrap();
    let dumped = data.dump(RouteV2);
    let entries: Vec<_> = dumped.iter().collect();
    assert_eq!(
        entries,
        [
            ("service", r#""\u00fc""#),
            ("ports", "[]"),
            ("paths", r#"["/\u00fc"]"#),
            ("rewrites", r#"[{"method": "set-path", "expression": "/"}]"#),
            ("check", "{}"),
            ("retry", r#"{"count": 3}"#),
            ("timeout", r#"{"queue": 5}"#),
            ("allow_http", "true"),
        ]
    );
}

#[test]
fn data_made_in_rust_can_be_held_to_a_schema() {
    let mut data = RequirerApplicationData::new("web", [80]);
    assert_eq!(data.validate(RouteV2), Ok(()));
    data.paths.push("/a b".to_owned());
    data.hostname = Some("localhost".to_owned());
    assert_eq!(data.validate(RouteV2).unwrap_err().errors().len(), 2);
    assert_eq!(data.validate(RouteV1).unwrap_err().errors().len(), 1);
    let address = "fe80::1%eth0".parse().unwrap();
    assert_eq!(RequirerUnitData { address }.validate(RouteV0), Ok(()));
}
