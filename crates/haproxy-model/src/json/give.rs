//! From properties to words. Each property that is said is taken out of its object.

mod argument;

use serde_json::{Map, Value};

use self::argument::required;
use super::JsonError;
use super::place::Collection;
use super::shape::{Content, Shape};
use super::slot::Slot;
use crate::keyword::Keyword;

type Words = Vec<String>;

/// The words of a keyword and of its arguments, as the value at its place says.
pub(super) fn statement(
    keyword: &'static Keyword,
    shape: &Shape,
    value: &Value,
) -> Result<Words, JsonError> {
    let mut words = Words::new();
    if shape.negated().as_ref() == Some(value) && keyword.no {
        words.push("no".to_owned());
        words.extend(keyword.name.split(' ').map(str::to_owned));
        return Ok(words);
    }
    shape.give_value(keyword, value, &mut words)?;
    Ok(words)
}

impl Shape {
    fn give_value(
        &self,
        keyword: &'static Keyword,
        value: &Value,
        words: &mut Words,
    ) -> Result<(), JsonError> {
        words.extend(keyword.name.split(' ').map(str::to_owned));
        match &self.content {
            Content::Literal(literal) if literal == value => Ok(()),
            Content::Literal(literal) | Content::Tagged(literal, _) => {
                Err(JsonError::new(format!("expected {literal}, found {value}")))
            }
            Content::Direct(slot) => {
                let mut only = Map::new();
                only.insert("value".to_owned(), value.clone());
                let slot = Slot {
                    name: "value",
                    ..*slot
                };
                let given = give_all(&[slot], &mut only, words);
                given.map_err(JsonError::at_parent)
            }
            Content::Object(slots) => {
                let object = value.as_object();
                let mut object = object
                    .ok_or_else(|| JsonError::new("expected an object"))?
                    .clone();
                if let Some((name, tag)) = self.tag
                    && required(&mut object, name)? != tag
                {
                    return Err(JsonError::new("unknown value").under(name));
                }
                give_all(slots, &mut object, words)?;
                nothing_left(&object)
            }
        }
    }

    /// Takes what the shape says out of the object around; whether it was there.
    fn give(
        &self,
        keyword: &'static Keyword,
        object: &mut Map<String, Value>,
        words: &mut Words,
    ) -> Result<bool, JsonError> {
        if self.path.is_empty() {
            let Content::Object(slots) = &self.content else {
                return Ok(false);
            };
            let is_there = slots.iter().any(|slot| object.contains_key(slot.name));
            if is_there {
                words.extend(keyword.name.split(' ').map(str::to_owned));
                give_all(slots, object, words)?;
            }
            return Ok(is_there);
        }
        let Some(value) = look(object, &self.path).cloned() else {
            return Ok(false);
        };
        if matches!(
            &self.content,
            Content::Literal(literal) | Content::Tagged(literal, _) if *literal != value
        ) {
            return Ok(false);
        }
        remove(object, &self.path);
        if let Content::Tagged(_, slots) = &self.content {
            words.extend(keyword.name.split(' ').map(str::to_owned));
            return give_all(slots, object, words).map(|()| true);
        }
        if let (Collection::List, Value::Array(list)) = (self.collection, &value) {
            for (index, value) in list.iter().enumerate() {
                let given = self.give_value(keyword, value, words);
                given.map_err(|error| error.under(index).under_all(&self.path))?;
            }
            return Ok(true);
        }
        let given = self.give_value(keyword, &value, words);
        given.map_err(|error| error.under_all(&self.path))?;
        Ok(true)
    }
}

/// Fails where a property is left.
pub(super) fn nothing_left(object: &Map<String, Value>) -> Result<(), JsonError> {
    match object.keys().next() {
        None => Ok(()),
        Some(name) => {
            Err(JsonError::new("unknown property, or one that cannot stand here").under(name))
        }
    }
}

/// The value at this path.
pub(super) fn look<'a>(object: &'a Map<String, Value>, path: &[&str]) -> Option<&'a Value> {
    let (first, rest) = path.split_first()?;
    let value = object.get(*first)?;
    if rest.is_empty() {
        return Some(value);
    }
    look(value.as_object()?, rest)
}

/// Takes the value at this path out, and objects that are empty then.
pub(super) fn remove(object: &mut Map<String, Value>, path: &[&str]) -> Option<Value> {
    let (first, rest) = path.split_first()?;
    if rest.is_empty() {
        return object.shift_remove(*first);
    }
    let inner = object.get_mut(*first)?.as_object_mut()?;
    let removed = remove(inner, rest);
    if inner.is_empty() {
        object.shift_remove(*first);
    }
    removed
}

/// The words of all these arguments, those in parentheses put into the last word so far.
pub(super) fn give_all(
    slots: &[Slot],
    object: &mut Map<String, Value>,
    words: &mut Words,
) -> Result<(), JsonError> {
    let mut inside = Words::new();
    for slot in slots.iter().filter(|slot| slot.inside) {
        slot.give(object, &mut inside)?;
    }
    if let (false, Some(last)) = (inside.is_empty(), words.last_mut()) {
        *last = format!("{last}({})", inside.join(","));
    }
    for slot in slots.iter().filter(|slot| !slot.inside) {
        slot.give(object, words)?;
    }
    Ok(())
}
