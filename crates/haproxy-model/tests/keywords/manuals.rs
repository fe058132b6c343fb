//! Every keyword that a manual describes is in a table, with the versions that describe it.

use std::collections::BTreeSet;

use crate::dump::starts_with;
use crate::manual::Manual;
use crate::reference::Reference;
use crate::tables::{self, is_in};

/// Lines that look like a keyword's heading, and why no table has them.
const EXCEPTIONS: &[(&str, &str, &str)] = &[
    ("listen", "hash-key", "a server's parameter"),
    ("peers", "enable", "means `enabled`"),
    ("server", "no-verifyhost", "refused by every version tried"),
];

/// Keywords that stand, or not, where the manual says otherwise.
const SECTIONS: &[(&str, &str, &str)] = &[
    ("defaults", "server-state-file-name", "accepted"),
    ("frontend", "stats http-request", "accepted"),
    ("listen", "hash-balance-factor", "accepted"),
    ("listen", "option http-drop-request-trailers", "accepted"),
    ("backend", "option smtpchk", "accepted"),
    ("frontend", "option smtpchk", "ignored"),
];

/// Keywords that are in a version though its manual does not say so, and why.
const UNDESCRIBED: &[(&str, &str, &str)] = &[
    ("tcp-request content", "set-nice", "one action of all rules"),
    (
        "tcp-response content",
        "set-nice",
        "one action of all rules",
    ),
];

#[test]
fn described_keywords_are_known() {
    let Some(reference) = Reference::get() else {
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
            if words.is_empty() || is_one_of(EXCEPTIONS, place, &words) {
                continue;
            }
            // A heading may name arguments as well, or only the first word of several keywords.
            let mut found = table
                .into_iter()
                .filter(|known| {
                    tables::starts(&words, known)
                        || tables::names(known).any(|name| starts_with(name, &words))
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
    let Some(reference) = Reference::get() else {
        return;
    };
    let mut faults = BTreeSet::new();
    let mut judged = BTreeSet::new();
    // Sections come and go: the newest manual with a keyword counts.
    for manual in reference.manuals.iter().rev() {
        for heading in &manual.headings {
            let place = heading.place;
            let table = tables::keywords(place).unwrap_or_default();
            let Some(described) = heading.sections.filter(|_| place == "listen") else {
                continue;
            };
            let words = heading.words().join(" ");
            let matching = table
                .into_iter()
                .filter(|known| tables::starts(&words, known));
            let Some(known) = matching.max_by_key(|known| known.name.len()) else {
                continue;
            };
            let name = known.name;
            if judged
                .iter()
                .any(|(at, it)| *at > manual.version && *it == name)
            {
                continue;
            }
            judged.insert((manual.version, name));
            for (section, described) in ["defaults", "frontend", "listen", "backend"]
                .into_iter()
                .zip(described)
            {
                if known.sections.contains(&section) != described
                    && !is_one_of(SECTIONS, section, name)
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
    let Some(reference) = Reference::get() else {
        return;
    };
    let mut faults = BTreeSet::new();
    for place in tables::places() {
        for known in tables::keywords(place).unwrap_or_default() {
            let listed =
                |version| tables::names(known).any(|name| reference.mentions(version, place, name));
            // What no manual describes says nothing of the versions.
            let is_described =
                |manual: &Manual| tables::names(known).any(|name| manual.mentions(place, name));
            let in_any = reference.manuals.iter().any(is_described);
            for manual in &reference.manuals {
                if in_any
                    && !is_one_of(UNDESCRIBED, place, known.name)
                    && is_in(place, known, manual.version)
                    && !listed(manual.version)
                {
                    let (name, version) = (known.name, manual.version);
                    faults.insert(format!("{place}: '{name}' is not in {version}"));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

fn is_one_of(exceptions: &[(&str, &str, &str)], place: &str, words: &str) -> bool {
    let mut exceptions = exceptions.iter();
    exceptions.any(|(at, name, _)| *at == place && *name == words)
}
