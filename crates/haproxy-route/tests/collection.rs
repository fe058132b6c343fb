//! All requirers of a provider: who gets a route, and who gets a reason.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::fmt::Write as _;

use haproxy_route::{Collection, CollectionOptions, Relation, Schema, TcpListener};
use serde_json::{Map, Value, json};

/// A relation with one unit at 10.0.0.ID.
fn relation(id: u64, fields: &Value) -> (String, Value) {
    let units = json!({ "app/0": { "address": format!("\"10.0.0.{id}\"") } });
    (
        id.to_string(),
        json!({ "application": databag(fields), "units": units }),
    )
}

fn databag(fields: &Value) -> Value {
    let fields = fields.as_object().unwrap().iter();
    fields
        .map(|(key, value)| (key.clone(), Value::from(value.to_string())))
        .collect::<Map<_, _>>()
        .into()
}

fn http(id: u64, service: &str, more: &Value) -> (String, Value) {
    let mut fields = json!({ "service": service, "ports": [80] });
    fields
        .as_object_mut()
        .unwrap()
        .extend(more.as_object().unwrap().clone());
    relation(id, &fields)
}

fn collect(
    relations: impl IntoIterator<Item = (String, Value)>,
    options: &CollectionOptions,
) -> Collection {
    let relations = Value::Object(relations.into_iter().collect());
    Collection::new(
        &Relation::read_all(relations.to_string().as_bytes()).unwrap(),
        options,
    )
}

fn options() -> CollectionOptions {
    CollectionOptions {
        external_hostname: Some("example.com".to_owned()),
        ..CollectionOptions::default()
    }
}

/// Who is served, and who is refused with what reasons.
fn story<const N: usize>(relations: [(String, Value); N]) -> String {
    story_of(&collect(relations, &options()))
}

fn story_of(collection: &Collection) -> String {
    let mut story = String::new();
    for service in &collection.services {
        writeln!(
            story,
            "{} http {}",
            service.relation_id, service.data.service
        )
        .unwrap();
    }
    for listener in &collection.tcp_listeners {
        let TcpListener {
            ports,
            default,
            relation_ids,
            tls_terminate,
        } = listener;
        let tls = if *tls_terminate { "terminate" } else { "pass" };
        writeln!(
            story,
            "{relation_ids:?} tcp {ports} default {default:?} tls {tls}"
        )
        .unwrap();
    }
    for id in collection.refused.keys() {
        writeln!(story, "{id} refused: {}", collection.reasons(*id).unwrap()).unwrap();
    }
    story
}

#[test]
fn a_bad_relation_costs_nobody_else_the_route() {
    let bad_unit = json!({
        "application": databag(&json!({ "service": "b", "ports": [80], "hosts": "x" })),
        "units": { "b/10": { "address": "\"b\"" }, "b/9": { "address": "1.2.3.4" }, "b/1": {} },
    });
    assert_eq!(
        story([
            http(12, "late", &json!({})),
            ("3".to_owned(), bad_unit),
            http(1, "a", &json!({ "paths": "/a" })),
            http(2, "c", &json!({})),
        ]),
        "2 http c\n12 http late\n\
         1 refused: invalid application data: paths: expected an array, found a string\n\
         3 refused: invalid application data: hosts: expected an array, found a string; \
         invalid data of unit b/9: address: not JSON: trailing characters at line 1 column 4; \
         invalid data of unit b/10: address: expected an IPv4 or IPv6 address; networks and host \
         names are none\n"
    );
}

#[test]
fn units_that_have_said_nothing_are_waited_for_but_in_version_0() {
    let fields = databag(&json!({ "service": "a", "ports": [80] }));
    let units = json!({
        "a/10": { "address": "\"10.0.0.10\"" },
        "a/9": { "address": "\"10.0.0.9\"" },
        "a/11": {},
    });
    let relation = (
        "1".to_owned(),
        json!({ "application": fields, "units": units }),
    );
    let collection = collect([relation.clone()], &options());
    let [service] = &collection.services[..] else {
        panic!()
    };
    let addresses: Vec<_> = service
        .addresses()
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(addresses, ["10.0.0.9", "10.0.0.10"]);
    assert_eq!(
        (service.application.as_str(), service.units[0].unit.as_str()),
        ("a", "a/9")
    );

    let version_0 = CollectionOptions {
        route: Schema::RouteV0,
        ..options()
    };
    assert_eq!(
        story_of(&collect([relation], &version_0)),
        "1 refused: invalid data of unit a/11: address: required, but missing\n"
    );
}

#[test]
fn hosts_stand_for_the_units() {
    let collection = collect(
        [http(1, "a", &json!({ "hosts": ["10.9.9.9"] }))],
        &options(),
    );
    let addresses = collection.services[0].addresses();
    assert_eq!(
        addresses
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>(),
        ["10.9.9.9"]
    );
}

#[test]
fn services_of_one_name_are_all_refused() {
    assert_eq!(
        story([
            http(1, "a", &json!({})),
            http(2, "a", &json!({})),
            http(3, "b", &json!({})),
            http(4, "a", &json!({})),
        ]),
        "3 http b\n\
         1 refused: the service 'a' is also that of relations 2, 4\n\
         2 refused: the service 'a' is also that of relations 1, 4\n\
         4 refused: the service 'a' is also that of relations 1, 2\n"
    );
}

#[test]
fn grpc_ports_are_nobody_elses() {
    let grpc = |port: u16| json!({ "protocol": "https", "external_grpc_port": port });
    assert_eq!(
        story([
            http(0, "zero", &json!({ "external_grpc_port": 50000 })),
            http(1, "a", &grpc(50051)),
            http(2, "b", &grpc(50051)),
            http(3, "c", &grpc(50052)),
            http(4, "d", &grpc(50053)),
            http(5, "e", &grpc(8404)),
            relation(6, &json!({ "port": 50053 })),
        ]),
        "3 http c\n\
         0 refused: external_grpc_port needs the protocol 'https'\n\
         1 refused: the gRPC port 50051 is also that of relation 2\n\
         2 refused: the gRPC port 50051 is also that of relation 1\n\
         4 refused: port 50053 is wanted for gRPC and for TCP, also by relation 6\n\
         5 refused: port 8404 is reserved by the provider\n\
         6 refused: port 50053 is wanted for gRPC and for TCP, also by relation 4\n"
    );
}

#[test]
fn http_has_its_ports_where_there_is_an_http_service() {
    let grpc = http(
        1,
        "a",
        &json!({ "protocol": "https", "external_grpc_port": 443 }),
    );
    let tcp = relation(2, &json!({ "port_mapping": "70-90:70-90" }));
    assert_eq!(
        story([grpc.clone(), tcp.clone()]),
        "1 http a\n[2] tcp 70-90 default Some(2) tls terminate\n"
    );
    assert_eq!(
        story([grpc, tcp, http(3, "c", &json!({}))]),
        "3 http c\n\
         1 refused: port 443 is needed for HTTP\n\
         2 refused: port 80 is needed for HTTP\n"
    );
}

#[test]
fn overlapping_ranges_are_refused() {
    let range = |id, text: &str| relation(id, &json!({ "port_mapping": format!("{text}:{text}") }));
    assert_eq!(
        story([
            range(1, "5000-5009"),
            range(2, "5009-5019"),
            range(3, "5001-5002"),
            range(4, "5020-5029"),
            range(5, "8400-8410"),
        ]),
        "[4] tcp 5020-5029 default Some(4) tls terminate\n\
         1 refused: the ports 5000-5009 overlap those of relations 2, 3\n\
         2 refused: the ports 5009-5019 overlap those of relation 1\n\
         3 refused: the ports 5001-5002 overlap those of relation 1\n\
         5 refused: port 8404 is reserved by the provider\n"
    );
}

#[test]
fn single_ports_are_shared_by_server_name_from_version_1_on() {
    let tcp = |id, more: &Value| {
        let mut fields = json!({ "port": 9000 });
        fields
            .as_object_mut()
            .unwrap()
            .extend(more.as_object().unwrap().clone());
        relation(id, &fields)
    };
    let relations = [
        tcp(1, &json!({ "sni": "a.example" })),
        tcp(2, &json!({ "sni": "b.example" })),
        tcp(3, &json!({})),
        tcp(4, &json!({ "sni": "d.example", "tls_terminate": false })),
    ];
    assert_eq!(
        story(relations.clone()),
        "[1, 2] tcp 9000 default None tls terminate\n\
         3 refused: port 9000 is shared with relations 1, 2, 4: sni and enforce_tls are needed\n\
         4 refused: port 9000 is shared with relations 1, 2, where TLS ends at the proxy: \
         tls_terminate must be the same\n"
    );
    let version_0 = CollectionOptions {
        tcp: Schema::TcpV0,
        ..options()
    };
    let [one, two, ..] = relations;
    assert_eq!(
        story_of(&collect([one, two], &version_0)),
        "1 refused: the ports 9000 overlap those of relation 2\n\
         2 refused: the ports 9000 overlap those of relation 1\n"
    );
    assert_eq!(
        story([tcp(1, &json!({}))]),
        "[1] tcp 9000 default Some(1) tls terminate\n"
    );
    assert_eq!(
        story([tcp(
            1,
            &json!({ "sni": "a.example", "tls_terminate": false })
        )]),
        "[1] tcp 9000 default None tls pass\n"
    );
    assert_eq!(
        story([tcp(1, &json!({})), tcp(2, &json!({ "enforce_tls": false }))]),
        "1 refused: port 9000 is shared with relation 2: sni and enforce_tls are needed\n\
         2 refused: port 9000 is shared with relation 1: sni and enforce_tls are needed\n"
    );
}

#[test]
fn single_ports_join_the_range_that_has_them() {
    assert_eq!(
        story([
            relation(
                1,
                &json!({ "port_mapping": "9000-9009:1-10", "tls_terminate": false })
            ),
            relation(
                2,
                &json!({ "port": 9005, "sni": "b.example", "tls_terminate": false })
            ),
            relation(3, &json!({ "port": 9005 })),
            relation(4, &json!({ "port": 9006, "sni": "d.example" })),
            relation(5, &json!({ "port": 9010 })),
        ]),
        "[1, 2] tcp 9000-9009 default Some(1) tls pass\n\
         [5] tcp 9010 default Some(5) tls terminate\n\
         3 refused: port 9005 is shared with relations 1, 2, 4: sni and enforce_tls are needed\n\
         4 refused: port 9006 is shared with relations 1, 2, where TLS passes through: \
         tls_terminate must be the same\n"
    );
}

#[test]
fn what_the_provider_lacks_is_told() {
    let none = CollectionOptions {
        has_ca_bundle: false,
        approved_services: Some(["a".to_owned(), "b".to_owned()].into()),
        ..CollectionOptions::default()
    };
    let relations = [
        http(1, "a", &json!({})),
        http(
            2,
            "b",
            &json!({ "hostname": "b.example", "protocol": "https" }),
        ),
        http(3, "c", &json!({ "hostname": "c.example" })),
    ];
    assert_eq!(
        story_of(&collect(relations.clone(), &none)),
        "1 refused: no host name: set hostname, or the external host name of the provider\n\
         2 refused: the protocol 'https' needs a CA bundle, which the provider has not got\n\
         3 refused: the service 'c' is not approved\n"
    );
    assert_eq!(story(relations), "1 http a\n2 http b\n3 http c\n");
}

#[test]
fn requirers_of_version_0_are_understood() {
    let fields = json!({ "subdomains": ["www"], "check": { "interval": 5 } });
    let collection = collect([http(1, "a", &fields)], &options());
    let data = &collection.services[0].data;
    assert_eq!(data.hostname.as_deref(), Some("www.example.com"));
    assert_eq!(data.check.as_ref().unwrap().fall, Some(3.into()));
}

#[test]
fn what_is_shared_is_warned_of() {
    let path = |path: &str| json!({ "hostname": "A.example", "paths": [path] });
    let named = json!({ "port": 9000, "sni": "a.example" });
    let collection = collect(
        [
            http(1, "a", &path("/x/")),
            http(
                2,
                "b",
                &json!({ "hostname": "b.example", "additional_hostnames": ["a.example"], "paths": ["/x"] }),
            ),
            http(3, "c", &path("/y")),
            http(4, "d", &json!({ "hostname": "a.example" })),
            http(
                5,
                "e",
                &json!({ "protocol": "https", "external_grpc_port": 1, "hostname": "a.example" }),
            ),
            relation(6, &named),
            relation(7, &named),
        ],
        &options(),
    );
    let warnings: Vec<_> = collection
        .warnings
        .iter()
        .flat_map(|(id, warnings)| {
            warnings
                .iter()
                .map(move |warning| format!("{id}: {warning}"))
        })
        .collect();
    assert_eq!(
        warnings,
        [
            "1: a.example/x is also that of relation 2",
            "2: a.example/x is also that of relation 1",
            "6: a.example on 9000 is also that of relation 7",
            "7: a.example on 9000 is also that of relation 6",
        ]
    );
    assert!(collection.refused.is_empty());
}
