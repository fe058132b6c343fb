//! What is passed on, and what proxies before the proxy get.

use haproxy_route::Databag;
use haproxy_route::reverseproxy::{RequirerUnit, ServiceOptions, Services, forward_for, website};

use super::{WEB, gather, unit};

#[test]
fn services_are_passed_on() {
    let services = gather(&[unit("web/0", &[("services", WEB)])]);
    let named = |name: &str| Databag::from_iter([("service_name", name)]);
    let said = website(&services, &[named("web")], "10.1.0.1").unwrap();
    assert_eq!((said.hostname.as_str(), said.port), ("10.1.0.1", 81));
    assert_eq!(
        website(&services, &[named("a"), named("b")], "10.1.0.1").as_ref(),
        Some(&said)
    );
    let read = gather(&[unit("haproxy/0", &[("services", &said.all_services)])]);
    assert_eq!(
        read.services["web"].options,
        services.services["web"].options
    );
    assert_eq!(
        read.services["web"].backends,
        services.services["web"].backends
    );
    assert_eq!(website(&Services::default(), &[], "10.1.0.1"), None);
}

#[test]
fn a_proxy_before_the_proxy_is_told_the_client() {
    let unit = RequirerUnit {
        name: "web/0".to_owned(),
        databag: Databag::from_iter([(
            "services",
            "[{service_name: 10.0.0.1__80, service_port: 80, servers: [[a, 10.0.0.1, 80, []]]}]",
        )]),
    };
    let mut services = Services::gather(&[unit], &ServiceOptions::default()).unwrap();
    let said = |is_proxy| {
        Databag::from_iter([
            ("hostname", "10.0.0.1"),
            ("port", "80"),
            ("is-proxy", is_proxy),
        ])
    };
    forward_for(&mut services, &[said("false"), Databag::default()]);
    assert!(services.services["10.0.0.1__80"].options.is_empty());
    forward_for(&mut services, &[said("1"), said("1")]);
    assert_eq!(
        services.services["10.0.0.1__80"].options,
        ["option forwardfor"]
    );
}
