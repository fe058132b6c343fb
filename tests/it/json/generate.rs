//! Sections that are valid against the Data Plane API's specification.
//!
//! What a property may hold comes from its definition: type, limits, values, pattern, and the
//! properties that it depends on. Where HAProxy takes less than the definition, [`words`] and
//! [`limits`] say what and why.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::RngExt;
use proptest::test_runner::TestRng;
use serde_json::{Map, Value, json};

use super::limits::{self, Verdict};
use super::words;

/// The specification's definitions.
pub(super) struct Specification {
    definitions: Map<String, Value>,
    /// How often each property was made, behind its definition, and each value of an enumeration.
    made: RefCell<BTreeMap<String, usize>>,
}

/// An object's definition, with those that it is put together from.
struct Object<'a> {
    properties: Vec<Property<'a>>,
    required: BTreeSet<&'a str>,
}

struct Property<'a> {
    /// The definition that it is from.
    from: &'a str,
    name: &'a str,
    /// That definition, the objects around, and the name.
    path: String,
    schema: &'a Value,
}

impl Specification {
    pub(super) fn new(mut specification: Value) -> Self {
        let definitions = specification["definitions"].take();
        match definitions {
            Value::Object(definitions) => Self {
                definitions,
                made: RefCell::default(),
            },
            _ => panic!("the specification has no definitions"),
        }
    }

    /// A value of this definition.
    pub(super) fn value(&self, definition: &str, rng: &mut TestRng) -> Value {
        let mut made = Maker {
            specification: self,
            rng,
        };
        let schema = &self.definitions[definition];
        made.value(definition, definition, schema, &Map::new())
    }

    fn count(&self, path: &str) -> usize {
        self.made.borrow().get(path).copied().unwrap_or_default()
    }

    fn note(&self, path: String) {
        *self.made.borrow_mut().entry(path).or_default() += 1;
    }

    /// The properties of this definition and of those that it refers to, each behind its
    /// definition, of which none was made so far.
    pub(super) fn unmade(&self, definition: &str) -> BTreeSet<String> {
        let mut paths = BTreeSet::new();
        let schema = &self.definitions[definition];
        self.add_paths(definition, definition, schema, &mut paths);
        paths.retain(|path| self.count(path) == 0);
        paths
    }

    fn add_paths(
        &self,
        definition: &str,
        path: &str,
        schema: &Value,
        paths: &mut BTreeSet<String>,
    ) {
        let (inner, schema) = self.resolve(definition, schema);
        let path = if inner == definition { path } else { inner };
        for elements in [&schema["items"], &schema["additionalProperties"]] {
            if elements.is_object() {
                self.add_paths(inner, &inner_path(path), elements, paths);
            }
        }
        for property in self.object(inner, path, schema).properties {
            if paths.insert(property.path.clone()) {
                self.add_paths(property.from, &property.path, property.schema, paths);
            }
        }
    }

    fn object<'a>(&'a self, definition: &'a str, path: &str, schema: &'a Value) -> Object<'a> {
        let mut object = Object {
            properties: Vec::new(),
            required: BTreeSet::new(),
        };
        self.add(definition, path, schema, &mut object);
        object
    }

    fn add<'a>(
        &'a self,
        definition: &'a str,
        path: &str,
        schema: &'a Value,
        object: &mut Object<'a>,
    ) {
        let (from, schema) = self.resolve(definition, schema);
        let path = if from == definition { path } else { from };
        for part in schema["allOf"].as_array().into_iter().flatten() {
            self.add(from, path, part, object);
        }
        for (name, schema) in schema["properties"].as_object().into_iter().flatten() {
            let path = format!("{path}/{name}");
            if name != "metadata" && !limits::is_left_out(&path) {
                object.properties.push(Property {
                    from,
                    name,
                    path,
                    schema,
                });
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

    /// A value at this path, the definition and the property in it, beside what is chosen.
    fn value(
        &mut self,
        definition: &str,
        path: &str,
        schema: &Value,
        chosen: &Map<String, Value>,
    ) -> Value {
        let specification = self.specification;
        let (inner, schema) = specification.resolve(definition, schema);
        let path = if inner == definition { path } else { inner };
        if let Some(values) = schema["enum"].as_array() {
            let values: Vec<_> = values
                .iter()
                .filter(|value| !limits::is_refused(path, value, chosen))
                .collect();
            let count = |value: &Value| specification.count(&format!("{path}={value}"));
            let least = values.iter().map(|value| count(value)).min();
            let rare: Vec<_> = values
                .into_iter()
                .filter(|value| Some(count(value)) == least)
                .collect();
            let value = self.one_of(&rare);
            specification.note(format!("{path}={value}"));
            return (*value).clone();
        }
        if let Some(inner) = schema
            .get("additionalProperties")
            .filter(|inner| inner.is_object())
        {
            return self.map(&inner_path(path), inner);
        }
        match schema["type"].as_str() {
            Some("array") => {
                // There are many types of rules.
                let most = if inner.ends_with("_rules") { 24 } else { 3 };
                let count = 1 + self.up_to(most);
                let items = &schema["items"];
                let unique = schema["uniqueItems"] == true || items.get("enum").is_some();
                let mut list: Vec<Value> = Vec::new();
                for _ in 0..count {
                    let item = self.value(inner, &inner_path(path), items, &Map::new());
                    if !unique || !list.contains(&item) {
                        list.push(item);
                    }
                }
                Value::Array(list)
            }
            Some("integer") => self.integer(path, schema),
            Some("boolean") => Value::Bool(self.up_to(3) > 0),
            Some("string") => self.text(path, schema, chosen),
            _ => Value::Object(self.object(inner, path, schema)),
        }
    }

    fn map(&mut self, path: &str, schema: &Value) -> Value {
        let mut map = Map::new();
        for index in 0..=self.up_to(2) {
            let (definition, _) = self.specification.resolve("", schema);
            let mut value = self.value("", path, schema, &Map::new());
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

    fn text(&mut self, path: &str, schema: &Value, chosen: &Map<String, Value>) -> Value {
        let words = words::beside(path, chosen);
        let words = words.unwrap_or_else(|| words::of(path, schema["pattern"].as_str()));
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
        let object = specification.object(definition, path, schema);
        let mut chosen = Map::new();
        // What others depend on comes first.
        let mut first = BTreeSet::new();
        for property in &object.properties {
            let keys = property.schema["x-dependency"].as_object();
            let names = keys.into_iter().flat_map(Map::keys);
            first.extend(names.map(|name| name.split('.').next().unwrap_or(name)));
        }
        for is_first in [true, false] {
            let mut left = 3 + self.up_to(8);
            let properties = object.properties.iter();
            let mut properties: Vec<_> = properties
                .filter(|property| first.contains(property.name) == is_first)
                .collect();
            // In any order, those first that were made least often.
            for at in (1..properties.len()).rev() {
                let other = self.up_to(at);
                properties.swap(at, other);
            }
            properties.sort_by_key(|property| {
                let count = specification.count(&property.path);
                (
                    waits(property),
                    count,
                    property.schema.get("x-dependency").is_some(),
                )
            });
            for _ in 0..2 {
                for property in &properties {
                    let is_needed = match limits::verdict(&property.path, &chosen) {
                        Some(Verdict::Refused) => None,
                        Some(verdict) => Some(verdict == Verdict::Needed),
                        None => needed(property.schema, &chosen),
                    };
                    let Some(is_needed) = is_needed else {
                        continue;
                    };
                    let is_needed = is_needed || object.required.contains(property.name);
                    // Those that wait for others get their turn, too.
                    let most = if waits(property) { 2 } else { 0 };
                    let is_new = specification.count(&property.path) == 0;
                    let is_wanted = is_new || left + self.up_to(most) > 0 && self.up_to(4) > 0;
                    if chosen.contains_key(property.name) || !(is_needed || is_wanted) {
                        continue;
                    }
                    left = left.saturating_sub(1);
                    let Property {
                        from, path, schema, ..
                    } = property;
                    let value = self.value(from, path, schema, &chosen);
                    chosen.insert(property.name.to_owned(), value);
                    specification.note(path.clone());
                }
            }
        }
        limits::settle(path, &mut chosen);
        chosen
    }
}

/// Whether others are to be chosen before it.
fn waits(property: &Property<'_>) -> bool {
    limits::waits(&property.path) || words::waits(&property.path)
}

/// Whether what is chosen asks for the property; `None` where it refuses it.
fn needed(property: &Value, chosen: &Map<String, Value>) -> Option<bool> {
    let mut is_needed = false;
    for (name, rule) in property["x-dependency"].as_object().into_iter().flatten() {
        let value = match name.split_once('.') {
            Some((object, name)) => chosen.get(object).and_then(|value| value.get(name)),
            None => chosen.get(name),
        };
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
