//! The older relations: services of units, joined, rendered, behind peers, passed on and migrated.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::fmt::Write as _;

use haproxy_route::reverseproxy::{
    CharmOptions, MigratedData, Monitoring, Peer, RenderOptions, Rendered, RequirerUnit,
    ServiceOptions, Services, Settings, forward_for, migrate, statsd_datagrams, website,
};
use haproxy_route::{Databag, Schema};

fn unit(name: &str, entries: &[(&str, &str)]) -> RequirerUnit {
    RequirerUnit {
        name: name.to_owned(),
        databag: entries.iter().copied().collect(),
    }
}

fn gather(units: &[RequirerUnit]) -> Services {
    Services::gather(units, &ServiceOptions::default()).unwrap()
}

/// The configuration and what goes with it.
fn story(rendered: &Rendered) -> String {
    let mut story = String::from_utf8(haproxy_config::to_text(&rendered.config).unwrap()).unwrap();
    for file in &rendered.files {
        let content = String::from_utf8_lossy(&file.content);
        writeln!(story, "{} {:o}: {content}", file.path.display(), file.mode).unwrap();
    }
    for (service, reason) in &rendered.refused {
        writeln!(story, "refused {service}: {reason}").unwrap();
    }
    story
}

fn render(services: &Services) -> String {
    story(&services.render(&RenderOptions::default()))
}

const WEB: &str = "
- service_name: web
  service_port: 81
  service_options: [mode http, balance leastconn, acl foo path_beg -i /foo, use_backend web_foo if foo,
    timeout client 50s, timeout server 50s, option httplog]
  servers: [[web_1, 10.0.0.1, 8080, check maxconn 50]]
  backends:
  - { backend_name: web_foo, servers: [[foo_1, 10.0.0.9, 8081, [check]]] }
";

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
fn certificates_and_error_pages_become_files() {
    let text = "
- service_name: web
  service_port: 443
  crts: [DEFAULT, EXTERNAL, 'UEVN']
  errorfiles: [{http_status: 503, content: 'SFRUUA=='}]
  servers: [[s, 10.0.0.1, 80, check]]
- { service_name: dir, service_port: 444, crts: [/etc/ssl/web], servers: [[s, 10.0.0.1, 80, check]] }";
    let services = gather(&[unit("web/0", &[("services", text)])]);
    let options = RenderOptions {
        default_certificate: Some(b"OWN".to_vec()),
        ..RenderOptions::default()
    };
    assert_eq!(
        story(&services.render(&options)),
        "frontend haproxy-443
    bind 0.0.0.0:443 ssl crt /var/lib/haproxy/default.pem no-sslv3 crt /var/lib/haproxy/service_web/1.pem no-sslv3 crt /var/lib/haproxy/service_web/2.pem no-sslv3
    default_backend web

backend web
    errorfile 503 /var/lib/haproxy/service_web/503.http
    server s 10.0.0.1:80 check

frontend haproxy-444
    bind 0.0.0.0:444 ssl crt /etc/ssl/web no-sslv3
    default_backend dir

backend dir
    server s 10.0.0.1:80 check
/var/lib/haproxy/default.pem 600: OWN
/var/lib/haproxy/service_web/503.http 644: HTTP
/var/lib/haproxy/service_web/2.pem 600: PEM
"
    );
    assert!(render(&services).ends_with("refused web: there is no default certificate\n"));
}

#[test]
fn a_hostile_service_loses_only_itself() {
    let text = r#"
- { service_name: good, service_port: 80, servers: [[s, 10.0.0.1, 80, check]] }
- { service_name: lines, service_port: 81, service_options: ["mode http\n    bind :1"], servers: [[s, h, 1, '']] }
- { service_name: "a\nb", service_port: 82, servers: [[s, h, 1, '']] }
- { service_name: server, service_port: 83, servers: [["s\n", h, 1, '']] }
- { service_name: parameter, service_port: 84, servers: [[s, h, 1, "check\n frontend x"]] }
- { service_name: quotes, service_port: 85, service_options: ['acl "x'], servers: [[s, h, 1, '']] }
- { service_name: twice, service_port: 86, servers: [[s, h, 1, ''], [s, h, 2, '']] }
- { service_name: same, service_port: 80, servers: [[s, h, 1, '']] }
- { service_name: extra, service_port: 87, servers: [[s, h, 1, '']], backends: [{backend_name: good, servers: []}] }
- { service_name: ../up, service_port: 88, crts: [UEVN], servers: [[s, h, 1, '']] }
"#;
    let services = gather(&[unit("web/0", &[("services", text)])]);
    let rendered = services.render(&RenderOptions::default());
    let names: Vec<_> = rendered
        .config
        .backends()
        .map(|backend| backend.name.to_string())
        .collect();
    assert_eq!(names, ["good"]);
    assert_eq!(
        rendered
            .refused
            .keys()
            .map(String::as_str)
            .collect::<Vec<_>>(),
        [
            "../up",
            "a\nb",
            "extra",
            "lines",
            "parameter",
            "quotes",
            "same",
            "server",
            "twice"
        ]
    );
    assert_eq!(
        rendered.refused["lines"],
        "option 'mode http\n    bind :1': expected one line"
    );
    assert_eq!(rendered.refused["same"], "another service is at 0.0.0.0:80");
    assert!(rendered.files.is_empty());
}

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
fn numbers_become_gauges() {
    let answer = "# pxname,svname,qcur,status,desc,smax,\nwww,FRONTEND,,OPEN,\"a, \"\"b\",7,\nb.c,s:1,0,UP,,12,\n\n";
    assert_eq!(
        statsd_datagrams(answer, "juju.$UNIT", "haproxy/0").unwrap(),
        ["juju.haproxy-0.www.FRONTEND.smax:7|g\n\
          juju.haproxy-0.b_c.s_1.qcur:0|g\n\
          juju.haproxy-0.b_c.s_1.smax:12|g"]
    );
    let long = format!("# pxname,svname,smax\n{}", "backend,server,1\n".repeat(200));
    let datagrams = statsd_datagrams(&long, "p", "u/0").unwrap();
    assert!(datagrams.len() > 1 && datagrams.iter().all(|datagram| datagram.len() <= 1432));
    assert_eq!(
        datagrams
            .iter()
            .map(|datagram| datagram.lines().count())
            .sum::<usize>(),
        200
    );
    assert!(statsd_datagrams("Unknown command", "p", "u/0").is_err());
}

#[test]
fn services_migrate() {
    let text = "
- service_name: web
  service_port: 81
  service_options: [mode http, balance source, option httpchk GET /up HTTP/1.0, timeout server 30s,
    timeout client 5s, timeout queue 500ms, retries 4, option redispatch, 'acl foo path_beg -i /foo /bar',
    use_backend web_foo if foo, 'reqadd X-A: b', cookie S insert]
  crts: [DEFAULT]
  servers: [[web_1, 10.0.0.1, 8080, [check inter 5s rise 3 fall 4, maxconn 50, weight 3]], [web_2, 10.0.0.2, 8080, check]]
  backends:
  - { backend_name: web_foo, servers: [[foo_1, foo.internal, 8081, check inter 1500ms]] }
- service_name: db
  service_port: 5432
  service_options: [mode tcp]
  servers: [[db, 10.0.0.3, 5433, check]]
";
    let mut story = String::new();
    for migrated in migrate(&gather(&[unit("web/0", &[("services", text)])])) {
        writeln!(story, "{}", migrated.name).unwrap();
        let databag = match &migrated.data {
            MigratedData::Route(data) => {
                assert_eq!(data.validate(Schema::RouteV2), Ok(()));
                data.dump(Schema::RouteV2)
            }
            MigratedData::Tcp(data) => {
                assert_eq!(data.validate(Schema::TcpV1), Ok(()));
                data.dump(Schema::TcpV1)
            }
        };
        for (key, text) in databag.iter() {
            writeln!(story, "  {key}: {text}").unwrap();
        }
        for note in &migrated.without_equal {
            writeln!(story, "  ! {note}").unwrap();
        }
    }
    assert_eq!(story, MIGRATED);
}

const MIGRATED: &str = r#"web
  service: "web"
  ports: [8080]
  hosts: ["10.0.0.1", "10.0.0.2"]
  check: {"interval": 5, "rise": 3, "fall": 4, "path": "/up"}
  load_balancing: {"algorithm": "source"}
  retry: {"count": 4, "redispatch": true}
  timeout: {"server": 30}
  server_maxconn: 50
  ! 'timeout client 5s' has no equal
  ! 'timeout queue 500ms' has no equal
  ! 'reqadd X-A: b' has no equal
  ! 'cookie S insert' has no equal
  ! the certificates have no equal: the provider has its own, for the host names of its services
  ! the server parameter 'weight 3' has no equal
  ! services have no ports of their own but share 80 and 443: set hostname, and paths
web_foo
  service: "web_foo"
  ports: [8081]
  paths: ["/foo", "/bar"]
  check: {"interval": 2, "rise": 2, "fall": 3, "path": "/up"}
  load_balancing: {"algorithm": "source"}
  retry: {"count": 4, "redispatch": true}
  timeout: {"server": 30}
  ! the server 'foo.internal' is no address: hosts are addresses
  ! 'inter 1500ms' is no whole number of seconds
  ! services have no ports of their own but share 80 and 443: set hostname, and paths
db
  port: 5432
  backend_port: 5433
  hosts: ["10.0.0.3"]
  check: {"interval": 2, "rise": 2, "fall": 3}
  load_balancing: {"algorithm": "roundrobin"}
  enforce_tls: false
  tls_terminate: false
"#;

#[test]
fn options_make_the_sections_before_all_others() {
    let options = CharmOptions::read("").unwrap();
    assert_eq!(options.monitoring, None);
    assert!(options.is_active_passive);
    let text = |settings: &Settings| {
        let config = settings.config().unwrap();
        String::from_utf8(haproxy_config::to_text(&config).unwrap()).unwrap()
    };
    assert_eq!(
        text(&options.settings),
        "global
    log 127.0.0.1 local0
    log 127.0.0.1 local1 notice
    maxconn 4096
    user haproxy
    group haproxy
    spread-checks 0
    tune.ssl.default-dh-param 2048

defaults
    log global
    mode http
    option httplog
    option dontlognull
    retries 3
    timeout queue 20000
    timeout client 50000
    timeout connect 5000
    timeout server 50000
"
    );
    let all = "
global_log: /dev/log local0
global_maxconn: 99
global_user: web
global_group: www
global_debug: true
global_quiet: true
global_spread_checks: 5
global_default_dh_param: 1024
global_default_bind_ciphers: A:B
global_stats_socket: true
default_log: 127.0.0.1 local2
default_mode: tcp
default_options: 'tcplog, redispatch'
default_retries: 1
default_timeouts: client 1s, server 2s
enable_monitoring: true
monitoring_port: 9000
monitoring_allowed_cidr: 10.0.0.0/8 127.0.0.1/32
monitoring_username: me
monitoring_stats_refresh: 7
peering_mode: active-active
services: '[]'
nagios_context: juju
";
    let options = CharmOptions::read(all).unwrap();
    assert!(!options.is_active_passive);
    assert_eq!(options.services.services, "[]");
    let monitoring = options.monitoring.unwrap();
    assert_eq!(
        (
            monitoring.port,
            monitoring.allowed_networks.len(),
            monitoring.refresh
        ),
        (9000, 2, 7)
    );
    assert_eq!(
        text(&options.settings),
        "global
    log /dev/log local0
    maxconn 99
    user web
    group www
    debug
    quiet
    spread-checks 5
    tune.ssl.default-dh-param 1024
    ssl-default-bind-ciphers A:B
    stats socket /var/run/haproxy/haproxy.sock mode 0600

defaults
    log 127.0.0.1 local2
    mode tcp
    option tcplog
    option redispatch
    retries 1
    timeout client 1s
    timeout server 2s
"
    );
}

#[test]
fn options_that_make_no_line_are_told() {
    let error = |options: &str| CharmOptions::read(options).unwrap_err().to_string();
    assert_eq!(error("[a]"), "options: expected the options by name");
    assert_eq!(
        error("global_maxconn: many"),
        "global_maxconn: expected a number that may stand here"
    );
    assert_eq!(
        error("global_debug: 1"),
        "global_debug: expected true or false"
    );
    for (options, option) in [
        ("default_timeouts: client soon", "default_timeouts"),
        ("default_options: nothing", "default_options"),
        ("default_mode: fast", "default_mode"),
        ("default_log: \"global\\nmode tcp\"", "default_log"),
    ] {
        let error = CharmOptions::read(options).unwrap().settings.config();
        assert_eq!(error.unwrap_err().option, option);
    }
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
