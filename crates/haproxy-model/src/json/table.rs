use std::collections::HashMap;

use serde_json::{Map, Value};

use super::found::Found;
use super::give::remove;
use super::place::{Collection, Context};
use super::shape::{Shape, opposite};
use super::take::{Rest, put};
use crate::config::AnySection;
use crate::keyword::{Keyword, Phase};
use crate::section_kind::SectionKind;

/// The keywords of a kind of section, with their places.
pub(super) struct Table {
    pub(super) kind: SectionKind,
    /// Each keyword with its forms.
    pub(super) entries: Vec<(&'static Keyword, Vec<Shape>)>,
    /// Where what each property says is best written.
    phases: HashMap<Vec<&'static str>, Phase>,
    /// The entries by the keyword's first word, without parentheses.
    by_word: HashMap<&'static str, Vec<usize>>,
}

/// What a statement says, as properties.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Said {
    pub(super) path: Vec<&'static str>,
    pub(super) collection: Collection,
    /// The name under which a map holds it.
    pub(super) key: Option<String>,
    /// The element of a list or map; the section's properties where it is neither.
    pub(super) value: Value,
    /// The words that the value alone leads to.
    pub(super) words: Vec<String>,
}

impl Table {
    pub(super) fn new(kind: SectionKind) -> Self {
        let keywords = AnySection::keywords_of(kind).into_iter().flatten();
        let entries: Vec<_> = keywords
            .map(|keyword| {
                let statement = keyword.name.split(' ').next().unwrap_or_default();
                let section = kind.keyword();
                (keyword, Shape::all(keyword, Context { section, statement }))
            })
            .collect();
        let mut by_word: HashMap<&str, Vec<usize>> = HashMap::new();
        for (index, (keyword, _)) in entries.iter().enumerate() {
            let first = keyword.name.split(' ').next().unwrap_or_default();
            by_word.entry(first).or_default().push(index);
        }
        let mut phases: HashMap<Vec<&str>, Phase> = HashMap::new();
        for (keyword, forms) in &entries {
            for shape in forms {
                let phase = phases.entry(shape.place()).or_insert(keyword.phase);
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

    /// All forms, each with its keyword.
    pub(super) fn shapes(&self) -> impl Iterator<Item = (&'static Keyword, &Shape)> {
        let entries = self.entries.iter();
        entries.flat_map(|(keyword, forms)| forms.iter().map(|shape| (*keyword, shape)))
    }

    /// Whether several keywords have this property.
    pub(super) fn is_shared(&self, path: &[&str]) -> bool {
        self.shapes()
            .filter(|(_, shape)| shape.path == path)
            .count()
            > 1
    }

    /// Where the line that opens the section stands.
    pub(super) fn header(&self) -> Context {
        Context {
            section: self.kind.keyword(),
            statement: "",
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
        let (keyword, forms) = keywords
            .clone()
            .find(|(keyword, _)| std::ptr::eq(*keyword, found.keyword))?;
        let rest = words.get(found.count..)?;
        let mut forms = forms.iter();
        forms.find_map(|shape| {
            let object = if is_negated && !shape.negated {
                negated(shape).filter(|_| rest.is_empty())?
            } else {
                (is_negated == shape.negated).then_some(())?;
                let mut rest = Rest::new(rest);
                let mut object = Map::new();
                shape.take(found.inside, &mut rest, &mut object)?;
                rest.is_empty().then_some(object)?
            };
            said(keyword, shape, object)
        })
    }
}

/// What the keyword behind `no` says.
fn negated(shape: &Shape) -> Option<Map<String, Value>> {
    let opposite = opposite(&shape.literal()?)?;
    let mut object = Map::new();
    let mut name = shape.path.join(".");
    if let Some((tag, _)) = shape.tag {
        name = format!("{name}.{tag}");
    }
    put(&mut object, &name, opposite)?;
    Some(object)
}

/// What the properties of a statement are to its section.
fn said(keyword: &'static Keyword, shape: &Shape, mut object: Map<String, Value>) -> Option<Said> {
    let path = shape.place();
    let collection = shape.collection;
    if collection == Collection::Single {
        let mut words = Vec::new();
        let given = shape.statement(keyword, &mut object.clone(), &mut words);
        given.ok()?.then_some(())?;
        return Some(Said {
            path,
            collection,
            key: None,
            value: Value::Object(object),
            words,
        });
    }
    let mut value = remove(&mut object, &path)?;
    if collection == Collection::List {
        value = value.as_array_mut()?.pop()?;
    }
    let key = match collection {
        Collection::Map(name) => Some(key(&value, name)?),
        Collection::Single | Collection::List => None,
    };
    let words = shape.element(keyword, &value).ok()?;
    Some(Said {
        path,
        collection,
        key,
        value,
        words,
    })
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
