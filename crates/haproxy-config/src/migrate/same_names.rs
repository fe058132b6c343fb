//! Proxies of one name.

use std::collections::HashMap;

use haproxy_model::section_kind::SectionKind;
use haproxy_model::version::Version;

use super::note::{Note, NoteKind};
use crate::document::Document;

/// The first version that refuses a frontend and a backend of one name.
const REFUSED: Version = Version::new(3, 3);

/// A note for every proxy that has the name of another one which it may not have in this version.
pub(super) fn notes(documents: &[&mut Document], version: Version) -> Vec<Note> {
    let mut notes = Vec::new();
    if version < REFUSED {
        return notes;
    }
    let mut first: HashMap<String, SectionKind> = HashMap::new();
    for (file, document) in documents.iter().enumerate() {
        let proxies = document
            .sections()
            .filter(|section| section.kind().is_proxy() && section.kind() != SectionKind::Defaults);
        for section in proxies {
            let (Some(name), Some(header)) = (section.name(), section.header()) else {
                continue;
            };
            let other = *first.entry(name.to_string()).or_insert(section.kind());
            let pair = (other, section.kind());
            let is_pair = matches!(
                pair,
                (SectionKind::Frontend, SectionKind::Backend)
                    | (SectionKind::Backend, SectionKind::Frontend)
            );
            if is_pair {
                notes.push(Note {
                    file,
                    line: header.number(),
                    keyword: section.kind().to_string(),
                    kind: NoteKind::Left,
                    message: format!(
                        "a frontend and a backend of one name, '{name}', are refused since HAProxy \
                         {REFUSED}; it stays as it is: which of them should have another name cannot \
                         be told"
                    ),
                    help: Some(format!(
                        "give one of them another name, with its references: \
                         haproxy-kit rename FILE 'backend {name}' NAME"
                    )),
                    before: String::from_utf8_lossy(header.bytes()).trim().to_owned(),
                    after: Vec::new(),
                });
            }
        }
    }
    notes
}
