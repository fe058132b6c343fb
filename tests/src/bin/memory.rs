//! Prints how much memory a document and its model take, in multiples of the file's size.
//!
//! `memory BACKENDS` generates a configuration of so many backends of 10 servers and prints, a line
//! each, what is held at the most: `bytes`, `document`, `document and model`.
#![allow(clippy::unwrap_used, reason = "support code of tests")]

use std::fs;
use std::hint::black_box;

use haproxy_config::{Document, Target};
use haproxy_kit_tests::generate;
use haproxy_kit_tests::speed::peak_in;
use haproxy_model::version::Version;

fn main() {
    let backends = std::env::args()
        .nth(1)
        .and_then(|count| count.parse().ok())
        .unwrap_or(10_000);
    let text = generate::configuration(backends, 10).into_bytes();
    let size = text.len();
    let without = peak() - size;
    println!("bytes {size}");
    let document = Document::parse(text);
    println!("document {:.2}", ratio(peak() - without, size));
    let model = document.to_model(&Target::new(Version::new(3, 2)));
    println!("document and model {:.2}", ratio(peak() - without, size));
    black_box((document, model));
}

/// The most memory that this process ever held, in bytes.
fn peak() -> usize {
    peak_in(&fs::read_to_string("/proc/self/status").unwrap()).unwrap()
}

#[expect(clippy::cast_precision_loss, reason = "a figure for people")]
fn ratio(bytes: usize, of: usize) -> f64 {
    bytes as f64 / of as f64
}
