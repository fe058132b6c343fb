use std::collections::HashMap;

use serde_json::{Map, Value};

use super::found::Found;
use super::give::{look, statement};
use super::place::Collection;
use super::shape::Shape;
use super::take::Rest;
use crate::config::AnySection;
use crate::keyword::{Keyword, Phase};
use crate::section_kind::SectionKind;

/// The keywords of a kind of section, with their places.
pub(super) struct Table {
    pub(super) kind: SectionKind,
    pub(super) entries: Vec<(&'static Keyword, Option<Shape>)>,
    /// Where what each property says is best written.
    phases: HashMap<Vec<&'static str>, Phase>,
    /// The entries by the keyword's first word, without parentheses.
    by_word: HashMap<&'static str, Vec<usize>>,
}

/// What a statement says, as a property.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Said {
    pub(super) path: Vec<&'static str>,
    pub(super) collection: Collection,
    /// The name under which a map holds it.
    pub(super) key: Option<String>,
    pub(super) value: Value,
    /// The words that the value alone leads to.
    pub(super) words: Vec<String>,
}

impl Table {
    pub(super) fn new(kind: SectionKind) -> Self {
        let keywords = AnySection::keywords_of(kind).into_iter().flatten();
        let entries: Vec<_> = keywords
            .map(|keyword| (keyword, Shape::of(keyword)))
            .collect();
        let mut by_word: HashMap<&str, Vec<usize>> = HashMap::new();
        for (index, (keyword, _)) in entries.iter().enumerate() {
            let first = keyword.name.split(' ').next().unwrap_or_default();
            by_word.entry(first).or_default().push(index);
        }
        let mut phases: HashMap<Vec<&str>, Phase> = HashMap::new();
        for (keyword, shape) in &entries {
            if let Some(shape) = shape {
                let phase = phases.entry(shape.path.clone()).or_insert(keyword.phase);
                *phase = keyword.phase.min(*phase);
            }
        }
        Self {
            kind,
            entries,
            phases,
            by_word,
        }
    }

    /// Where what this property says is best written. A list is in one place, whatever is in it.
    pub(super) fn phase(&self, path: &[&'static str]) -> Phase {
        self.phases.get(path).copied().unwrap_or(Phase::Settings)
    }

    /// Where a statement of these words stands.
    pub(super) fn phase_of<W: AsRef<str>>(&self, words: &[W]) -> Phase {
        let keywords = self.entries.iter().map(|(keyword, _)| *keyword);
        let found = Found::longest(words, keywords);
        found.map_or(Phase::Settings, |found| found.keyword.phase)
    }

    /// What the words of a statement say; `None` where properties cannot say all of it.
    pub(super) fn say(&self, words: &[&str]) -> Option<Said> {
        let (is_negated, words) = match words {
            ["no", words @ ..] => (true, words),
            words => (false, words),
        };
        let first = words.first()?;
        let candidates = self.by_word.get(first)?;
        let keywords = candidates
            .iter()
            .filter_map(|index| self.entries.get(*index));
        let found = Found::longest(words, keywords.clone().map(|(keyword, _)| *keyword))?;
        let (keyword, shape) = keywords
            .clone()
            .find(|(keyword, _)| std::ptr::eq(*keyword, found.keyword))?;
        let shape = shape.as_ref()?;
        let mut rest = Rest::new(words.get(found.count..)?);
        let mut object = Map::new();
        shape.take(found.inside, &mut rest, &mut object)?;
        if !rest.is_empty() {
            return None;
        }
        let mut value = look(&object, &shape.path)?.clone();
        if shape.collection == Collection::List {
            value = value.as_array_mut()?.pop()?;
        }
        if is_negated {
            value = shape.negated()?;
        }
        let key = match shape.collection {
            Collection::Map(name) => Some(key(&value, name)?),
            Collection::Single | Collection::List => None,
        };
        let words = statement(keyword, shape, &value).ok()?;
        Some(Said {
            path: shape.path.clone(),
            collection: shape.collection,
            key,
            value,
            words,
        })
    }
}

/// What a map calls this value: the text of a property, or its address where it has none.
fn key(value: &Value, name: &str) -> Option<String> {
    let object = value.as_object()?;
    if let Some(key) = object.get(name) {
        return Some(key.as_str().map_or_else(|| key.to_string(), str::to_owned));
    }
    let address = object.get("address").and_then(Value::as_str);
    Some(match object.get("port") {
        Some(port) => format!("{}:{port}", address.unwrap_or_default()),
        None => address?.to_owned(),
    })
}
