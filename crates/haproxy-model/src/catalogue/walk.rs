//! From the sections down to the last parameter.

use super::entry::{Entry, Parent};
use crate::config::AnySection;
use crate::keyword::{Keyword, Keywords, choices_in};
use crate::section::Section;
use crate::section_kind::SectionKind;
use crate::spoe::{SpoeAgent, SpoeGroup, SpoeMessage};

/// Every keyword in every place: the sections, then their statements with what is part of them.
pub(super) fn entries() -> Vec<Entry> {
    let mut entries = Vec::new();
    let kinds = SectionKind::ALL.into_iter();
    let sections = kinds.filter_map(AnySection::keyword_of);
    let spoe = [SpoeAgent::KEYWORD, SpoeGroup::KEYWORD, SpoeMessage::KEYWORD];
    entries.extend(sections.chain(spoe).map(|keyword| Entry {
        keyword,
        parents: Vec::new(),
        sections: Vec::new(),
    }));
    for statement in statements() {
        push(statement, &mut entries);
    }
    entries
}

/// The statements of all sections, each once.
fn statements() -> Vec<Entry> {
    let mut statements: Vec<Entry> = Vec::new();
    let mut add = |section: &'static Keyword, keyword: &'static Keyword| match statements
        .iter_mut()
        .find(|found| same(found.keyword, keyword))
    {
        Some(found) => found.sections.push(section),
        None => statements.push(Entry {
            keyword,
            parents: Vec::new(),
            sections: vec![section],
        }),
    };
    for kind in SectionKind::ALL {
        let Some(section) = AnySection::keyword_of(kind) else {
            continue;
        };
        for keyword in AnySection::keywords_of(kind).into_iter().flatten() {
            add(section, keyword);
        }
    }
    for_each_of::<SpoeAgent>(&mut add);
    for_each_of::<SpoeGroup>(&mut add);
    for_each_of::<SpoeMessage>(&mut add);
    statements
}

fn for_each_of<S: Section>(add: &mut impl FnMut(&'static Keyword, &'static Keyword)) {
    for keyword in S::Directive::KEYWORDS {
        add(S::KEYWORD, keyword);
    }
}

/// Whether two entries of tables come from one definition.
fn same(one: &'static Keyword, other: &'static Keyword) -> bool {
    std::ptr::eq(one, other)
        || one.name == other.name
            && std::ptr::eq(one.syntax, other.syntax)
            && one.documentation == other.documentation
            && one.sections == other.sections
            && one.since == other.since
}

/// Adds the entry and those of its arguments that are keywords.
fn push(entry: Entry, entries: &mut Vec<Entry>) {
    let Entry {
        keyword,
        parents,
        sections,
    } = entry.clone();
    entries.push(entry);
    let name = keyword.name;
    for (choice, has_gap) in choices_in(keyword.syntax) {
        let is_inside_itself = |parent: &Parent| std::ptr::eq(parent.choice, choice);
        if parents.iter().any(is_inside_itself) {
            continue;
        }
        let mut parents = parents.clone();
        parents.push(Parent {
            keyword,
            choice,
            has_gap,
        });
        for (index, keyword) in choice.iter().enumerate() {
            let mut before = choice.iter().take(index);
            // Of two groups of a choice with the same keyword, the first one counts.
            let is_known = before.any(|earlier| earlier.name == keyword.name);
            if is_known || name == "default-server" && !keyword.default_server {
                continue;
            }
            let (parents, sections) = (parents.clone(), sections.clone());
            push(
                Entry {
                    keyword,
                    parents,
                    sections,
                },
                entries,
            );
        }
    }
}
