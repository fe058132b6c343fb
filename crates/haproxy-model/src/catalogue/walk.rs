//! From the sections down to the last parameter.

use super::entry::{Entry, Parent};
use crate::config::AnySection;
use crate::keyword::{Keyword, Keywords, Syntax};
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
    let mut choices = Vec::new();
    collect(entry.keyword.syntax, false, &mut choices);
    let Entry {
        keyword,
        parents,
        sections,
    } = entry.clone();
    entries.push(entry);
    for (choice, has_gap) in choices {
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
            if before.any(|earlier| earlier.name == keyword.name) {
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

/// The choices in a syntax, each with whether something must stand before it; returns that of what
/// follows.
fn collect(syntax: &Syntax, has_gap: bool, choices: &mut Vec<(&'static [Keyword], bool)>) -> bool {
    match syntax {
        Syntax::Nothing => has_gap,
        Syntax::Word(_) | Syntax::Value(_) => true,
        Syntax::Argument(_, inner) | Syntax::List(inner, _) => collect(inner, has_gap, choices),
        Syntax::Call(inner)
        | Syntax::Joined(inner)
        | Syntax::Optional(inner)
        | Syntax::Repeat(inner) => {
            collect(inner, has_gap, choices);
            has_gap
        }
        Syntax::Sequence(parts) => parts
            .iter()
            .fold(has_gap, |has_gap, part| collect(part, has_gap, choices)),
        Syntax::Either(forms) => forms.iter().fold(has_gap, |later, form| {
            collect(form, has_gap, choices) || later
        }),
        Syntax::Keywords(choice) => {
            if !choices
                .iter()
                .any(|(known, _)| std::ptr::eq(*known, *choice))
            {
                choices.push((choice, has_gap));
            }
            true
        }
    }
}
