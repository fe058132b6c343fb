//! Our check says what HAProxy says.

use haproxy_kit_tests::conformance::{Comparison, Judge, Share};

/// The version whose files and lines are held to more.
const NEWEST: &str = "verdicts of 3.4";
/// The least share of its refused files that have an error of ours, of hundred.
const NEWEST_REFUSED_FILES: f64 = 98.0;
/// The least share of its refused lines that have an error of ours, of hundred.
const NEWEST_REFUSED_LINES: f64 = 99.0;

/// The least share of refused files that have an error of ours, of hundred.
const REFUSED_FILES: f64 = 96.0;
/// The least share of refused lines that have an error of ours, of hundred.
const REFUSED_LINES: f64 = 97.5;
/// The least share of warned lines that have a finding of ours, of hundred.
const WARNED_LINES: f64 = 90.0;

#[test]
fn our_check_agrees_with_the_verdicts_of_every_version() {
    for judge in Judge::verdicts_of_all() {
        let Some(comparison) = Comparison::with(&judge) else {
            return;
        };
        hold(&comparison);
    }
}

#[test]
fn our_check_agrees_with_real_haproxy() {
    for judge in Judge::haproxies() {
        let Some(comparison) = Comparison::with(&judge) else {
            return;
        };
        hold(&comparison);
    }
}

fn hold(comparison: &Comparison) {
    println!("{comparison}");
    let figures = &comparison.figures;
    let false_errors = &comparison.misses.false_errors;
    assert!(false_errors.is_empty(), "{}", false_errors.join("\n"));
    let (files, lines) = if comparison.judge == NEWEST {
        (NEWEST_REFUSED_FILES, NEWEST_REFUSED_LINES)
    } else {
        (REFUSED_FILES, REFUSED_LINES)
    };
    at_least(figures.refused_files, files, comparison);
    at_least(figures.refused_lines, lines, comparison);
    at_least(figures.warned_lines, WARNED_LINES, comparison);
}

fn at_least(share: Share, percent: f64, comparison: &Comparison) {
    assert!(
        share.percent() >= percent,
        "{share} is below {percent}%: {comparison}"
    );
}
