//! What a migration makes of the corpus.

use std::fs;
use std::path::{Path, PathBuf};

use haproxy_config::{Document, MigrateOptions, Migration, NoteKind};
use haproxy_kit_tests::haproxy::{Haproxy, Verdict};
use haproxy_kit_tests::{corpus, parallel};
use haproxy_model::version::Version;

/// What HAProxy says of keywords and forms that it has no more.
const OF_REMOVED: [&str; 8] = [
    "not supported any",
    "not supported anymore",
    "doesn't exist anymore",
    "please use the 'bind' keyword",
    "hiding headers or body",
    "Missing LF on last line",
    "unknown keyword 'debug'",
    "unknown option 'independant-streams'",
];

/// What HAProxy says of what is missing on this machine, and what follows from other alerts.
const OF_SURROUNDINGS: [&str; 12] = [
    "cannot find user id",
    "cannot find group id",
    "error opening file",
    "unable to stat SSL certificate",
    "stat() failed",
    "error encountered while processing 'spoe'",
    "could not resolve address",
    "Failed to initialize server(s) addr",
    "Error(s) found in configuration file",
    "Fatal errors found in configuration",
    "unable to find local peer",
    "'listen' or 'defaults' expected",
];

fn migrated(document: &Document, version: &str) -> (Document, Migration) {
    let mut document = document.clone();
    let version: Version = version.parse().unwrap();
    let migration = document.migrate(&MigrateOptions::new(version));
    (document, migration)
}

fn verdict(haproxy: &Haproxy, folder: &Path, document: &Document) -> Option<Verdict> {
    let path = folder.join("haproxy.cfg");
    fs::write(&path, document.to_bytes()).unwrap();
    haproxy.check_unless_it_crashes(&path)
}

/// The alerts of a configuration that are its own.
fn alerts(verdict: &Verdict) -> Vec<&str> {
    let alerts = verdict.messages.lines();
    let alerts = alerts.filter(|line| line.starts_with("[ALERT]"));
    alerts
        .filter(|line| !OF_SURROUNDINGS.iter().any(|text| line.contains(text)))
        .collect()
}

fn is_of_removed(alert: &str) -> bool {
    OF_REMOVED.iter().any(|text| alert.contains(text))
}

struct Changed {
    path: PathBuf,
    before: Verdict,
    after: Verdict,
    migration: Migration,
}

impl Changed {
    fn new(haproxy: &Haproxy, path: &Path) -> Option<Self> {
        let document = Document::parse(fs::read(path).unwrap());
        let (after, migration) = migrated(&document, haproxy.version());
        let (again, second) = migrated(&after, haproxy.version());
        let name = path.display();
        assert_eq!(again.to_bytes(), after.to_bytes(), "{name} changes again");
        let open = migration.changes.iter();
        let open = open.filter(|note| matches!(note.kind, NoteKind::Left | NoteKind::Deprecated));
        assert_eq!(
            second.changes.len(),
            open.count(),
            "{name}: {:?}",
            second.changes
        );
        if document.to_bytes() == after.to_bytes() {
            return None;
        }
        let folder = tempfile::tempdir().unwrap();
        Some(Self {
            path: path.to_owned(),
            before: verdict(haproxy, folder.path(), &document)?,
            after: verdict(haproxy, folder.path(), &after)?,
            migration,
        })
    }
}

#[test]
fn haproxy_accepts_the_corpus_migrated_and_the_second_time_changes_nothing() {
    let Some(files) = corpus::files() else {
        return;
    };
    for haproxy in Haproxy::all() {
        let found = parallel::map(&files, |path| Changed::new(&haproxy, path));
        let found: Vec<Changed> = found.into_iter().flatten().collect();
        let accepted = found.iter().filter(|file| file.before.accepts);
        let refused: Vec<String> = accepted
            .clone()
            .filter(|file| !file.after.accepts)
            .map(|file| format!("{}:\n{}", file.path.display(), file.after.messages))
            .collect();
        let removed: Vec<&Changed> = found
            .iter()
            .filter(|file| {
                alerts(&file.before)
                    .iter()
                    .any(|alert| is_of_removed(alert))
            })
            .collect();
        let only: Vec<&&Changed> = removed
            .iter()
            .filter(|file| {
                alerts(&file.before)
                    .iter()
                    .all(|alert| is_of_removed(alert))
            })
            .collect();
        let freed = only.iter().filter(|file| alerts(&file.after).is_empty());
        println!(
            "HAProxy {}: {} of {} files change; {} accepted before, {} of them refused after; \
             {} refused for what was removed, {} for nothing else, {} of them accepted after",
            haproxy.version(),
            found.len(),
            files.len(),
            accepted.count(),
            refused.len(),
            removed.len(),
            only.len(),
            freed.count(),
        );
        assert!(refused.is_empty(), "{}", refused.join("\n\n"));
        for file in &removed {
            let left = alerts(&file.after);
            let left: Vec<&&str> = left.iter().filter(|alert| is_of_removed(alert)).collect();
            assert!(
                left.is_empty() || !file.migration.is_complete(),
                "{}: {left:?}",
                file.path.display()
            );
        }
        for file in only {
            let left = alerts(&file.after);
            if !left.is_empty() {
                println!("{}: {left:#?}", file.path.display());
            }
        }
    }
}
