//! Expressions in every place, as HAProxy judges them.
//!
//! A sample of the cases is judged by each run, all of them where `HAPROXY_KIT_ALL` is set.

use haproxy_kit_tests::expressions::{self, Case};
use haproxy_kit_tests::haproxy::Haproxy;
use haproxy_model::version::Version;

/// Of how many cases one is judged, unless all are.
const STRIDE: usize = 37;

fn agree(kind: &str, least: usize, cases: impl Fn(Version) -> Vec<Case>) {
    for haproxy in Haproxy::all() {
        let version: Version = haproxy.version().parse().unwrap();
        let mut cases = cases(version);
        if std::env::var_os("HAPROXY_KIT_ALL").is_none() {
            cases = cases.into_iter().step_by(STRIDE).collect();
        }
        let agreement = expressions::compare(&haproxy, &cases);
        println!(
            "{kind} {version}: {} cases, {} of 1000 equal",
            agreement.cases,
            agreement.permille()
        );
        for case in &agreement.missed {
            println!("  missed: {case}");
        }
        for case in &agreement.wrong {
            println!("  wrong: {case}");
        }
        assert_eq!(agreement.wrong, [""; 0], "{kind} {version}");
        assert!(
            agreement.permille() >= least,
            "{kind} {version}: {:#?}",
            agreement.missed
        );
    }
}

#[test]
fn fetches_are_available_where_haproxy_has_them() {
    agree("contexts", 985, expressions::contexts);
}

#[test]
fn arguments_are_counted_as_haproxy_counts_them() {
    agree("calls", 975, expressions::calls);
}

#[test]
fn types_become_each_other_as_in_haproxy() {
    agree("casts", 980, expressions::casts);
}

#[test]
fn what_people_write_is_judged_as_haproxy_does() {
    agree("handpicked", 930, |_| expressions::handpicked());
}
