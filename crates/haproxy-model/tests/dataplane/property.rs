use std::collections::BTreeSet;

use serde_json::{Map, Value};

/// A property: its type, its values where they are limited.
#[derive(Debug, PartialEq)]
pub(crate) struct Property {
    ty: String,
    values: BTreeSet<String>,
}

/// A property in its place.
pub(crate) struct Found {
    /// From the section on, `[]` for the elements of a list or a map.
    pub(crate) path: String,
    /// The definition that has it, and its path there.
    pub(crate) key: String,
    pub(crate) property: Property,
}

impl Property {
    /// What this one lacks of the other, if anything.
    pub(crate) fn difference(&self, other: &Self) -> Option<String> {
        if self.ty != other.ty {
            return Some(format!("{} for {}", self.ty, other.ty));
        }
        let values = |values: &BTreeSet<String>| {
            let values: Vec<_> = values.iter().map(String::as_str).collect();
            values.join(" ")
        };
        match (self.values.is_empty(), other.values.is_empty()) {
            (_, true) => None,
            (true, false) => Some("any value".to_owned()),
            (false, false) => {
                let lacks: BTreeSet<_> = other.values.difference(&self.values).cloned().collect();
                (!lacks.is_empty()).then(|| format!("without {}", values(&lacks)))
            }
        }
    }
}

/// Each property of the schema.
pub(crate) fn properties(
    definitions: &Map<String, Value>,
    definition: &str,
    schema: &Value,
) -> Vec<Found> {
    let mut walk = Walk {
        definitions,
        found: Vec::new(),
    };
    walk.add(definition, definition, schema);
    walk.found
}

/// What a path that no definition has is to the definition around it.
pub(crate) fn key_of(theirs: &[Found], path: &str) -> String {
    for (end, _) in path.rmatch_indices(['/', '[']) {
        let (object, rest) = path.split_at(end);
        let sibling = theirs.iter().find_map(|found| {
            let (parent, name) = found.path.rsplit_once('/')?;
            (parent == object)
                .then(|| found.key.strip_suffix(name))
                .flatten()
        });
        if let Some(sibling) = sibling {
            return format!("{sibling}{}", rest.trim_start_matches('/'));
        }
    }
    path.to_owned()
}

struct Walk<'a> {
    definitions: &'a Map<String, Value>,
    found: Vec<Found>,
}

impl Walk<'_> {
    fn add(&mut self, path: &str, key: &str, schema: &Value) {
        if let Some(name) = schema["$ref"].as_str() {
            let name = name.rsplit('/').next().unwrap();
            let schema = self.definitions[name].clone();
            // A list has no name of its own: what it holds has one.
            let key = if schema["type"] == "array" { key } else { name };
            return self.add(path, key, &schema);
        }
        for part in schema["allOf"].as_array().into_iter().flatten() {
            self.add(path, key, part);
        }
        for (name, schema) in schema["properties"].as_object().into_iter().flatten() {
            // Notes of the API's own, which the comments of a text have.
            if name != "metadata" {
                let separator = if key.contains('.') { '/' } else { '.' };
                let key = format!("{key}{separator}{name}");
                self.add(&format!("{path}/{name}"), &key, schema);
            }
        }
        let inner = [&schema["items"], &schema["additionalProperties"]];
        for inner in inner.into_iter().filter(|inner| inner.is_object()) {
            self.add(&format!("{path}[]"), &format!("{key}[]"), inner);
        }
        let values = schema["enum"].as_array().into_iter().flatten();
        if let Some(ty) = schema["type"].as_str().filter(|ty| *ty != "object") {
            let values =
                values.map(|value| value.as_str().map_or(value.to_string(), str::to_owned));
            let property = Property {
                ty: ty.to_owned(),
                values: values.collect(),
            };
            self.found.push(Found {
                path: path.to_owned(),
                key: key.to_owned(),
                property,
            });
        }
    }
}
