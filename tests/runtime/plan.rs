//! Plans on real HAProxy: a process that was changed is as one that was started afresh.

mod beside;
mod client;
mod failures;
mod faults;
mod held;
mod picture;
mod scenario;

use std::time::Duration;

use haproxy_kit_tests::haproxy::{Haproxy, VERSIONS};
use haproxy_kit_tests::parallel;
use haproxy_runtime::plan::{Configuration, ReadCapabilities, plan};
use haproxy_runtime::{Address, Client, Process};

use crate::setup::patient;
use client::{LOG, Requests, failures_of};
use picture::Picture;
use scenario::{SHUTDOWN, Scenario, Servers, certificates};

/// Pairs of configurations for each version; the variable `HAPROXY_KIT_PAIRS` says another number.
const PAIRS: u64 = 12;

#[test]
fn what_was_changed_is_as_if_it_had_begun_so() {
    let servers = Servers::start();
    let certificates = certificates();
    // Other pairs for each version.
    let pairs = std::env::var("HAPROXY_KIT_PAIRS").map_or(PAIRS, |pairs| pairs.parse().unwrap());
    let seeds = (0..pairs * VERSIONS.len() as u64).zip(VERSIONS.into_iter().cycle());
    let jobs: Vec<(u64, &str)> = seeds.collect();
    let outcomes: Vec<(usize, usize)> = parallel::map(&jobs, |(seed, version)| {
        let haproxy = Haproxy::of(version);
        let mut random = fastrand::Rng::with_seed(*seed);
        let old = Scenario::new(&mut random, &servers, &certificates);
        let mut new = old.clone();
        let needs_reload = new.change(&mut random, &servers, &certificates);
        compare(&haproxy, &old, &new, needs_reload)
    });
    let (steps, cut_off): (Vec<usize>, Vec<usize>) = outcomes.into_iter().unzip();
    let runtime = steps.iter().filter(|steps| **steps > 0).count();
    let cut_off: usize = cut_off.iter().sum();
    println!("{runtime} of {} pairs by commands: {steps:?}", jobs.len());
    println!("{cut_off} requests were cut off");
    assert!(runtime * 2 > jobs.len(), "{steps:?}");
}

/// Takes a process from one to the other, and looks at it beside a fresh one; the number of steps, and of
/// requests that were cut off.
fn compare(
    haproxy: &Haproxy,
    old: &Scenario,
    new: &Scenario,
    needs_reload: bool,
) -> (usize, usize) {
    let running = old.start(haproxy);
    let mut client = Client::new(Address::unix(running.socket()));
    client = client.timeouts(patient());
    let capabilities = client.run(&ReadCapabilities).unwrap();
    let plan = plan(
        &old.configuration(haproxy),
        &new.configuration(haproxy),
        &capabilities,
    );
    let names = format!("{}:\n{old:?}\n{new:?}\n{plan}", haproxy.version());
    assert!(plan.needs_reload() || !needs_reload, "{names}");
    if plan.needs_reload() {
        return (0, 0);
    }
    let requests = Requests::start(running.folder());
    let plan = plan.drain(Duration::from_secs(5));
    plan.apply(&mut client)
        .unwrap_or_else(|error| panic!("{error}: {names}"));
    let (count, failures) = requests.stop();
    let cut_off = failures.len();
    // Its client has one request at a time: a server that is marked down takes at most one with it.
    let mut may_fail = old.cut_off(&plan.steps);
    for failure in failures {
        let mut servers = may_fail.iter();
        let own = servers.position(|server| failure.is_cut_off_by(server));
        let own = own.unwrap_or_else(|| panic!("{failure:?} of {count} requests: {names}"));
        may_fail.remove(own);
    }
    let fresh = new.start(haproxy);
    let mut other = Client::new(Address::unix(fresh.socket()));
    other = other.timeouts(patient());
    let (ours, theirs) = (Picture::of(&mut client), Picture::of(&mut other));
    assert_eq!(ours, theirs, "{names}");
    (plan.steps.len(), cut_off)
}

#[test]
fn a_server_that_is_marked_down_takes_only_its_own_requests_with_it() {
    let servers = Servers::start();
    let address = || servers.address(&mut fastrand::Rng::with_seed(0));
    for haproxy in Haproxy::all() {
        let server = |name: &str, other: &str| format!(" server {name} {} {other}\n", address());
        let head = "defaults\n mode http\n timeout connect 5s\n timeout client 5s\n \
             timeout server 5s\nfrontend www\n bind unix@www.sock\n default_backend app\n";
        let head = format!("{head}{LOG}backend app\n{}", server("stays", ""));
        let text = |state: &str| {
            let cuts_off = server("cuts", &format!("{SHUTDOWN} {state}"));
            head.clone() + &cuts_off + &server("waits", state)
        };
        let (old, new) = (text(""), text("disabled"));
        let running = haproxy.start(old.as_bytes());
        let mut client = Client::new(Address::unix(running.socket())).timeouts(patient());
        let capabilities = client.run(&ReadCapabilities).unwrap();
        let (old, new) = (configuration(&haproxy, &old), configuration(&haproxy, &new));
        let plan = plan(&old, &new, &capabilities);
        assert_eq!(plan.steps.len(), 2, "{plan}");
        let failures = failures_of(9, running.folder(), || plan.apply(&mut client).unwrap());
        // Three were with each server.
        assert_eq!(failures.len(), 3, "{failures:?}");
        for failure in failures {
            assert!(failure.is_cut_off_by("cuts"), "{failure:?}");
        }
    }
}

#[test]
fn workers_are_changed_through_their_master() {
    let servers = Servers::start();
    let certificates = certificates();
    for (seed, haproxy) in (100..).zip(Haproxy::all()) {
        let mut random = fastrand::Rng::with_seed(seed);
        let old = Scenario::new(&mut random, &servers, &certificates);
        let mut new = old.clone();
        while new.change(&mut random, &servers, &certificates) {
            new = old.clone();
        }
        let running = old.prepare(&haproxy).master().run();
        let address = Address::unix(running.master_socket());
        let mut client = Client::master(address, Process::Worker).timeouts(patient());
        let capabilities = client.run(&ReadCapabilities).unwrap();
        let (before, after) = (old.configuration(&haproxy), new.configuration(&haproxy));
        let plan = plan(&before, &after, &capabilities);
        assert!(!plan.steps.is_empty(), "{old:?}\n{new:?}\n{plan}");
        plan.apply(&mut client).unwrap();
        let fresh = new.start(&haproxy);
        let mut theirs = Client::new(Address::unix(fresh.socket()));
        assert_eq!(Picture::of(&mut client), Picture::of(&mut theirs), "{plan}");
    }
}

#[tokio::test]
async fn the_asynchronous_client_applies_plans_too() {
    let servers = Servers::start();
    let certificates = certificates();
    let haproxy = Haproxy::of("3.2");
    let mut random = fastrand::Rng::with_seed(7);
    let old = Scenario::new(&mut random, &servers, &certificates);
    let mut new = old.clone();
    new.weigh(9);
    let running = old.start(&haproxy);
    let address = Address::unix(running.socket());
    let mut client = haproxy_runtime::tokio::Client::new(address.clone()).timeouts(patient());
    let capabilities = client.run(&ReadCapabilities).await.unwrap();
    let plan = plan(
        &old.configuration(&haproxy),
        &new.configuration(&haproxy),
        &capabilities,
    );
    assert_eq!(plan.steps.len(), 1, "{plan}");
    client.run(&plan).await.unwrap();
    let fresh = new.start(&haproxy);
    let mut ours = Client::new(address);
    let mut theirs = Client::new(Address::unix(fresh.socket()));
    assert_eq!(Picture::of(&mut ours), Picture::of(&mut theirs));
}

/// The plan between two texts for this HAProxy, with the files of a folder as they are in both.
fn configuration(haproxy: &Haproxy, text: &str) -> Configuration {
    let version = haproxy.version().parse().unwrap();
    let target = haproxy_config::Target::new(version);
    let (config, found) = haproxy_config::Document::parse(text).to_model(&target);
    assert!(found.is_empty(), "{found:?}");
    Configuration::new(config)
}
