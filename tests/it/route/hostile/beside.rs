//! What comes over other relations than those of requirers.

use std::net::IpAddr;

use haproxy_route::{
    Databag, DdosLimits, Ingress, IngressUnit, Interface, PolicyService, RateLimitPolicy, Relation,
    SpoeAuthentication, VariableScope,
};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::databag::databag;
use super::value::{address, bool, domain, json, list, name, number, path, text, words};

fn host() -> impl Strategy<Value = String> + Clone {
    prop_oneof![
        any::<u32>().prop_map(|bits| std::net::Ipv4Addr::from(bits).to_string()),
        Just("::1".to_owned()),
        Just("nobody.invalid".to_owned()),
        text(),
    ]
}

pub(super) fn policy() -> impl Strategy<Value = PolicyService> {
    (name(), name(), 1_u16..).prop_map(|(model, application, port)| PolicyService {
        relation_id: 80,
        model,
        application,
        port,
        addresses: vec![IpAddr::from([10, 5, 0, 1])],
    })
}

pub(super) fn agent() -> impl Strategy<Value = SpoeAuthentication> {
    let event = prop_oneof![3 => Just("on-frontend-http-request".to_owned()), 1 => text()];
    let names = (name(), name(), name(), name());
    (domain(), path(), event, names).prop_map(|(hostname, callback_path, event, names)| {
        let (message, cookie, authenticated_variable, redirect_variable) = names;
        SpoeAuthentication {
            relation_id: 81,
            hostname,
            addresses: vec![IpAddr::from([10, 6, 0, 1])],
            spop_port: 8081,
            callback_port: 5000,
            callback_path,
            message,
            event,
            cookie,
            scope: VariableScope::Transaction,
            authenticated_variable,
            redirect_variable,
        }
    })
}

pub(super) fn limits() -> impl Strategy<Value = DdosLimits> {
    let policy = || {
        prop::option::of(select(
            &[
                RateLimitPolicy::Deny,
                RateLimitPolicy::Reject,
                RateLimitPolicy::SilentDrop,
            ][..],
        ))
    };
    let most = || prop::option::of(any::<u32>());
    let most = (most(), most(), most(), most(), most());
    let status = prop::option::of(prop_oneof![200_u16..600, any::<u16>()]);
    (most, policy(), policy(), status, vec(path(), 0..4)).prop_map(
        |(most, tcp_policy, http_policy, deny_status, denied_paths)| DdosLimits {
            connections_per_minute: most.0,
            concurrent_connections: most.1,
            errors_per_minute: most.2,
            requests_per_minute: most.3,
            client_timeout: most.4,
            tcp_policy,
            http_policy,
            deny_status,
            allowed: vec!["10.0.0.0/8".parse().unwrap()],
            denied_paths,
            ..DdosLimits::default()
        },
    )
}

pub(super) fn ingresses() -> impl Strategy<Value = (Vec<Ingress>, Vec<IngressUnit>)> {
    let port = || (0_u32..70_000).prop_map(haproxy_route::Integer::from);
    let application = (
        0_u64..9,
        name(),
        name(),
        port(),
        any::<bool>(),
        vec(host(), 0..4),
    );
    let application = application.prop_map(
        |(relation_id, model, application, port, strip_prefix, hosts)| Ingress {
            relation_id,
            model,
            application,
            port,
            strip_prefix,
            hosts,
        },
    );
    let unit = (
        0_u64..9,
        name(),
        (name(), any::<u8>()),
        port(),
        any::<bool>(),
        host(),
    );
    let unit = unit.prop_map(
        |(relation_id, model, (application, number), port, strip_prefix, host)| IngressUnit {
            relation_id,
            model,
            unit: format!("{application}/{number}"),
            port,
            strip_prefix,
            host,
        },
    );
    let some = |is_asked: bool| if is_asked { 1..4 } else { 0..1 };
    let asked = select(&[(true, false), (false, true), (false, false), (false, false)][..]);
    asked.prop_flat_map(move |(applications, units)| {
        let applications = vec(application.clone(), some(applications));
        (applications, vec(unit.clone(), some(units)))
    })
}

/// Applications or units below paths, by what they say over their relations.
pub(super) fn below_paths() -> impl Strategy<Value = Vec<Relation>> {
    let application = databag(
        vec![
            ("model", json(name()).boxed()),
            ("name", json(name()).boxed()),
            ("port", number().boxed()),
        ],
        vec![("strip-prefix", bool())],
    );
    let host_of_unit = databag(
        vec![("host", json(host()).boxed())],
        vec![("ip", address().boxed())],
    );
    let applications = vec((application, host_of_unit), 1..4);
    let unit_name = prop_oneof![
        3 => (name(), any::<u8>()).prop_map(|(name, number)| format!("{name}/{number}")),
        1 => text()
    ];
    // Texts as they are, no JSON.
    let unit = databag(
        vec![
            ("model", name().boxed()),
            ("name", unit_name.boxed()),
            ("host", host().boxed()),
            ("port", number().boxed()),
        ],
        vec![
            (
                "mode",
                prop_oneof![3 => Just("http".to_owned()), 1 => text()].boxed(),
            ),
            ("strip-prefix", prop_oneof![bool(), text().boxed()].boxed()),
        ],
    );
    let units = vec((Just(Databag::default()), unit), 1..4);
    let relations = |interface: Interface, databags: Vec<(Databag, Databag)>| {
        let databags = (1..).zip(databags);
        databags
            .map(|(id, (application, unit))| relation(id, interface, application, unit))
            .collect()
    };
    prop_oneof![
        2 => Just(Vec::new()),
        1 => applications.prop_map(move |all| relations(Interface::Ingress, all)),
        1 => units.prop_map(move |all| relations(Interface::IngressPerUnit, all)),
    ]
}

/// An agent and limits, by what they say over their relations.
pub(super) fn relations() -> impl Strategy<Value = Vec<Relation>> {
    let agent = databag(
        vec![
            ("spop_port", number().boxed()),
            ("oidc_callback_port", number().boxed()),
            ("event", prop_oneof![3 => Just("\"on-frontend-http-request\"".to_owned()), 1 => json(text())].boxed()),
            ("message_name", json(name()).boxed()),
            ("var_authenticated", json(name()).boxed()),
            ("var_redirect_url", json(name()).boxed()),
            ("cookie_name", json(name()).boxed()),
            ("hostname", json(domain()).boxed()),
        ],
        vec![("oidc_callback_path", json(path()).boxed())],
    );
    let policy = prop_oneof![
        words(&["deny", "deny 429", "reject", "silent-drop"]),
        json(text()),
    ];
    let network = prop_oneof![3 => address(), 1 => json(text())];
    let limits = databag(
        Vec::new(),
        vec![
            ("rate_limit_requests_per_minute", number().boxed()),
            ("rate_limit_connections_per_minute", number().boxed()),
            ("concurrent_connections_limit", number().boxed()),
            ("error_rate_per_minute", number().boxed()),
            ("limit_policy_http", policy.boxed()),
            ("limit_policy_tcp", words(&["reject", "silent-drop"])),
            ("ip_allow_list", list(network, 3).boxed()),
            ("http_request_timeout", number().boxed()),
            ("http_keepalive_timeout", number().boxed()),
            ("client_timeout", number().boxed()),
            ("deny_paths", list(json(path()), 3).boxed()),
        ],
    );
    let agent = (agent, address()).prop_map(|(application_data, address)| {
        let unit = Databag::from_iter([("address", address)]);
        relation(85, Interface::SpoeAuth, application_data, unit)
    });
    let limits = limits.prop_map(|application_data| {
        relation(
            86,
            Interface::DdosProtection,
            application_data,
            Databag::default(),
        )
    });
    let some = prop::option::weighted(0.2, agent);
    (some, prop::option::weighted(0.2, limits))
        .prop_map(|(agent, limits)| agent.into_iter().chain(limits).collect())
}

/// A relation that is fine, of an interface of what is below paths.
pub(super) fn good_below_path(id: u64, interface: Interface) -> Relation {
    if interface == Interface::Ingress {
        let application = [
            ("model", "\"m\""),
            ("name", "\"good-one\""),
            ("port", "8080"),
        ];
        let unit = [("host", "\"10.7.0.1\"")];
        return relation(
            id,
            interface,
            application.into_iter().collect(),
            unit.into_iter().collect(),
        );
    }
    let unit = [
        ("model", "m"),
        ("name", "good-one/0"),
        ("host", "10.7.0.1"),
        ("port", "8080"),
    ];
    relation(
        id,
        interface,
        Databag::default(),
        unit.into_iter().collect(),
    )
}

fn relation(id: u64, interface: Interface, application_data: Databag, unit: Databag) -> Relation {
    Relation {
        id,
        interface,
        application: "beside".to_owned(),
        application_data,
        units: [("beside/0".to_owned(), unit)].into_iter().collect(),
    }
}
