//! What units say, joined to services.

use haproxy_route::reverseproxy::{RequirerUnit, ServiceOptions, Services};

use super::{WEB, gather, render, unit};

#[test]
fn units_without_services_join_the_built_in_one() {
    let services = gather(&[
        unit(
            "web/10",
            &[("port", "8080"), ("private-address", "10.0.0.10")],
        ),
        unit(
            "web/2",
            &[("port", "\"8080\""), ("private-address", "\"10.0.0.2\"")],
        ),
        unit("web/3", &[("port", "8080")]),
        unit(
            "web/4",
            &[("port", "http"), ("private-address", "10.0.0.4")],
        ),
        unit(
            "web/5",
            &[
                ("port", "80"),
                ("private-address", "10.0.0.5"),
                ("service_name", "shop"),
            ],
        ),
    ]);
    assert_eq!(
        render(&services),
        "frontend haproxy-80
    bind 0.0.0.0:80
    default_backend haproxy_service

backend haproxy_service
    balance leastconn
    cookie SRVNAME insert
    server web-2-8080 10.0.0.2:8080 maxconn 100 cookie S0 check
    server web-10-8080 10.0.0.10:8080 maxconn 100 cookie S1 check
"
    );
    let refused: Vec<_> = services
        .refused
        .iter()
        .map(|(unit, reason)| format!("{unit}: {reason}"))
        .collect();
    assert_eq!(
        refused,
        [
            "web/3: port and private-address must be said",
            "web/4: port must be a number from 0 to 65535",
            "web/5: there is no service 'shop'",
        ]
    );
}

#[test]
fn units_are_read_from_relations() {
    let text = r#"{"haproxy/0": {"relation-info": [
        {"relation-id": 1, "endpoint": "peer", "related-units": {"haproxy/1": {"data": {}}}},
        {"relation-id": 2, "endpoint": "reverseproxy",
         "related-units": {"web/0": {"data": {"port": 80, "private-address": "10.0.0.1"}}}}]}}"#;
    let web = unit("web/0", &[("port", "80"), ("private-address", "10.0.0.1")]);
    assert_eq!(
        RequirerUnit::read_all(text.as_bytes()).unwrap(),
        std::slice::from_ref(&web)
    );
    let short = r#"{"2": {"units": {"web/0": {"port": "80", "private-address": "10.0.0.1"}}}}"#;
    assert_eq!(RequirerUnit::read_all(short.as_bytes()).unwrap(), [web]);
}

#[test]
fn services_of_one_name_are_joined() {
    let more = "[{service_name: web, service_port: 99, servers: [[web_2, 10.0.0.2, 8080, check], [web_1, 10.0.0.1, 8080, check maxconn 50]], backends: [{backend_name: web_foo, servers: [[foo_2, 10.0.0.8, 8081, check]]}]}, {service_name: other, servers: [[o, 10.0.0.3, 80, '']]}]";
    let services = gather(&[
        unit("web/0", &[("services", WEB)]),
        unit("web/1", &[("services", more)]),
    ]);
    assert_eq!(services.default_service().unwrap().name, "web");
    assert_eq!(
        render(&services),
        "frontend haproxy-81
    bind 0.0.0.0:81
    default_backend web
    mode http
    acl foo path_beg -i /foo
    use_backend web_foo if foo
    timeout client 50s
    option httplog

backend web
    mode http
    balance leastconn
    timeout server 50s
    option httplog
    server web_1 10.0.0.1:8080 check maxconn 50
    server web_2 10.0.0.2:8080 check

backend web_foo
    mode http
    balance leastconn
    timeout server 50s
    option httplog
    server foo_1 10.0.0.9:8081 check
    server foo_2 10.0.0.8:8081 check

frontend haproxy-83
    bind 0.0.0.0:83
    default_backend other

backend other
    server o 10.0.0.3:80
"
    );
}

#[test]
fn units_join_services_by_name_site_and_application() {
    let services = "
- { service_name: web, service_port: 80, server_options: check, servers: [] }
- { service_name: blog, service_port: 81, servers: [] }
- { service_name: blog_service, service_port: 82, servers: [] }";
    let at = |entries: &[(&'static str, &'static str)]| {
        let mut all = vec![("port", "8000"), ("private-address", "10.0.0.1")];
        all.extend(entries);
        all
    };
    let services = gather(&[
        unit("main/0", &[("services", services)]),
        unit("x/0", &at(&[])),
        unit(
            "y/0",
            &at(&[("service_name", "blog"), ("sitenames", "web unknown")]),
        ),
        unit("blog/0", &at(&[])),
    ]);
    let of = |name: &str| -> Vec<String> {
        services.services[name]
            .servers
            .iter()
            .map(|server| server.name.clone())
            .collect()
    };
    assert_eq!(of("web"), ["x-0-8000", "y-0-8000"]);
    assert_eq!(of("blog"), ["blog-0-8000", "y-0-8000"]);
    assert_eq!(of("blog_service"), ["blog-0-8000"]);
}

#[test]
fn the_option_says_services_and_what_is_looked_up_by_name() {
    let options = ServiceOptions {
        services: "[{service_name: shop, service_port: 8000, server_options: 'check, maxconn 5'}]"
            .to_owned(),
    };
    let web = unit("web/0", &[("port", "80"), ("private-address", "10.0.0.1")]);
    let services = Services::gather(std::slice::from_ref(&web), &options).unwrap();
    assert_eq!(
        services.services["shop"].servers[0].options,
        ["check", "maxconn 5"]
    );

    let options = ServiceOptions {
        services: "
app_servers: [[fixed, 10.9.9.9, 9000, check]]
app_service_options: [balance source]
api_server_options: [weight 5]
"
        .to_owned(),
    };
    let named = |name, service| {
        unit(
            name,
            &[
                ("port", "80"),
                ("private-address", "10.0.0.1"),
                ("service_name", service),
            ],
        )
    };
    let units = [
        named("a/0", "app"),
        named("a/1", "app"),
        named("b/0", "api"),
        named("c/0", "none"),
    ];
    let services = Services::gather(&units, &options).unwrap();
    let [fixed] = &services.services["app"].servers[..] else {
        panic!()
    };
    assert_eq!((fixed.host.as_str(), fixed.port), ("10.9.9.9", 9000));
    assert_eq!(services.services["app"].options, ["balance source"]);
    assert_eq!(services.services["api"].servers[0].options, ["weight 5"]);
    assert_eq!(services.refused["c/0"], "there is no service 'none'");
    let error = ServiceOptions {
        services: "[{port: 1}]".to_owned(),
    };
    assert_eq!(
        Services::gather(&[], &error).unwrap_err().to_string(),
        "services.0.service_name: expected the name of the service"
    );
}

#[test]
fn apache_says_its_own_address() {
    let all = "[{service_name: vhost, service_port: 8443, servers: [[s, 1.1.1.1, 1, check]]}]";
    let services = gather(&[unit(
        "apache2/0",
        &[("all_services", all), ("private-address", "10.0.0.7")],
    )]);
    let [server] = &services.services["vhost"].servers[..] else {
        panic!()
    };
    assert_eq!((server.host.as_str(), server.port), ("10.0.0.7", 8443));
}

#[test]
fn a_unit_that_says_nonsense_costs_itself_only() {
    let nonsense = [
        ("[", "not YAML"),
        ("{a: b}", "services: expected a list of services"),
        ("[{service_port: 80}]", "services.0.service_name: expected"),
        (
            "[{service_name: x, service_port: 70000}]",
            "services.0.service_port: expected a port",
        ),
        (
            "[{service_name: x, servers: [[a, b, 80]]}]",
            "services.0.servers.0: expected a server",
        ),
    ];
    for (said, reason) in nonsense {
        let services = gather(&[
            unit("bad/0", &[("services", said)]),
            unit(
                "web/0",
                &[(
                    "services",
                    "[{service_name: web, servers: [[a, 10.0.0.1, 8080, 'check cookie S{i}']]}]",
                )],
            ),
            unit("lost/0", &[("port", "80")]),
            unit("far/0", &[("port", "70000"), ("private-address", "h")]),
        ]);
        let refused = &services.refused;
        assert!(refused["bad/0"].starts_with(reason), "{}", refused["bad/0"]);
        assert_eq!(refused["lost/0"], "port and private-address must be said");
        assert_eq!(refused["far/0"], "port must be a number from 0 to 65535");
        assert_eq!(refused.len(), 3);
        // Nobody has a port: the first one is chosen.
        let web = &services.services["web"];
        assert_eq!((web.host.as_deref(), web.port), (Some("0.0.0.0"), Some(80)));
        assert_eq!(services.services.len(), 1);
    }
}
