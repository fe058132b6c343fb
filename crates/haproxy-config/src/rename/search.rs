use std::ops::Range;

use haproxy_model::reference::{Mention, NameKind, Role};
use haproxy_model::section_kind::SectionKind;
use haproxy_model::value::Name;

use super::RenameError;
use super::found::Found;
use crate::document::{Document, Line, Section};
use crate::names::NamedLine;

/// A document with its sections and the names in it, read once.
pub(super) struct Reading<'d> {
    document: &'d Document,
    sections: Vec<Section<'d>>,
    lines: Vec<NamedLine<'d>>,
}

impl<'d> Reading<'d> {
    pub(super) fn new(document: &'d Document) -> Self {
        Self {
            document,
            sections: document.sections().collect(),
            lines: document.names(),
        }
    }
}

/// What is to have another name.
pub(super) struct Subject<'n> {
    scope: Scope<'n>,
    /// The name it has.
    pub(super) name: &'n str,
}

/// Where the name holds.
#[derive(Clone, Copy)]
enum Scope<'n> {
    /// Everywhere: it is that of a section of this kind.
    Section(SectionKind),
    /// In the proxy of this name, and behind its name and a slash.
    Server(&'n str),
    /// In this section.
    Acl(SectionKind, &'n str),
}

impl<'n> Subject<'n> {
    pub(super) fn section(kind: SectionKind, name: &'n str) -> Self {
        let scope = Scope::Section(kind);
        Self { scope, name }
    }

    pub(super) fn server(proxy: &'n str, name: &'n str) -> Self {
        let scope = Scope::Server(proxy);
        Self { scope, name }
    }

    pub(super) fn acl(kind: SectionKind, section: &'n str, name: &'n str) -> Self {
        let scope = Scope::Acl(kind, section);
        Self { scope, name }
    }

    /// Every place of the name.
    pub(super) fn find(&self, documents: &[Reading<'_>]) -> Result<Found, RenameError> {
        let mut found = Found::default();
        let mut is_defined = false;
        let tables_are_own = self.owns_tables(documents);
        for (index, reading) in documents.iter().enumerate() {
            let sections = &reading.sections;
            for section in sections.iter().filter(|section| self.is_itself(section)) {
                if let (Some(header), Some(word)) = (section.header(), section.name_index()) {
                    is_defined = true;
                    found.push(index, &header, vec![(word, 0..self.name.len())]);
                }
            }
            for line in &reading.lines {
                let Some(section) = sections.get(line.section) else {
                    continue;
                };
                let mut parts = Vec::new();
                let mut is_unsure = !line.is_understood && self.is_in(&line.line);
                for mention in &line.mentions {
                    if mention.kind == NameKind::Table && !tables_are_own {
                        continue;
                    }
                    let Some(range) = self.place(mention, section) else {
                        is_unsure |= mention.dynamic && self.has_kind(mention.kind);
                        continue;
                    };
                    is_defined |= mention.role == Role::Defines;
                    parts.push((mention.word, range));
                }
                if is_unsure {
                    found.unsure.push((index, line.line.number()));
                }
                if !parts.is_empty() {
                    found.push(index, &line.line, parts);
                }
            }
        }
        if is_defined {
            found.merge();
            Ok(found)
        } else {
            Err(self.missing(documents))
        }
    }

    /// Whether what has no other name yet may have this one.
    pub(super) fn check(&self, documents: &[Reading<'_>], new: &str) -> Result<(), RenameError> {
        let is_operator = matches!(self.scope, Scope::Acl(..)) && new.eq_ignore_ascii_case("or");
        let is_keyword = matches!(self.scope, Scope::Section(_)) && new == "from";
        if new.is_empty() || Name::invalid_character(new).is_some() || is_operator || is_keyword {
            return Err(RenameError::InvalidName {
                name: new.to_owned(),
            });
        }
        let taken = documents.iter().enumerate().find_map(|(file, reading)| {
            let line = self.holder(reading, new)?;
            Some((file, line))
        });
        match taken {
            Some((file, line)) => Err(RenameError::Taken {
                name: new.to_owned(),
                file,
                line,
            }),
            None => Ok(()),
        }
    }

    /// The line that gives something of the same kind and scope this name.
    fn holder(&self, reading: &Reading<'_>, new: &str) -> Option<usize> {
        if let Scope::Section(kind) = self.scope {
            let mut sections = reading.sections.iter();
            let taken = sections.find(|section| {
                clashes(kind, section.kind()) && section.name().as_deref() == Some(new)
            });
            return Some(taken?.header()?.number());
        }
        let other = Subject {
            name: new,
            scope: self.scope,
        };
        let taken = reading.lines.iter().find(|line| {
            reading.sections.get(line.section).is_some_and(|section| {
                let mut mentions = line.mentions.iter();
                mentions.any(|mention| {
                    mention.role == Role::Defines && other.place(mention, section).is_some()
                })
            })
        });
        taken.map(|line| line.line.number())
    }

    /// Whether the section is what has the name.
    fn is_itself(&self, section: &Section<'_>) -> bool {
        matches!(self.scope, Scope::Section(kind) if section.is(kind, Some(self.name)))
    }

    /// The part of the mention's word that holds the name, if it is a mention of it.
    fn place(&self, mention: &Mention, section: &Section<'_>) -> Option<Range<usize>> {
        let is_here = match self.scope {
            Scope::Section(_) => self.has_kind(mention.kind),
            Scope::Server(proxy) => {
                mention.kind == NameKind::Server
                    && match &mention.proxy {
                        Some(own) => own == proxy,
                        None => {
                            has_servers(section.kind()) && section.name().as_deref() == Some(proxy)
                        }
                    }
            }
            Scope::Acl(kind, name) => mention.kind == NameKind::Acl && section.is(kind, Some(name)),
        };
        (is_here && mention.name == self.name).then(|| mention.range.clone())
    }

    /// Whether names of this kind may be this one.
    fn has_kind(&self, kind: NameKind) -> bool {
        match self.scope {
            Scope::Section(own) => kind.sections().contains(&own),
            Scope::Server(_) => kind == NameKind::Server,
            Scope::Acl(..) => kind == NameKind::Acl,
        }
    }

    /// Whether references to a table of this name mean the section: a frontend and a backend may
    /// share a name, and one of them has the table.
    fn owns_tables(&self, documents: &[Reading<'_>]) -> bool {
        let Scope::Section(kind) = self.scope else {
            return true;
        };
        let sections = documents.iter().flat_map(|reading| &reading.sections);
        let mut others = sections.filter(|section| {
            section.kind() != kind
                && NameKind::Table.sections().contains(&section.kind())
                && section.name().as_deref() == Some(self.name)
        });
        let has_table = |section: &Section<'_>| {
            section
                .lines()
                .any(|line| line.starts_with(&[b"stick-table"]))
        };
        !others.any(has_table)
    }

    /// Whether the name stands somewhere in the line, by itself.
    fn is_in(&self, line: &Line<'_>) -> bool {
        let text = String::from_utf8_lossy(line.bytes());
        let is_part =
            |character: char| Name::invalid_character(character.encode_utf8(&mut [0; 4])).is_none();
        text.split(|character: char| !is_part(character))
            .any(|atom| atom == self.name)
    }

    fn missing(&self, documents: &[Reading<'_>]) -> RenameError {
        let name = self.name.to_owned();
        let exists = |kind: SectionKind, name: &str| {
            let mut documents = documents.iter();
            documents.any(|reading| reading.document.section(kind, Some(name)).is_some())
        };
        match self.scope {
            Scope::Section(kind) => RenameError::NoSuchSection { kind, name },
            Scope::Acl(kind, section) if exists(kind, section) => RenameError::NoSuchAcl {
                kind,
                section: section.to_owned(),
                name,
            },
            Scope::Acl(kind, section) => RenameError::NoSuchSection {
                kind,
                name: section.to_owned(),
            },
            Scope::Server(proxy)
                if exists(SectionKind::Backend, proxy) || exists(SectionKind::Listen, proxy) =>
            {
                RenameError::NoSuchServer {
                    proxy: proxy.to_owned(),
                    name,
                }
            }
            Scope::Server(proxy) => RenameError::NoSuchProxy {
                name: proxy.to_owned(),
            },
        }
    }
}

const fn has_servers(kind: SectionKind) -> bool {
    matches!(kind, SectionKind::Backend | SectionKind::Listen)
}

/// Whether two sections of these kinds cannot have the same name: of proxies, HAProxy 3.4 refuses
/// what earlier versions took.
fn clashes(one: SectionKind, other: SectionKind) -> bool {
    let proxies = NameKind::Table.sections();
    one == other || proxies.contains(&one) && proxies.contains(&other)
}
