//! `docs/route-differences.md`: each difference has its lines before and after, and a test that is there.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// The tests below a folder, by the names of their files and folders: `traffic::limits::it_is_so`.
fn tests_below(folder: &Path, name: &str, tests: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let own = path.file_stem().unwrap().to_str().unwrap();
        let own = [name, own].into_iter().filter(|part| !part.is_empty());
        let own = own.collect::<Vec<_>>().join("::");
        if path.is_dir() {
            tests_below(&path, &own, tests);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = std::fs::read_to_string(&path).unwrap();
            for (_, function) in text
                .split("#[test]\n")
                .skip(1)
                .filter_map(|text| text.split_once("fn "))
            {
                let function = function.split('(').next().unwrap();
                tests.insert(format!("{own}::{function}"));
            }
        }
    }
}

#[test]
fn every_difference_names_tests_that_there_are() {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut tests = BTreeSet::new();
    tests_below(&root.join("tests/traffic"), "traffic", &mut tests);
    tests_below(&root.join("crates/haproxy-route/tests"), "", &mut tests);
    let text = std::fs::read_to_string(root.join("docs/route-differences.md")).unwrap();
    let mut count = 0;
    for row in text.lines().filter(|line| line.starts_with("| ")) {
        // A bar inside a line of configuration has a backslash before it.
        let row = row.replace("\\|", "");
        let cells: Vec<_> = row.trim_matches('|').split(" | ").map(str::trim).collect();
        assert_eq!(cells.len(), 4, "{row}");
        assert!(cells.iter().all(|cell| !cell.is_empty()), "{row}");
        if cells[0] == "what" {
            continue;
        }
        count += 1;
        if cells[3] == "the same" {
            continue;
        }
        let names: Vec<_> = cells[3].split('`').skip(1).step_by(2).collect();
        assert!(!names.is_empty(), "{row}");
        let folder = names[0].rsplit_once("::").unwrap().0;
        for name in &names {
            let is_there = tests.contains(*name) || tests.contains(&format!("{folder}::{name}"));
            assert!(is_there, "there is no test {name}");
        }
    }
    assert!(count > 50, "{count} differences");
}
