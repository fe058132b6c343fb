use haproxy_route::{RenderingOptions, SpoeAuthentication, VariableScope};
use serde_json::json;

use super::{options, reasons, relation, render_with, section};

fn agent() -> SpoeAuthentication {
    SpoeAuthentication {
        relation_id: 7,
        hostname: "a.example".to_owned(),
        addresses: vec!["10.7.0.1".parse().unwrap()],
        spop_port: 8081,
        callback_port: 5000,
        callback_path: "/oauth2/callback".to_owned(),
        message: "try-auth".replace('-', "_"),
        event: "on-frontend-http-request".to_owned(),
        cookie: "authsession".to_owned(),
        scope: VariableScope::Session,
        authenticated_variable: "is_authenticated".to_owned(),
        redirect_variable: "redirect_url".to_owned(),
    }
}

fn with(agent: SpoeAuthentication) -> RenderingOptions {
    RenderingOptions {
        spoe_authentications: vec![agent],
        ..options()
    }
}

#[test]
fn who_is_not_logged_in_is_sent_to_log_in() {
    let service = relation(1, &json!({ "hostname": "a.example" }));
    let rendering = render_with([service], &with(agent()));
    assert!(section(&rendering, "frontend haproxy").ends_with(
        "    acl oidc_host_7 req.hdr(host),field(1,:) -i a.example
    acl oidc_callback_path_7 path -i /oauth2/callback
    acl oidc_callback_path_7 path_beg -i /oauth2/callback/
    use_backend spoe_oidc_callback_7 if oidc_callback_path_7 oidc_host_7
    filter spoe engine spoe-auth-7 config /etc/haproxy/spoe_auth.conf
    acl authenticated_7 var(sess.auth_7.is_authenticated) -m bool
    use_backend backend_redirect_7 if oidc_host_7 !authenticated_7
    acl acl_host_s1 req.hdr(host),field(1,:) -i a.example
    use_backend s1 if acl_host_s1
    default_backend default
"
    ));
    for (header, lines) in [
        (
            "backend backend_redirect_7",
            "    mode http
    http-request redirect location %[var(sess.auth_7.redirect_url)] if { var(sess.auth_7.redirect_url) -m found }
    http-request deny deny_status 503
",
        ),
        (
            "backend spoe_oidc_callback_7",
            "    mode http\n    server auth_0 10.7.0.1:5000 check\n",
        ),
        (
            "backend spoe_auth_7",
            "    mode tcp\n    option spop-check\n    server auth_0 10.7.0.1:8081 check\n",
        ),
    ] {
        assert_eq!(section(&rendering, header), format!("{header}\n{lines}"));
    }
    let [file] = &rendering.files[..] else {
        panic!("{:?}", rendering.files)
    };
    assert_eq!(
        (file.path.display().to_string().as_str(), file.mode),
        ("/etc/haproxy/spoe_auth.conf", 0o644)
    );
    assert_eq!(
        String::from_utf8_lossy(&file.content),
        "[spoe-auth-7]
spoe-agent spoe-agent-7
    messages try_auth
    option var-prefix auth_7
    timeout hello 2s
    timeout idle 2m
    timeout processing 1s
    use-backend spoe_auth_7
spoe-message try_auth
    args arg_ssl=ssl_fc arg_host=req.hdr(host) arg_pathq=pathq arg_cookie=req.cook(authsession)
    event on-frontend-http-request if { req.hdr(host),field(1,:) -i -- a.example }
"
    );
}

/// A host name that should be guarded and cannot be is closed.
#[test]
fn what_cannot_be_guarded_is_closed() {
    for (agent, reason) in [
        (
            SpoeAuthentication {
                message: "a b".to_owned(),
                ..agent()
            },
            "the name of the message must be of letters, digits, '_' and '.'",
        ),
        (
            SpoeAuthentication {
                cookie: "a)".to_owned(),
                ..agent()
            },
            "the name of the cookie is none",
        ),
        (
            SpoeAuthentication {
                event: "whenever".to_owned(),
                ..agent()
            },
            "event <name>: unknown keyword 'whenever', expected 'on-client-session', 'on-server-session', 'on-frontend-tcp-request', 'on-backend-tcp-request', 'on-tcp-response', 'on-frontend-http-request', 'on-backend-http-request' or 'on-http-response'",
        ),
        (
            SpoeAuthentication {
                callback_path: "x".to_owned(),
                ..agent()
            },
            "the path to come back to must begin with '/'",
        ),
    ] {
        let service = relation(1, &json!({ "hostname": "a.example" }));
        let rendering = render_with([service], &with(agent));
        assert_eq!(reasons(&rendering, 7), [reason]);
        let frontend = section(&rendering, "frontend haproxy");
        assert!(
            frontend.contains(
                "    acl oidc_host_7 req.hdr(host),field(1,:) -i a.example
    http-request deny deny_status 503 if oidc_host_7
"
            ),
            "{frontend}"
        );
        assert!(rendering.files.is_empty());
    }
}
