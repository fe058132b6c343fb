//! Databags of anybody: nothing panics, and what is taken stays what it is.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use haproxy_route::{
    Collection, CollectionOptions, Databag, Interface, Relation, RequirerApplicationData,
    RequirerUnitData, Schema, TcpRequirerApplicationData, detect_version,
};
use proptest::collection::{hash_map, vec};
use proptest::prelude::*;

const KEYS: [&str; 33] = [
    "service",
    "ports",
    "paths",
    "subdomains",
    "hostname",
    "additional_hostnames",
    "protocol",
    "hosts",
    "rewrites",
    "check",
    "load_balancing",
    "rate_limit",
    "bandwidth_limit",
    "retry",
    "deny_paths",
    "timeout",
    "server_maxconn",
    "http_server_close",
    "allow_http",
    "external_grpc_port",
    "port",
    "backend_port",
    "port_mapping",
    "sni",
    "ip_deny_list",
    "enforce_tls",
    "tls_terminate",
    "proxy_protocol",
    "address",
    "endpoints",
    "private-address",
    "",
    "\u{1F600}",
];

const FIELDS: [&str; 20] = [
    "interval",
    "rise",
    "fall",
    "path",
    "port",
    "algorithm",
    "cookie",
    "consistent_hashing",
    "count",
    "redispatch",
    "server",
    "connect",
    "queue",
    "upload",
    "download",
    "method",
    "expression",
    "header",
    "connections_per_minute",
    "check_type",
];

/// JSON texts, most of them well-formed.
fn text() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        Just("null".to_owned()),
        any::<bool>().prop_map(|value| value.to_string()),
        any::<i128>().prop_map(|value| value.to_string()),
        any::<f64>().prop_map(|value| value.to_string()),
        (0u16..100).prop_map(|value| value.to_string()),
        any::<String>().prop_map(|value| serde_json::to_string(&value).unwrap()),
        prop::sample::select(
            &[
                "\"cookie\"",
                "\"source\"",
                "\"http\"",
                "\"10.0.0.1\"",
                "\"::1%x\"",
                "\"a.example\"",
                "\"set-path\"",
                "\"generic\"",
                "\"80:80\"",
                "\"https://a\"",
                "NaN"
            ][..]
        )
        .prop_map(str::to_owned),
    ];
    let json = leaf.prop_recursive(3, 20, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(|items| format!("[{}]", items.join(","))),
            vec((prop::sample::select(&FIELDS[..]), inner), 0..5).prop_map(|fields| {
                let fields: Vec<_> = fields
                    .iter()
                    .map(|(key, value)| format!("\"{key}\": {value}"))
                    .collect();
                format!("{{{}}}", fields.join(","))
            }),
        ]
    });
    prop_oneof![9 => json, 1 => any::<String>()]
}

fn databag() -> impl Strategy<Value = Databag> {
    hash_map(prop::sample::select(&KEYS[..]), text(), 0..12).prop_map(|mut keys| {
        keys.entry("service")
            .or_insert_with(|| "\"web\"".to_owned());
        keys.entry("ports").or_insert_with(|| "[80]".to_owned());
        keys.into_iter().collect()
    })
}

proptest! {
    #[test]
    fn what_is_taken_stays_what_it_is(databag in databag()) {
        detect_version(&databag);
        for schema in Schema::ALL {
            if let Ok(data) = RequirerApplicationData::load(&databag, schema) {
                prop_assert_eq!(RequirerApplicationData::load(&data.dump(schema), schema), Ok(data.clone()));
                prop_assert_eq!(data.validate(schema), Ok(()));
            }
            if let Ok(data) = TcpRequirerApplicationData::load(&databag, schema) {
                prop_assert_eq!(TcpRequirerApplicationData::load(&data.dump(schema), schema), Ok(data));
            }
            if let Ok(data) = RequirerUnitData::load(&databag, schema) {
                prop_assert_eq!(RequirerUnitData::load(&data.dump(schema), schema), Ok(data));
            }
        }
    }

    /// Every relation is served or refused with a reason, and the order in which they come is of no
    /// account.
    #[test]
    fn nobody_is_forgotten(databags in vec((databag(), any::<bool>()), 0..6)) {
        let relations: Vec<_> = databags
            .into_iter()
            .zip(0..)
            .map(|((application_data, is_tcp), id)| Relation {
                id,
                interface: if is_tcp { Interface::Tcp } else { Interface::Route },
                application: "app".to_owned(),
                application_data,
                units: [("app/0".to_owned(), Databag::from_iter([("address", "\"10.0.0.1\"")]))].into(),
            })
            .collect();
        let options = CollectionOptions {
            external_hostname: Some("example.com".to_owned()),
            ..CollectionOptions::default()
        };
        let collection = Collection::new(&relations, &options);
        let served = collection.services.iter().map(|service| service.relation_id);
        let served = served.chain(collection.tcp_services.iter().map(|service| service.relation_id));
        let mut ids: Vec<_> = served.chain(collection.refused.keys().copied()).collect();
        ids.sort_unstable();
        prop_assert_eq!(ids, (0..relations.len() as u64).collect::<Vec<_>>());
        prop_assert!(collection.refused.values().all(|reasons| !reasons.is_empty()));
        let backwards: Vec<_> = relations.into_iter().rev().collect();
        prop_assert_eq!(Collection::new(&backwards, &options), collection);
    }
}
