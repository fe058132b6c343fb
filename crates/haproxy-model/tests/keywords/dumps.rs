//! Every keyword that HAProxy registers is in a table, with the versions that register it.

use std::collections::BTreeSet;

use haproxy_model::version::Version;

use crate::dump::starts_with;
use crate::reference::Reference;
use crate::tables::{self, is_in};

/// Registered keywords that no table has, or not for this version, and why.
const EXCEPTIONS: &[(&str, &str, &str)] = &[
    ("global", "nbproc", "registered to be refused"),
    ("global", "tune.chksize", "registered to be refused"),
    ("bind", "process", "registered to be refused"),
    ("listen", "clitimeout", "registered to be refused"),
    ("listen", "contimeout", "registered to be refused"),
    ("listen", "srvtimeout", "registered to be refused"),
    (
        "server",
        "usesrc",
        "an argument of `source`, refused by itself",
    ),
];

/// Keywords that only some builds of a version register, and what those are built with.
const OPTIONAL: &[(&str, &str)] = &[("ot-group", "OpenTracing")];

#[test]
fn registered_keywords_are_known() {
    let Some(reference) = Reference::get() else {
        return;
    };
    let mut faults = BTreeSet::new();
    for dump in &reference.dumps {
        for (place, keyword) in &dump.keywords {
            let Some(table) = tables::keywords(place) else {
                continue;
            };
            if is_excepted(place, keyword) {
                continue;
            }
            let mut found = table
                .into_iter()
                .filter(|known| tables::names(known).any(|name| starts_with(name, keyword)))
                .peekable();
            if found.peek().is_none() {
                faults.insert(format!("{place}: '{keyword}' is not known"));
            } else if !found.any(|known| is_in(place, known, dump.version)) {
                faults.insert(format!("{place}: '{keyword}' is in {}", dump.version));
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn versions_that_register_no_such_keyword_have_none() {
    let Some(reference) = Reference::get() else {
        return;
    };
    let mut faults = BTreeSet::new();
    for place in tables::places() {
        for known in tables::keywords(place).unwrap_or_default() {
            if OPTIONAL.iter().any(|(name, _)| *name == known.name) {
                continue;
            }
            let listed = |version: Version| {
                let names = tables::names(known);
                names
                    .into_iter()
                    .any(|name| reference.mentions(version, place, name))
            };
            let in_any = reference.dumps.iter().any(|dump| listed(dump.version));
            for dump in &reference.dumps {
                if in_any && is_in(place, known, dump.version) && !listed(dump.version) {
                    let (name, version) = (known.name, dump.version);
                    faults.insert(format!("{place}: '{name}' is not in {version}"));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn exceptions_are_needed() {
    let Some(reference) = Reference::get() else {
        return;
    };
    for (place, keyword, reason) in EXCEPTIONS {
        assert!(!reason.is_empty());
        let mut dumps = reference.dumps.iter();
        assert!(dumps.any(|dump| dump.has(place, keyword)), "{keyword}");
    }
}

fn is_excepted(place: &str, keyword: &str) -> bool {
    let mut exceptions = EXCEPTIONS.iter();
    exceptions.any(|(at, name, _)| *at == place && *name == keyword)
}
