//! Line by line, our check refuses what HAProxy refuses.

use std::collections::BTreeSet;

use haproxy_config::{CheckOptions, Document, Severity, Target};
use haproxy_kit_tests::haproxy::{Haproxy, Verdict};
use haproxy_kit_tests::{fixtures, parallel};

/// The lines of a configuration that HAProxy refuses, and those that we do, where that is not the
/// same.
fn disagreement(haproxy: &Haproxy, file: &std::path::Path) -> Option<String> {
    let verdict = haproxy.check(file);
    let theirs: BTreeSet<usize> = verdict.refused_lines().into_iter().collect();
    let target = Target::from_environment(haproxy.environment()).unwrap();
    let text = std::fs::read(file).unwrap();
    let found = Document::parse(text.clone()).check(&CheckOptions::new(target));
    let errors = found.iter().filter(|one| one.severity == Severity::Error);
    let ours: BTreeSet<usize> = errors.map(|one| one.span.line).collect();
    let told = |lines: &BTreeSet<usize>, others: &BTreeSet<usize>| -> String {
        let text = String::from_utf8_lossy(&text);
        let lines = lines.difference(others);
        let lines = lines.map(|line| {
            let text = text.lines().nth(line - 1).unwrap_or_default();
            format!("    {line}: {} {}\n", text.trim(), said(&verdict, *line))
        });
        lines.collect()
    };
    (ours != theirs).then(|| {
        format!(
            "{} in {}:\n  it alone refuses\n{}  we alone refuse\n{}",
            haproxy.version(),
            file.display(),
            told(&theirs, &ours),
            told(&ours, &theirs)
        )
    })
}

fn said(verdict: &Verdict, line: usize) -> &str {
    let place = format!(":{line}]");
    let mut messages = verdict.messages.lines();
    messages
        .find(|message| message.contains(&place))
        .and_then(|message| message.split_once(&place))
        .map_or("", |(_, message)| message)
}

#[test]
fn the_lines_that_haproxy_refuses_are_refused() {
    let files = fixtures("refusals");
    let found = Haproxy::all()
        .iter()
        .flat_map(|haproxy| {
            let found = parallel::map(&files, |file| disagreement(haproxy, file));
            found.into_iter().flatten().collect::<Vec<_>>()
        })
        .collect::<Vec<_>>();
    assert!(found.is_empty(), "{}", found.join("\n"));
}
