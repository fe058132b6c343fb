//! Prints how often our check says what HAProxy says, and writes where it does not.
//!
//! The lists are in `target/conformance`, one for each judge and kind of disagreement.

use haproxy_kit_tests::conformance::{Comparison, Judge};

fn main() {
    let judges = Judge::verdicts_of_all()
        .into_iter()
        .chain(Judge::haproxies());
    for judge in judges {
        let Some(comparison) = Comparison::with(&judge) else {
            return;
        };
        println!("{comparison}");
        comparison.write_misses();
    }
}
