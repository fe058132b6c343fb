use haproxy_model::config::{AnySection, Config};
use haproxy_model::language::Printer;
use haproxy_model::section_kind::SectionKind;

use super::{Step, filled, matching, steps};

/// The steps from the sections of one configuration to those of another.
///
/// A section under another name is the same one when most of its statements are.
pub(crate) fn sections(old: &Config, new: &Config) -> Vec<Step> {
    let (olds, news) = (&old.sections, &new.sections);
    let equal = |one: usize, other: usize| olds.get(one) == news.get(other);
    let both = olds.iter().zip(news);
    let before = both.take_while(|(one, other)| one == other).count();
    let rest = olds.len().min(news.len()) - before;
    let ends = olds.iter().rev().zip(news.iter().rev()).take(rest);
    let behind = ends.take_while(|(one, other)| one == other).count();
    let old_middle = before..olds.len() - behind;
    let new_middle = before..news.len() - behind;

    let old_keys = Key::all(olds.get(old_middle.clone()).unwrap_or_default());
    let new_keys = Key::all(news.get(new_middle.clone()).unwrap_or_default());
    let same_key =
        |one: usize, other: usize| old_keys.get(one - before) == new_keys.get(other - before);
    let middle = matching(old_middle.clone(), new_middle.clone(), same_key);
    let renamed = |one: usize, other: usize| {
        let is_gone =
            |key: Option<&Key<'_>>, keys: &[Key<'_>]| key.is_none_or(|key| !keys.contains(key));
        olds.get(one)
            .zip(news.get(other))
            .is_some_and(|(one, other)| is_mostly(one, other))
            && is_gone(old_keys.get(one - before), &new_keys)
            && is_gone(new_keys.get(other - before), &old_keys)
    };
    let middle = filled(old_middle.clone(), new_middle.clone(), &middle, renamed);

    let mut pairs: Vec<(usize, usize)> = (0..before).map(|at| (at, at)).collect();
    pairs.extend(middle);
    pairs.extend((old_middle.end..olds.len()).zip(new_middle.end..news.len()));
    steps(0..olds.len(), 0..news.len(), &pairs, equal)
}

/// What a section is found by.
#[derive(Debug, PartialEq, Eq)]
enum Key<'a> {
    Known(SectionKind, Option<&'a str>),
    Unknown(Vec<String>),
}

impl<'a> Key<'a> {
    fn all(sections: &'a [AnySection]) -> Vec<Self> {
        sections.iter().map(Self::of).collect()
    }

    fn of(section: &'a AnySection) -> Self {
        if let Some(kind) = section.kind() {
            return Self::Known(kind, section.name());
        }
        let mut printer = Printer::new();
        section.print_header(&mut printer);
        Self::Unknown(printer.into_words())
    }
}

fn is_mostly(old: &AnySection, new: &AnySection) -> bool {
    if old.kind() != new.kind() || old.is_empty() != new.is_empty() {
        return false;
    }
    let longer = old.len().max(new.len());
    if old.len().min(new.len()) * 2 < longer {
        return false;
    }
    let equal = |one, other| old.statement_equals(one, new, other);
    matching(0..old.len(), 0..new.len(), equal).len() * 2 >= longer
}
