//! Prints how many bytes a document takes in memory for each byte of its file.
//!
//! It is a process of its own, so that nothing else is measured: `memory-of-document BACKENDS`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::cast_precision_loss,
    reason = "a part of the tests"
)]

use std::hint::black_box;

use haproxy_config::Document;
use haproxy_kit_tests::generate;

fn main() {
    let backends = std::env::args().nth(1).expect("the number of backends");
    let text = generate::configuration(backends.parse().unwrap(), 10).into_bytes();
    let length = text.len();
    let before = resident_bytes();
    // The document keeps the text, which is in memory already.
    let document = black_box(Document::parse(text));
    let held = length + resident_bytes() - before;
    println!("{:.2}", held as f64 / length as f64);
    drop(document);
}

/// The memory that this process occupies.
fn resident_bytes() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with("VmRSS:"));
    let kilobytes: usize = line
        .and_then(|line| line.split_ascii_whitespace().nth(1)?.parse().ok())
        .expect("Linux says it in kilobytes");
    kilobytes * 1024
}
