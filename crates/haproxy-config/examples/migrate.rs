//! Rewrites what HAProxy 3.2 has no more, and tells what it did.

use haproxy_config::{Document, MigrateOptions, NoteKind};
use haproxy_model::version::Version;

pub(crate) fn main() {
    let text = "frontend www\n    clitimeout 50s # phones\n    reqadd A:\\ b\n    reqpass ^x\n";
    let mut document = Document::parse(text);
    let migration = document.migrate(&MigrateOptions::new(Version::new(3, 2)));
    for note in &migration.changes {
        println!("line {note}");
    }
    print!("{document}");
    assert_eq!(
        document.to_string(),
        "frontend www\n    timeout client 50s # phones\n    http-request add-header A b\n    reqpass ^x\n"
    );
    assert!(migration.has(NoteKind::Left) && !migration.is_complete());
}
