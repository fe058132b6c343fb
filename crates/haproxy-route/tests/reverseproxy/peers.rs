//! Units of the proxy behind each other.

use haproxy_route::reverseproxy::{Peer, Peers};

use super::{gather, render, unit};

#[test]
fn passive_peers_send_everything_to_the_first() {
    let text = "[{service_name: web, service_host: 0.0.0.0, service_port: 80, service_options: [mode http, timeout client 5s, timeout server 6s], servers: [[s, 10.0.0.1, 8080, check]]}, {service_name: own, service_port: 90, servers: [[s, 10.0.0.1, 8081, check]]}]";
    let services = gather(&[unit("web/0", &[("services", text)])]);
    let announced = "[{service_name: web, service_host: 0.0.0.0, service_port: 80}]";
    let peers = [
        Peer::new("haproxy/10", "10.1.0.10", announced).unwrap(),
        Peer::new("haproxy/0", "10.1.0.1", announced).unwrap(),
    ];
    assert_eq!(
        render(&services.behind_peers("haproxy/2", "10.1.0.2", &peers)),
        "frontend haproxy-80
    bind 0.0.0.0:80
    default_backend web
    mode tcp
    option tcplog
    timeout client 5s

backend web
    balance leastconn
    mode tcp
    option tcplog
    timeout server 6s
    server haproxy-0 10.1.0.1:81 check
    server haproxy-2 10.1.0.2:81 check backup
    server haproxy-10 10.1.0.10:81 check backup

frontend haproxy-81
    bind 0.0.0.0:81
    default_backend web_be
    mode http
    timeout client 5s

backend web_be
    mode http
    timeout server 6s
    server s 10.0.0.1:8080 check

frontend haproxy-90
    bind 0.0.0.0:90
    default_backend own

backend own
    server s 10.0.0.1:8081 check
"
    );
    assert_eq!(
        services.behind_peers("haproxy/0", "10.1.0.1", &[]),
        services
    );
}

#[test]
fn peers_are_read_from_their_relation() {
    let text = r#"{
        "peer:1": { "units": {
            "haproxy/1": { "private-address": "10.1.0.1", "all_services": "[{service_name: web}]" },
            "haproxy/2": { "all_services": "[]" },
            "haproxy/3": { "private-address": "10.1.0.3", "all_services": "{" },
            "haproxy/4": { "private-address": "10.1.0.4" }
        } },
        "reverseproxy:2": { "units": { "web/0": { "private-address": "10.0.0.1", "all_services": "[]" } } }
    }"#;
    let found = Peers::read_all(text.as_bytes()).unwrap();
    let peer = Peer::new("haproxy/1", "10.1.0.1", "[{service_name: web}]").unwrap();
    assert_eq!(found.peers, [peer]);
    let refused: Vec<_> = found.refused.keys().collect();
    assert_eq!(refused, ["haproxy/2", "haproxy/3"]);
    assert!(Peers::read_all(b"[]").is_err());
}
