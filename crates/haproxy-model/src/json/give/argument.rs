//! From properties to the words of one argument.

use serde_json::{Map, Value};

use super::{Words, count, give_all, look, look_in, remove_in};
use crate::json::JsonError;
use crate::json::kind::{Kind, port_name, split, text, written};
use crate::json::options::{Entry, Options};
use crate::json::shape::Content;
use crate::json::slot::{Part, Slot};

impl Slot {
    /// Whether the object says something of it.
    pub(super) fn is_in(&self, object: &Map<String, Value>) -> bool {
        let is_there = |name| look_in(object, name).is_some();
        match &self.part {
            Part::OneOf(slots) => slots.iter().any(|slot| slot.is_in(object)),
            Part::Constant(value) => look_in(object, self.name) == Some(value),
            Part::Parameters(keywords) => has_parameter(keywords, object),
            Part::Mixed {
                keywords, slots, ..
            } => has_parameter(keywords, object) || slots.iter().any(|slot| slot.is_in(object)),
            Part::Value(Kind::Address { .. }) => {
                is_there(self.name) || is_there(port_name(self.name))
            }
            _ => is_there(self.name),
        }
    }

    pub(super) fn give(
        &self,
        object: &mut Map<String, Value>,
        words: &mut Words,
    ) -> Result<(), JsonError> {
        match &self.part {
            Part::Parameters(keywords) => give_parameters(keywords, object, words),
            Part::Mixed {
                keywords,
                slots,
                repeated,
            } => {
                let count = words.len();
                give_parameters(keywords, object, words)?;
                let has_own = slots.iter().any(|slot| slot.is_in(object));
                let is_said = *repeated || self.optional || words.len() > count;
                if is_said && !has_own {
                    return Ok(());
                }
                let mut own = Words::new();
                let given = give_all(slots, object, &mut own);
                words.splice(count..count, own);
                given
            }
            Part::Condition(kind, test) => self.give_condition(kind, test, object, words),
            Part::Criterion => {
                let criterion = required(object, "criterion")?;
                let criterion = text(&criterion).map_err(|error| error.under("criterion"))?;
                words.push(written(&criterion));
                if let Some(value) = object.shift_remove("value") {
                    let value = text(&value).map_err(|error| error.under("value"))?;
                    words.extend(split(&value));
                }
                Ok(())
            }
            Part::Other => Ok(()),
            Part::Word(word) => {
                words.push((*word).to_owned());
                Ok(())
            }
            Part::Constant(value) => match required(object, self.name)? {
                found if found == *value => Ok(()),
                found => {
                    Err(JsonError::new(format!("expected {value}, found {found}")).under(self.name))
                }
            },
            Part::OneOf(slots) => {
                let slot = slots.iter().find(|slot| slot.is_in(object));
                slot.or(slots.first())
                    .map_or(Ok(()), |slot| slot.give(object, words))
            }
            Part::Pair {
                separator,
                second,
                kind,
            } => self.give_pair(separator, second, *kind, object, words),
            Part::Value(Kind::Address { .. }) if self.is_in(object) => {
                words.extend(self.lead.map(str::to_owned));
                self.give_address(object, words)
            }
            Part::Value(_) | Part::Flag(_) | Part::Choice(_) => {
                let value = remove_in(object, self.name);
                // HAProxy takes an empty word for the end of the line.
                let Some(value) = value.filter(|value| !self.optional || value != "") else {
                    return self.missing();
                };
                words.extend(self.lead.map(str::to_owned));
                let given = self.give_value(&value, object, words);
                given.map_err(|(error, at_name)| {
                    if at_name {
                        error.under_all(&self.name.split('.').collect::<Vec<_>>())
                    } else {
                        error
                    }
                })
            }
        }
    }

    fn missing(&self) -> Result<(), JsonError> {
        if self.optional {
            return Ok(());
        }
        Err(self.required())
    }

    /// That the argument must be there.
    pub(super) fn required(&self) -> JsonError {
        let names: Vec<&str> = self.name.split('.').collect();
        JsonError::new("a required property is missing").under_all(&names)
    }

    /// An error, and whether it is of the value itself.
    fn give_value(
        &self,
        value: &Value,
        object: &mut Map<String, Value>,
        words: &mut Words,
    ) -> Result<(), (JsonError, bool)> {
        match &self.part {
            Part::Value(Kind::Variable) => {
                let name = text(value).map_err(|error| (error, true))?;
                let scope = required(object, "var_scope").map_err(|error| (error, false))?;
                let scope = text(&scope).map_err(|error| (error.under("var_scope"), false))?;
                words.push(format!("{scope}.{name}"));
            }
            Part::Value(kind) if kind.is_many() => {
                words.extend(kind.words(value).map_err(|error| (error, true))?);
            }
            Part::Value(kind) => words.push(kind.word(value).map_err(|error| (error, true))?),
            Part::Flag(word) => match value {
                Value::Bool(true) => words.push((*word).to_owned()),
                Value::Bool(false) => {}
                _ => return Err((JsonError::new("expected true or false"), true)),
            },
            Part::Choice(keywords) => {
                let entry = chosen(keywords, value).map_err(|error| (error, true))?;
                words.extend(entry.keyword.name.split(' ').map(str::to_owned));
                let given = give_chosen(entry, object, words);
                given.map_err(|error| (error, false))?;
            }
            _ => {}
        }
        Ok(())
    }

    fn give_condition(
        &self,
        kind: &str,
        test: &str,
        object: &mut Map<String, Value>,
        words: &mut Words,
    ) -> Result<(), JsonError> {
        let Some(value) = object.shift_remove(kind) else {
            return if self.optional && !object.contains_key(test) {
                Ok(())
            } else {
                Err(JsonError::new("a required property is missing").under(kind))
            };
        };
        match value.as_str() {
            Some(value @ ("if" | "unless")) => words.push(value.to_owned()),
            _ => return Err(JsonError::new("expected 'if' or 'unless'").under(kind)),
        }
        let value = required(object, test)?;
        words.extend(split(&text(&value).map_err(|error| error.under(test))?));
        Ok(())
    }

    fn give_pair(
        &self,
        separator: &str,
        second: &str,
        kind: Kind,
        object: &mut Map<String, Value>,
        words: &mut Words,
    ) -> Result<(), JsonError> {
        if self.optional && !self.is_in(object) && look_in(object, second).is_none() {
            return Ok(());
        }
        let first = required(object, self.name)?;
        let first = text(&first).map_err(|error| error.under(self.name))?;
        let last = required(object, second)?;
        let last = kind.word(&last).map_err(|error| error.under(second))?;
        words.extend(self.lead.map(str::to_owned));
        words.push(format!("{}{separator}{last}", written(&first)));
        Ok(())
    }

    fn give_address(
        &self,
        object: &mut Map<String, Value>,
        words: &mut Words,
    ) -> Result<(), JsonError> {
        let mut word = match remove_in(object, self.name) {
            Some(address) => written(&text(&address).map_err(|error| error.under(self.name))?),
            None => String::new(),
        };
        let mut number = |name: &str| {
            let port = object.shift_remove(name);
            let port = port.map(|port| Kind::Integer.word(&port)).transpose();
            port.map_err(|error| error.under(name))
        };
        if let Some(port) = number(port_name(self.name))? {
            word = format!("{word}:{port}");
            if let Part::Value(Kind::Address { range: true }) = self.part
                && let Some(end) = number("port-range-end")?
            {
                word = format!("{word}-{end}");
            }
        }
        words.push(word);
        Ok(())
    }
}

/// Whether the object says one of these keywords at its own place.
fn has_parameter(keywords: &Options, object: &Map<String, Value>) -> bool {
    let entries = object.keys().flat_map(|name| keywords.of_property(name));
    let mut forms = entries.flat_map(|entry| &entry.forms);
    forms.any(|form| match (&form.content, form.literal()) {
        (Content::Object(slots), _) if form.path.is_empty() => {
            slots.iter().any(|slot| slot.is_in(object))
        }
        (_, Some(literal)) => look(object, &form.path) == Some(&literal),
        (_, None) => look(object, &form.path).is_some(),
    })
}

/// The keyword that the value of a choice names.
fn chosen<'o>(keywords: &'o Options, value: &Value) -> Result<&'o Entry, JsonError> {
    let mut entries = keywords.entries().iter();
    let found = entries.find(|entry| match entry.name() {
        Some(name) => name == value,
        None => value == entry.keyword.name,
    });
    match (found, text(value)) {
        (Some(entry), _) => Ok(entry),
        (None, Ok(name)) => Err(JsonError::new(format!("unknown value '{name}'"))),
        (None, Err(error)) => Err(error),
    }
}

/// The arguments of a chosen keyword whose words stand there already.
fn give_chosen(
    entry: &Entry,
    object: &mut Map<String, Value>,
    words: &mut Words,
) -> Result<(), JsonError> {
    if let [only] = &*entry.forms {
        return only.give_arguments(entry.keyword, object, words);
    }
    let mut error = None;
    let mut best: Option<(Map<String, Value>, Words)> = None;
    for form in &entry.forms {
        let (mut left, mut more) = (object.clone(), words.clone());
        match form.give_arguments(entry.keyword, &mut left, &mut more) {
            Ok(()) => {
                let is_best = best
                    .as_ref()
                    .is_none_or(|(best, _)| count(&left) < count(best));
                if is_best {
                    best = Some((left, more));
                }
            }
            Err(other) => error = error.or(Some(other)),
        }
    }
    match (best, error) {
        (Some((left, more)), _) => (*object, *words) = (left, more),
        (None, Some(error)) => return Err(error),
        (None, None) => {}
    }
    Ok(())
}

/// What the properties say, each in a keyword's own place, in the order of the object.
fn give_parameters(
    keywords: &Options,
    object: &mut Map<String, Value>,
    words: &mut Words,
) -> Result<(), JsonError> {
    let names: Vec<String> = object.keys().cloned().collect();
    for name in names {
        let mut negated = false;
        for entry in keywords.of_property(&name) {
            for form in entry.forms.iter().filter(|form| form.mentions(&name)) {
                form.give(entry.keyword, object, words)?;
                negated |= form.path == [&*name] && form.is_negated(object);
            }
        }
        // What is off without a word is said by none.
        if negated {
            object.shift_remove(&name);
        }
    }
    Ok(())
}

pub(super) fn required(object: &mut Map<String, Value>, name: &str) -> Result<Value, JsonError> {
    let value = remove_in(object, name);
    value.ok_or_else(|| JsonError::new("a required property is missing").under(name))
}
