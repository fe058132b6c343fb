//! The relations beside those of requirers of routes: ingresses, agents, policies and limits.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot go on fails"
)]

use haproxy_route::{
    Collection, CollectionOptions, Mode, Relation, Rendering, RenderingOptions, render,
};
use serde_json::{Value, json};

const INGRESS: &str = r#"{ "model": "\"m\"", "name": "\"web\"", "port": "8080" }"#;

fn collect(relations: &Value) -> Collection {
    let relations = Relation::read_all(relations.to_string().as_bytes()).unwrap();
    let options = CollectionOptions {
        external_hostname: Some("example.com".to_owned()),
        ..CollectionOptions::default()
    };
    Collection::new(&relations, &options)
}

fn rendering(relations: &Value) -> Rendering {
    let options = RenderingOptions {
        external_hostname: Some("example.com".to_owned()),
        ..RenderingOptions::default()
    };
    render(&collect(relations), &options)
}

fn text(rendering: &Rendering) -> String {
    String::from_utf8(haproxy_config::to_text(&rendering.config).unwrap()).unwrap()
}

/// A service at `a.example`.
fn service(name: &str) -> Value {
    let hostname = format!("\"{name}.example\"");
    json!({
        "application": { "service": format!("\"{name}\""), "ports": "[80]", "hostname": hostname },
        "units": { "web/0": { "address": "\"10.0.0.1\"" } },
    })
}

fn ingress(units: &Value) -> Value {
    let application: Value = serde_json::from_str(INGRESS).unwrap();
    json!({ "application": application, "units": units })
}

fn reasons(rendering: &Rendering, id: u64) -> String {
    let reasons = rendering.refused[&id].iter();
    reasons
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join("; ")
}

#[test]
fn applications_get_a_path_and_hear_of_it() {
    let units = json!({ "web/1": { "host": "\"web1.local\"" }, "web/0": { "host": "\"h\"", "ip": "\"10.0.0.1\"" } });
    let found = rendering(&json!({ "ingress:4": ingress(&units) }));
    assert!(found.refused.is_empty(), "{:?}", found.refused);
    let text = text(&found);
    assert!(
        text.contains("server m-web-0 10.0.0.1:8080 check\n"),
        "{text}"
    );
    assert!(
        text.contains("server m-web-1 web1.local:8080 check init-addr last,libc,none\n"),
        "{text}"
    );
    let reply: Vec<_> = found.replies[&4].iter().collect();
    assert_eq!(
        reply,
        [("ingress", r#"{"url":"https://example.com/m-web/"}"#)]
    );
}

#[test]
fn every_fault_of_a_relation_is_told_at_once() {
    let units = json!({ "web/0": { "host": "7" }, "web/1": {}, "web/2": { "host": "\"h\"", "ip": "\"h\"" } });
    let mut bad = ingress(&units);
    bad["application"] = json!({ "model": "\"m\"", "port": "70000" });
    let found = rendering(&json!({ "ingress:4": bad, "ingress:5": ingress(&json!({})) }));
    assert_eq!(
        reasons(&found, 4),
        "invalid application data: name: required, but missing; port: must be 65535 or less; \
         invalid data of unit web/0: host: expected a string, found a number; \
         invalid data of unit web/2: ip: expected an IPv4 or IPv6 address; networks and host names are none"
    );
    assert!(found.replies[&4].is_empty());
    assert_eq!(found.endpoints[&5], ["https://example.com/m-web/"]);
}

#[test]
fn units_get_paths_of_their_own() {
    let unit =
        |name: &str| json!({ "model": "m", "name": name, "host": "10.0.0.1", "port": "8080" });
    let units = json!({ "web/0": unit("web/0"), "web/1": unit("web/1") });
    let found = rendering(&json!({ "ingress-per-unit:4": { "units": units } }));
    assert!(found.refused.is_empty(), "{:?}", found.refused);
    let reply: Vec<_> = found.replies[&4].iter().collect();
    let urls = r#"{"web/0":{"url":"https://example.com/m-web/0/"},"web/1":{"url":"https://example.com/m-web/1/"}}"#;
    assert_eq!(reply, [("ingress", urls)]);
    let mut tcp = unit("web/0");
    tcp["mode"] = "tcp".into();
    let found = rendering(&json!({ "ingress-per-unit:4": { "units": { "web/0": tcp } } }));
    assert_eq!(
        reasons(&found, 4),
        "invalid data of unit web/0: mode: only the mode 'http' has paths"
    );
}

#[test]
fn the_oldest_relation_decides_what_is_served() {
    let collection = collect(&json!({
        "ingress:9": ingress(&json!({})),
        "haproxy-route:4": service("a"),
        "haproxy-route:5": service("b"),
    }));
    assert_eq!(collection.mode, Mode::Routes);
    assert_eq!(
        collection.reasons(9).unwrap(),
        "services of haproxy-route are served, and nothing beside them"
    );
    let found =
        rendering(&json!({ "ingress:3": ingress(&json!({})), "haproxy-route:4": service("a") }));
    assert_eq!(
        reasons(&found, 4),
        "applications of ingress are served, and nothing beside them"
    );
    assert_eq!(found.endpoints[&4], [""; 0]);
    assert!(text(&found).contains("backend m-web\n"));
}

#[test]
fn services_hear_where_they_are_reached() {
    let found = rendering(
        &json!({ "haproxy-route:4": service("a"), "haproxy-route:5": { "application": {} } }),
    );
    let replies: Vec<_> = found.replies.iter().collect();
    let reply = |text: &str| [("endpoints", text)].into_iter().collect();
    assert_eq!(
        replies,
        [
            (&4, &reply(r#"["https://a.example/"]"#)),
            (&5, &reply("[]"))
        ]
    );
}

#[test]
fn only_approved_services_have_a_route() {
    let policy = |approved: &str| {
        json!({
            "application": { "approved_requests": approved, "policy_backend_port": "8080", "model": "\"prod\"" },
            "units": { "policy/0": { "private-address": "10.0.0.9" } },
        })
    };
    let with = |policy: Value| {
        rendering(
            &json!({ "haproxy-route:4": service("a"), "haproxy-route:5": service("b"), "haproxy-route-policy:6": policy }),
        )
    };
    let found = with(policy(r#"[{"backend_name": "b"}]"#));
    assert_eq!(reasons(&found, 4), "the service 'a' is not approved");
    assert!(!found.refused.contains_key(&5));
    assert_eq!(found.endpoints[&6], ["https://prod-policy.example.com"]);
    assert!(text(&found).contains("server policy_0 10.0.0.9:8080 check\n"));
    // Where nobody can tell what is approved, nothing is.
    let found = with(policy("no JSON"));
    assert_eq!(found.refused.keys().collect::<Vec<_>>(), [&4, &5, &6]);
}

#[test]
fn a_host_name_whose_agent_says_nonsense_is_closed() {
    let agent = |port: &str| {
        json!({
            "application": {
                "spop_port": port, "oidc_callback_port": "5000", "event": "\"on-frontend-http-request\"",
                "message_name": "\"try\"", "var_authenticated": "\"yes\"", "var_redirect_url": "\"url\"",
                "cookie_name": "\"C\"", "hostname": "\"a.example\"",
            },
            "units": { "agent/0": { "address": "\"10.0.0.9\"" } },
        })
    };
    let guarded =
        |agent: Value| rendering(&json!({ "haproxy-route:4": service("a"), "spoe-auth:7": agent }));
    let found = guarded(agent("8081"));
    assert!(found.refused.is_empty(), "{:?}", found.refused);
    assert!(
        text(&found).contains("use_backend backend_redirect_7 if oidc_host_7 !authenticated_7\n")
    );
    let closed = "http-request deny deny_status 503 if oidc_host_7\n";
    assert!(!text(&found).contains(closed));
    let found = guarded(agent("0"));
    assert_eq!(
        reasons(&found, 7),
        "invalid application data: spop_port: must be 1 or more"
    );
    assert!(text(&found).contains(closed), "{}", text(&found));
}

#[test]
fn limits_come_over_a_relation() {
    let limits = |number: &str| json!({ "application": { "rate_limit_requests_per_minute": number, "limit_policy_http": "\"deny 429\"" } });
    let found = rendering(&json!({
        "haproxy-route:4": service("a"), "ddos-protection:5": limits("33"), "ddos-protection:6": limits("44"),
    }));
    assert!(text(&found).contains("http-request deny deny_status 429 if { sc_http_req_rate(0,haproxy_peers/ddos_protection_ip) gt 33 }\n"));
    assert_eq!(
        reasons(&found, 6),
        "relation 5 is of the interface ddos-protection, too, and counts"
    );
    let found = rendering(
        &json!({ "haproxy-route:4": service("a"), "ddos-protection:5": limits("\"x\"") }),
    );
    assert_eq!(
        reasons(&found, 5),
        "invalid application data: rate_limit_requests_per_minute: expected an integer, found a text that is none"
    );
    assert!(!found.refused.contains_key(&4));
}
