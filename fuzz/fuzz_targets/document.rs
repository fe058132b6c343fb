//! Any bytes become a document that prints back the same, and nothing panics on them.
#![no_main]

use haproxy_config::{Document, Environment, FormatOptions};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let document = Document::parse(bytes);
    assert_eq!(document.to_bytes(), bytes);
    let _ = document.diagnostics();
    let environment = Environment::new("3.2.0").with_variable("A", " b  c ");
    let _ = document.evaluate(&environment);
    let _ = document.expand(&environment);
    let _ = document.formatted(&FormatOptions::default());
});
