//! Sections that are valid against the Data Plane API's specification.
//!
//! What a property may hold comes from its definition: type, limits, values, pattern, and the
//! properties that it depends on. Where HAProxy takes less than the definition, [`words`] and
//! [`limits`] say what and why.

use std::collections::BTreeSet;

use proptest::prelude::RngExt;
use proptest::test_runner::TestRng;
use serde_json::{Map, Value, json};

use super::{limits, words};

/// The specification's definitions.
pub(super) struct Specification {
    definitions: Map<String, Value>,
}

/// An object's definition, with those that it is put together from.
struct Object<'a> {
    /// The definition that each property is from.
    properties: Vec<(&'a str, &'a str, &'a Value)>,
    required: BTreeSet<&'a str>,
}

impl Specification {
    pub(super) fn new(mut specification: Value) -> Self {
        let definitions = specification["definitions"].take();
        match definitions {
            Value::Object(definitions) => Self { definitions },
            _ => panic!("the specification has no definitions"),
        }
    }

    /// A value of this definition.
    pub(super) fn value(&self, definition: &str, rng: &mut TestRng) -> Value {
        let mut made = Maker {
            specification: self,
            rng,
        };
        made.value(definition, definition, &self.definitions[definition])
    }

    fn object<'a>(&'a self, definition: &'a str, schema: &'a Value) -> Object<'a> {
        let mut object = Object {
            properties: Vec::new(),
            required: BTreeSet::new(),
        };
        self.add(definition, schema, &mut object);
        object
    }

    fn add<'a>(&'a self, definition: &'a str, schema: &'a Value, object: &mut Object<'a>) {
        let (definition, schema) = self.resolve(definition, schema);
        for part in schema["allOf"].as_array().into_iter().flatten() {
            self.add(definition, part, object);
        }
        for (name, property) in schema["properties"].as_object().into_iter().flatten() {
            let path = format!("{definition}/{name}");
            if name != "metadata" && !limits::is_left_out(&path) {
                object.properties.push((definition, name, property));
            }
        }
        let required = schema["required"].as_array().into_iter().flatten();
        object.required.extend(required.filter_map(Value::as_str));
    }

    fn resolve<'a>(&'a self, definition: &'a str, schema: &'a Value) -> (&'a str, &'a Value) {
        match schema["$ref"].as_str() {
            Some(reference) => {
                let name = reference.rsplit('/').next().unwrap();
                (name, &self.definitions[name])
            }
            None => (definition, schema),
        }
    }
}

struct Maker<'a> {
    specification: &'a Specification,
    rng: &'a mut TestRng,
}

impl Maker<'_> {
    fn up_to(&mut self, most: usize) -> usize {
        self.rng.random_range(0..=most)
    }

    fn one_of<'v, T>(&mut self, values: &'v [T]) -> &'v T {
        &values[self.rng.random_range(0..values.len())]
    }

    /// A value at this path: the definition, and the property in it.
    fn value(&mut self, definition: &str, path: &str, schema: &Value) -> Value {
        let specification = self.specification;
        let (inner, schema) = specification.resolve(definition, schema);
        let path = if inner == definition { path } else { inner };
        if let Some(values) = schema["enum"].as_array() {
            let values: Vec<_> = values
                .iter()
                .filter(|value| !limits::is_refused(path, value))
                .collect();
            return (*self.one_of(&values)).clone();
        }
        if let Some(inner) = schema
            .get("additionalProperties")
            .filter(|inner| inner.is_object())
        {
            return self.map(&inner_path(path), inner);
        }
        match schema["type"].as_str() {
            Some("array") => {
                let count = 1 + self.up_to(2);
                let items = &schema["items"];
                let unique = schema["uniqueItems"] == true || items.get("enum").is_some();
                let mut list: Vec<Value> = Vec::new();
                for _ in 0..count {
                    let item = self.value(inner, &inner_path(path), items);
                    if !unique || !list.contains(&item) {
                        list.push(item);
                    }
                }
                Value::Array(list)
            }
            Some("integer") => self.integer(path, schema),
            Some("boolean") => Value::Bool(self.up_to(3) > 0),
            Some("string") => self.text(path, schema),
            _ => Value::Object(self.object(inner, path, schema)),
        }
    }

    fn map(&mut self, path: &str, schema: &Value) -> Value {
        let mut map = Map::new();
        for index in 0..=self.up_to(2) {
            let (definition, _) = self.specification.resolve("", schema);
            let mut value = self.value("", path, schema);
            let key = words::key(definition);
            let name = format!("{key}{index}");
            if let Some(object) = value.as_object_mut() {
                object.insert(key.to_owned(), Value::from(name.clone()));
            }
            map.insert(name, value);
        }
        Value::Object(map)
    }

    fn integer(&mut self, path: &str, schema: &Value) -> Value {
        let (low, high) = limits::range(path).unwrap_or_else(|| {
            let low = schema["minimum"].as_i64().unwrap_or(1);
            let high = schema["maximum"].as_i64().unwrap_or(low.max(1) + 1000);
            (low, high)
        });
        Value::from(self.rng.random_range(low..=high))
    }

    fn text(&mut self, path: &str, schema: &Value) -> Value {
        let words = words::of(path, schema["pattern"].as_str());
        let word = *self.one_of(words);
        if word.contains('#') {
            let number = (self.rng.random_range(1..=99_u32)).to_string();
            return Value::from(word.replace('#', &number));
        }
        Value::from(word)
    }

    /// An object with what must be there and some of what may be.
    fn object(&mut self, definition: &str, path: &str, schema: &Value) -> Map<String, Value> {
        let specification = self.specification;
        let object = specification.object(definition, schema);
        let mut chosen = Map::new();
        // What others depend on comes first.
        let mut first = BTreeSet::new();
        for (_, _, property) in &object.properties {
            let keys = property["x-dependency"].as_object();
            first.extend(keys.into_iter().flat_map(Map::keys).map(String::as_str));
        }
        for is_first in [true, false] {
            let mut left = self.up_to(6);
            let mut properties: Vec<_> = object
                .properties
                .iter()
                .filter(|(_, name, _)| first.contains(name) == is_first)
                .collect();
            // In any order, with those last that are deep in dependencies.
            for at in (1..properties.len()).rev() {
                let other = self.up_to(at);
                properties.swap(at, other);
            }
            properties.sort_by_key(|(_, _, property)| property.get("x-dependency").is_some());
            for _ in 0..2 {
                for (from, name, property) in &properties {
                    let path = if *from == definition && path != definition {
                        format!("{path}/{name}")
                    } else {
                        format!("{from}/{name}")
                    };
                    let Some(is_needed) = needed(property, &chosen) else {
                        continue;
                    };
                    let is_needed =
                        is_needed || object.required.contains(name) || limits::is_needed(&path);
                    let is_wanted = left > 0 && self.up_to(properties.len().max(8)) < 8;
                    if chosen.contains_key(*name) || !(is_needed || is_wanted) {
                        continue;
                    }
                    left = left.saturating_sub(1);
                    let value = self.value(from, &path, property);
                    chosen.insert((*name).to_owned(), value);
                }
            }
        }
        limits::settle(path, &mut chosen);
        chosen
    }
}

/// Whether what is chosen asks for the property; `None` where it refuses it.
fn needed(property: &Value, chosen: &Map<String, Value>) -> Option<bool> {
    let mut is_needed = false;
    for (name, rule) in property["x-dependency"].as_object().into_iter().flatten() {
        let value = chosen.get(name);
        let fits = match &rule["value"] {
            Value::Null => value.is_some(),
            Value::Array(values) => value.is_some_and(|value| values.contains(value)),
            Value::Bool(false) => value.is_none_or(|value| *value == json!(false)),
            // "true" and "enabled" stand for each other there.
            Value::Bool(true) => {
                value.is_some_and(|value| *value == json!(true) || *value == json!("enabled"))
            }
            expected => value == Some(expected),
        };
        if !fits {
            return None;
        }
        is_needed |= rule["required"] == true;
    }
    Some(is_needed)
}

fn inner_path(path: &str) -> String {
    format!("{path}[]")
}
