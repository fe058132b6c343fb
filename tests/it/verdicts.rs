//! Small configurations, most of them about one fault: we refuse those that HAProxy refuses.

use std::fs;
use std::path::Path;

use haproxy_kit_tests::cases::{Case, disagreements};
use haproxy_kit_tests::haproxy::Haproxy;

fn cases() -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("it/verdicts");
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    let texts = files.iter().map(|file| fs::read_to_string(file).unwrap());
    texts.flat_map(|text| Case::all_of(&text)).collect()
}

#[test]
fn we_refuse_what_haproxy_refuses() {
    let cases = cases();
    assert!(cases.len() > 100, "{} cases", cases.len());
    for haproxy in Haproxy::all() {
        let wrong = disagreements(&haproxy, &cases);
        let wrong: Vec<String> = wrong.iter().map(ToString::to_string).collect();
        assert!(
            wrong.is_empty(),
            "{}: {}",
            haproxy.version(),
            wrong.join("\n")
        );
    }
}
