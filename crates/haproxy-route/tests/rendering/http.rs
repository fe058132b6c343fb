use haproxy_route::{PeerAddress, RenderingOptions};
use serde_json::{Value, json};

use super::{options, reasons, relation, render_with, section};

/// The one reason for which a service with these fields is refused.
fn refusal(fields: &Value) -> String {
    let rendering = render_with([relation(1, fields), relation(2, &json!({}))], &options());
    assert!(section(&rendering, "backend s2").contains("server s2_80_0 10.0.0.2:80"));
    let text = String::from_utf8(haproxy_config::to_text(&rendering.config).unwrap()).unwrap();
    assert!(!text.contains("s1"), "{text}");
    reasons(&rendering, 1).remove(0)
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
    table s1_rate_limit type ipv6 size 100k expire 2m store http_req_rate(1m)
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
    let lines = "    acl acl_path_s1 path_beg -i /open
    acl acl_host_s1 req.hdr(host),field(1,:) -i a.example
    acl acl_deny_path_s1 path_beg -i /open/not
    http-request set-var(txn.allow_http) bool(true) if acl_path_s1 acl_host_s1 !acl_deny_path_s1
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
    assert!(section(&bare, "defaults").contains("timeout client 50000\n"));
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
    assert_eq!(
        section(&rendering, "frontend default"),
        "frontend default\n    mode http\n    bind [::]:80 v4v6\n    default_backend default\n"
    );
    assert!(section(&rendering, "backend default").contains("http-request return status 200"));
    assert!(rendering.ports.contains(&80));
    let refused = render_with([relation(1, &json!({ "service": "" }))], &options());
    assert!(refused.ports.is_empty());
}

#[test]
fn many_paths_stand_in_many_lines() {
    let paths: Vec<_> = (0..120).map(|index| format!("/{index}")).collect();
    let fields = json!({ "paths": paths, "deny_paths": paths, "allow_http": true });
    let rendering = render_with([relation(1, &fields)], &options());
    let frontend = section(&rendering, "frontend haproxy");
    let lines = |start: &str| {
        frontend
            .lines()
            .filter(|line| line.starts_with(start))
            .count()
    };
    assert_eq!(lines("    acl acl_path_s1 path -i /"), 3);
    assert_eq!(lines("    acl acl_path_s1 path_beg -i /"), 3);
    let most = frontend
        .lines()
        .map(|line| line.split_whitespace().count())
        .max();
    assert!(most.unwrap() <= haproxy_config::MAX_WORDS);
    assert!(rendering.refused.is_empty());

    let expression = format!("/{}", " x".repeat(62));
    let fields = json!({ "rewrites": [{ "method": "set-path", "expression": expression }] });
    let rendering = render_with([relation(1, &fields)], &options());
    assert_eq!(rendering.refused.len(), 1);
}

#[test]
fn services_take_no_names_of_the_provider() {
    for (service, options) in [
        ("haproxy_route_tcp_5432", options()),
        ("haproxy_route_tcp_5432_default_backend", options()),
        ("haproxy_peers", options()),
    ] {
        let service = relation(1, &json!({ "service": service }));
        let rendering = render_with([service, crate::tcp(2, &json!({ "port": 5432 }))], &options);
        assert!(reasons(&rendering, 1)[0].ends_with("is taken by the provider"));
        assert!(!rendering.refused.contains_key(&2));
    }
}
