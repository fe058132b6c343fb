//! Small configurations, most of them about one fault: we refuse those that HAProxy refuses.
//!
//! A case is a line `### name`, and the configuration below it.

use std::fs;
use std::path::Path;

use haproxy_config::Severity;
use haproxy_kit_tests::conformance::{findings, target};
use haproxy_kit_tests::haproxy::Haproxy;
use haproxy_kit_tests::parallel;

struct Case {
    name: String,
    text: String,
}

fn cases() -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("it/verdicts");
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    let text: String = files
        .iter()
        .map(|file| fs::read_to_string(file).unwrap())
        .collect();
    text.split("### ")
        .filter_map(|case| case.split_once('\n'))
        .map(|(name, text)| Case {
            name: name.to_owned(),
            text: text.to_owned(),
        })
        .collect()
}

/// What we and HAProxy say differently; nothing where it says nothing of the text itself.
fn disagreement(haproxy: &Haproxy, case: &Case) -> Option<String> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("case.cfg");
    fs::write(&file, &case.text).unwrap();
    let verdict = haproxy.check_unless_it_crashes(&file)?;
    let refuses = verdict.refuses_text()?;
    let version = haproxy.version().parse().unwrap();
    let environment = haproxy.environment();
    let target = target(version, Some(&environment), Some(haproxy.local_peer()));
    let found = findings(case.text.as_bytes(), &target);
    let errors: Vec<String> = found
        .iter()
        .filter(|found| found.severity == Severity::Error)
        .map(ToString::to_string)
        .collect();
    if refuses != errors.is_empty() {
        return None;
    }
    let (name, messages) = (&case.name, &verdict.messages);
    let errors = errors.join("\n");
    Some(format!(
        "{version} {name}: HAProxy refuses it: {refuses}\n{messages}\n{errors}"
    ))
}

#[test]
fn we_refuse_what_haproxy_refuses() {
    let cases = cases();
    assert!(cases.len() > 100, "{} cases", cases.len());
    for haproxy in Haproxy::all() {
        let wrong = parallel::map(&cases, |case| disagreement(&haproxy, case));
        let wrong: Vec<String> = wrong.into_iter().flatten().collect();
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}
