//! Addresses that stood in the line that opens a section.

use haproxy_model::section_kind::SectionKind;

use super::change::{Outcome, Rewrite, Statement};
use crate::document::{Section, Word};

/// What to do about a frontend or listen section with an address behind its name.
pub(super) fn address(section: Section<'_>) -> Option<Outcome> {
    let has_listeners = matches!(section.kind(), SectionKind::Frontend | SectionKind::Listen);
    let header = section.header().filter(|_| has_listeners)?;
    let words: Vec<Word<'_>> = header.words().collect();
    let address = words.get(2).filter(|word| !word.is(b"from"))?;
    if words.len() > 3 {
        return Some(Outcome::left(
            "what stands behind the section's name is not just an address",
            "write it in a line of its own, with bind",
        ));
    }
    let mut rewrite = Rewrite::to(
        Statement::default().kept(words.get(..2).unwrap_or_default()),
        "the address has a line of its own",
    );
    rewrite
        .statements
        .push(Statement::new("bind").kept(std::slice::from_ref(address)));
    Some(rewrite.into())
}
