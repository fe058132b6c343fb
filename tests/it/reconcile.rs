//! Documents made to mean another model: no line changes whose meaning stays.

mod edit;

use std::collections::BTreeMap;
use std::fs;
use std::time::Instant;

use edit::{Edit, edit, edited};
use haproxy_config::{Document, LineKind, ReconcileError, Target};
use haproxy_kit_tests::{corpus, generate, parallel};
use haproxy_model::version::Version;
use proptest::prelude::*;

fn target() -> Target {
    Target::new(Version::new(3, 2))
}

#[test]
fn its_own_model_changes_no_byte() {
    let Some(files) = corpus::files() else {
        return;
    };
    parallel::map(&files, |path| {
        let bytes = fs::read(path).unwrap();
        let mut document = Document::parse(bytes.clone());
        let (own, _) = document.to_model(&target());
        let summary = document.reconcile(&own, &target()).unwrap();
        assert!(summary.is_empty(), "{}", path.display());
        // The model of a fresh print is the same one in a canonical spelling.
        let (fresh, _) = Document::from_model(&own).unwrap().to_model(&target());
        document.reconcile(&fresh, &target()).unwrap();
        assert!(document.to_bytes() == bytes, "{}", path.display());
    });
}

/// How many lines that are not blank are only in the first text, and only in the second.
fn line_changes(before: &str, after: &str) -> (usize, usize) {
    let mut counts: BTreeMap<&str, isize> = BTreeMap::new();
    for line in before.lines().filter(|line| !line.trim().is_empty()) {
        *counts.entry(line).or_default() -= 1;
    }
    for line in after.lines().filter(|line| !line.trim().is_empty()) {
        *counts.entry(line).or_default() += 1;
    }
    let sum = |sign: isize| -> usize {
        let counts = counts
            .values()
            .map(|count| (count * sign).max(0).unsigned_abs());
        counts.sum()
    };
    (sum(-1), sum(1))
}

fn check(text: &str, edit: &Edit) -> Result<(), TestCaseError> {
    let mut document = Document::parse(text);
    let Some((wanted, removes, adds)) = edited(&document, edit) else {
        return Ok(());
    };
    let (wanted, _) = Document::parse(wanted).to_model(&target());
    let is_conditional = document
        .lines()
        .any(|line| matches!(line.kind(), LineKind::Directive(_)));
    match document.reconcile(&wanted, &target()) {
        Ok(_) => {}
        Err(ReconcileError::CrossesBlock { .. }) if is_conditional => {
            prop_assert_eq!(document.to_string(), text);
            return Ok(());
        }
        Err(error) => return Err(TestCaseError::fail(error.to_string())),
    }
    let after = document.to_string();
    prop_assert!(document.to_model(&target()).0 == wanted, "{}", after);
    let (gone, come) = line_changes(text, &after);
    prop_assert!(
        gone <= removes && come <= adds,
        "-{} +{}\n{}",
        gone,
        come,
        after
    );
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn one_edit_changes_its_lines_only(edit in edit()) {
        check(&generate::configuration(5, 4), &edit)?;
    }

    #[test]
    fn one_edit_of_a_real_file_changes_its_lines_only(file in any::<usize>(), edit in edit()) {
        static FILES: std::sync::OnceLock<Vec<String>> = std::sync::OnceLock::new();
        let files = FILES.get_or_init(|| {
            let paths = corpus::files().unwrap_or_default();
            let texts = paths.iter().filter_map(|path| fs::read_to_string(path).ok());
            texts.filter(|text| text.len() < 20_000).collect()
        });
        if !files.is_empty() {
            check(&files[file % files.len()], &edit)?;
        }
    }
}

#[test]
fn one_changed_server_of_many_costs_less_than_reading_twice() {
    let text = generate::configuration(1_000, 10);
    let wanted = text.replace(
        "10.2.0.5:8080 check inter 5s",
        "10.2.0.5:8081 check inter 5s",
    );
    let (wanted, _) = Document::parse(wanted).to_model(&target());
    let fastest = |job: &mut dyn FnMut()| {
        let run = |()| {
            let start = Instant::now();
            job();
            start.elapsed()
        };
        [(); 5].map(run).into_iter().min().unwrap()
    };
    let document = Document::parse(text);
    let reading = fastest(&mut || drop(document.to_model(&target())));
    let mut copies: Vec<Document> = (0..5).map(|_| document.clone()).collect();
    let reconciling = fastest(&mut || {
        let mut document = copies.pop().unwrap();
        assert_eq!(document.reconcile(&wanted, &target()).unwrap().changed, 1);
        // Dropping the document is not part of it.
        std::mem::forget(document);
    });
    println!("reading takes {reading:?}, reconciling {reconciling:?}");
    assert!(reconciling < reading * 2, "{reconciling:?} for {reading:?}");
}
