//! The page with statistics.

use haproxy_route::reverseproxy::{Monitoring, RenderOptions, Services};

use super::render;

#[test]
fn the_statistics_have_a_page() {
    let monitoring = Monitoring {
        password: "a #\"b".to_owned(),
        ..Monitoring::default()
    };
    let mut services = Services::default();
    let service = monitoring.service();
    services.services.insert(service.name.clone(), service);
    assert_eq!(
        render(&services),
        "frontend haproxy-10000
    bind 0.0.0.0:10000
    default_backend haproxy_monitoring
    mode http
    acl allowed_cidr src 127.0.0.1/32
    http-request deny unless allowed_cidr

backend haproxy_monitoring
    mode http
    stats enable
    stats uri /
    stats realm \"Haproxy Statistics\"
    stats auth 'haproxy:a #\"b'
    stats refresh 3
"
    );
}

#[test]
fn a_password_is_kept_or_made() {
    let config = |password: &str| {
        let monitoring = Monitoring {
            password: password.to_owned(),
            ..Monitoring::default()
        };
        let service = monitoring.service();
        let services = Services {
            services: [(service.name.clone(), service)].into_iter().collect(),
            ..Services::default()
        };
        services.render(&RenderOptions::default()).config
    };
    let settled = |password: &str, current: Option<&str>| {
        let mut monitoring = Monitoring {
            password: password.to_owned(),
            ..Monitoring::default()
        };
        let current = current.map(config);
        let random = *b"0123456789abcdefghij";
        monitoring.settle_password(current.as_ref(), random);
        monitoring.password
    };
    assert_eq!(settled("mine", Some("other")), "mine");
    assert_eq!(settled("changeme", Some("a:b c")), "a:b c");
    let made = settled("changeme", None);
    assert_eq!(made.len(), 20);
    assert!(
        made.chars()
            .all(|character| character.is_ascii_alphanumeric() || "-_".contains(character))
    );
}
