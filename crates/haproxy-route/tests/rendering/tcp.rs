use haproxy_route::{PeerAddress, RenderingOptions};
use serde_json::{Value, json};

use super::{lines_of, options, reasons, relation, render_with, section, tcp, text};

fn with_peers() -> RenderingOptions {
    let peers = [("haproxy-0", "10.2.0.1"), ("haproxy-1", "fd00::2")];
    let peers = peers.map(|(name, address)| PeerAddress {
        name: name.to_owned(),
        address: address.parse().unwrap(),
    });
    RenderingOptions {
        peers: peers.into(),
        ..options()
    }
}

#[test]
fn a_port_has_a_frontend_and_a_default_backend() {
    let rendering = render_with(
        [tcp(1, &json!({ "port": 5432, "backend_port": 5433 }))],
        &with_peers(),
    );
    assert_eq!(
        section(&rendering, "frontend haproxy_route_tcp_5432"),
        "frontend haproxy_route_tcp_5432
    mode tcp
    option tcplog
    bind [::]:5432 v4v6 ssl crt /var/lib/haproxy/certs
    default_backend haproxy_route_tcp_5432_default_backend
"
    );
    assert_eq!(
        section(&rendering, "backend haproxy_route_tcp_5432_default_backend"),
        "backend haproxy_route_tcp_5432_default_backend
    mode tcp
    server app-0 10.0.0.1:5433
"
    );
    assert!(!section(&rendering, "frontend prometheus").contains("default_backend"));
    assert_eq!(rendering.endpoints[&1], ["10.2.0.1:5432", "[fd00::2]:5432"]);
    assert_eq!(rendering.ports, [5432].into());
}

#[test]
fn every_setting_counts() {
    let fields = json!({
        "port": 5432, "hosts": ["10.1.0.1", "fd00::1"],
        "check": { "interval": 5, "rise": 3, "fall": 4, "check_type": "redis" },
        "load_balancing": { "algorithm": "source", "consistent_hashing": true },
        "rate_limit": { "connections_per_minute": 100, "policy": "silent-drop" },
        "bandwidth_limit": { "upload": 1000, "download": 2000 },
        "retry": { "count": 5, "redispatch": true },
        "timeout": { "server": 10, "connect": 20, "queue": null },
        "server_maxconn": 7, "ip_deny_list": ["192.0.2.1", "2001:db8::1"], "proxy_protocol": true,
    });
    let rendering = render_with([tcp(1, &fields)], &options());
    assert_eq!(
        section(&rendering, "backend haproxy_route_tcp_5432_default_backend"),
        "backend haproxy_route_tcp_5432_default_backend
    mode tcp
    tcp-request content reject if { src 192.0.2.1 2001:db8::1 }
    tcp-request content track-sc0 src table haproxy_peers/haproxy_route_tcp_5432_default_backend_rate_limit
    tcp-request content silent-drop if { sc_conn_rate(0,haproxy_peers/haproxy_route_tcp_5432_default_backend_rate_limit) gt 100 }
    filter bwlim-out download default-limit 2000 default-period 1s
    tcp-response content set-bandwidth-limit download
    filter bwlim-in upload default-limit 1000 default-period 1s
    tcp-request content set-bandwidth-limit upload
    balance source
    hash-type consistent
    timeout server 10s
    timeout connect 20s
    retries 5
    option redispatch
    option redis-check
    server app-0 10.1.0.1:5432 check inter 5s rise 3 fall 4 maxconn 7 send-proxy-v2
    server app-1 [fd00::1]:5432 check inter 5s rise 3 fall 4 maxconn 7 send-proxy-v2
"
    );
    assert_eq!(
        section(&rendering, "peers haproxy_peers"),
        "peers haproxy_peers
    table haproxy_route_tcp_5432_default_backend_rate_limit type ipv6 size 100k expire 2m store conn_rate(1m)
"
    );
}

#[test]
fn ranges_have_an_offset() {
    for (mapping, rule) in [
        (
            "5000-5009:6000-6009",
            "    tcp-request content set-dst-port dst_port,add(1000)\n",
        ),
        (
            "5000-5009:4900-4909",
            "    tcp-request content set-dst-port dst_port,sub(100)\n",
        ),
        ("5000-5009:5000-5009", ""),
    ] {
        let fields = json!({
            "port_mapping": mapping, "check": { "interval": 1, "rise": 2, "fall": 3 }, "proxy_protocol": true,
        });
        let rendering = render_with([tcp(1, &fields)], &with_peers());
        let port = mapping.split([':', '-']).nth(2).unwrap();
        assert_eq!(
            section(
                &rendering,
                "backend haproxy_route_tcp_5000-5009_default_backend"
            ),
            format!(
                "backend haproxy_route_tcp_5000-5009_default_backend\n    mode tcp\n{rule}    \
                 server app-0 10.0.0.1 check inter 1s rise 2 fall 3 port {port} send-proxy-v2 check-send-proxy\n"
            )
        );
        let frontend = section(&rendering, "frontend haproxy_route_tcp_5000-5009");
        assert!(
            frontend.contains("bind [::]:5000-5009 v4v6 ssl"),
            "{frontend}"
        );
        assert_eq!(rendering.ports.len(), 10);
        assert_eq!(rendering.endpoints[&1][0], "10.2.0.1:5000");
    }
}

#[test]
fn server_names_tell_services_apart() {
    let named = |name: &str| json!({ "port": 443, "backend_port": 8443, "sni": name, "tls_terminate": false });
    let rendering = render_with(
        [tcp(1, &named("a.example")), tcp(2, &named("*.b.example"))],
        &options(),
    );
    assert_eq!(
        section(&rendering, "frontend haproxy_route_tcp_443"),
        "frontend haproxy_route_tcp_443
    mode tcp
    option tcplog
    bind [::]:443 v4v6
    tcp-request inspect-delay 5s
    tcp-request content accept if { req_ssl_hello_type 1 }
    tcp-request content reject
    acl is_app_443_443 req.ssl_sni -i a.example
    use_backend app_443_443 if is_app_443_443
    acl is_app_443_443_2 req.ssl_sni -m end -i .b.example
    use_backend app_443_443_2 if is_app_443_443_2
    default_backend haproxy_route_tcp_443_default_backend
"
    );
    assert_eq!(
        section(&rendering, "backend haproxy_route_tcp_443_default_backend"),
        "backend haproxy_route_tcp_443_default_backend\n    mode tcp\n"
    );
    assert_eq!(rendering.endpoints[&2], ["*.b.example:443"]);
    // What the two share is for both.
    assert_eq!(lines_of(&rendering, 1).len(), 12);
    assert_eq!(
        lines_of(&rendering, 2)[6..8],
        [
            "acl is_app_443_443_2 req.ssl_sni -m end -i .b.example",
            "use_backend app_443_443_2 if is_app_443_443_2"
        ]
    );

    let ending = json!({ "port": 443, "sni": "a.example" });
    let frontend = section(
        &render_with([tcp(1, &ending)], &options()),
        "frontend haproxy_route_tcp_443",
    );
    assert!(
        frontend.contains("acl is_app_443_443 ssl_fc_sni -i a.example\n"),
        "{frontend}"
    );
    assert!(!frontend.contains("inspect-delay"));
}

#[test]
fn a_range_takes_what_no_server_name_takes() {
    let range = json!({ "port_mapping": "5000-5001:5000-5001" });
    let rendering = render_with(
        [
            tcp(1, &range),
            tcp(2, &json!({ "port": 5001, "sni": "a.example" })),
        ],
        &with_peers(),
    );
    let frontend = section(&rendering, "frontend haproxy_route_tcp_5000-5001");
    assert!(
        frontend.ends_with(
            "    acl is_app_5001_5001 ssl_fc_sni -i a.example
    use_backend app_5001_5001 if is_app_5001_5001
    default_backend haproxy_route_tcp_5000-5001_default_backend
"
        ),
        "{frontend}"
    );
    assert_eq!(rendering.endpoints[&1], ["10.2.0.1:5000", "[fd00::2]:5000"]);
    assert_eq!(rendering.endpoints[&2], ["a.example:5001"]);
}

#[test]
fn tls_is_enforced_where_it_passes_through() {
    let inspection = |fields: Value| {
        let frontend = section(
            &render_with([tcp(1, &fields)], &options()),
            "frontend haproxy_route_tcp_9000",
        );
        let lines = frontend.lines().filter(|line| line.contains("tcp-request"));
        lines.map(str::trim).collect::<Vec<_>>().join("\n")
    };
    assert_eq!(
        inspection(json!({ "port": 9000, "tls_terminate": false })),
        "tcp-request inspect-delay 5s\ntcp-request content reject unless { req_ssl_hello_type 1 }"
    );
    assert_eq!(
        inspection(json!({ "port": 9000, "tls_terminate": false, "enforce_tls": false })),
        ""
    );
    assert_eq!(inspection(json!({ "port": 9000 })), "");
}

#[test]
fn checks_arrive_byte_for_byte() {
    let check = |check: Value| {
        let fields = json!({ "port": 1, "check": check });
        let backend = section(
            &render_with([tcp(1, &fields)], &options()),
            "backend haproxy_route_tcp_1_default_backend",
        );
        let lines = backend
            .lines()
            .filter(|line| !line.contains("server app") && !line.contains("mode"));
        lines
            .skip(1)
            .map(|line| line.trim().to_owned())
            .collect::<Vec<_>>()
    };
    let numbers = json!({ "interval": 1, "rise": 1, "fall": 1 });
    let with = |more: Value| {
        let mut all = numbers.clone();
        all.as_object_mut()
            .unwrap()
            .extend(more.as_object().unwrap().clone());
        check(all)
    };
    assert_eq!(with(json!({})), Vec::<String>::new());
    assert_eq!(
        with(json!({ "check_type": "generic", "send": "PING\r\n", "expect": "+PONG" })),
        [
            "option tcp-check",
            r#"tcp-check send "PING\r\n""#,
            "tcp-check expect string +PONG"
        ]
    );
    assert_eq!(
        with(json!({ "check_type": "generic", "send": "a'b\"c \\r ü #$", "expect": "" })),
        ["option tcp-check", r#"tcp-check send "a'b\"c \\r ü #\$""#]
    );
    assert_eq!(
        with(json!({ "check_type": "generic", "send": "a\u{0}b", "expect": "\u{0}" })),
        [
            "option tcp-check",
            "tcp-check send-binary 610062",
            "tcp-check expect binary 00"
        ]
    );
    assert_eq!(
        with(json!({ "check_type": "mysql" })),
        ["option mysql-check"]
    );
    assert_eq!(
        with(json!({ "check_type": "mysql", "db_user": "me" })),
        ["option mysql-check user me"]
    );
    assert_eq!(
        with(json!({ "check_type": "postgres" })),
        ["option pgsql-check user postgres"]
    );
    assert_eq!(
        with(json!({ "check_type": "postgres", "db_user": "me" })),
        ["option pgsql-check user me"]
    );
    assert_eq!(
        with(json!({ "check_type": "redis" })),
        ["option redis-check"]
    );
    assert_eq!(with(json!({ "check_type": "smtp" })), ["option smtpchk"]);
}

#[test]
fn what_cannot_be_rendered_costs_nobody_else_the_port() {
    let named = |name: &str, more: Value| {
        let mut fields = json!({ "port": 9000, "sni": name });
        fields
            .as_object_mut()
            .unwrap()
            .extend(more.as_object().unwrap().clone());
        fields
    };
    for (fields, reason) in [
        (
            json!({ "server_maxconn": -1 }),
            "server_maxconn must be from 0 to 2147483647",
        ),
        (
            json!({ "hosts": ["fe80::1%eth0"] }),
            "addresses with a zone cannot be reached",
        ),
        (
            json!({ "ip_deny_list": ["fe80::1%eth0"] }),
            "ip_deny_list: addresses with a zone cannot be told apart",
        ),
        (
            json!({ "rate_limit": { "connections_per_minute": -1 } }),
            "rate_limit.connections_per_minute must be from 0 to 2147483647",
        ),
        (
            json!({ "bandwidth_limit": { "upload": 4_294_967_296_u64 } }),
            "bandwidth_limit.upload must be from 0 to 4294967295",
        ),
        (
            json!({ "timeout": { "server": 9_999_999, "connect": 1, "queue": 1 } }),
            "timeout.server must be from 1 to 2147483",
        ),
    ] {
        let rendering = render_with(
            [
                tcp(1, &named("a.example", fields)),
                tcp(2, &named("b.example", json!({}))),
            ],
            &options(),
        );
        assert_eq!(reasons(&rendering, 1), [reason]);
        assert!(!text(&rendering).contains("a.example"));
        assert!(section(&rendering, "frontend haproxy_route_tcp_9000").contains("b.example"));
    }
    let peers = render_with(
        [tcp(1, &json!({ "port": 10000 })), relation(2, &json!({}))],
        &with_peers(),
    );
    assert_eq!(
        reasons(&peers, 1),
        ["port 10000 is reserved by the provider"]
    );
    let free = render_with([tcp(1, &json!({ "port": 10000 }))], &options());
    assert!(free.refused.is_empty());
}

#[test]
fn many_denied_addresses_stand_in_many_lines() {
    let addresses: Vec<_> = (0..120).map(|index| format!("10.9.0.{index}")).collect();
    let rendering = render_with(
        [tcp(1, &json!({ "port": 1, "ip_deny_list": addresses }))],
        &options(),
    );
    let lines = lines_of(&rendering, 1);
    let lines = lines
        .iter()
        .filter(|line| line.starts_with("tcp-request content reject"));
    assert_eq!(lines.count(), 3);
}

#[test]
fn a_virtual_address_stands_for_the_units() {
    let options = RenderingOptions {
        virtual_address: Some("10.3.0.1".parse().unwrap()),
        ..with_peers()
    };
    let rendering = render_with([tcp(1, &json!({ "port": 5432 }))], &options);
    assert_eq!(rendering.endpoints[&1], ["10.3.0.1:5432"]);
}
