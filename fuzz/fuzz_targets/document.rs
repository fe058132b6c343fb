//! Any bytes print back the same, and nothing that reads them panics.
#![no_main]

use haproxy_config::{Document, Environment, Line};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let document = Document::parse(bytes);
    assert_eq!(document.to_bytes(), bytes);
    document.diagnostics();
    for line in document.lines() {
        read(&line);
    }
    for section in document.sections() {
        (section.name(), section.from_word());
        assert!(section.lines().len() > 0);
    }
    let environment = Environment::new("3.2.0")
        .with_variable("SET", "value")
        .with_variable("LIST", " one  two ");
    document.expand(&environment);
    document.evaluate(&environment);
    document.evaluate(&Environment::new("2.6.0"));
});

fn read(line: &Line<'_>) {
    (line.indent(), line.comment(), line.words_range());
    for word in line.words() {
        assert!(!word.raw().is_empty());
        assert!(word.has_variable() || word.value().is_some());
        word.parts().for_each(drop);
    }
}
