mod proxies;

use serde_json::{Value, json};

use super::place::Place;
use crate::config::{AnySection, Config};
use crate::language::Words;
use crate::section_kind::SectionKind;
use crate::testing::words;

/// The section of these lines.
fn section(kind: SectionKind, text: &str) -> AnySection {
    let mut lines = text
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .map(words);
    let header = lines.next().unwrap();
    let mut section = AnySection::parse_header(kind, &mut Words::new(&header)).unwrap();
    for line in lines {
        // A line that is not understood is kept.
        let _ = section.parse_statement(&mut Words::new(&line));
    }
    section
}

/// The section's lines.
fn text(section: &AnySection) -> Vec<String> {
    let lines = (0..section.len())
        .map(|index| super::write::print(|printer| section.print_statement(index, printer)));
    lines.map(|words| words.join(" ")).collect()
}

fn says(kind: SectionKind, lines: &str, expected: &Value) {
    let section = section(kind, lines);
    assert_eq!(
        serde_json::to_string_pretty(&section.to_json()).unwrap(),
        serde_json::to_string_pretty(expected).unwrap()
    );
    assert_eq!(AnySection::from_json(kind, expected).unwrap(), section);
}

fn fails(kind: SectionKind, value: &Value, message: &str) {
    let error = AnySection::from_json(kind, value).unwrap_err();
    assert_eq!(error.to_string(), message);
}

#[test]
fn a_frontend_is_that_of_the_data_plane_api() {
    says(
        SectionKind::Frontend,
        "frontend fe_main from http
            bind :80 name web
            bind 10.0.0.1:443 name tls ssl crt /etc/site.pem alpn h2,http/1.1
            acl url_stats path_beg -i /stats /status
            http-request deny deny_status 429 if { sc_http_req_rate(0) gt 100 }
            http-request set-header X-Forwarded-Proto https if { ssl_fc }
            http-request auth realm Staff unless url_stats
            http-request set-map(/etc/a.map) %[src] %[date]
            http-request replace-path (.*) /a\\1
            use_backend be_stats if url_stats
            mode http
            maxconn 2000
            default_backend be_app
            timeout client 30000
            option dontlognull
            no option logasap
            option httpclose",
        &json!({
            "name": "fe_main",
            "from": "http",
            "binds": {
                "web": { "port": 80, "name": "web" },
                "tls": {
                    "address": "10.0.0.1", "port": 443, "name": "tls", "ssl": true,
                    "ssl_certificate": "/etc/site.pem", "alpn": "h2,http/1.1",
                },
            },
            "acl_list": [
                { "acl_name": "url_stats", "criterion": "path_beg", "value": "-i /stats /status" },
            ],
            "http_request_rule_list": [
                {
                    "type": "deny", "deny_status": 429,
                    "cond": "if", "cond_test": "{ sc_http_req_rate(0) gt 100 }",
                },
                {
                    "type": "set-header", "hdr_name": "X-Forwarded-Proto", "hdr_format": "https",
                    "cond": "if", "cond_test": "{ ssl_fc }",
                },
                { "type": "auth", "auth_realm": "Staff", "cond": "unless", "cond_test": "url_stats" },
                {
                    "type": "set-map", "map_file": "/etc/a.map",
                    "map_keyfmt": "%[src]", "map_valuefmt": "%[date]",
                },
                { "type": "replace-path", "path_match": "(.*)", "path_fmt": "/a\\1" },
            ],
            "backend_switching_rule_list": [
                { "name": "be_stats", "cond": "if", "cond_test": "url_stats" },
            ],
            "mode": "http",
            "maxconn": 2000,
            "default_backend": "be_app",
            "client_timeout": 30000,
            "dontlognull": "enabled",
            "logasap": "disabled",
            "http_connection_mode": "httpclose",
            "statements": [
                "/binds/web", "/binds/tls", "/acl_list/0", "/http_request_rule_list/0",
                "/http_request_rule_list/1", "/http_request_rule_list/2",
                "/http_request_rule_list/3", "/http_request_rule_list/4",
                "/backend_switching_rule_list/0", "/mode", "/maxconn", "/default_backend",
                "/client_timeout", "/dontlognull", "/logasap", "/http_connection_mode",
            ],
        }),
    );
}

#[test]
fn a_backend_is_that_of_the_data_plane_api() {
    says(
        SectionKind::Backend,
        "backend be_app
            server s1 10.0.0.1:80 check inter 2000 weight 10 backup
            server s2 app.example.com",
        &json!({
            "name": "be_app",
            "servers": {
                "s1": {
                    "name": "s1", "address": "10.0.0.1", "port": 80,
                    "check": "enabled", "inter": 2000, "weight": 10, "backup": "enabled",
                },
                "s2": { "name": "s2", "address": "app.example.com" },
            },
        }),
    );
}

#[test]
fn what_properties_do_not_say_is_kept() {
    let section = section(
        SectionKind::Backend,
        "backend app
            timeout server 5s
            unheard of ${IT}
            timeout connect 4000
            retries 1
            retries 2
            server a ${HOST}:80",
    );
    let json = section.to_json();
    assert_eq!(json["server_timeout"], 5000);
    assert_eq!(
        json["statements"][0],
        json!({ "at": "/server_timeout", "words": ["timeout", "server", "5s"] })
    );
    assert_eq!(json["statements"][1][1], "of");
    assert_eq!(json["servers"]["a"]["address"], "${HOST}");
    let read = AnySection::from_json(SectionKind::Backend, &json).unwrap();
    assert_eq!(text(&read), text(&section));
}

#[test]
fn properties_win() {
    let section = section(
        SectionKind::Backend,
        "backend app
            timeout server 5s
            unheard of
            http-request deny
            timeout connect 4s
            server a 10.0.0.1:80",
    );
    let mut json = section.to_json();
    json["server_timeout"] = json!(6000);
    json["http_request_rule_list"]
        .as_array_mut()
        .unwrap()
        .insert(0, json!({ "type": "allow" }));
    json["servers"]["b"] = json!({ "name": "b", "address": "10.0.0.2", "port": 81 });
    json["tunnel_timeout"] = json!(1);
    json.as_object_mut().unwrap().remove("connect_timeout");
    let read = AnySection::from_json(SectionKind::Backend, &json).unwrap();
    assert_eq!(
        text(&read),
        [
            "timeout server 6000",
            "unheard of",
            "timeout tunnel 1",
            "http-request allow",
            "http-request deny",
            "server a 10.0.0.1:80",
            "server b 10.0.0.2:81",
        ]
    );
}

#[test]
fn reading_is_strict() {
    let kind = SectionKind::Frontend;
    fails(kind, &json!({}), "/name: a required property is missing");
    fails(
        kind,
        &json!({ "name": "a", "max": 1 }),
        "/max: unknown property",
    );
    fails(
        kind,
        &json!({ "name": "a", "maxconn": "1" }),
        "/maxconn: expected an integer",
    );
    fails(
        kind,
        &json!({ "name": "a", "dontlognull": "yes" }),
        "/dontlognull: unknown value 'yes', expected 'enabled' or 'disabled'",
    );
    fails(
        kind,
        &json!({ "name": "a", "acl_list": { "0": {} } }),
        "/acl_list: expected a list",
    );
    fails(
        kind,
        &json!({ "name": "a", "http_request_rule_list": [{ "type": "deny", "hdr_name": "a" }] }),
        "/http_request_rule_list/0/hdr_name: this property cannot stand here, beside the others",
    );
    let unknown_type = json!({ "name": "a", "http_request_rule_list": [{ "type": "explode" }] });
    let error = AnySection::from_json(kind, &unknown_type).unwrap_err();
    assert_eq!(error.path, "/http_request_rule_list/0/type");
    assert!(
        error
            .problem
            .starts_with("unknown value 'explode', expected 'auth', ")
    );
    assert!(error.problem.contains("'set-header'"));
    fails(
        kind,
        &json!({ "name": "a", "client_timeout": -1 }),
        "/client_timeout: this must not be negative",
    );
}

#[test]
fn a_text_is_never_more_than_one_word() {
    let json = json!({ "name": "a", "default_backend": "b if x\nlog", "log_tag": "a b" });
    let error = AnySection::from_json(SectionKind::Frontend, &json).unwrap_err();
    assert_eq!(error.path, "/default_backend");
    let json = json!({ "name": "a", "log_tag": "a b" });
    let section = AnySection::from_json(SectionKind::Frontend, &json).unwrap();
    assert_eq!(
        section,
        self::section(SectionKind::Frontend, "frontend a\nlog-tag a␣b")
    );
}

#[test]
fn a_configuration_keeps_the_order_of_its_sections() {
    let mut config = Config::new();
    config.push(section(SectionKind::Backend, "backend a\nmode http"));
    config.push(AnySection::unknown(&mut Words::new(&words(
        "strange thing",
    ))));
    config.push(section(SectionKind::Global, "global\nmaxconn 5"));
    let json = config.to_json();
    assert_eq!(json["sections"][2]["performance_options"]["maxconn"], 5);
    assert_eq!(Config::from_json(&json).unwrap(), config);
}

#[test]
fn every_place_is_written_as_described() {
    for kind in SectionKind::ALL {
        let keywords = AnySection::keywords_of(kind).into_iter().flatten();
        for (name, json) in keywords.filter_map(|keyword| Some((keyword.name, keyword.json?))) {
            let places = Place::all(json);
            assert!(
                places.is_some_and(|places| {
                    let is_placed = |place: &Place| !place.path.is_empty() || place.names.is_some();
                    places.iter().all(is_placed)
                }),
                "{name}: {json}"
            );
        }
    }
}

#[test]
fn what_has_no_place_yet_goes_where_its_phase_is() {
    let json = json!({
        "name": "app",
        "servers": { "a": { "name": "a", "address": "10.0.0.1" } },
        "default_server": { "inter": 2000 },
        "http_request_rule_list": [{ "type": "deny", "cond": "if", "cond_test": "bad" }],
        "acl_list": [{ "acl_name": "bad", "criterion": "src", "value": "10.0.0.9" }],
        "mode": "http",
    });
    let read = AnySection::from_json(SectionKind::Backend, &json).unwrap();
    let lines = [
        "mode http",
        "acl bad src 10.0.0.9",
        "http-request deny if bad",
        "default-server inter 2000",
        "server a 10.0.0.1",
    ];
    assert_eq!(text(&read), lines);
    assert!(read.to_json().get("statements").is_none());
    let mut json = section(
        SectionKind::Frontend,
        "frontend www\nbind :80\nuse_backend a if TRUE\noption dontlognull",
    )
    .to_json();
    json["http_request_rule_list"] = json!([{ "type": "allow" }]);
    let read = AnySection::from_json(SectionKind::Frontend, &json).unwrap();
    assert_eq!(
        text(&read),
        [
            "bind :80",
            "http-request allow",
            "use_backend a if TRUE",
            "option dontlognull"
        ]
    );
}
