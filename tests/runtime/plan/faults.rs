//! What happens to HAProxy and its connection while a plan is applied.

use std::fmt::Write as _;
use std::thread;
use std::time::{Duration, Instant};

use haproxy_kit_tests::haproxy::{Haproxy, Running};
use haproxy_runtime::command::{ShowInfo, ShowServersState};
use haproxy_runtime::plan::{Configuration, Plan, ReadCapabilities, plan};
use haproxy_runtime::{Address, Client, Error, Timeouts};

use super::configuration;
use super::picture::Picture;
use crate::faults::cutting_proxy;
use crate::setup::{certificate, patient};

const TEXT: &str = "global
 stats socket unix@operator level operator
defaults
 mode http
 timeout connect 1s
 timeout client 5s
 timeout server 5s
frontend www
 bind unix@www.sock
 bind unix@tls.sock ssl crt-list list.txt
 use_backend app
backend app
 server first 127.0.0.1:1 weight 5
";

/// A process with this configuration.
fn start(haproxy: &Haproxy) -> Running {
    let start = haproxy.prepare(TEXT.as_bytes());
    start
        .file("list.txt", "site.pem\n")
        .file("site.pem", certificate("site"))
        .run()
}

/// The plan that adds very many servers.
fn many(haproxy: &Haproxy, count: usize) -> Plan {
    let mut text = TEXT.to_owned();
    for number in 0..count {
        writeln!(text, " server s{number} 127.0.0.1:2").unwrap();
    }
    between(haproxy, &text)
}

fn between(haproxy: &Haproxy, text: &str) -> Plan {
    let version = haproxy.version().parse().unwrap();
    let capabilities = haproxy_runtime::plan::Capabilities::new(version);
    let read = |text: &str| -> Configuration { configuration(haproxy, text) };
    let plan = plan(&read(TEXT), &read(text), &capabilities);
    assert!(!plan.needs_reload(), "{plan}");
    plan
}

/// Waits until the first of the servers is there.
fn wait_for_the_first(running: &Running) {
    let mut client = Client::new(Address::unix(running.socket())).timeouts(patient());
    while client.call(&ShowServersState::new()).unwrap().0.len() < 2 {}
}

#[test]
fn a_plan_that_haproxy_does_not_survive_is_broken_off() {
    for haproxy in Haproxy::all() {
        let running = start(&haproxy);
        let plan = many(&haproxy, 3000);
        let mut client = Client::new(Address::unix(running.socket())).timeouts(patient());
        let start_time = Instant::now();
        let error = thread::scope(|scope| {
            scope.spawn(|| {
                wait_for_the_first(&running);
                running.signal("KILL");
            });
            plan.apply(&mut client).unwrap_err()
        });
        assert!(error.is_disconnect(), "{error}");
        assert!(start_time.elapsed() < Duration::from_secs(30));
        // Undoing it was tried, and is told.
        assert!(matches!(error, Error::Undo { .. }), "{error}");
        let error = client.call(&ShowInfo::new()).unwrap_err();
        assert!(matches!(error, Error::Connect { .. }), "{error}");
        let again = start(&haproxy);
        let mut client = Client::new(Address::unix(again.socket())).timeouts(patient());
        many(&haproxy, 3).apply(&mut client).unwrap();
    }
}

#[test]
fn a_plan_ends_in_time_where_haproxy_stands_still() {
    for haproxy in Haproxy::all() {
        let running = start(&haproxy);
        let plan = many(&haproxy, 3000);
        let time = Duration::from_millis(700);
        let mut client = Client::new(Address::unix(running.socket())).timeouts(Timeouts::all(time));
        let start_time = Instant::now();
        let error = thread::scope(|scope| {
            scope.spawn(|| {
                wait_for_the_first(&running);
                running.signal("STOP");
            });
            plan.apply(&mut client).unwrap_err()
        });
        assert!(error.is_timeout(), "{error}");
        assert!(
            start_time.elapsed() < Duration::from_secs(30),
            "{:?}",
            start_time.elapsed()
        );
        running.signal("CONT");
        let mut client = client.timeouts(patient());
        client.call(&ShowInfo::new()).unwrap();
        let weight = between(&haproxy, &TEXT.replace("weight 5", "weight 6"));
        weight.apply(&mut client).unwrap();
    }
}

#[test]
fn a_plan_needs_the_level_of_its_commands() {
    for haproxy in Haproxy::all() {
        let running = start(&haproxy);
        let mut admin = Client::new(Address::unix(running.socket())).timeouts(patient());
        let before = Picture::of(&mut admin);
        let operator = Address::unix(running.folder().join("operator"));
        let mut operator = Client::new(operator).timeouts(patient());
        operator.run(&ReadCapabilities).unwrap();
        for text in [
            TEXT.replace("weight 5", "weight 6"),
            format!("{TEXT} server s2 127.0.0.1:2\n"),
        ] {
            let plan = between(&haproxy, &text);
            let error = plan.apply(&mut operator).unwrap_err();
            assert!(error.is_permission_denied(), "{error}");
            assert_eq!(Picture::of(&mut admin), before);
            plan.apply(&mut admin).unwrap();
            between_back(&haproxy, &text).apply(&mut admin).unwrap();
        }
    }
}

/// The plan that undoes another one.
fn between_back(haproxy: &Haproxy, text: &str) -> Plan {
    let version = haproxy.version().parse().unwrap();
    let capabilities = haproxy_runtime::plan::Capabilities::new(version);
    plan(
        &configuration(haproxy, text),
        &configuration(haproxy, TEXT),
        &capabilities,
    )
}

#[test]
fn a_plan_whose_connection_breaks_says_so() {
    for haproxy in Haproxy::all() {
        let running = start(&haproxy);
        let plan = many(&haproxy, 3);
        let mut direct = Client::new(Address::unix(running.socket())).timeouts(patient());
        let before = Picture::of(&mut direct);
        for bytes in [0, 30, 300, 1200] {
            let proxy = cutting_proxy(running.folder(), running.socket(), bytes);
            let mut client = Client::new(proxy).timeouts(patient());
            let error = plan.apply(&mut client).unwrap_err();
            assert!(error.is_disconnect(), "{bytes}: {error}");
        }
        // As far as it came, it is undone over connections that break as well; the rest is done here.
        let rows = direct.call(&ShowServersState::new()).unwrap().0;
        for row in rows.iter().filter(|row| row.name != "first") {
            let remove = haproxy_runtime::operation::RemoveServer::at_once(row.path());
            direct.run(&remove).unwrap();
        }
        assert_eq!(Picture::of(&mut direct), before);
        plan.apply(&mut direct).unwrap();
    }
}

#[test]
fn a_certificate_that_does_not_fit_changes_nothing() {
    for haproxy in Haproxy::all() {
        let running = start(&haproxy);
        let mut client = Client::new(Address::unix(running.socket())).timeouts(patient());
        let before = Picture::of(&mut client);
        let site = certificate("site");
        let long = format!("{site}{}", haproxy_kit_tests::certificate::pem().repeat(60));
        let read = |pem: &str| {
            configuration(&haproxy, TEXT)
                .file("list.txt", "site.pem\n")
                .file("site.pem", pem)
        };
        let capabilities = client.run(&ReadCapabilities).unwrap();
        let too_long = plan(&read(&site), &read(&long), &capabilities);
        assert_eq!(too_long.steps.len(), 1, "{too_long}");
        let error = too_long.apply(&mut client).unwrap_err();
        assert!(matches!(error, Error::Encode(_)), "{error}");
        assert_eq!(Picture::of(&mut client), before);
        let other = plan(&read(&site), &read(&certificate("other")), &capabilities);
        other.apply(&mut client).unwrap();
        assert_ne!(Picture::of(&mut client), before);
    }
}
