//! How much memory a document and its model take, measured in a process of their own.

use std::process::Command;

/// The most that a document may take, in multiples of its file.
const DOCUMENT: f64 = 6.0;
/// The most that a document and its model may take together, in multiples of the file.
const MODEL: f64 = 20.0;

#[test]
fn memory_grows_with_the_file_and_no_more() {
    for backends in ["1000", "10000"] {
        let output = Command::new(env!("CARGO_BIN_EXE_memory"))
            .arg(backends)
            .output()
            .unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        print!("{backends} backends:\n{text}");
        let figure = |name: &str| -> f64 {
            let line = text
                .lines()
                .find_map(|line| line.strip_prefix(name))
                .unwrap();
            line.trim().parse().unwrap()
        };
        assert!(figure("document ") <= DOCUMENT, "{text}");
        assert!(figure("document and model ") <= MODEL, "{text}");
    }
}
