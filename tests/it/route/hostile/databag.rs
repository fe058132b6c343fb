//! Databags of requirers.

use haproxy_route::{Databag, Interface, Relation};
use proptest::collection::btree_map;
use proptest::prelude::*;
use proptest::sample::select;

use super::value::{
    address, bool, domain, json, list, name, number, numbers, object, path, text, words,
};

/// What both interfaces have.
fn shared_fields() -> Vec<(&'static str, BoxedStrategy<String>)> {
    let rate_limit = object(vec![
        ("connections_per_minute", number().boxed()),
        ("policy", words(&["deny", "reject", "silent-drop"])),
    ]);
    let retry = object(vec![("count", number().boxed()), ("redispatch", bool())]);
    vec![
        ("hosts", list(address(), 4).boxed()),
        ("rate_limit", rate_limit),
        ("bandwidth_limit", numbers(&["upload", "download"])),
        ("retry", retry),
        ("timeout", numbers(&["server", "connect", "queue"])),
        ("server_maxconn", number().boxed()),
    ]
}

fn route_fields() -> Vec<(&'static str, BoxedStrategy<String>)> {
    let rewrite = object(vec![
        ("method", words(&["set-path", "set-query", "set-header"])),
        ("expression", json(text()).boxed()),
        ("header", json(name()).boxed()),
    ]);
    let check = prop_oneof![
        object(vec![
            ("interval", Just("5".to_owned()).boxed()),
            ("rise", Just("2".to_owned()).boxed()),
            ("fall", number().boxed()),
            ("path", json(path()).boxed()),
            ("port", number().boxed()),
        ]),
        object(vec![("path", json(path()).boxed())]),
    ];
    let balancing = object(vec![
        (
            "algorithm",
            words(&["cookie", "source", "leastconn", "roundrobin"]),
        ),
        ("cookie", json(name()).boxed()),
        ("consistent_hashing", bool()),
    ]);
    let mut fields = vec![
        ("paths", list(json(path()), 70).boxed()),
        ("deny_paths", list(json(path()), 4).boxed()),
        ("subdomains", list(json(name()), 3).boxed()),
        ("hostname", json(domain()).boxed()),
        ("additional_hostnames", list(json(domain()), 4).boxed()),
        ("protocol", words(&["http", "https"])),
        ("rewrites", list(rewrite, 3).boxed()),
        ("check", check.boxed()),
        ("load_balancing", balancing),
        ("http_server_close", bool()),
        ("allow_http", bool()),
        ("external_grpc_port", number().boxed()),
    ];
    fields.extend(shared_fields());
    fields
}

fn tcp_fields() -> Vec<(&'static str, BoxedStrategy<String>)> {
    let types = ["generic", "mysql", "postgres", "redis", "smtp"];
    let check = (
        select(types.to_vec()),
        text(),
        text(),
        prop::option::of(name()),
        number(),
    );
    let check = check.prop_map(|(kind, send, expect, user, number)| {
        let mut check = serde_json::json!({ "interval": 5, "rise": 2, "check_type": kind });
        check["fall"] = serde_json::from_str(&number).unwrap();
        if kind == "generic" {
            check["send"] = send.into();
            check["expect"] = expect.into();
        } else if let (Some(user), "mysql" | "postgres") = (user, kind) {
            check["db_user"] = user.into();
        }
        check.to_string()
    });
    let balancing = object(vec![
        ("algorithm", words(&["source", "leastconn", "roundrobin"])),
        ("consistent_hashing", bool()),
    ]);
    let ports = prop_oneof![
        Just(String::new()),
        (1_u16..13_000, 1_u16..13_000, 0_u16..300).prop_map(|(front, back, count)| {
            format!("{front}-{}:{back}-{}", front + count, back + count)
        }),
        text(),
    ];
    let mut fields = vec![
        ("backend_port", number().boxed()),
        ("port_mapping", json(ports).boxed()),
        ("sni", json(domain()).boxed()),
        ("check", check.boxed()),
        ("load_balancing", balancing),
        ("ip_deny_list", list(address(), 90).boxed()),
        ("enforce_tls", bool()),
        ("tls_terminate", bool()),
        ("proxy_protocol", bool()),
    ];
    fields.extend(shared_fields());
    fields
}

/// Some of these fields, and now and then one of another type or no JSON at all.
pub(super) fn databag(
    required: Vec<(&'static str, BoxedStrategy<String>)>,
    fields: Vec<(&'static str, BoxedStrategy<String>)>,
) -> impl Strategy<Value = Databag> {
    let names: Vec<_> = required
        .iter()
        .chain(&fields)
        .map(|(name, _)| *name)
        .collect();
    let required = required
        .into_iter()
        .map(|(name, value)| value.prop_map(move |value| Some((name, value))).boxed());
    let optional = fields.into_iter().map(|(name, value)| {
        prop::option::weighted(0.2, value)
            .prop_map(move |value| value.map(|value| (name, value)))
            .boxed()
    });
    let odd = prop_oneof![
        text(),
        select(
            &[
                "[]",
                "{}",
                "null",
                "7",
                "[null]",
                "\"\"",
                "{\"a\": {}}",
                "[[]]"
            ][..]
        )
        .prop_map(str::to_owned)
    ];
    let odd = prop::option::weighted(0.1, (select(names), odd));
    (required.chain(optional).collect::<Vec<_>>(), odd).prop_map(|(fields, odd)| {
        let mut databag: Databag = fields.into_iter().flatten().collect();
        if let Some((name, text)) = odd {
            databag.insert(name, text);
        }
        databag
    })
}

pub(super) fn relation(id: u64) -> impl Strategy<Value = Relation> {
    let service = prop_oneof![3 => Just(format!("s{id}")), 1 => text()];
    let route = databag(
        vec![
            ("service", json(service).boxed()),
            ("ports", list(number(), 3).boxed()),
        ],
        route_fields(),
    );
    let tcp = databag(vec![("port", number().boxed())], tcp_fields());
    let application_data = prop_oneof![
        3 => route.prop_map(|databag| (Interface::Route, databag)),
        2 => tcp.prop_map(|databag| (Interface::Tcp, databag)),
    ];
    let application = prop_oneof![3 => Just("app".to_owned()), 1 => text()];
    let units = btree_map(0_u32..12, address(), 0..4);
    (application_data, application, units).prop_map(
        move |((interface, application_data), application, units)| {
            let unit = |(number, address): (u32, String)| {
                let databag = Databag::from_iter([("address", address)]);
                (format!("{application}/{number}"), databag)
            };
            Relation {
                id,
                interface,
                application_data,
                units: units.into_iter().map(unit).collect(),
                application: application.clone(),
            }
        },
    )
}
