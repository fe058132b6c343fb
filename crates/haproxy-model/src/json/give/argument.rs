//! From properties to the words of one argument.

use serde_json::{Map, Value};

use super::{Words, give_all};
use crate::json::JsonError;
use crate::json::kind::{Kind, split, text, written};
use crate::json::shape::{Content, Shape};
use crate::json::slot::{Part, Slot};
use crate::keyword::Keyword;

impl Slot {
    pub(super) fn give(
        &self,
        object: &mut Map<String, Value>,
        words: &mut Words,
    ) -> Result<(), JsonError> {
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

pub(super) fn required(object: &mut Map<String, Value>, name: &str) -> Result<Value, JsonError> {
    let value = object.shift_remove(name);
    value.ok_or_else(|| JsonError::new("a required property is missing").under(name))
}
