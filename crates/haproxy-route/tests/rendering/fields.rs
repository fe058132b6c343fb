//! What each field renders, in every version that has it.

use haproxy_route::{
    Collection, CollectionOptions, Interface, Relation, RequirerApplicationData, Schema,
    TcpRequirerApplicationData, render,
};
use serde_json::{Value, json};

use super::{lines_of, options, relation_of};

/// A field, data that has it, and a part of the line that it makes, which is not there without it.
type Case = (&'static str, &'static str, &'static str);

/// The fields of `haproxy-route`.
const ROUTE: &[Case] = &[
    (
        "service",
        r#"{"service": "web"}"#,
        "use_backend web if acl_host_web",
    ),
    ("ports", r#"{"ports": [81]}"#, "server s_81_0 10.0.0.1:81"),
    (
        "paths",
        r#"{"paths": ["/p"]}"#,
        "acl acl_path_s path_beg -i /p/",
    ),
    (
        "subdomains",
        r#"{"subdomains": ["www", "www.", ""]}"#,
        "req.hdr(host),field(1,:) -i www.example.com example.com",
    ),
    (
        "hostname",
        r#"{"hostname": "a.example"}"#,
        "req.hdr(host),field(1,:) -i a.example",
    ),
    (
        "additional_hostnames",
        r#"{"hostname": "a.example", "additional_hostnames": ["b.example"]}"#,
        "req.hdr(host),field(1,:) -i a.example b.example",
    ),
    (
        "protocol",
        r#"{"protocol": "https"}"#,
        " ssl ca-file /var/lib/haproxy/cas/cas.pem alpn h2,http/1.1",
    ),
    (
        "hosts",
        r#"{"hosts": ["10.9.9.9"]}"#,
        "server s_80_0 10.9.9.9:80",
    ),
    (
        "rewrites[].method",
        r#"{"rewrites": [{"method": "set-query", "expression": "a=b"}]}"#,
        "http-request set-query a=b",
    ),
    (
        "rewrites[].expression",
        r#"{"rewrites": [{"method": "set-path", "expression": "/x%[path]"}]}"#,
        "http-request set-path /x%[path]",
    ),
    (
        "rewrites[].header",
        r#"{"rewrites": [{"method": "set-header", "expression": "x", "header": "X-A"}]}"#,
        "http-request set-header X-A x",
    ),
    (
        "check.interval",
        r#"{"check": {"interval": 7, "rise": 8, "fall": 9}}"#,
        " check inter 7s",
    ),
    (
        "check.rise",
        r#"{"check": {"interval": 7, "rise": 8, "fall": 9}}"#,
        " rise 8",
    ),
    (
        "check.fall",
        r#"{"check": {"interval": 7, "rise": 8, "fall": 9}}"#,
        " fall 9",
    ),
    (
        "check.path",
        r#"{"check": {"path": "/up"}}"#,
        "option httpchk GET /up",
    ),
    (
        "check.port",
        r#"{"check": {"port": 9000}}"#,
        "http-check connect port 9000",
    ),
    (
        "load_balancing.algorithm",
        r#"{"load_balancing": {"algorithm": "roundrobin"}}"#,
        "balance roundrobin",
    ),
    (
        "load_balancing.cookie",
        r#"{"load_balancing": {"algorithm": "cookie", "cookie": "SID"}}"#,
        "balance hash req.cook(SID)",
    ),
    (
        "load_balancing.consistent_hashing",
        r#"{"load_balancing": {"algorithm": "source", "consistent_hashing": true}}"#,
        "hash-type consistent",
    ),
    (
        "rate_limit.connections_per_minute",
        r#"{"rate_limit": {"connections_per_minute": 33}}"#,
        "http-request deny if { sc_http_req_rate(0,haproxy_peers/s_rate_limit) gt 33 }",
    ),
    (
        "rate_limit.policy",
        r#"{"rate_limit": {"connections_per_minute": 33, "policy": "reject"}}"#,
        "http-request reject if",
    ),
    (
        "bandwidth_limit.upload",
        r#"{"bandwidth_limit": {"upload": 5000}}"#,
        "filter bwlim-in upload default-limit 5000 default-period 1s",
    ),
    (
        "bandwidth_limit.download",
        r#"{"bandwidth_limit": {"download": 5000}}"#,
        "filter bwlim-out download default-limit 5000 default-period 1s",
    ),
    (
        "retry.count",
        r#"{"retry": {"count": 9, "interval": 1}}"#,
        "retries 9",
    ),
    (
        "retry.redispatch",
        r#"{"retry": {"count": 9, "interval": 1, "redispatch": true}}"#,
        "option redispatch",
    ),
    (
        "deny_paths",
        r#"{"deny_paths": ["/no"]}"#,
        "acl acl_deny_path_s path_beg -i /no/",
    ),
    (
        "timeout.server",
        r#"{"timeout": {"server": 7}}"#,
        "timeout server 7s",
    ),
    (
        "timeout.connect",
        r#"{"timeout": {"connect": 7}}"#,
        "timeout connect 7s",
    ),
    (
        "timeout.queue",
        r#"{"timeout": {"queue": 7}}"#,
        "timeout queue 7s",
    ),
    ("server_maxconn", r#"{"server_maxconn": 7}"#, " maxconn 7"),
    (
        "http_server_close",
        r#"{"http_server_close": true}"#,
        "option http-server-close",
    ),
    (
        "allow_http",
        r#"{"allow_http": true}"#,
        "http-request set-var(txn.allow_http) bool(true) if acl_host_s",
    ),
    (
        "external_grpc_port",
        r#"{"external_grpc_port": 50051, "protocol": "https"}"#,
        "bind [::]:50051 v4v6 ssl crt /var/lib/haproxy/certs alpn h2",
    ),
];

/// The fields of `haproxy-route-tcp`.
const TCP: &[Case] = &[
    ("port", r#"{"port": 5001}"#, "bind [::]:5001 v4v6"),
    (
        "backend_port",
        r#"{"port": 5000, "backend_port": 81}"#,
        "server app-0 10.0.0.1:81",
    ),
    (
        "port_mapping",
        r#"{"port": null, "port_mapping": "6000-6009:7000-7009"}"#,
        "set-dst-port dst_port,add(1000)",
    ),
    (
        "sni",
        r#"{"sni": "a.example"}"#,
        "acl is_app_5000_5000 ssl_fc_sni -i a.example",
    ),
    (
        "hosts",
        r#"{"hosts": ["10.9.9.9"]}"#,
        "server app-0 10.9.9.9:5000",
    ),
    (
        "check.interval",
        r#"{"check": {"interval": 7, "rise": 8, "fall": 9}}"#,
        " check inter 7s",
    ),
    (
        "check.rise",
        r#"{"check": {"interval": 7, "rise": 8, "fall": 9}}"#,
        " rise 8",
    ),
    (
        "check.fall",
        r#"{"check": {"interval": 7, "rise": 8, "fall": 9}}"#,
        " fall 9",
    ),
    (
        "check.check_type",
        r#"{"check": {"interval": 7, "rise": 8, "fall": 9, "check_type": "redis"}}"#,
        "option redis-check",
    ),
    (
        "check.send",
        r#"{"check": {"interval": 7, "rise": 8, "fall": 9, "check_type": "generic", "send": "hi"}}"#,
        "tcp-check send hi",
    ),
    (
        "check.expect",
        r#"{"check": {"interval": 7, "rise": 8, "fall": 9, "check_type": "generic", "expect": "hi"}}"#,
        "tcp-check expect string hi",
    ),
    (
        "check.db_user",
        r#"{"check": {"interval": 7, "rise": 8, "fall": 9, "check_type": "mysql", "db_user": "me"}}"#,
        "option mysql-check user me",
    ),
    (
        "load_balancing.algorithm",
        r#"{"load_balancing": {"algorithm": "roundrobin"}}"#,
        "balance roundrobin",
    ),
    (
        "load_balancing.consistent_hashing",
        r#"{"load_balancing": {"algorithm": "source", "consistent_hashing": true}}"#,
        "hash-type consistent",
    ),
    (
        "rate_limit.connections_per_minute",
        r#"{"rate_limit": {"connections_per_minute": 33}}"#,
        "rate_limit) gt 33 }",
    ),
    (
        "rate_limit.policy",
        r#"{"rate_limit": {"connections_per_minute": 33, "policy": "silent-drop"}}"#,
        "tcp-request content silent-drop if",
    ),
    (
        "bandwidth_limit.upload",
        r#"{"bandwidth_limit": {"upload": 5000}}"#,
        "filter bwlim-in upload default-limit 5000 default-period 1s",
    ),
    (
        "bandwidth_limit.download",
        r#"{"bandwidth_limit": {"download": 5000}}"#,
        "filter bwlim-out download default-limit 5000 default-period 1s",
    ),
    ("retry.count", r#"{"retry": {"count": 9}}"#, "retries 9"),
    (
        "retry.redispatch",
        r#"{"retry": {"count": 9, "redispatch": true}}"#,
        "option redispatch",
    ),
    (
        "timeout.server",
        r#"{"timeout": {"server": 7, "connect": 8, "queue": 9}}"#,
        "timeout server 7s",
    ),
    (
        "timeout.connect",
        r#"{"timeout": {"server": 7, "connect": 8, "queue": 9}}"#,
        "timeout connect 8s",
    ),
    (
        "timeout.queue",
        r#"{"timeout": {"server": 7, "connect": 8, "queue": 9}}"#,
        "timeout queue 9s",
    ),
    ("server_maxconn", r#"{"server_maxconn": 7}"#, " maxconn 7"),
    (
        "ip_deny_list",
        r#"{"ip_deny_list": ["192.0.2.1"]}"#,
        "tcp-request content reject if { src 192.0.2.1 }",
    ),
    (
        "enforce_tls",
        r#"{"enforce_tls": true, "tls_terminate": false}"#,
        "tcp-request content reject unless { req_ssl_hello_type 1 }",
    ),
    (
        "tls_terminate",
        r#"{"tls_terminate": true}"#,
        " ssl crt /var/lib/haproxy/certs",
    ),
    (
        "proxy_protocol",
        r#"{"proxy_protocol": true}"#,
        " send-proxy-v2",
    ),
];

/// Fields of which HAProxy has no setting.
const SILENT: [&str; 1] = ["retry.interval"];

/// What a provider of this version renders for the data.
fn lines(schema: Schema, fields: &Value) -> Vec<String> {
    let relation = relation_of(1, schema.interface().name(), fields);
    let relations = Value::Object([relation].into_iter().collect());
    let relations = Relation::read_all(relations.to_string().as_bytes()).unwrap();
    let mut collection = CollectionOptions {
        external_hostname: Some("example.com".to_owned()),
        ..CollectionOptions::default()
    };
    match schema.interface() {
        Interface::Route => collection.route = schema,
        Interface::Tcp => collection.tcp = schema,
    }
    let rendering = render(&Collection::new(&relations, &collection), &options());
    assert!(
        rendering.refused.is_empty(),
        "{schema} {fields}: {:?}",
        rendering.refused
    );
    lines_of(&rendering, 1)
}

/// The data without any field that need not be there.
fn least(schema: Schema) -> Value {
    match schema.interface() {
        Interface::Route => json!({ "service": "s", "ports": [80] }),
        // TLS is not asked for, so that a test of what is shows a difference.
        Interface::Tcp => json!({ "port": 5000, "enforce_tls": false, "tls_terminate": false }),
    }
}

fn with(schema: Schema, case: &Case) -> Value {
    let mut all = least(schema);
    let fields: Value = serde_json::from_str(case.1).unwrap();
    let all_fields = all.as_object_mut().unwrap();
    if case.0 == "sni" {
        all_fields.clear();
        all_fields.insert("port".to_owned(), 5000.into());
    }
    all_fields.extend(fields.as_object().unwrap().clone());
    all_fields.retain(|_, value| !value.is_null());
    all
}

/// The paths of all fields that hold no others.
fn paths(schema: &Value, path: &str, found: &mut Vec<String>) {
    let schema = schema
        .pointer("/anyOf/0")
        .filter(|_| schema.get("type").is_none())
        .unwrap_or(schema);
    let items = schema.get("items");
    if let Some(items) = items.filter(|items| items.get("properties").is_some()) {
        return paths(items, &format!("{path}[]"), found);
    }
    let Some(properties) = schema.get("properties").and_then(Value::as_object) else {
        return found.push(path.to_owned());
    };
    for (name, property) in properties {
        let separator = if path.is_empty() { "" } else { "." };
        paths(property, &format!("{path}{separator}{name}"), found);
    }
}

#[test]
fn every_field_of_every_version_renders_its_line() {
    for schema in Schema::ALL {
        let (cases, json_schema) = match schema.interface() {
            Interface::Route => (ROUTE, RequirerApplicationData::json_schema(schema)),
            Interface::Tcp => (TCP, TcpRequirerApplicationData::json_schema(schema)),
        };
        let mut fields = Vec::new();
        paths(&json_schema, "", &mut fields);
        let before = lines(schema, &least(schema));
        for field in fields
            .iter()
            .filter(|field| !SILENT.contains(&field.as_str()))
        {
            let case = cases.iter().find(|(name, _, _)| name == field);
            let case = case.unwrap_or_else(|| panic!("{schema}: nothing tests {field}"));
            let has_line = |lines: &[String]| lines.iter().any(|line| line.contains(case.2));
            let after = lines(schema, &with(schema, case));
            assert!(
                has_line(&after),
                "{schema}: {field} makes no line {}: {after:#?}",
                case.2
            );
            assert!(
                !has_line(&before),
                "{schema}: {field} shows nothing: {before:#?}"
            );
        }
    }
}
