use haproxy_model::version::Version;
use haproxy_route::RenderingOptions;
use serde_json::json;

use super::{options, reasons, relation, render_with, section};

#[test]
fn a_service_has_a_port_of_its_own() {
    let fields = json!({
        "protocol": "https", "external_grpc_port": 50051, "hostname": "a.example",
        "additional_hostnames": ["*.b.example"], "paths": ["/echo.Echo"], "deny_paths": ["/echo.Echo/Not"],
        "rewrites": [{ "method": "set-header", "header": "X-A", "expression": "a" }],
    });
    let rendering = render_with([relation(1, &fields)], &options());
    assert_eq!(
        section(&rendering, "frontend s1"),
        "frontend s1
    mode http
    bind [::]:50051 v4v6 ssl crt /var/lib/haproxy/certs alpn h2
    acl acl_path_s1 path -i /echo.Echo
    acl acl_path_s1 path_beg -i /echo.Echo/
    acl acl_host_s1 req.hdr(host),field(1,:) -i a.example
    acl acl_host_s1 req.hdr(host),field(1,:) -m end -i .b.example
    acl acl_deny_path_s1 path -i /echo.Echo/Not
    acl acl_deny_path_s1 path_beg -i /echo.Echo/Not/
    use_backend s1 if acl_path_s1 acl_host_s1 !acl_deny_path_s1
"
    );
    assert_eq!(
        section(&rendering, "backend s1"),
        "backend s1
    balance leastconn
    timeout server 60s
    timeout connect 60s
    timeout queue 60s
    http-request set-header X-A a
    server s1_80_0 10.0.0.1:80 ssl ca-file /var/lib/haproxy/cas/cas.pem alpn h2 check-alpn h2
"
    );
    assert_eq!(section(&rendering, "frontend haproxy"), "");
    assert_eq!(rendering.ports, [50051].into());
    assert_eq!(
        rendering.endpoints[&1],
        [
            "https://a.example/echo.Echo",
            "https://*.b.example/echo.Echo"
        ]
    );
}

#[test]
fn every_setting_counts() {
    let fields = json!({
        "protocol": "https", "external_grpc_port": 50051,
        "check": { "interval": 5, "rise": 3, "fall": 4, "path": "/up", "port": 8080 },
        "load_balancing": { "algorithm": "source", "consistent_hashing": true },
        "rate_limit": { "connections_per_minute": 100, "policy": "reject" },
        "bandwidth_limit": { "upload": 1000 },
        "retry": { "count": 5 },
        "http_server_close": true, "server_maxconn": 7,
        "rewrites": [{ "method": "set-query", "expression": "a=b" }],
    });
    let backend = section(
        &render_with([relation(1, &fields)], &options()),
        "backend s1",
    );
    assert_eq!(
        backend,
        "backend s1
    balance source
    hash-type consistent
    timeout server 60s
    timeout connect 60s
    timeout queue 60s
    retries 5
    option http-server-close
    option httpchk GET /up
    http-check connect port 8080 ssl alpn h2
    http-check send hdr Host example.com
    http-request track-sc0 src table haproxy_peers/s1_rate_limit
    http-request reject if { sc_http_req_rate(0,haproxy_peers/s1_rate_limit) gt 100 }
    filter bwlim-in upload default-limit 1000 default-period 1s
    http-request set-bandwidth-limit upload
    http-request set-query a=b
    server s1_80_0 10.0.0.1:80 check inter 5s rise 3 fall 4 ssl ca-file /var/lib/haproxy/cas/cas.pem alpn h2 check-alpn h2 maxconn 7
"
    );
    let fields =
        json!({ "protocol": "https", "external_grpc_port": 50051, "check": { "port": 8080 } });
    let backend = section(
        &render_with([relation(1, &fields)], &options()),
        "backend s1",
    );
    assert!(
        backend.contains("    option tcp-check\n    tcp-check connect port 8080 ssl alpn h2\n"),
        "{backend}"
    );
}

#[test]
fn frontends_and_backends_share_no_name_where_haproxy_refuses_it() {
    let options = RenderingOptions {
        version: Version::new(3, 4),
        ..options()
    };
    let fields = json!({ "protocol": "https", "external_grpc_port": 50051 });
    let clash = relation(2, &json!({ "service": "haproxy_route_grpc_50051" }));
    let rendering = render_with([relation(1, &fields), clash], &options);
    assert!(section(&rendering, "frontend haproxy_route_grpc_50051").contains("use_backend s1 if"));
    assert_eq!(
        reasons(&rendering, 2),
        ["the name 'haproxy_route_grpc_50051' is taken by the provider"]
    );
}
