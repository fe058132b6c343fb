//! Requirers as a configuration.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot go on fails"
)]

use haproxy_route::{
    Collection, CollectionOptions, PeerAddress, Relation, Rendering, RenderingOptions, render,
};
use serde_json::{Map, Value, json};

fn relation(id: u64, fields: &Value) -> (String, Value) {
    let mut all = json!({ "service": format!("s{id}"), "ports": [80] });
    all.as_object_mut()
        .unwrap()
        .extend(fields.as_object().unwrap().clone());
    let fields = all.as_object().unwrap().iter();
    let databag: Map<_, _> = fields
        .map(|(key, value)| (key.clone(), Value::from(value.to_string())))
        .collect();
    let units = json!({ "app/0": { "address": format!("\"10.0.0.{id}\"") } });
    (
        id.to_string(),
        json!({ "application": databag, "units": units }),
    )
}

fn render_with<const N: usize>(
    relations: [(String, Value); N],
    options: &RenderingOptions,
) -> Rendering {
    let relations = Value::Object(relations.into_iter().collect());
    let relations = Relation::read_all(relations.to_string().as_bytes()).unwrap();
    let collection = CollectionOptions {
        external_hostname: options.external_hostname.clone(),
        ..CollectionOptions::default()
    };
    render(&Collection::new(&relations, &collection), options)
}

fn options() -> RenderingOptions {
    RenderingOptions {
        external_hostname: Some("example.com".to_owned()),
        ddos_protection: false,
        ..RenderingOptions::default()
    }
}

/// The section of this header.
fn section(rendering: &Rendering, header: &str) -> String {
    let text = String::from_utf8(haproxy_config::to_text(&rendering.config).unwrap()).unwrap();
    let mut sections = text.split("\n\n");
    let found = sections.find(|section| section.lines().next() == Some(header));
    found
        .map(|section| section.trim_end().to_owned() + "\n")
        .unwrap_or_default()
}

/// The one reason for which a service with these fields is refused.
fn refusal(fields: &Value) -> String {
    let rendering = render_with([relation(1, fields), relation(2, &json!({}))], &options());
    assert!(section(&rendering, "backend s2").contains("server s2_80_0 10.0.0.2:80"));
    let text = String::from_utf8(haproxy_config::to_text(&rendering.config).unwrap()).unwrap();
    assert!(!text.contains("s1"), "{text}");
    assert_eq!(rendering.endpoints[&1], Vec::<String>::new());
    rendering.refused[&1][0].to_string()
}

#[test]
fn a_service_has_routes_and_a_backend() {
    let rendering = render_with(
        [
            relation(1, &json!({})),
            relation(
                2,
                &json!({
                    "hostname": "a.example", "additional_hostnames": ["*.b.example", "c.example", "a.example"],
                    "paths": ["/api", "/v1/x/"], "deny_paths": ["/api/admin"],
                }),
            ),
        ],
        &options(),
    );
    assert_eq!(
        section(&rendering, "frontend haproxy"),
        "frontend haproxy
    mode http
    bind [::]:80 v4v6
    bind [::]:443 v4v6 ssl crt /var/lib/haproxy/certs alpn h2,http/1.1
    http-request redirect scheme https unless { ssl_fc }
    http-request set-header X-Forwarded-Proto https if { ssl_fc }
    http-request set-header X-Forwarded-Proto http unless { ssl_fc }
    acl acl_path_s2 path -i /api
    acl acl_path_s2 path_beg -i /api/ /v1/x/
    acl acl_host_s2 req.hdr(host),field(1,:) -i a.example c.example
    acl acl_host_s2 req.hdr(host),field(1,:) -m end -i .b.example
    acl acl_deny_path_s2 path -i /api/admin
    acl acl_deny_path_s2 path_beg -i /api/admin/
    use_backend s2 if acl_path_s2 acl_host_s2 !acl_deny_path_s2
    acl acl_host_s1 req.hdr(host),field(1,:) -i example.com
    use_backend s1 if acl_host_s1
    default_backend default
"
    );
    assert_eq!(
        section(&rendering, "backend s1"),
        "backend s1
    option forwardfor
    balance leastconn
    timeout server 60s
    timeout connect 60s
    timeout queue 60s
    option httpchk
    http-check send hdr Host example.com
    server s1_80_0 10.0.0.1:80
"
    );
    assert_eq!(rendering.endpoints[&1], ["https://example.com"]);
    assert_eq!(
        rendering.endpoints[&2][..3],
        [
            "https://a.example/api",
            "https://a.example/v1/x/",
            "https://*.b.example/api"
        ]
    );
    assert_eq!(
        rendering.ports.iter().copied().collect::<Vec<_>>(),
        [80, 443]
    );
    assert!(rendering.refused.is_empty());
}

#[test]
fn every_field_has_its_line() {
    let fields = json!({
        "ports": [80, 81, 80],
        "hosts": ["10.1.0.1", "fe80::1"],
        "protocol": "https",
        "check": { "interval": 5, "rise": 3, "fall": 4, "path": "/up", "port": 8080 },
        "load_balancing": { "algorithm": "cookie", "cookie": "SID", "consistent_hashing": true },
        "rate_limit": { "connections_per_minute": 100, "policy": "silent-drop" },
        "bandwidth_limit": { "upload": 1000, "download": 2000 },
        "retry": { "count": 5, "redispatch": true },
        "timeout": { "server": 10, "connect": 20, "queue": 30 },
        "server_maxconn": 7,
        "http_server_close": true,
        "rewrites": [
            { "method": "set-path", "expression": "%[path,regsub(^/a,/)] if { path_beg /a } METH_GET" },
            { "method": "set-query", "expression": "\"a b=%[query]\"" },
            { "method": "set-header", "header": "X-A", "expression": "b" },
        ],
    });
    let peers = vec![
        PeerAddress {
            name: "haproxy-0".to_owned(),
            address: "10.2.0.1".parse().unwrap(),
        },
        PeerAddress {
            name: "haproxy-1".to_owned(),
            address: "fd00::2".parse().unwrap(),
        },
    ];
    let options = RenderingOptions { peers, ..options() };
    let rendering = render_with([relation(1, &fields)], &options);
    assert_eq!(
        section(&rendering, "backend s1"),
        "backend s1
    option forwardfor
    balance hash req.cook(SID)
    hash-type consistent
    timeout server 10s
    timeout connect 20s
    timeout queue 30s
    retries 5
    option redispatch
    option http-server-close
    option httpchk GET /up
    http-check connect port 8080 ssl alpn h2,http/1.1
    http-check send hdr Host example.com
    http-request track-sc0 src table haproxy_peers/s1_rate_limit
    http-request silent-drop if { sc_http_req_rate(0,haproxy_peers/s1_rate_limit) gt 100 }
    filter bwlim-out download default-limit 2000 default-period 1s
    http-response set-bandwidth-limit download
    filter bwlim-in upload default-limit 1000 default-period 1s
    http-request set-bandwidth-limit upload
    http-request set-path %[path,regsub(^/a,/)] if { path_beg /a } METH_GET
    http-request set-query \"a b=%[query]\"
    http-request set-header X-A b
    server s1_80_0 10.1.0.1:80 check inter 5s rise 3 fall 4 ssl ca-file /var/lib/haproxy/cas/cas.pem alpn h2,http/1.1 check-alpn h2,http/1.1 maxconn 7
    server s1_81_0 10.1.0.1:81 check inter 5s rise 3 fall 4 ssl ca-file /var/lib/haproxy/cas/cas.pem alpn h2,http/1.1 check-alpn h2,http/1.1 maxconn 7
    server s1_80_1 [fe80::1]:80 check inter 5s rise 3 fall 4 ssl ca-file /var/lib/haproxy/cas/cas.pem alpn h2,http/1.1 check-alpn h2,http/1.1 maxconn 7
    server s1_81_1 [fe80::1]:81 check inter 5s rise 3 fall 4 ssl ca-file /var/lib/haproxy/cas/cas.pem alpn h2,http/1.1 check-alpn h2,http/1.1 maxconn 7
"
    );
    assert_eq!(
        section(&rendering, "peers haproxy_peers"),
        "peers haproxy_peers
    peer haproxy-0 10.2.0.1:10000
    peer haproxy-1 [fd00::2]:10000
    table s1_rate_limit type ip size 100k expire 2m store http_req_rate(1m)
"
    );
}

#[test]
fn http_is_allowed_for_the_host_and_path_that_ask_for_it() {
    let fields = json!({ "hostname": "a.example", "paths": ["/open"], "deny_paths": ["/open/not"], "allow_http": true });
    let options = RenderingOptions {
        hsts: true,
        plain_prefixes: true,
        ..options()
    };
    let rendering = render_with([relation(1, &fields), relation(2, &json!({}))], &options);
    let frontend = section(&rendering, "frontend haproxy");
    let lines = "    http-request set-var(txn.allow_http) bool(true) if { req.hdr(host),field(1,:) -i a.example } { path_beg -i /open } !{ path_beg -i /open/not }
    acl is_allow_http var(txn.allow_http) -m bool
    http-request redirect scheme https unless { ssl_fc } || is_allow_http
    http-request set-header X-Forwarded-Proto https if { ssl_fc }
    http-request set-header X-Forwarded-Proto http unless { ssl_fc }
    http-response set-header Strict-Transport-Security max-age=2592000 if { ssl_fc } !is_allow_http
";
    assert!(frontend.contains(lines), "{frontend}");
}

#[test]
fn what_cannot_stand_in_a_configuration_is_refused() {
    let rewrite = |expression: &str| json!({ "rewrites": [{ "method": "set-path", "expression": expression }] });
    for (fields, reason) in [
        (
            json!({ "service": "s1;" }),
            "the name of the service must be of letters, digits, '-', '_', '.' and ':'",
        ),
        (
            json!({ "service": "default" }),
            "the name 'default' is taken by the provider",
        ),
        (
            json!({ "ports": [70000] }),
            "ports.0 must be from 1 to 65535",
        ),
        (
            json!({ "check": { "interval": -1, "rise": 1, "fall": 1 } }),
            "check.interval must be from 1 to 2147483",
        ),
        (
            json!({ "server_maxconn": -1 }),
            "server_maxconn must be from 0 to 2147483647",
        ),
        (
            json!({ "hosts": ["fe80::1%eth0"] }),
            "addresses with a zone cannot be reached",
        ),
        (
            json!({ "load_balancing": { "algorithm": "cookie", "cookie": "a)" } }),
            "load_balancing.cookie is not the name of a cookie",
        ),
        (
            rewrite("/x if own_acl"),
            "rewrites.0: no ACL 'own_acl' is defined above in this section",
        ),
        (
            rewrite("%[nothing]"),
            "rewrites.0: there is no sample fetch 'nothing'",
        ),
        (
            rewrite("%[path,nothing]"),
            "rewrites.0: there is no converter 'nothing'",
        ),
        (
            rewrite("%[path,regsub(a)]"),
            "rewrites.0: 'regsub' needs one argument more: a text",
        ),
        (
            rewrite("\"${HOME}\""),
            "rewrites.0: the environment of the proxy is not for requirers",
        ),
        (
            rewrite("/x if { path -f /etc/passwd }"),
            "rewrites.0: a condition may have no flags but -i and -m",
        ),
        (
            rewrite("\"/x"),
            "rewrites.0: the quotes and backslashes in it are not those of a line",
        ),
        (
            rewrite("%[env(HOME)]"),
            "rewrites.0: 'env' is not for requirers",
        ),
        (
            rewrite("%[path,map(/etc/passwd)]"),
            "rewrites.0: 'map' is not for requirers",
        ),
        (
            rewrite("/x if { path,lua.run -m found }"),
            "rewrites.0: 'lua.run' is not for requirers",
        ),
        (rewrite(""), "rewrites.0: the expression is empty"),
        (
            json!({ "rewrites": [{ "method": "set-header", "expression": "x" }] }),
            "rewrites.0: set-header needs the name of the header",
        ),
    ] {
        assert_eq!(refusal(&fields), reason);
    }
}

#[test]
fn every_line_of_a_relation_is_known_to_be_its() {
    let rendering = render_with(
        [
            relation(7, &json!({})),
            relation(8, &json!({ "paths": ["/x"] })),
        ],
        &options(),
    );
    for origin in &rendering.origins {
        let mut printer = haproxy_model::language::Printer::new();
        let section = &rendering.config.sections[origin.section];
        section.print_header(&mut printer);
        section.print_statement(origin.statement, &mut printer);
        let words: Vec<_> = printer.words().collect();
        let service = format!("s{}", origin.relation_id);
        assert!(
            words.iter().any(|word| word.contains(&service)),
            "{words:?}"
        );
    }
    let of = |id| {
        rendering
            .origins
            .iter()
            .filter(|origin| origin.relation_id == id)
            .count()
    };
    assert_eq!((of(7), of(8)), (2 + 8, 4 + 8));
}

#[test]
fn a_check_needs_no_numbers() {
    let check = json!({ "check": { "path": "/up" } });
    let backend = section(
        &render_with([relation(1, &check)], &options()),
        "backend s1",
    );
    assert!(backend.contains("option httpchk GET /up\n"), "{backend}");
    assert!(
        backend.ends_with("server s1_80_0 10.0.0.1:80 check\n"),
        "{backend}"
    );
}

#[test]
fn broken_requests_are_dropped() {
    let options = RenderingOptions {
        ddos_protection: true,
        ..options()
    };
    let protected = render_with([relation(1, &json!({}))], &options);
    let rule = "http-request silent-drop if invalid_method || empty_method || !has_host\n";
    assert!(section(&protected, "frontend haproxy").contains(rule));
    assert!(section(&protected, "defaults").contains("timeout http-request 60000\n"));
    let bare = render_with([relation(1, &json!({}))], &self::options());
    assert!(!section(&bare, "frontend haproxy").contains("silent-drop"));
    assert!(section(&bare, "defaults").contains("timeout client 30000\n"));
}

#[test]
fn endpoints_have_a_slash() {
    let rendering = render_with([relation(1, &json!({ "paths": ["x/"] }))], &options());
    assert_eq!(rendering.endpoints[&1], ["https://example.com/x/"]);
}

#[test]
fn without_requirers_there_is_a_page() {
    let rendering = render_with([], &options());
    assert_eq!(section(&rendering, "frontend haproxy"), "");
    assert!(section(&rendering, "backend default").contains("http-request return status 200"));
    assert!(rendering.ports.is_empty());
}
