//! Plans on real HAProxy: a process that was changed is as one that was started afresh.

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
use client::Requests;
use picture::Picture;
use scenario::{Scenario, Servers, certificates};

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
    let steps: Vec<usize> = parallel::map(&jobs, |(seed, version)| {
        let haproxy = Haproxy::of(version);
        let mut random = fastrand::Rng::with_seed(*seed);
        let old = Scenario::new(&mut random, &servers, &certificates);
        let mut new = old.clone();
        let needs_reload = new.change(&mut random, &servers, &certificates);
        compare(&haproxy, &old, &new, needs_reload)
    });
    let runtime = steps.iter().filter(|steps| **steps > 0).count();
    println!("{runtime} of {} pairs by commands: {steps:?}", jobs.len());
    assert!(runtime * 2 > jobs.len(), "{steps:?}");
}

/// Takes a process from one to the other, and looks at it beside a fresh one; the number of steps.
fn compare(haproxy: &Haproxy, old: &Scenario, new: &Scenario, needs_reload: bool) -> usize {
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
        return 0;
    }
    let requests = Requests::start(running.folder().join("www.sock"));
    let plan = plan.drain(Duration::from_secs(5));
    plan.apply(&mut client)
        .unwrap_or_else(|error| panic!("{error}: {names}"));
    let (count, errors) = requests.stop();
    assert!(errors.is_empty(), "{count} requests, {errors:?}: {names}");
    let fresh = new.start(haproxy);
    let mut other = Client::new(Address::unix(fresh.socket()));
    other = other.timeouts(patient());
    let (ours, theirs) = (Picture::of(&mut client), Picture::of(&mut other));
    assert_eq!(ours, theirs, "{names}");
    plan.steps.len()
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
