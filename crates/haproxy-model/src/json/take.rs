//! From words to properties; what properties cannot say gives `None`.

mod argument;
mod rest;

pub(super) use rest::Rest;

use serde_json::{Map, Value};

use super::give::remove;
use super::kind::{Kind, join};
use super::place::Collection;
use super::shape::{Content, Shape};
use super::slot::{Part, Slot};

/// Names for arguments that are told from each other by nothing else.
const PLACES: [&str; 4] = ["first", "second", "third", "fourth"];

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
                if let Part::Value(Kind::Joined) = slot.part {
                    let before = remove(object, &self.path);
                    only.extend(before.map(|value| ("value".to_owned(), value)));
                }
                take_all(std::slice::from_ref(slot), inside, rest, &mut only)?;
                let value = only.shift_remove("value")?;
                only.is_empty().then_some(value)?
            }
            Content::Tagged(literal, slots) => {
                let (name, parents) = self.path.split_last()?;
                let object = beside(object, parents)?;
                put(object, name, literal.clone())?;
                return take_all(slots, inside, rest, object);
            }
            Content::Phrase(name, slots) => {
                let start = rest.clone();
                let slots: Vec<Slot> = slots
                    .iter()
                    .zip(PLACES)
                    .map(|(slot, name)| Slot {
                        name,
                        ..slot.clone()
                    })
                    .collect();
                take_all(&slots, inside, rest, &mut Map::new())?;
                let before = remove(object, &self.path);
                let before = before.as_ref().and_then(Value::as_str);
                let words: Vec<&str> = std::iter::once(*name).chain(start.until(rest)).collect();
                let phrase = join(&words);
                Value::from(before.map_or(phrase.clone(), |before| format!("{before} {phrase}")))
            }
            Content::Object(slots) if self.path.is_empty() => {
                return take_all(slots, inside, rest, object);
            }
            Content::Object(slots) => {
                let mut value = Map::new();
                if let Some((name, tag)) = self.tag {
                    put(&mut value, name, Value::from(tag))?;
                }
                take_all(slots, inside, rest, &mut value)?;
                Value::Object(value)
            }
        };
        let (name, parents) = self.path.split_last()?;
        let object = beside(object, parents)?;
        match self.collection {
            Collection::List => {
                let list = object
                    .entry(*name)
                    .or_insert_with(|| Value::Array(Vec::new()));
                list.as_array_mut()?.push(value);
                Some(())
            }
            Collection::Single | Collection::Map(_) => put(object, name, value),
        }
    }
}

/// The object at this path, which is made where it is not there.
pub(super) fn beside<'a>(
    object: &'a mut Map<String, Value>,
    path: &[&str],
) -> Option<&'a mut Map<String, Value>> {
    path.iter().try_fold(object, |object, name| {
        let inner = object
            .entry(*name)
            .or_insert_with(|| Value::Object(Map::new()));
        inner.as_object_mut()
    })
}

/// Puts a value where no other is; dots in the name stand behind the names of objects.
pub(super) fn put(object: &mut Map<String, Value>, name: &str, value: Value) -> Option<()> {
    if let Some((parents, name)) = name.rsplit_once('.') {
        let parents: Vec<&str> = parents.split('.').collect();
        return put(beside(object, &parents)?, name, value);
    }
    object
        .insert(name.to_owned(), value)
        .is_none()
        .then_some(())
}

/// Whether one object has nothing where another has something.
pub(super) fn fits(object: &Map<String, Value>, more: &Map<String, Value>) -> bool {
    more.iter()
        .all(|(name, value)| match (object.get(name), value) {
            (None, _) => true,
            (Some(Value::Object(object)), Value::Object(more)) => fits(object, more),
            _ => false,
        })
}

/// Puts all that one object has into another, where it has nothing yet.
pub(super) fn merge(object: &mut Map<String, Value>, more: Map<String, Value>) -> Option<()> {
    more.into_iter().try_for_each(|(name, value)| {
        let value = match (object.get_mut(&name), value) {
            (Some(Value::Object(object)), Value::Object(more)) => return merge(object, more),
            (_, value) => value,
        };
        put(object, &name, value)
    })
}

/// Puts what the words say of all these arguments into the object.
pub(super) fn take_all(
    slots: &[Slot],
    inside: Option<&str>,
    rest: &mut Rest<'_>,
    object: &mut Map<String, Value>,
) -> Option<()> {
    let (inner, outer): (Vec<&Slot>, Vec<&Slot>) =
        slots.iter().partition(|slot| slot.inside.is_some());
    match inside {
        Some(text) => {
            let parts: Vec<&str> = match &*inner {
                _ if text.is_empty() => Vec::new(),
                [_] => vec![text],
                _ => text.split(',').collect(),
            };
            let mut parts = Rest::new(&parts);
            parts.take(&inner, object)?;
            parts.is_empty().then_some(())?;
        }
        None => inner
            .iter()
            .all(|slot| slot.may_be_missing())
            .then_some(())?,
    }
    rest.take(&outer, object)
}
