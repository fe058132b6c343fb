use std::collections::HashMap;

use crate::SectionKind;
use crate::document::{Document, Line, LineKind};

/// The names that a configuration defines, and what replaces them.
///
/// One name of a section is one replacement whatever the kind of section, so that a reference need
/// not be understood to be replaced rightly; so are the names of servers, of ACLs and of others.
#[derive(Debug, Clone, Default)]
pub(super) struct Names {
    classes: [Class; 4],
    counts: HashMap<&'static str, usize>,
}

/// What a name is the name of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NameClass {
    Section,
    Server,
    Acl,
    /// A user, a group, a cookie, a table, a bind line.
    Other,
}

impl NameClass {
    pub(super) const ALL: [Self; 4] = [Self::Section, Self::Server, Self::Acl, Self::Other];
}

#[derive(Debug, Clone, Default)]
struct Class {
    replacements: HashMap<Vec<u8>, Replacement>,
}

#[derive(Debug, Clone)]
struct Replacement {
    prefix: &'static str,
    text: Vec<u8>,
}

impl Names {
    /// Learns the names that the document defines.
    pub(super) fn learn(&mut self, document: &Document) {
        for section in document.sections() {
            let kind = section.kind();
            if let Some(name) = section.name_word().and_then(|word| word.value()) {
                self.add(NameClass::Section, kind.keyword(), &name);
            }
            for line in section.lines() {
                if line.kind() == LineKind::Statement {
                    self.learn_statement(&line, kind);
                }
            }
        }
    }

    fn learn_statement(&mut self, line: &Line<'_>, section: SectionKind) {
        let mut add = |class, prefix, index: usize| {
            if let Some(name) = line.value(index) {
                self.add(class, prefix, &name);
            }
        };
        let keyword = line.value(0).unwrap_or_default();
        match (&*keyword, section) {
            (b"server" | b"server-template", _) => add(NameClass::Server, "server", 1),
            (b"peer", SectionKind::Peers) | (b"localpeer", SectionKind::Global) => {
                add(NameClass::Server, "peer", 1);
            }
            (b"nameserver", SectionKind::Resolvers) => add(NameClass::Other, "nameserver", 1),
            (b"mailer", SectionKind::Mailers) => add(NameClass::Other, "mailer", 1),
            (b"acl", _) => add(NameClass::Acl, "acl", 1),
            (b"user", SectionKind::Userlist) => add(NameClass::Other, "user", 1),
            (b"group", SectionKind::Userlist) => add(NameClass::Other, "group", 1),
            (b"table", SectionKind::Peers) => add(NameClass::Other, "table", 1),
            (b"cookie", _) => add(NameClass::Other, "cookie", 1),
            (b"node", SectionKind::Global) => add(NameClass::Other, "node", 1),
            _ => {}
        }
        match &*keyword {
            b"server" | b"server-template" | b"default-server" => {
                self.learn_behind(line, b"cookie", "cookie");
            }
            b"bind" => self.learn_behind(line, b"name", "bind"),
            _ => {}
        }
    }

    /// Learns the name behind a word of the statement.
    fn learn_behind(&mut self, line: &Line<'_>, word: &[u8], prefix: &'static str) {
        let mut words = line.words().skip(2);
        words.find(|own| own.is(word));
        if let Some(name) = words.next().and_then(|own| own.value()) {
            self.add(NameClass::Other, prefix, &name);
        }
    }

    /// What replaces this name; names of unknown origin are added under `prefix`.
    pub(super) fn add(&mut self, class: NameClass, prefix: &'static str, name: &[u8]) -> Vec<u8> {
        if let Some(known) = self.find(class, name) {
            return known.to_vec();
        }
        let count = self.counts.entry(prefix).or_insert(0);
        *count += 1;
        let text = format!("{prefix}{count}").into_bytes();
        if let Some(names) = self.classes.get_mut(class as usize) {
            let replacement = Replacement {
                prefix,
                text: text.clone(),
            };
            names.replacements.insert(name.to_vec(), replacement);
        }
        text
    }

    /// What replaces this name, if it is known.
    pub(super) fn find(&self, class: NameClass, name: &[u8]) -> Option<&[u8]> {
        let names = self.classes.get(class as usize)?;
        names
            .replacements
            .get(name)
            .map(|replacement| replacement.text.as_slice())
    }

    /// What replaces this name of any class.
    pub(super) fn find_any(&self, name: &[u8]) -> Option<&[u8]> {
        NameClass::ALL
            .into_iter()
            .find_map(|class| self.find(class, name))
    }

    /// What replaces this name of something in a section: a server, a table.
    pub(super) fn find_member(&self, name: &[u8]) -> Option<&[u8]> {
        self.find(NameClass::Server, name)
            .or_else(|| self.find(NameClass::Other, name))
            .or_else(|| self.find_any(name))
    }

    pub(super) fn replacements(&self) -> impl Iterator<Item = (&'static str, &[u8], &[u8])> {
        self.classes.iter().flat_map(|class| {
            class.replacements.iter().map(|(name, replacement)| {
                (
                    replacement.prefix,
                    name.as_slice(),
                    replacement.text.as_slice(),
                )
            })
        })
    }
}
