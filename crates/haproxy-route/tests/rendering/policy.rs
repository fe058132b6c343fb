use haproxy_route::{PolicyService, RenderingOptions};
use serde_json::json;

use super::{lines_of, options, reasons, relation, render_with, section};

fn policy() -> PolicyService {
    PolicyService {
        relation_id: 5,
        model: "prod".to_owned(),
        application: "policy".to_owned(),
        port: 8080,
        addresses: vec!["10.5.0.1".parse().unwrap(), "fd00::5".parse().unwrap()],
    }
}

#[test]
fn the_service_has_a_host_name_of_its_own() {
    let options = RenderingOptions {
        policy: Some(policy()),
        ..options()
    };
    let rendering = render_with([relation(1, &json!({}))], &options);
    assert!(section(&rendering, "frontend haproxy").ends_with(
        "    use_backend s1 if acl_host_s1
    acl policy_prod_policy_hostname req.hdr(host),field(1,:) -i prod-policy.example.com
    use_backend policy_prod_policy if policy_prod_policy_hostname
    default_backend default
"
    ));
    assert_eq!(
        section(&rendering, "backend policy_prod_policy"),
        "backend policy_prod_policy
    mode http
    http-request set-header X-Forwarded-Proto https
    http-request set-header X-Forwarded-Ssl on
    server policy_0 10.5.0.1:8080 check
    server policy_1 [fd00::5]:8080 check
"
    );
    assert_eq!(rendering.endpoints[&5], ["https://prod-policy.example.com"]);
    assert_eq!(lines_of(&rendering, 5).len(), 2 + 5);
    // It is served without any other service, too.
    let alone = render_with([], &options);
    assert!(section(&alone, "frontend haproxy").contains("policy_prod_policy"));
    assert_eq!(alone.ports, [80, 443].into());
}

#[test]
fn what_cannot_be_served_is_refused() {
    let nameless = RenderingOptions {
        external_hostname: None,
        policy: Some(policy()),
        ..options()
    };
    let service = || relation(1, &json!({ "hostname": "a.example" }));
    assert_eq!(
        reasons(&render_with([service()], &nameless), 5),
        ["the provider has no external host name"]
    );
    let odd = RenderingOptions {
        policy: Some(PolicyService {
            model: "a b".to_owned(),
            ..policy()
        }),
        ..options()
    };
    assert_eq!(
        reasons(&render_with([service()], &odd), 5),
        ["the names of the model and the application are not those of Juju"]
    );
}
