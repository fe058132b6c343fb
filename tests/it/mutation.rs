//! Our verdict on configurations with small faults is HAProxy's.

use haproxy_kit_tests::haproxy::Haproxy;
use haproxy_kit_tests::mutation;

/// The mutants of each configuration.
const SAMPLE: usize = 3;
/// The least share of equal verdicts, of hundred.
const EQUAL: f64 = 98.0;
/// The greatest share of errors where HAProxy accepts, of hundred.
const FALSE_ERRORS: f64 = 0.5;

#[test]
fn a_sample_of_mutants_is_judged_as_haproxy_judges_it() {
    let Some(summary) = mutation::compare(&Haproxy::of("3.2"), SAMPLE) else {
        return;
    };
    println!("{summary}");
    assert!(summary.agreed.all > 300, "{summary}");
    assert!(summary.agreed.percent() >= EQUAL, "{summary}");
    let false_errors = 100.0 - summary.without_false_error.percent();
    assert!(false_errors <= FALSE_ERRORS, "{summary}");
}
