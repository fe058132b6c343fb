//! The JSON Schema of each version.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use haproxy_route::{Interface, Schema};
use serde_json::{Value, json};

#[test]
fn schemas_have_names() {
    for schema in Schema::ALL {
        assert_eq!(schema.name().parse(), Ok(schema));
        assert_eq!(
            Schema::of(schema.interface(), schema.version()),
            Some(schema)
        );
    }
    assert_eq!(
        "route-v3".parse::<Schema>().unwrap_err().to_string(),
        "no schema 'route-v3'; there are route-v0, route-v1, route-v2, tcp-v0, tcp-v1, ingress-v2, \
         ingress-per-unit-v1, policy-v0, spoe-auth-v0 and ddos-protection-v0"
    );
}

#[test]
fn fields_are_those_of_the_version() {
    let names = |schema: Schema, pointer: &str| -> Vec<String> {
        let json = schema.json_schema();
        let properties = json
            .pointer(pointer)
            .unwrap()
            .pointer("/properties")
            .unwrap();
        properties.as_object().unwrap().keys().cloned().collect()
    };
    let application = "/properties/requirer/properties/application";
    let old = [
        "service",
        "ports",
        "paths",
        "subdomains",
        "rewrites",
        "check",
        "load_balancing",
        "rate_limit",
        "bandwidth_limit",
        "retry",
        "deny_paths",
        "timeout",
        "server_maxconn",
    ];
    assert_eq!(names(Schema::RouteV0, application), old);
    assert_eq!(
        names(Schema::RouteV1, application),
        names(Schema::RouteV2, application)
    );
    assert_eq!(names(Schema::RouteV2, application).len(), 19);
    assert_eq!(names(Schema::TcpV0, application).len(), 14);
    assert_eq!(names(Schema::TcpV1, application).len(), 16);
    let of_routes =
        |schema: &Schema| matches!(schema.interface(), Interface::Route | Interface::Tcp);
    for schema in Schema::ALL.into_iter().filter(of_routes) {
        assert_eq!(
            names(schema, "/properties/requirer/properties/unit"),
            ["address"]
        );
        assert_eq!(
            names(schema, "/properties/provider/properties/application"),
            ["endpoints"]
        );
    }
    assert_eq!(
        names(Schema::IngressV2, application),
        ["model", "name", "port", "strip-prefix"]
    );
    let retry = [application, "/properties/retry/anyOf/0"].concat();
    assert_eq!(
        names(Schema::RouteV0, &retry),
        ["count", "interval", "redispatch"]
    );
    assert_eq!(names(Schema::RouteV2, &retry), ["count", "redispatch"]);
}

#[test]
fn a_field_says_what_it_takes_and_what_it_stands_for() {
    let field = |schema: Schema, name: &str| -> Value {
        let json = schema.json_schema();
        let pointer = format!("/properties/requirer/properties/application/properties/{name}");
        json.pointer(&pointer).unwrap().clone()
    };
    assert_eq!(
        field(Schema::RouteV2, "external_grpc_port"),
        json!({
            "anyOf": [{ "type": "integer", "minimum": 1, "maximum": 65535 }, { "type": "null" }],
            "description": "The port of the proxy on which gRPC is taken for this service.",
            "default": null,
        })
    );
    assert_eq!(
        field(Schema::RouteV0, "check/properties/interval"),
        json!({ "type": "integer", "description": "Seconds between two checks.", "default": 60 })
    );
    assert_eq!(
        field(
            Schema::TcpV1,
            "load_balancing/anyOf/0/properties/algorithm/enum"
        ),
        json!(["leastconn", "source", "roundrobin"])
    );
    assert_eq!(
        field(Schema::TcpV1, "timeout/anyOf/0/required"),
        json!(["server", "connect", "queue"])
    );
}
