//! From properties to words. Each property that is said is taken out of its object.

mod argument;
mod object;

pub(super) use object::{count, look, look_in, nothing_left, remove, remove_in};

use serde_json::{Map, Value};

use self::argument::required;
use super::JsonError;
use super::kind::Kind;
use super::place::Collection;
use super::shape::{Content, Shape, opposite};
use super::slot::{Inside, Slot};
use crate::keyword::Keyword;

type Words = Vec<String>;

impl Shape {
    /// The words of a keyword and of its arguments, as an element of its list or map says.
    pub(super) fn element(
        &self,
        keyword: &'static Keyword,
        mut value: Value,
    ) -> Result<Words, JsonError> {
        let mut words = Words::new();
        if let (Collection::Map(name), Some(object)) = (self.collection, value.as_object_mut())
            && !self.requires(name)
        {
            without_own_address(object, name);
        }
        if self.negated {
            words.push("no".to_owned());
        }
        self.give_value(keyword, value, &mut words)?;
        Ok(words)
    }

    /// Adds the words of a statement, which the properties of a section say; whether they do.
    pub(super) fn statement(
        &self,
        keyword: &'static Keyword,
        object: &mut Map<String, Value>,
        words: &mut Words,
    ) -> Result<bool, JsonError> {
        if keyword.no && self.is_negated(object) {
            words.push("no".to_owned());
            name(keyword, words);
            let taken = remove(object, &self.path);
            if let (Some((tag, _)), Some(Value::Object(mut inner))) = (self.tag, taken) {
                inner.shift_remove(tag);
                nothing_left(&inner).map_err(|error| error.under_all(&self.path))?;
            }
            return Ok(true);
        }
        self.give(keyword, object, words)
    }

    /// Whether the property says the keyword's opposite.
    pub(super) fn is_negated(&self, object: &Map<String, Value>) -> bool {
        let Some(literal) = self.literal() else {
            return false;
        };
        let value = look(object, &self.path);
        let value = match (self.tag, value) {
            (Some((tag, _)), Some(value)) => value.get(tag),
            (_, value) => value,
        };
        value.is_some() && value == opposite(&literal).as_ref()
    }

    fn give_value(
        &self,
        keyword: &'static Keyword,
        value: Value,
        words: &mut Words,
    ) -> Result<(), JsonError> {
        name(keyword, words);
        match &self.content {
            Content::Literal(literal) if *literal == value => Ok(()),
            Content::Literal(literal) | Content::Tagged(literal, _) => {
                Err(JsonError::new(format!("expected {literal}, found {value}")))
            }
            Content::Direct(slot) => {
                let mut only = Map::new();
                only.insert("value".to_owned(), value);
                let given = give_all(std::slice::from_ref(slot), &mut only, words);
                given.map_err(JsonError::at_child)
            }
            Content::Phrase(..) => Err(JsonError::new("this stands in a list")),
            Content::Object(slots) => {
                let Value::Object(mut object) = value else {
                    return Err(JsonError::new("expected an object"));
                };
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
            let is_there = slots.iter().any(|slot| slot.is_in(object));
            if is_there {
                name(keyword, words);
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
        if let Content::Phrase(..) = &self.content {
            let phrase = Kind::Phrase.words(&value);
            words.extend(phrase.map_err(|error| error.under_all(&self.path))?);
            return Ok(true);
        }
        if let (Content::Tagged(_, slots), Some((_, parents))) =
            (&self.content, self.path.split_last())
        {
            name(keyword, words);
            let given = object::inside(object, parents, |inner| give_all(slots, inner, words));
            return given.map(|()| true);
        }
        if self.collection == Collection::List && value.is_array() {
            let Value::Array(list) = value else {
                return Ok(true);
            };
            for (index, value) in list.into_iter().enumerate() {
                let given = self.give_value(keyword, value, words);
                given.map_err(|error| error.under(index).under_all(&self.path))?;
            }
            return Ok(true);
        }
        let given = self.give_value(keyword, value, words);
        given.map_err(|error| error.under_all(&self.path))?;
        Ok(true)
    }
}

impl Shape {
    /// Adds the arguments of a chosen keyword whose words stand there already.
    fn give_arguments(
        &self,
        keyword: &'static Keyword,
        object: &mut Map<String, Value>,
        words: &mut Words,
    ) -> Result<(), JsonError> {
        match &self.content {
            Content::Literal(_) => Ok(()),
            Content::Object(slots) if self.path.is_empty() => give_all(slots, object, words),
            _ => {
                let start = words.len().saturating_sub(keyword.name.split(' ').count());
                let kept = words.split_off(start);
                if !self.give(keyword, object, words)? {
                    words.extend(kept);
                }
                Ok(())
            }
        }
    }
}

fn name(keyword: &'static Keyword, words: &mut Words) {
    words.extend(keyword.name.split(' ').map(str::to_owned));
}

/// Takes the name out where it is the address that the map calls a nameless element by.
fn without_own_address(object: &mut Map<String, Value>, name: &str) {
    let is_own = match object.get(name) {
        Some(Value::String(own)) => address(object).as_ref() == Some(own),
        _ => false,
    };
    if is_own {
        object.shift_remove(name);
    }
}

/// The address and the port that an object says, as one text.
pub(super) fn address(object: &Map<String, Value>) -> Option<String> {
    let address = object.get("address").and_then(Value::as_str);
    match object.get("port") {
        Some(port) => Some(format!("{}:{port}", address.unwrap_or_default())),
        None => address.map(str::to_owned),
    }
}

/// The words of all these arguments, those in the keyword's word put into the last word so far.
pub(super) fn give_all(
    slots: &[Slot],
    object: &mut Map<String, Value>,
    words: &mut Words,
) -> Result<(), JsonError> {
    let mut inside = Words::new();
    for slot in slots.iter().filter(|slot| slot.inside.is_some()) {
        slot.give(object, &mut inside)?;
    }
    let is_joined = slots.iter().any(|slot| slot.inside == Some(Inside::Joined));
    if let (false, Some(last)) = (inside.is_empty(), words.last_mut()) {
        *last = match (is_joined, inside.join(",")) {
            (true, inside) => format!("{last}{inside}"),
            (false, inside) => format!("{last}({inside})"),
        };
    }
    let mut gap: Option<&Slot> = None;
    for slot in slots.iter().filter(|slot| slot.inside.is_none()) {
        let count = words.len();
        slot.give(object, words)?;
        match gap {
            _ if !slot.is_positional() => {}
            None if words.len() == count => gap = Some(slot),
            // Without the one before, it would stand in its place.
            Some(gap) if words.len() > count => return Err(gap.required()),
            _ => {}
        }
    }
    Ok(())
}
