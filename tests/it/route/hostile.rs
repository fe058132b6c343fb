//! Relations of anybody: whatever they hold, HAProxy accepts the configuration, and they cost nobody
//! else a line.

use std::net::IpAddr;
use std::thread;

use haproxy_kit_tests::haproxy::Haproxy;
use haproxy_model::language::Printer;
use haproxy_route::{
    Collection, CollectionOptions, Databag, DdosLimits, Ingress, IngressUnit, Interface,
    PolicyService, RateLimitPolicy, Relation, Rendering, RenderingOptions, Schema,
    SpoeAuthentication, VariableScope, render, render_ingress, render_ingress_per_unit,
};
use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::{Config as RunnerConfig, RngAlgorithm, TestRng, TestRunner};

use super::{accepts, certificates, good, options, write_files};

/// How many configurations HAProxy is asked about, where the environment says nothing else.
const CASES: u32 = 300;

/// The variable of the environment with another number of cases.
const CASES_VARIABLE: &str = "HAPROXY_KIT_HOSTILE_CASES";

/// How many hostile relations a provider has at most, where the environment says nothing else; half of
/// them on average.
const RELATIONS: u64 = 6;

/// The variable of the environment with another number of relations.
const RELATIONS_VARIABLE: &str = "HAPROXY_KIT_HOSTILE_RELATIONS";

/// The numbers of the relations that are fine.
const GOOD: [u64; 3] = [90, 91, 92];

/// What a provider is asked by everybody.
#[derive(Debug, Clone)]
struct Case {
    relations: Vec<Relation>,
    schemas: (Schema, Schema),
    policy: Option<PolicyService>,
    agents: Vec<SpoeAuthentication>,
    limits: Option<DdosLimits>,
    plain_prefixes: bool,
    ingresses: Vec<Ingress>,
    units: Vec<IngressUnit>,
}

/// Texts that would do something else where they stood unquoted.
fn text() -> impl Strategy<Value = String> + Clone {
    prop_oneof![
        3 => select(&[
            "web", "s1", "default", "haproxy", "prometheus", "a b", "x\nbackend evil", "x # y", "{ path /x }", "if",
            "-i", "-f", "-f/etc/passwd", "\"", "'", "\\", "a\u{7f}b", "\u{10FF00}{HOME}", "${HOME}", "$HOME", "%[env(HOME)]",
            "%", "%%", "%[", "%[path", "/x if TRUE", "/x if TRUE || own", "/x unless { path -f /x }", "%[path,lower]",
            "%[path,field(1,/)] if { src 10.0.0.0/8 }", "%[path,field(a)]", "%[src,ipmask(99)]", "/x if { path_reg ( }",
            "ü", "*.example.com", "a.example", "", "!", "||", "}", "[::1]", "a,b", "a(b", "a)b", "..", "/../x", ";", "|",
            "/a", "/a/b", "x\u{0}y", "\r\n", "'\"", "haproxy_route_tcp_80", "haproxy_peers", "spoe_auth_80",
            "policy_m_app", "app_80_80", "ddos_protection_ip", "TRUE", "LOCALHOST", "*.b.example", "--", "PING\r\n",
        ][..]).prop_map(str::to_owned),
        1 => any::<String>(),
        1 => "[a-z/{}%,() !|-]{0,12}",
        1 => "[ -~]{200,3000}",
    ]
}

/// Names of which some are names.
fn name() -> impl Strategy<Value = String> + Clone {
    prop_oneof![4 => "[a-z]{1,8}", 1 => text()]
}

fn path() -> impl Strategy<Value = String> {
    prop_oneof![4 => "/[a-z]{0,3}(/[a-z]{1,3}/?)?", 1 => text()]
}

fn domain() -> impl Strategy<Value = String> {
    prop_oneof![6 => r"(\*\.)?[a-z]{1,3}\.example", 1 => text()]
}

fn json(text: impl Strategy<Value = String>) -> impl Strategy<Value = String> {
    text.prop_map(|text| serde_json::Value::from(text).to_string())
}

fn number() -> impl Strategy<Value = String> {
    let odd = [
        "0",
        "-1",
        "65536",
        "2147483647",
        "2147483648",
        "4294967296",
        "99999999999999999999999",
        "true",
        "2.0",
        "\"7\"",
        "null",
    ];
    prop_oneof![
        12 => (1_u16..14_000).prop_map(|number| number.to_string()),
        1 => select(&["80", "443", "8404", "10000"][..]).prop_map(str::to_owned),
        1 => select(odd.to_vec()).prop_map(str::to_owned),
    ]
}

fn address() -> impl Strategy<Value = String> {
    let odd = [
        "\"fe80::1%eth0\"",
        "\"host\"",
        "\"10.0.0.0/8\"",
        "5",
        "\"0.0.0.0\"",
        "\"::\"",
    ];
    prop_oneof![
        9 => any::<u32>().prop_map(|bits| format!("\"{}\"", std::net::Ipv4Addr::from(bits))),
        9 => any::<u128>().prop_map(|bits| format!("\"{}\"", std::net::Ipv6Addr::from(bits))),
        1 => select(odd.to_vec()).prop_map(str::to_owned),
    ]
}

fn list(item: impl Strategy<Value = String>, most: usize) -> impl Strategy<Value = String> {
    vec(item, 0..most).prop_map(|items| format!("[{}]", items.join(",")))
}

/// An object of some of these fields.
fn object(fields: Vec<(&'static str, BoxedStrategy<String>)>) -> BoxedStrategy<String> {
    let fields = fields.into_iter().map(|(name, value)| {
        prop::option::weighted(0.8, value)
            .prop_map(move |value| value.map(|value| format!("\"{name}\": {value}")))
    });
    fields
        .collect::<Vec<_>>()
        .prop_map(|fields| {
            let fields: Vec<_> = fields.into_iter().flatten().collect();
            format!("{{{}}}", fields.join(","))
        })
        .boxed()
}

fn words(words: &[&'static str]) -> BoxedStrategy<String> {
    select(words.to_vec())
        .prop_map(|word| format!("\"{word}\""))
        .boxed()
}

fn bool() -> BoxedStrategy<String> {
    select(&["true", "false"][..])
        .prop_map(str::to_owned)
        .boxed()
}

fn numbers(names: &'static [&'static str]) -> BoxedStrategy<String> {
    object(names.iter().map(|name| (*name, number().boxed())).collect())
}

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
fn databag(
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

fn relation(id: u64) -> impl Strategy<Value = Relation> {
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

fn host() -> impl Strategy<Value = String> + Clone {
    prop_oneof![
        any::<u32>().prop_map(|bits| std::net::Ipv4Addr::from(bits).to_string()),
        Just("::1".to_owned()),
        Just("nobody.invalid".to_owned()),
        text(),
    ]
}

fn policy() -> impl Strategy<Value = PolicyService> {
    (name(), name(), 1_u16..).prop_map(|(model, application, port)| PolicyService {
        relation_id: 80,
        model,
        application,
        port,
        addresses: vec![IpAddr::from([10, 5, 0, 1])],
    })
}

fn agent() -> impl Strategy<Value = SpoeAuthentication> {
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

fn limits() -> impl Strategy<Value = DdosLimits> {
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
    let status = prop::option::of(any::<u16>());
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

fn ingresses() -> impl Strategy<Value = (Vec<Ingress>, Vec<IngressUnit>)> {
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

fn case() -> impl Strategy<Value = Case> {
    let most = number_from(RELATIONS_VARIABLE, RELATIONS).min(79);
    let relations = (1..=most).map(|id| prop::option::of(relation(id)));
    let schemas = (
        select(
            &[
                Schema::RouteV0,
                Schema::RouteV1,
                Schema::RouteV2,
                Schema::RouteV2,
            ][..],
        ),
        select(&[Schema::TcpV0, Schema::TcpV1, Schema::TcpV1][..]),
    );
    let beside = (
        prop::option::weighted(0.2, policy()),
        vec(agent(), 0..2),
        prop::option::weighted(0.3, limits()),
        any::<bool>(),
    );
    let relations = relations.collect::<Vec<_>>();
    (relations, schemas, beside, ingresses()).prop_map(|(relations, schemas, beside, ingresses)| {
        Case {
            relations: relations.into_iter().flatten().collect(),
            schemas,
            policy: beside.0,
            agents: beside.1,
            limits: beside.2,
            plain_prefixes: beside.3,
            ingresses: ingresses.0,
            units: ingresses.1,
        }
    })
}

/// The relations that are fine: one of each kind.
fn all_good() -> Vec<Relation> {
    let [http, tcp, grpc] = GOOD;
    let mut relations = vec![good(http), good(tcp), good(grpc)];
    relations[1].interface = Interface::Tcp;
    "other".clone_into(&mut relations[1].application);
    relations[1].application_data = Databag::from_iter([
        ("port", "15432"),
        ("rate_limit", r#"{"connections_per_minute": 9}"#),
        ("ip_deny_list", r#"["192.0.2.1"]"#),
    ]);
    let grpc = &mut relations[2].application_data;
    grpc.insert("service", "\"good-grpc\"");
    grpc.insert("protocol", "\"https\"");
    grpc.insert("external_grpc_port", "15051");
    relations
}

/// The lines of a relation, each with the header of its section.
fn lines_of(rendering: &Rendering, id: u64) -> Vec<(String, String)> {
    let print = |print: &dyn Fn(&mut Printer)| {
        let mut printer = Printer::new();
        print(&mut printer);
        printer.words().collect::<Vec<_>>().join(" ")
    };
    let own = rendering
        .origins
        .iter()
        .filter(|origin| origin.relation_id == id);
    own.map(|origin| {
        let section = &rendering.config.sections[origin.section];
        (
            print(&|printer| section.print_header(printer)),
            print(&|printer| section.print_statement(origin.statement, printer)),
        )
    })
    .collect()
}

/// The number that the environment sets.
fn number_from<T: std::str::FromStr<Err: std::fmt::Debug>>(variable: &str, default: T) -> T {
    let set = std::env::var(variable);
    set.map_or(default, |set| set.parse().unwrap())
}

#[test]
fn hostile_relations_lose_only_their_own_routes() {
    let cases = number_from(CASES_VARIABLE, CASES);
    let config = RunnerConfig {
        cases,
        failure_persistence: None,
        // Each step of making a case smaller asks HAProxy, too.
        max_shrink_iters: 50,
        ..RunnerConfig::default()
    };
    let mut runner =
        TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let judges: Vec<_> = Haproxy::all()
        .into_iter()
        .map(|haproxy| (haproxy, certificates()))
        .collect();
    let (asked, served) = (std::cell::Cell::new(0), std::cell::Cell::new(0));
    let result = runner.run(&case(), |case| {
        let verdicts = thread::scope(|scope| {
            let handles: Vec<_> = judges
                .iter()
                .map(|(haproxy, folder)| {
                    let case = &case;
                    scope.spawn(move || judge(case, haproxy, folder.path()))
                })
                .collect();
            let verdicts = handles.into_iter().map(|handle| handle.join().unwrap());
            verdicts.collect::<Result<Vec<_>, String>>()
        });
        match verdicts {
            Ok(count) => {
                asked.set(asked.get() + case.relations.len());
                served.set(served.get() + count[0]);
            }
            Err(message) => return Err(TestCaseError::fail(message)),
        }
        Ok(())
    });
    if let Err(error) = result {
        panic!("{error}");
    }
    println!(
        "{} of {} hostile relations have a route",
        served.get(),
        asked.get()
    );
    // Nothing would be shown if all of them were refused.
    assert!(served.get() > cases as usize / 2, "{} routes", served.get());
}

/// Renders a case and asks HAProxy; gives how many of the hostile relations have a route.
fn judge(case: &Case, haproxy: &Haproxy, folder: &std::path::Path) -> Result<usize, String> {
    let options = RenderingOptions {
        policy: case.policy.clone(),
        spoe_authentications: case.agents.clone(),
        ddos_limits: case.limits.clone(),
        plain_prefixes: case.plain_prefixes,
        ..options(folder, haproxy)
    };
    let collect = |relations: &[Relation]| {
        let options = CollectionOptions {
            route: case.schemas.0,
            tcp: case.schemas.1,
            external_hostname: options.external_hostname.clone(),
            ..CollectionOptions::default()
        };
        Collection::new(relations, &options)
    };
    let mut relations = case.relations.clone();
    relations.extend(all_good());
    let rendering = render(&collect(&relations), &options);
    let alone = render(&collect(&all_good()), &options);
    for id in GOOD {
        let (lines, before) = (lines_of(&rendering, id), lines_of(&alone, id));
        if lines != before {
            return Err(format!(
                "the lines of {id} were\n{before:?}\nand are\n{lines:?}"
            ));
        }
        if rendering.refused.contains_key(&id) != alone.refused.contains_key(&id) {
            return Err(format!("{id} is refused: {:?}", rendering.refused.get(&id)));
        }
    }
    ask(&rendering, haproxy, folder)?;
    ask(&render_ingress(&case.ingresses, &options), haproxy, folder)?;
    ask(
        &render_ingress_per_unit(&case.units, &options),
        haproxy,
        folder,
    )?;
    let hostile = case.relations.iter();
    let served = hostile.filter(|relation| !rendering.refused.contains_key(&relation.id));
    Ok(served.count())
}

fn ask(rendering: &Rendering, haproxy: &Haproxy, folder: &std::path::Path) -> Result<(), String> {
    write_files(rendering);
    accepts(haproxy, folder, &super::text(rendering))
}
