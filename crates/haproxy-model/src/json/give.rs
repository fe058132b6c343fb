//! From properties to words. Each property that is said is taken out of its object.

use serde_json::{Map, Value};

use super::JsonError;
use super::kind::{Kind, split, text, written};
use super::place::Collection;
use super::shape::{Content, Shape};
use super::slot::{Part, Slot};
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

impl Slot {
    fn give(&self, object: &mut Map<String, Value>, words: &mut Words) -> Result<(), JsonError> {
        match self.part {
            Part::Parameters(keywords) => give_parameters(keywords, object, words),
            Part::Condition => self.give_condition(object, words),
            Part::Criterion => {
                let criterion = required(object, "criterion")?;
                words.push(written(
                    &text(&criterion).map_err(|e| e.under("criterion"))?,
                ));
                if let Some(value) = object.shift_remove("value") {
                    words.extend(split(&text(&value).map_err(|e| e.under("value"))?));
                }
                Ok(())
            }
            Part::Other => Ok(()),
            Part::Value(Kind::Address) => self.give_address(object, words),
            Part::Value(_) | Part::Flag(_) | Part::Choice(_) => {
                let Some(value) = object.shift_remove(self.name) else {
                    return if self.optional {
                        Ok(())
                    } else {
                        Err(JsonError::new("a required property is missing").under(self.name))
                    };
                };
                words.extend(self.lead.map(str::to_owned));
                let given = self.give_value(&value, object, words);
                given.map_err(|(error, at_name)| {
                    if at_name {
                        error.under(self.name)
                    } else {
                        error
                    }
                })
            }
        }
    }

    /// An error, and whether it is of the value itself.
    fn give_value(
        &self,
        value: &Value,
        object: &mut Map<String, Value>,
        words: &mut Words,
    ) -> Result<(), (JsonError, bool)> {
        match self.part {
            Part::Value(Kind::Variable) => {
                let name = text(value).map_err(|error| (error, true))?;
                let scope = required(object, "var_scope").map_err(|error| (error, false))?;
                let scope = text(&scope).map_err(|error| (error.under("var_scope"), false))?;
                words.push(format!("{scope}.{name}"));
            }
            Part::Value(Kind::Raw) => {
                words.extend(split(&text(value).map_err(|error| (error, true))?));
            }
            Part::Value(kind) => words.push(kind.word(value).map_err(|error| (error, true))?),
            Part::Flag(word) => match value {
                Value::Bool(true) => words.push(word.to_owned()),
                Value::Bool(false) => {}
                _ => return Err((JsonError::new("expected true or false"), true)),
            },
            Part::Choice(keywords) => {
                let name = text(value).map_err(|error| (error, true))?;
                let Some(keyword) = keywords.iter().find(|keyword| keyword.name == name) else {
                    return Err((JsonError::new(format!("unknown value '{name}'")), true));
                };
                words.extend(keyword.name.split(' ').map(str::to_owned));
                let Some(shape) = Shape::of(keyword) else {
                    return Ok(());
                };
                let given = match &shape.content {
                    Content::Literal(_) => Ok(()),
                    Content::Object(slots) if shape.path.is_empty() => {
                        give_all(slots, object, words)
                    }
                    Content::Object(_) | Content::Direct(_) | Content::Tagged(..) => {
                        give_behind(&shape, keyword, object, words)
                    }
                };
                given.map_err(|error| (error, false))?;
            }
            Part::Parameters(_) | Part::Condition | Part::Criterion | Part::Other => {}
        }
        Ok(())
    }

    fn give_condition(
        &self,
        object: &mut Map<String, Value>,
        words: &mut Words,
    ) -> Result<(), JsonError> {
        let Some(kind) = object.shift_remove("cond") else {
            return if self.optional && !object.contains_key("cond_test") {
                Ok(())
            } else {
                Err(JsonError::new("a required property is missing").under("cond"))
            };
        };
        match kind.as_str() {
            Some(kind @ ("if" | "unless")) => words.push(kind.to_owned()),
            _ => return Err(JsonError::new("expected 'if' or 'unless'").under("cond")),
        }
        let test = required(object, "cond_test")?;
        words.extend(split(
            &text(&test).map_err(|error| error.under("cond_test"))?,
        ));
        Ok(())
    }

    fn give_address(
        &self,
        object: &mut Map<String, Value>,
        words: &mut Words,
    ) -> Result<(), JsonError> {
        let address = match object.shift_remove(self.name) {
            Some(address) => written(&text(&address).map_err(|error| error.under(self.name))?),
            None if object.contains_key("port") => String::new(),
            None => return Err(JsonError::new("a required property is missing").under(self.name)),
        };
        words.push(match object.shift_remove("port") {
            Some(port) => {
                let port = Kind::Integer
                    .word(&port)
                    .map_err(|error| error.under("port"))?;
                format!("{address}:{port}")
            }
            None => address,
        });
        Ok(())
    }
}

/// The arguments of a chosen keyword whose word stands there already.
fn give_behind(
    shape: &Shape,
    keyword: &'static Keyword,
    object: &mut Map<String, Value>,
    words: &mut Words,
) -> Result<(), JsonError> {
    let start = words.len().saturating_sub(keyword.name.split(' ').count());
    let kept = words.split_off(start);
    if !shape.give(keyword, object, words)? {
        words.extend(kept);
    }
    Ok(())
}

fn give_parameters(
    keywords: &'static [Keyword],
    object: &mut Map<String, Value>,
    words: &mut Words,
) -> Result<(), JsonError> {
    // In the order of the object, so that parameters keep theirs.
    let names: Vec<String> = object.keys().cloned().collect();
    for name in names {
        let candidates = keywords.iter().filter(|keyword| {
            let place = keyword.json.unwrap_or_default();
            let first = place.split(['.', ':', '[', '(', '=']).next();
            first.is_some_and(|first| first.trim() == name || first.is_empty())
        });
        for keyword in candidates {
            if let Some(shape) = Shape::of(keyword) {
                shape.give(keyword, object, words)?;
            }
        }
    }
    Ok(())
}

fn required(object: &mut Map<String, Value>, name: &str) -> Result<Value, JsonError> {
    let value = object.shift_remove(name);
    value.ok_or_else(|| JsonError::new("a required property is missing").under(name))
}
