//! Logging in: agents tell who is, and where everybody else goes.

use haproxy_route::{SpoeAuthentication, VariableScope};
use serde_json::json;

use crate::agent::{Agent, KNOWN_COOKIE, LOGIN, Question};
use crate::client::Request;
use crate::scene::{Scene, port, scenes};
use crate::server::Server;

/// Guards `a.example`, and not `b.example`, where the same server is.
fn guard(scene: &mut Scene, server: &Server, spop_port: u16, callback_port: u16) {
    scene.route("one", &[server.port], &json!({ "hostname": "a.example" }));
    scene.route("two", &[server.port], &json!({ "hostname": "b.example" }));
    scene.options.spoe_authentications.push(SpoeAuthentication {
        relation_id: 7,
        hostname: "a.example".to_owned(),
        addresses: vec!["127.0.0.1".parse().unwrap()],
        spop_port,
        callback_port,
        callback_path: "/oauth2/callback".to_owned(),
        message: "try_auth".to_owned(),
        event: "on-frontend-http-request".to_owned(),
        cookie: "session".to_owned(),
        scope: VariableScope::Transaction,
        authenticated_variable: "is_authenticated".to_owned(),
        redirect_variable: "redirect_url".to_owned(),
    });
}

#[test]
fn who_is_logged_in_gets_in_and_others_are_sent_to_log_in() {
    for mut scene in scenes() {
        let server = Server::named("one");
        let callback = Server::named("callback");
        let agent = Agent::new();
        guard(&mut scene, &server, agent.server.port, callback.port);
        let proxy = scene.start();
        crate::wait("the agent is up", || {
            proxy.status("spoe_auth_7", "auth_0") == "UP"
        });
        let ask = |cookie: &str| {
            let request = Request::new("a.example", "/private?x=1");
            request
                .header("Cookie", &format!("session={cookie}"))
                .over_tls(&proxy)
        };
        assert_eq!(ask(KNOWN_COOKIE).server(), "one");
        for stranger in [ask("guessed"), proxy.get("a.example", "/private?x=1")] {
            assert_eq!(stranger.status, 302);
            let login = format!("{LOGIN}a.example/private?x=1");
            assert_eq!(stranger.header("location"), Some(login.as_str()));
        }
        assert_eq!(
            proxy.get("a.example", "/oauth2/callback?code=1").server(),
            "callback"
        );
        // Nobody is asked about another host name.
        assert_eq!(proxy.get("b.example", "/").server(), "one");
        let questions = agent.questions.lock().unwrap();
        assert!(
            questions
                .iter()
                .all(|question| question.host == "a.example")
        );
        let first = Question {
            message: "try_auth".to_owned(),
            host: "a.example".to_owned(),
            path: "/private?x=1".to_owned(),
            is_tls: true,
            cookie: Some(KNOWN_COOKIE.to_owned()),
        };
        assert_eq!(questions[0], first);
        assert_eq!(server.seen().len(), 2);
    }
}

#[test]
fn nobody_gets_in_where_the_agent_does_not_answer() {
    for mut scene in scenes() {
        let server = Server::named("one");
        let callback = Server::named("callback");
        guard(&mut scene, &server, port(), callback.port);
        let proxy = scene.start();
        let with_cookie = Request::new("a.example", "/")
            .header("Cookie", &format!("session={KNOWN_COOKIE}"))
            .over_tls(&proxy);
        assert_eq!(with_cookie.status, 503);
        assert_eq!(
            proxy.get("a.example", "/oauth2/callback?code=1").server(),
            "callback"
        );
        assert_eq!(proxy.get("b.example", "/").server(), "one");
        assert!(server.seen().iter().all(|head| head.contains("b.example")));
    }
}
