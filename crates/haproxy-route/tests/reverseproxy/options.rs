//! The charm's options.

use haproxy_route::reverseproxy::{CharmOptions, Settings};

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
