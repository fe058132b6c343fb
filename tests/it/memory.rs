//! How much memory documents take.

use std::process::Command;

/// A document may take so many times its file.
const LIMIT: f64 = 6.0;

#[test]
fn a_document_takes_little_more_memory_than_its_file() {
    for backends in ["1000", "10000"] {
        let output = Command::new(env!("CARGO_BIN_EXE_memory-of-document"))
            .arg(backends)
            .output()
            .unwrap();
        let times: f64 = String::from_utf8(output.stdout)
            .unwrap()
            .trim()
            .parse()
            .unwrap();
        println!("{backends} backends: {times} times the file");
        assert!(
            times <= LIMIT,
            "{backends} backends: {times} times the file"
        );
    }
}
