//! The typed model of the corpus: every statement typed, and text to model and back without loss.

use std::fs;

use haproxy_config::{Code, Document, Severity, Target};
use haproxy_kit_tests::haproxy::{Haproxy, Verdict};
use haproxy_kit_tests::{corpus, parallel};
use haproxy_model::version::Version;

/// What says that a statement, or a word of it, is not typed.
pub(crate) const UNTYPED: [Code; 4] = [
    Code::UNKNOWN_KEYWORD,
    Code::MISSING_ARGUMENT,
    Code::INVALID_ARGUMENT,
    Code::UNKNOWN_ARGUMENT,
];

fn target() -> Target {
    Target::new(Version::new(3, 2))
}

#[test]
fn every_statement_that_haproxy_accepts_is_typed() {
    let Some(entries) = corpus::entries("3.2") else {
        return;
    };
    let accepted: Vec<_> = entries
        .iter()
        .filter(|entry| entry.accepts != Some(false))
        .collect();
    let found = parallel::map(&accepted, |entry| {
        let document = Document::parse(fs::read(&entry.path).unwrap());
        let (config, diagnostics) = document.to_model(&target());
        let statements: usize = config
            .sections
            .iter()
            .map(|section| section.len() + 1)
            .sum();
        let untyped: Vec<String> = diagnostics
            .iter()
            .filter(|found| UNTYPED.contains(&found.code))
            .map(|found| {
                let line = document.lines().nth(found.span.line - 1).unwrap();
                let text = String::from_utf8_lossy(line.bytes()).trim().to_owned();
                format!("{}:{found}\n    {text}", entry.path.display())
            })
            .collect();
        (statements, untyped)
    });
    let statements: usize = found.iter().map(|(statements, _)| statements).sum();
    let untyped: Vec<String> = found.into_iter().flat_map(|(_, untyped)| untyped).collect();
    let typed = statements - untyped.len();
    #[expect(clippy::cast_precision_loss, reason = "a share for people")]
    let share = typed as f64 * 100.0 / statements as f64;
    println!("{typed} of {statements} statements are typed: {share:.2}%");
    assert!(
        untyped.is_empty(),
        "{} are not typed:\n{}",
        untyped.len(),
        untyped.join("\n")
    );
}

#[test]
fn a_model_printed_and_read_again_is_equal() {
    let Some(entries) = corpus::entries("3.2") else {
        return;
    };
    let differences = parallel::map(&entries, |entry| {
        let document = Document::parse(fs::read(&entry.path).unwrap());
        let (config, _) = document.to_model(&target());
        let fresh = Document::from_model(&config).unwrap();
        let (again, _) = fresh.to_model(&target());
        if again == config {
            return None;
        }
        let pairs = config.sections.iter().zip(&again.sections);
        let first = pairs.into_iter().find(|(one, other)| one != other);
        Some(format!("{}: {first:#?}", entry.path.display()))
    });
    let differences: Vec<String> = differences.into_iter().flatten().collect();
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}

#[test]
fn haproxy_says_the_same_of_a_fresh_print() {
    let Some(entries) = corpus::entries("3.2") else {
        return;
    };
    for haproxy in Haproxy::all() {
        let target = Target::from_environment(haproxy.environment()).unwrap();
        let found = parallel::map(&entries, |entry| {
            let mut text = fs::read(&entry.path).unwrap();
            if !text.ends_with(b"\n") {
                text.push(b'\n');
            }
            let document = Document::parse(text);
            if is_broken_as_text(&document, &target) {
                return None;
            }
            let fresh = Document::from_model(&document.to_model(&target).0).unwrap();
            // A copy of the original stands where the print stands, so that the same files are found.
            let folder = tempfile::tempdir().unwrap();
            let verdict = |document: &Document| {
                let path = folder.path().join("haproxy.cfg");
                fs::write(&path, document.to_bytes()).unwrap();
                haproxy.check_unless_it_crashes(&path)
            };
            let (original, printed) = (verdict(&document)?, verdict(&fresh)?);
            let equal = complaints(&original) == complaints(&printed);
            Some(if equal && original.accepts == printed.accepts {
                Ok(original.accepts)
            } else {
                let name = entry.path.display();
                Err(format!(
                    "{name}:\n{}\n--\n{}",
                    original.messages, printed.messages
                ))
            })
        });
        let compared: Vec<_> = found.into_iter().flatten().collect();
        let accepted = compared
            .iter()
            .filter(|verdict| matches!(verdict, Ok(true)))
            .count();
        let different: Vec<&String> = compared
            .iter()
            .filter_map(|found| found.as_ref().err())
            .collect();
        println!(
            "HAProxy {}: {} files compared, {accepted} accepted, {} different",
            haproxy.version(),
            compared.len(),
            different.len(),
        );
        assert!(
            different.is_empty(),
            "{}",
            different
                .into_iter()
                .cloned()
                .collect::<Vec<_>>()
                .join("\n\n")
        );
    }
}

/// Whether HAProxy refuses the text itself, so that the fault does not reach a model.
fn is_broken_as_text(document: &Document, target: &Target) -> bool {
    let evaluated = document.evaluate(&target.environment).diagnostics;
    document
        .diagnostics()
        .iter()
        .chain(&evaluated)
        .any(|found| found.severity == Severity::Error)
}

/// What HAProxy refuses, without the places and other numbers.
fn complaints(verdict: &Verdict) -> Vec<String> {
    let alerts = verdict
        .messages
        .lines()
        .filter(|line| line.starts_with("[ALERT]"));
    let without_paths = alerts.map(|line| {
        let words = line.split(' ').filter(|word| !word.contains('/'));
        words.collect::<Vec<_>>().join(" ")
    });
    without_paths
        .map(|line| line.replace(|character: char| character.is_ascii_digit(), ""))
        .collect()
}
