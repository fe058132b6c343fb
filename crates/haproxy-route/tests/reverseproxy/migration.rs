//! Services in their new form.

use std::fmt::Write as _;

use haproxy_route::Schema;
use haproxy_route::reverseproxy::{MigratedData, migrate};

use super::{gather, unit};

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
    for migrated in migrate(&gather(&[unit("web/0", &[("services", text)])]), "http") {
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

#[test]
fn a_service_that_says_no_mode_is_of_the_default_mode() {
    let said = "[{service_name: web, service_port: 80, servers: [[a, 10.0.0.1, 8080, check]]}]";
    let migrated = migrate(&gather(&[unit("web/0", &[("services", said)])]), "http");
    assert!(matches!(&migrated[..], [one] if matches!(one.data, MigratedData::Route(_))));
    let in_tcp = migrate(&gather(&[unit("web/0", &[("services", said)])]), "tcp");
    assert!(matches!(&in_tcp[..], [one] if matches!(one.data, MigratedData::Tcp(_))));
    let said = said.replace("port: 80,", "port: 80, service_options: [mode http],");
    let own = migrate(&gather(&[unit("web/0", &[("services", &said)])]), "tcp");
    assert!(matches!(&own[..], [one] if matches!(one.data, MigratedData::Route(_))));
    let alone = [("port", "8080"), ("private-address", "10.0.0.1")];
    let migrated = migrate(&gather(&[unit("web/0", &alone)]), "http");
    assert!(matches!(&migrated[..], [one] if matches!(one.data, MigratedData::Route(_))));
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
  ! 'path_beg /foo' is true for '/foox' too: paths are for themselves and what is below
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
