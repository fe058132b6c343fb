//! Every keyword that a manual describes is in a table, with the versions that describe it.

use std::collections::BTreeSet;

use crate::dump::starts_with;
use crate::manual::Manual;
use crate::reference::Reference;
use crate::tables::{self, is_in};

/// Lines that look like a keyword's heading, and why no table has them.
const EXCEPTIONS: &[(&str, &str, &str)] = &[
    ("peers", "enable", "means `enabled`"),
    ("server", "no-verifyhost", "refused by every version tried"),
];

#[test]
fn described_keywords_are_known() {
    let Some(reference) = Reference::read() else {
        return;
    };
    let mut faults = BTreeSet::new();
    for manual in &reference.manuals {
        for heading in &manual.headings {
            let Some(table) = tables::keywords(heading.place) else {
                continue;
            };
            let (place, text, version) = (heading.place, &heading.text, manual.version);
            let words = heading.words().join(" ");
            if words.is_empty() || is_excepted(place, &words) {
                continue;
            }
            // A heading may name arguments as well, or only the first word of several keywords.
            let mut found = table
                .into_iter()
                .filter(|known| {
                    tables::names(known)
                        .any(|name| starts_with(&words, name) || starts_with(name, &words))
                })
                .peekable();
            if found.peek().is_none() {
                faults.insert(format!("{place}: '{text}' is not known"));
            } else if !found.any(|known| is_in(place, known, version)) {
                faults.insert(format!("{place}: '{text}' is in {version}"));
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn keywords_stand_in_the_sections_described() {
    let Some(reference) = Reference::read() else {
        return;
    };
    let mut faults = BTreeSet::new();
    for manual in &reference.manuals {
        for heading in &manual.headings {
            let place = heading.place;
            let table = tables::keywords(place).unwrap_or_default();
            let Some(described) = heading.sections.filter(|_| place == "listen") else {
                continue;
            };
            let words = heading.words().join(" ");
            let matching = table
                .into_iter()
                .filter(|known| tables::names(known).any(|name| starts_with(&words, name)));
            let Some(known) = matching.max_by_key(|known| known.name.len()) else {
                continue;
            };
            let name = known.name;
            for (section, described) in ["defaults", "frontend", "listen", "backend"]
                .into_iter()
                .zip(described)
            {
                if known.sections.contains(&section) != described
                    && !is_excepted(section, name)
                    && is_in(place, known, manual.version)
                {
                    let stands = if described { "stands" } else { "stands not" };
                    faults.insert(format!("{section}: '{name}' {stands} there"));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn versions_that_describe_no_such_keyword_have_none() {
    let Some(reference) = Reference::read() else {
        return;
    };
    let mut faults = BTreeSet::new();
    for place in tables::places() {
        for known in tables::keywords(place).unwrap_or_default() {
            let listed =
                |version| tables::names(known).any(|name| reference.mentions(version, place, name));
            // What no manual describes says nothing of the versions.
            let is_described =
                |manual: &Manual| tables::names(known).any(|name| manual.mentions(name));
            let in_any = reference.manuals.iter().any(is_described);
            for manual in &reference.manuals {
                if in_any && is_in(place, known, manual.version) && !listed(manual.version) {
                    let (name, version) = (known.name, manual.version);
                    faults.insert(format!("{place}: '{name}' is not in {version}"));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

fn is_excepted(place: &str, words: &str) -> bool {
    let mut exceptions = EXCEPTIONS.iter();
    exceptions.any(|(at, name, _)| *at == place && *name == words)
}
