//! From words to properties; what properties cannot say gives `None`.

use serde_json::{Map, Value};

use super::found::Found;
use super::kind::{Kind, join, readable};
use super::place::Collection;
use super::shape::{Content, Shape};
use super::slot::{Part, Slot};

/// The words of a statement that are still to be said.
pub(super) struct Rest<'a> {
    words: &'a [&'a str],
    /// What may follow the argument that is being read.
    following: Vec<Slot>,
}

impl<'a> Rest<'a> {
    pub(super) fn new(words: &'a [&'a str]) -> Self {
        Self {
            words,
            following: Vec::new(),
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    fn peek(&self) -> Option<&'a str> {
        self.words.first().copied()
    }

    fn next(&mut self) -> Option<&'a str> {
        let (first, rest) = self.words.split_first()?;
        self.words = rest;
        Some(first)
    }

    fn skip(&mut self, count: usize) {
        self.words = self.words.get(count..).unwrap_or_default();
    }

    /// Whether an argument that follows starts here.
    fn is_claimed(&self) -> bool {
        self.following.iter().any(|slot| slot.claims(self.words))
    }
}

impl Slot {
    fn claims(&self, words: &[&str]) -> bool {
        let Some(word) = words.first() else {
            return false;
        };
        match self.part {
            _ if self.lead.is_some() => self.lead == Some(word),
            Part::Flag(flag) => flag == *word,
            Part::Condition => matches!(*word, "if" | "unless"),
            Part::Choice(keywords) | Part::Parameters(keywords) => {
                Found::longest(words, keywords.iter()).is_some()
            }
            Part::Value(_) | Part::Criterion | Part::Other => false,
        }
    }
}

impl Shape {
    /// Puts what the words behind the keyword say into the object.
    pub(super) fn take(
        &self,
        inside: Option<&str>,
        rest: &mut Rest<'_>,
        object: &mut Map<String, Value>,
    ) -> Option<()> {
        let value = match &self.content {
            Content::Literal(literal) => literal.clone(),
            Content::Direct(slot) => {
                let mut only = Map::new();
                take_all(
                    &[Slot {
                        name: "value",
                        ..*slot
                    }],
                    inside,
                    rest,
                    &mut only,
                )?;
                let value = only.shift_remove("value")?;
                only.is_empty().then_some(value)?
            }
            Content::Tagged(literal, slots) => {
                take_all(slots, inside, rest, object)?;
                literal.clone()
            }
            Content::Object(slots) if self.path.is_empty() => {
                return take_all(slots, inside, rest, object);
            }
            Content::Object(slots) => {
                let mut value = Map::new();
                if let Some((name, tag)) = self.tag {
                    put(&mut value, &[name], Value::from(tag))?;
                }
                take_all(slots, inside, rest, &mut value)?;
                Value::Object(value)
            }
        };
        match self.collection {
            Collection::List => append(object, &self.path, value),
            Collection::Single | Collection::Map(_) => put(object, &self.path, value),
        }
    }
}

/// Puts a value behind the others of a list.
fn append(object: &mut Map<String, Value>, path: &[&str], value: Value) -> Option<()> {
    let (first, rest) = path.split_first()?;
    let empty = || {
        if rest.is_empty() {
            Value::Array(Vec::new())
        } else {
            Value::Object(Map::new())
        }
    };
    let inner = object.entry(*first).or_insert_with(empty);
    if rest.is_empty() {
        inner.as_array_mut()?.push(value);
        return Some(());
    }
    append(inner.as_object_mut()?, rest, value)
}

/// Puts a value where no other is.
pub(super) fn put(object: &mut Map<String, Value>, path: &[&str], value: Value) -> Option<()> {
    let (first, rest) = path.split_first()?;
    if rest.is_empty() {
        return object
            .insert((*first).to_owned(), value)
            .is_none()
            .then_some(());
    }
    let inner = object
        .entry(*first)
        .or_insert_with(|| Value::Object(Map::new()));
    put(inner.as_object_mut()?, rest, value)
}

/// Puts what the words say of all these arguments into the object.
pub(super) fn take_all(
    slots: &[Slot],
    inside: Option<&str>,
    rest: &mut Rest<'_>,
    object: &mut Map<String, Value>,
) -> Option<()> {
    let (inner, outer): (Vec<Slot>, Vec<Slot>) = slots.iter().partition(|slot| slot.inside);
    match inside {
        Some(text) => {
            let parts: Vec<&str> = match &*inner {
                _ if text.is_empty() => Vec::new(),
                [_] => vec![text],
                _ => text.split(',').collect(),
            };
            let mut parts = Rest::new(&parts);
            take_in_order(&inner, &mut parts, object)?;
            parts.is_empty().then_some(())?;
        }
        None => inner.iter().all(|slot| slot.optional).then_some(())?,
    }
    take_in_order(&outer, rest, object)
}

fn take_in_order(
    slots: &[Slot],
    rest: &mut Rest<'_>,
    object: &mut Map<String, Value>,
) -> Option<()> {
    let around = rest.following.len();
    for (index, slot) in slots.iter().enumerate() {
        rest.following.truncate(around);
        let behind = slots.iter().skip(index.saturating_add(1));
        rest.following.extend(behind);
        slot.take(rest, object)?;
    }
    rest.following.truncate(around);
    Some(())
}

impl Slot {
    fn take(&self, rest: &mut Rest<'_>, object: &mut Map<String, Value>) -> Option<()> {
        if let Some(lead) = self.lead {
            if rest.peek() != Some(lead) {
                return self.optional.then_some(());
            }
            rest.skip(1);
        } else if self.optional && (rest.is_empty() || rest.is_claimed()) {
            return Some(());
        }
        match self.part {
            Part::Value(kind) => self.take_value(kind, rest, object),
            Part::Flag(word) => {
                if rest.peek() != Some(word) {
                    return self.optional.then_some(());
                }
                rest.skip(1);
                put(object, &[self.name], Value::Bool(true))
            }
            Part::Choice(keywords) => {
                let words = rest.words;
                let found = Found::longest(words, keywords.iter())?;
                rest.skip(found.count);
                put(object, &[self.name], Value::from(found.keyword.name))?;
                match Shape::of(found.keyword) {
                    Some(shape) => shape.take(found.inside, rest, object),
                    None => Slot::all(found.keyword.syntax, None)
                        .is_empty()
                        .then_some(()),
                }
            }
            Part::Parameters(keywords) => {
                while !rest.is_empty() && !rest.is_claimed() {
                    let words = rest.words;
                    let found = Found::longest(words, keywords.iter())?;
                    rest.skip(found.count);
                    Shape::of(found.keyword)?.take(found.inside, rest, object)?;
                }
                Some(())
            }
            Part::Condition => {
                if !matches!(rest.peek(), Some("if" | "unless")) {
                    return self.optional.then_some(());
                }
                put(object, &["cond"], Value::from(rest.next()?))?;
                put(object, &["cond_test"], Value::from(join(rest.words)))?;
                rest.words = &[];
                Some(())
            }
            Part::Criterion => {
                put(object, &["criterion"], Value::from(readable(rest.next()?)))?;
                if !rest.is_empty() {
                    put(object, &["value"], Value::from(join(rest.words)))?;
                }
                rest.words = &[];
                Some(())
            }
            Part::Other => None,
        }
    }

    fn take_value(
        &self,
        kind: Kind,
        rest: &mut Rest<'_>,
        object: &mut Map<String, Value>,
    ) -> Option<()> {
        let word = rest.next()?;
        if kind == Kind::Raw {
            let mut words = vec![word];
            while !rest.is_empty() && !rest.is_claimed() {
                words.extend(rest.next());
            }
            return put(object, &[self.name], Value::from(join(&words)));
        }
        if kind == Kind::Variable {
            let (scope, name) = word.split_once('.')?;
            put(object, &[self.name], Value::from(name))?;
            return put(object, &["var_scope"], Value::from(scope));
        }
        if kind != Kind::Address {
            return put(object, &[self.name], kind.value(word)?);
        }
        let (address, port) = match word.rsplit_once(':') {
            Some((address, port)) if !address.ends_with(':') => match port.parse::<u16>() {
                Ok(number) if number.to_string() == port => (address, Some(number)),
                _ => (word, None),
            },
            _ => (word, None),
        };
        if port.is_none() || !address.is_empty() {
            put(object, &[self.name], Value::from(readable(address)))?;
        }
        port.map_or(Some(()), |port| put(object, &["port"], Value::from(port)))
    }
}
