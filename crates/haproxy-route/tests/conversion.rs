//! Data of one version in another.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use Schema::{RouteV0, RouteV1, RouteV2, TcpV0, TcpV1};
use haproxy_route::{
    Conversion, ConversionError, ConversionOptions, Databag, Json, RequirerApplicationData, Schema,
    TcpRequirerApplicationData,
};

/// What is dumped in the other version, and what is lost, one a line.
fn convert(from: Schema, to: Schema, fields: &str) -> String {
    let json = Json::parse(&format!(r#"{{"service": "web", "ports": [80], {fields}}}"#)).unwrap();
    let data = RequirerApplicationData::from_json(&json, from).unwrap();
    story(data.convert(from, to, &options()), |data| data.dump(to))
}

fn options() -> ConversionOptions {
    ConversionOptions {
        external_hostname: Some("example.com".to_owned()),
    }
}

fn story<T>(result: Result<Conversion<T>, ConversionError>, dump: impl Fn(T) -> Databag) -> String {
    let conversion = match result {
        Ok(conversion) => conversion,
        Err(error) => return format!("error: {error}"),
    };
    let losses: Vec<_> = conversion
        .losses
        .iter()
        .map(|loss| format!("lost {loss}"))
        .collect();
    let databag = dump(conversion.data);
    let new = databag
        .iter()
        .filter(|(key, _)| !["service", "ports", "port"].contains(key));
    new.map(|(key, text)| format!("{key}: {text}"))
        .chain(losses)
        .collect::<Vec<_>>()
        .join("\n")
}

const CHECK: &str = r#"check: {"interval": 60, "rise": 2, "fall": 3}"#;

#[test]
fn the_check_that_version_0_has_without_a_word_is_said() {
    for to in [RouteV1, RouteV2] {
        assert_eq!(convert(RouteV0, to, r#""paths": []"#), CHECK);
        assert_eq!(
            convert(RouteV0, to, r#""check": {"interval": 5, "path": "/up"}"#),
            r#"check: {"interval": 5, "rise": 2, "fall": 3, "path": "/up"}"#
        );
    }
    let lost =
        "lost check: version 0 always checks servers, every 60 seconds where nothing is said";
    assert_eq!(convert(RouteV2, RouteV0, r#""paths": []"#), lost);
    assert_eq!(
        convert(RouteV2, RouteV0, r#""check": {"path": "/up"}"#),
        format!("check: {{\"path\": \"/up\"}}\n{lost}")
    );
    assert_eq!(
        convert(
            RouteV1,
            RouteV0,
            r#""check": {"interval": 5, "rise": 2, "fall": 3}"#
        ),
        r#"check: {"interval": 5}"#
    );
}

#[test]
fn names_below_the_external_host_name_become_whole_names_and_back() {
    assert_eq!(
        convert(
            RouteV0,
            RouteV2,
            r#""subdomains": ["www.", "", "a.b", "www"]"#
        ),
        format!(
            "hostname: \"www.example.com\"\n\
             additional_hostnames: [\"example.com\", \"a.b.example.com\"]\n{CHECK}"
        )
    );
    let checked = r#""check": {"interval": 60, "rise": 2, "fall": 3}, "#;
    let names = r#""hostname": "a.example.com", "additional_hostnames": ["example.com", "*.example.com", "aexample.com", "a.example.org"]"#;
    assert_eq!(
        convert(RouteV2, RouteV0, &[checked, names].concat()),
        "subdomains: [\"a\", \"\"]\n\
         lost additional_hostnames: '*.example.com' is lost: version 0 has names below example.com only\n\
         lost additional_hostnames: 'aexample.com' is lost: version 0 has names below example.com only\n\
         lost additional_hostnames: 'a.example.org' is lost: version 0 has names below example.com only"
    );
}

#[test]
fn without_the_external_host_name_subdomains_are_lost() {
    let databag = Databag::from_iter([
        ("service", "\"web\""),
        ("ports", "[80]"),
        ("subdomains", "[\"www\"]"),
    ]);
    let data = RequirerApplicationData::load(&databag, RouteV0).unwrap();
    let converted = data.convert(RouteV0, RouteV2, &ConversionOptions::default());
    assert_eq!(
        story(converted, |data| data.dump(RouteV2)),
        format!("{CHECK}\nlost subdomains: route-v2 has no such field")
    );
}

#[test]
fn what_a_version_does_not_have_is_told() {
    let retry = r#""retry": {"count": 3, "interval": 7, "redispatch": true}"#;
    assert_eq!(
        convert(RouteV0, RouteV1, retry),
        format!(
            "{CHECK}\nretry: {{\"count\": 3, \"redispatch\": true}}\n\
             lost retry.interval: route-v1 has no such field"
        )
    );
    let fields = r#""check": {"interval": 60, "rise": 2, "fall": 3}, "retry": {"count": 3},
        "protocol": "https", "hosts": ["10.0.0.1"], "allow_http": true, "http_server_close": true,
        "external_grpc_port": 50051,
        "load_balancing": {"algorithm": "source", "consistent_hashing": true}"#;
    assert_eq!(
        convert(RouteV2, RouteV0, fields),
        "load_balancing: {\"algorithm\": \"source\"}\n\
         retry: {\"count\": 3, \"interval\": 1}\n\
         lost protocol: route-v0 has no such field\n\
         lost hosts: route-v0 has no such field\n\
         lost load_balancing.consistent_hashing: route-v0 has no such field\n\
         lost http_server_close: route-v0 has no such field\n\
         lost allow_http: route-v0 has no such field\n\
         lost external_grpc_port: route-v0 has no such field"
    );
    assert_eq!(
        convert(RouteV1, RouteV2, r#""hostname": "a.example""#),
        "hostname: \"a.example\""
    );
}

#[test]
fn what_the_other_version_refuses_is_an_error() {
    assert_eq!(
        convert(RouteV0, RouteV1, r#""deny_paths": ["/a", "/b\n"]"#),
        "error: route-v1 refuses: deny_paths.1: \
         must be free of blanks, tabs, line ends, quotes, '#', '$' and '\\'"
    );
    assert_eq!(
        convert(
            RouteV1,
            RouteV2,
            r#""hostname": "localhost", "timeout": {"server": 0}"#
        ),
        "error: route-v2 refuses: hostname: must be a domain name such as www.example.com or \
         *.example.com; timeout.server: must be greater than 0"
    );
    assert_eq!(
        convert(RouteV2, TcpV1, r#""paths": []"#),
        "error: route-v2 cannot be converted to tcp-v1: they are not versions of one interface"
    );
}

#[test]
fn providers_read_requirers_of_version_0() {
    let read = |entries: &[(&str, &str)]| {
        let mut databag = Databag::from_iter([("service", "\"web\""), ("ports", "[80]")]);
        for (key, text) in entries {
            databag.insert(*key, *text);
        }
        let result = RequirerApplicationData::load_from_any(&databag, RouteV2, &options());
        story(result, |data| data.dump(RouteV2))
    };
    assert_eq!(
        read(&[("check", r#"{"interval": 5}"#)]),
        r#"check: {"interval": 5, "rise": 2, "fall": 3}"#
    );
    assert_eq!(
        read(&[("subdomains", r#"["www"]"#)]),
        format!("hostname: \"www.example.com\"\n{CHECK}")
    );
    assert_eq!(
        read(&[("hostname", "\"a.example\"")]),
        "hostname: \"a.example\""
    );
    assert!(
        read(&[("hostname", "\"localhost\"")]).starts_with("error: route-v2 refuses: hostname")
    );
}

#[test]
fn tcp_services_convert() {
    let convert = |from: Schema, to: Schema, fields: &str| {
        let data =
            TcpRequirerApplicationData::from_json(&Json::parse(fields).unwrap(), from).unwrap();
        story(data.convert(from, to), |data| data.dump(to))
    };
    assert_eq!(convert(TcpV0, TcpV1, r#"{"port": 80}"#), "backend_port: 80");
    assert_eq!(
        convert(
            TcpV1,
            TcpV0,
            r#"{"port_mapping": "8080:80", "proxy_protocol": true}"#
        ),
        "backend_port: 80\nlost proxy_protocol: tcp-v0 has no such field"
    );
    assert_eq!(
        convert(TcpV1, TcpV0, r#"{"port_mapping": "80-81:90-91"}"#),
        "error: tcp-v0 refuses: port: required, but missing"
    );
    assert!(
        convert(TcpV0, TcpV1, r#"{"port": 80, "sni": "localhost"}"#)
            .starts_with("error: tcp-v1 refuses: sni")
    );
}
