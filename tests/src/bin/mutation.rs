//! Prints how often we judge small faults as HAProxy 3.2 does, and writes where we do not.
//!
//! `mutation COUNT` makes so many faults in each configuration of the corpus; 200 unless told. The
//! disagreements are in `target/conformance`.

use haproxy_kit_tests::haproxy::Haproxy;
use haproxy_kit_tests::mutation;

fn main() {
    let count = std::env::args().nth(1);
    let count = count.and_then(|count| count.parse().ok()).unwrap_or(200);
    if let Some(summary) = mutation::compare(&Haproxy::of("3.2"), count) {
        println!("{summary}");
        summary.write_misses();
    }
}
