//! Plans that fail leave the process as it was, and say why.

use haproxy_kit_tests::haproxy::{Haproxy, Running};
use haproxy_runtime::command::{ServerState, SetServerState, SetServerWeight};
use haproxy_runtime::plan::{Capabilities, Configuration, Plan, plan};
use haproxy_runtime::{Address, Client, Error, ServerPath, Weight};

use super::configuration;
use super::picture::Picture;
use crate::setup::{certificate, patient};

const TEXT: &str = "global
 maxconn 500
defaults
 mode http
 timeout connect 1s
 timeout client 5s
 timeout server 5s
frontend www
 bind unix@www.sock
 bind unix@tls.sock ssl crt-list list.txt
 http-request set-var(txn.n) str(a),map(numbers.map)
 http-request deny if { src -f blocked.acl }
 use_backend app
backend app
 server s1 127.0.0.1:1 weight 5
 server s2 127.0.0.1:2 disabled
 server s3 127.0.0.1:3
";

const LIST: &str = "site.pem\nsite.pem more.example\n";

struct Case {
    haproxy: Haproxy,
    running: Running,
    client: Client,
}

impl Case {
    fn start(haproxy: Haproxy) -> Self {
        let start = haproxy.prepare(TEXT.as_bytes());
        let running = start
            .file("numbers.map", "a 1\n")
            .file("blocked.acl", "192.0.2.1\n")
            .file("list.txt", LIST)
            .file("site.pem", certificate("site"))
            .run();
        let client = Client::new(Address::unix(running.socket())).timeouts(patient());
        Self {
            haproxy,
            running,
            client,
        }
    }

    fn configuration(&self, text: &str, acl: &str, site: &str) -> Configuration {
        configuration(&self.haproxy, text)
            .file("numbers.map", "a 1\n")
            .file("blocked.acl", acl)
            .file("list.txt", LIST)
            .file("site.pem", site)
    }

    fn plan(&self, text: &str, acl: &str, site: &str) -> Plan {
        let old = self.configuration(TEXT, "192.0.2.1\n", &certificate("site"));
        let new = self.configuration(text, acl, site);
        let version = self.haproxy.version().parse().unwrap();
        plan(&old, &new, &Capabilities::new(version))
    }
}

#[test]
fn all_that_was_done_is_undone() {
    for haproxy in Haproxy::all() {
        let mut case = Case::start(haproxy);
        let before = Picture::of(&mut case.client);
        // The certificate is replaced, then an address is none.
        let plan = case.plan(TEXT, "192.0.2.1\nno address\n", &certificate("other"));
        assert_eq!(plan.steps.len(), 2, "{plan}");
        let error = plan.apply(&mut case.client).unwrap_err();
        assert!(matches!(error, Error::Refused(_)), "{error}");
        assert_eq!(Picture::of(&mut case.client), before);

        let text = TEXT
            .replace("maxconn 500", "maxconn 400")
            .replace("weight 5", "weight 6")
            .replace("2 disabled", "2")
            .replace("server s3 127.0.0.1:3", "server s4 127.0.0.1:4 id 1");
        let plan = case.plan(&text, "192.0.2.2\n", &certificate("other"));
        assert!(!plan.needs_reload(), "{plan}");
        // The number is taken: what came before the server is undone.
        let error = plan.apply(&mut case.client).unwrap_err();
        assert!(error.refusal().is_some(), "{error}");
        assert_eq!(Picture::of(&mut case.client), before);
        let fine = case.plan(
            &text.replace(" id 1", ""),
            "192.0.2.2\n",
            &certificate("other"),
        );
        fine.apply(&mut case.client).unwrap();
        assert_ne!(Picture::of(&mut case.client), before);
    }
}

#[test]
fn what_the_process_was_before_comes_back() {
    for haproxy in Haproxy::all() {
        let mut case = Case::start(haproxy);
        // Somebody has changed what the plan changes too.
        let server = || ServerPath::new("app", "s1");
        let weight = SetServerWeight::new(server(), Weight::Absolute(77));
        case.client.call(&weight).unwrap();
        let ready = SetServerState::new(ServerPath::new("app", "s2"), ServerState::Ready);
        case.client.call(&ready).unwrap();
        let before = Picture::of(&mut case.client);
        let text = TEXT
            .replace("weight 5", "weight 6")
            .replace("127.0.0.1:2 disabled", "127.0.0.1:22 disabled")
            .replace(
                "server s3 127.0.0.1:3",
                "server s3 127.0.0.1:3 slowstart 1s id 1",
            );
        let plan = case.plan(&text, "192.0.2.1\n", &certificate("site"));
        assert!(!plan.needs_reload(), "{plan}");
        let error = plan.apply(&mut case.client).unwrap_err();
        assert!(error.refusal().is_some(), "{error}");
        assert_eq!(Picture::of(&mut case.client), before);
    }
}

#[test]
fn servers_that_come_back_are_as_commands_have_made_them() {
    for haproxy in Haproxy::all() {
        let mut case = Case::start(haproxy);
        // Somebody has changed the servers that go, and the list that is shortened.
        let commands = [
            "set server app/s1 weight 77",
            "set server app/s1 addr 127.0.0.9 port 99",
            "set maxconn server app/s1 12",
            "set server app/s3 state drain",
            "set server app/s3 weight 33",
            "del ssl crt-list list.txt site.pem:2",
        ];
        for command in commands {
            case.running.ask(command);
        }
        let before = Picture::of(&mut case.client);
        let listed =
            |configuration: Configuration, list: &str| configuration.file("list.txt", list);
        let text = TEXT
            .replace(" server s1 127.0.0.1:1 weight 5\n", "")
            .replace("127.0.0.1:3", "127.0.0.1:3 slowstart 1s");
        let plan = plan(
            &listed(
                case.configuration(TEXT, "192.0.2.1\n", &certificate("site")),
                LIST,
            ),
            &listed(
                case.configuration(&text, "192.0.2.1\n", &certificate("site")),
                "site.pem\n",
            ),
            &Capabilities::new(case.haproxy.version().parse().unwrap()),
        );
        assert_eq!(
            plan.to_string(),
            "1. replace server app/s3: 127.0.0.1:3 slowstart 1s, was 127.0.0.1:3\n\
             2. remove server app/s1\n\
             3. remove from crt-list list.txt: site.pem more.example\n"
        );
        let error = plan.apply(&mut case.client).unwrap_err();
        assert!(matches!(error, Error::Differs { .. }), "{error}");
        assert_eq!(Picture::of(&mut case.client), before);
    }
}

#[test]
fn a_process_that_differs_is_left_alone() {
    for haproxy in Haproxy::all() {
        let mut case = Case::start(haproxy);
        let before = Picture::of(&mut case.client);
        let old = configuration(&case.haproxy, "backend app\n server s1 127.0.0.1:1\n");
        let more = "backend app\n server s1 127.0.0.1:1\n server s3 127.0.0.1:3\n";
        let other = "backend app\n server s1 127.0.0.1:1\n server none 127.0.0.1:3\n";
        let version = case.haproxy.version().parse().unwrap();
        let capabilities = Capabilities::new(version);
        for (old, new) in [
            (&old, &configuration(&case.haproxy, more)),
            (&configuration(&case.haproxy, other), &old),
        ] {
            let error = plan(old, new, &capabilities)
                .apply(&mut case.client)
                .unwrap_err();
            assert!(matches!(error, Error::Differs { .. }), "{error}");
        }
        let reload = case.plan(
            &TEXT.replace("5s", "6s"),
            "192.0.2.1\n",
            &certificate("site"),
        );
        let error = reload.apply(&mut case.client).unwrap_err();
        assert!(matches!(error, Error::NeedsReload { .. }), "{error}");
        assert!(error.to_string().contains("timeout client"), "{error}");
        assert_eq!(Picture::of(&mut case.client), before);
    }
}
