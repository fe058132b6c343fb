use haproxy_model::version::Version;
use haproxy_route::{DdosLimits, NetworkError, RateLimitPolicy, RenderingOptions};
use serde_json::json;

use super::{options, relation, render_with, section, tcp};

fn limited() -> RenderingOptions {
    let limits = DdosLimits {
        connections_per_minute: Some(100),
        concurrent_connections: Some(20),
        errors_per_minute: Some(30),
        requests_per_minute: Some(200),
        tcp_policy: Some(RateLimitPolicy::SilentDrop),
        http_policy: Some(RateLimitPolicy::Deny),
        deny_status: Some(429),
        allowed: vec!["10.0.0.0/8".parse().unwrap(), "::1".parse().unwrap()],
        denied_paths: ["/admin", "not a path", "/a\nb"].map(str::to_owned).into(),
        http_request_timeout: Some(5),
        http_keep_alive_timeout: Some(6),
        client_timeout: Some(7),
    };
    RenderingOptions {
        ddos_limits: Some(limits),
        ..options()
    }
}

#[test]
fn limits_are_rules_of_every_frontend() {
    let service = relation(1, &json!({ "rate_limit": { "connections_per_minute": 1 } }));
    let rendering = render_with([service, tcp(2, &json!({ "port": 5432 }))], &limited());
    let frontend = section(&rendering, "frontend haproxy");
    let table = "haproxy_peers/ddos_protection_ip";
    assert!(
        frontend.contains(&format!(
            "    acl ddos_allowed src -f /etc/haproxy/ddos_allowed.lst
    tcp-request connection track-sc0 src table {table}
    tcp-request connection silent-drop if {{ sc_conn_rate(0,{table}) gt 100 }} !ddos_allowed
    tcp-request connection silent-drop if {{ sc_conn_cur(0,{table}) gt 20 }} !ddos_allowed
    http-request deny deny_status 429 if {{ sc_http_err_rate(0,{table}) gt 30 }} !ddos_allowed
    http-request deny deny_status 429 if {{ sc_http_req_rate(0,{table}) gt 200 }} !ddos_allowed
    acl ddos_denied_path path_beg -i -f /etc/haproxy/ddos_denied_paths.lst
    http-request deny if ddos_denied_path !ddos_allowed
    timeout http-request 5000
    timeout http-keep-alive 6000
    timeout client 7000
    http-request redirect"
        )),
        "{frontend}"
    );
    assert_eq!(
        section(&rendering, "frontend haproxy_route_tcp_5432"),
        format!(
            "frontend haproxy_route_tcp_5432
    mode tcp
    option tcplog
    bind [::]:5432 v4v6 ssl crt /var/lib/haproxy/certs
    acl ddos_allowed src -f /etc/haproxy/ddos_allowed.lst
    tcp-request connection track-sc0 src table {table}
    tcp-request connection silent-drop if {{ sc_conn_rate(0,{table}) gt 100 }} !ddos_allowed
    tcp-request connection silent-drop if {{ sc_conn_cur(0,{table}) gt 20 }} !ddos_allowed
    timeout client 7000
    default_backend haproxy_route_tcp_5432_default_backend
"
        )
    );
    // The frontend has the first counter, so services have the second.
    let backend = section(&rendering, "backend s1");
    assert!(backend.contains("http-request track-sc1 src table haproxy_peers/s1_rate_limit\n"));
    assert!(backend.contains("sc_http_req_rate(1,haproxy_peers/s1_rate_limit) gt 1"));
    let peers = section(&rendering, "peers haproxy_peers");
    assert!(peers.ends_with(
        "table ddos_protection_ip type ipv6 size 100k expire 2m store conn_rate(1m),conn_cur,http_err_rate(1m),http_req_rate(1m)\n"
    ));
    let files: Vec<_> = rendering
        .files
        .iter()
        .map(|file| {
            let content = String::from_utf8(file.content.clone()).unwrap();
            (file.path.display().to_string(), file.mode, content)
        })
        .collect();
    assert_eq!(
        files,
        [
            (
                "/etc/haproxy/ddos_allowed.lst".to_owned(),
                0o644,
                "10.0.0.0/8\n::1/128\n".to_owned()
            ),
            (
                "/etc/haproxy/ddos_denied_paths.lst".to_owned(),
                0o644,
                "/admin\n".to_owned()
            ),
        ]
    );
}

#[test]
fn a_limit_without_a_policy_limits_nothing() {
    let mut options = limited();
    if let Some(limits) = &mut options.ddos_limits {
        (limits.tcp_policy, limits.http_policy) = (None, None);
        limits.allowed.clear();
        limits.denied_paths.clear();
    }
    let rendering = render_with([relation(1, &json!({}))], &options);
    let frontend = section(&rendering, "frontend haproxy");
    assert!(
        !frontend.contains("track") && !frontend.contains("ddos"),
        "{frontend}"
    );
    assert!(rendering.files.is_empty());
    if let Some(limits) = &mut options.ddos_limits {
        limits.http_policy = Some(RateLimitPolicy::Reject);
    }
    let rendering = render_with([relation(1, &json!({}))], &options);
    let frontend = section(&rendering, "frontend haproxy");
    assert!(frontend.contains("tcp-request connection track-sc0"));
    assert!(frontend.contains("http-request reject if { sc_http_err_rate"));
    assert!(!frontend.contains("sc_conn_rate"));
}

#[test]
fn a_status_without_an_answer_is_not_said() {
    for (status, version, is_said) in [
        (429, (2, 4), true),
        (456, (3, 2), false),
        (421, (2, 4), false),
        (421, (2, 6), true),
        (431, (3, 0), false),
        (431, (3, 2), true),
    ] {
        let mut options = limited();
        options.version = Version::new(version.0, version.1);
        if let Some(limits) = &mut options.ddos_limits {
            limits.deny_status = Some(status);
        }
        let rendering = render_with([relation(1, &json!({}))], &options);
        let frontend = section(&rendering, "frontend haproxy");
        let rule = format!("http-request deny deny_status {status} if {{ sc_http_req_rate");
        assert_eq!(frontend.contains(&rule), is_said, "{frontend}");
        let plain = "http-request deny if { sc_http_req_rate";
        assert_eq!(frontend.contains(plain), !is_said, "{frontend}");
    }
}

#[test]
fn networks() {
    for (text, network) in [
        ("10.0.0.0/8", "10.0.0.0/8"),
        ("192.0.2.1", "192.0.2.1/32"),
        ("fd00::/8", "fd00::/8"),
    ] {
        assert_eq!(
            text.parse::<haproxy_route::Network>().unwrap().to_string(),
            network
        );
    }
    for text in [
        "",
        "10.0.0.0/33",
        "10.0.0/8",
        "::/129",
        "a",
        "::1/x",
        "1.2.3.4 ::1",
    ] {
        assert_eq!(
            text.parse::<haproxy_route::Network>(),
            Err(NetworkError),
            "{text}"
        );
    }
}
