//! HAProxy accepts a configuration of the corpus under other names if it did before.

use std::fs;

use haproxy_config::Document;
use haproxy_kit_tests::haproxy::Haproxy;
use haproxy_kit_tests::{corpus, parallel};
use haproxy_model::reference::NameKind;
use haproxy_model::section_kind::SectionKind;

/// Gives everything another name that has one, and tells how many things that were.
fn rename_all(document: &mut Document) -> usize {
    let mut count = 0;
    let most = LINES / document.line_count().max(1);
    for (section, kind, name) in defined_inside(document).into_iter().take(most) {
        let Some(section) = document.section_at(section) else {
            continue;
        };
        let (own, proxy) = (
            section.kind(),
            section.name().unwrap_or_default().into_owned(),
        );
        let new = format!("new-{name}");
        let renamed = match kind {
            NameKind::Acl => document.rename_acl(own, &proxy, &name, &new),
            _ => document.rename_server(&proxy, &name, &new),
        };
        count += usize::from(renamed.is_ok_and(|renamed| !renamed.changed.is_empty()));
    }
    let sections: Vec<(SectionKind, String)> = document
        .sections()
        .filter_map(|section| Some((section.kind(), section.name()?.into_owned())))
        .take(most)
        .collect();
    for (kind, name) in sections {
        let renamed = document.rename_section(kind, &name, &format!("new-{name}"));
        count += usize::from(renamed.is_ok());
    }
    count
}

/// What sections define: the section's index, the kind of thing and its name.
fn defined_inside(document: &Document) -> Vec<(usize, NameKind, String)> {
    let mut found = Vec::new();
    for line in document.names() {
        for kind in [NameKind::Acl, NameKind::Server] {
            let names = line.definitions(kind).filter(|mention| !mention.dynamic);
            found.extend(names.map(|mention| (line.section, kind, mention.name.clone())));
        }
    }
    found.dedup();
    found
}

/// So many lines are read for the names of a file: each change reads the file anew.
const LINES: usize = 20_000;

#[test]
fn haproxy_accepts_other_names() {
    let Some(entries) = corpus::entries("3.2") else {
        return;
    };
    let pairs = parallel::map(&entries, |entry| {
        let document = Document::parse(fs::read(&entry.path).unwrap());
        let mut renamed = document.clone();
        let count = rename_all(&mut renamed);
        (document, renamed, count)
    });
    let indexes: Vec<usize> = (0..pairs.len()).collect();
    for haproxy in Haproxy::all() {
        let found = parallel::map(&indexes, |index| {
            let (document, renamed, count) = &pairs[*index];
            let folder = tempfile::tempdir().unwrap();
            let verdict = |document: &Document| {
                let path = folder.path().join("haproxy.cfg");
                fs::write(&path, document.to_bytes()).unwrap();
                haproxy.check_unless_it_crashes(&path)
            };
            if !verdict(document)?.accepts {
                return None;
            }
            let after = verdict(renamed)?;
            Some(if after.accepts {
                Ok(*count)
            } else {
                let path = entries[*index].path.display();
                Err(format!("{path}:\n{}", after.messages))
            })
        });
        let accepted: Vec<_> = found.into_iter().flatten().collect();
        let names: usize = accepted
            .iter()
            .filter_map(|found| found.as_ref().ok())
            .sum();
        let refused: Vec<String> = accepted
            .iter()
            .filter_map(|found| found.as_ref().err().cloned())
            .collect();
        println!(
            "HAProxy {}: {} files accepted, {names} names changed, {} refused then",
            haproxy.version(),
            accepted.len(),
            refused.len(),
        );
        assert!(refused.is_empty(), "{}", refused.join("\n\n"));
    }
}
