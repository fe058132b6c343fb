//! JSON Schema of the sections.

use serde_json::{Map, Value, json};

use super::kind::Kind;
use super::place::Collection;
use super::shape::{Content, Shape};
use super::slot::{Part, Slot};
use super::table::Table;
use super::{HEADER, STATEMENTS};
use crate::config::AnySection;
use crate::keyword::Keyword;
use crate::language::Words;

/// What is read as a section of the table's kind.
pub(super) fn section(table: &Table) -> Value {
    let mut properties = Map::new();
    let words = [table.kind.keyword().into(), "x".into()];
    let empty = AnySection::parse_header(table.kind, &mut Words::new(&words)).ok();
    if let Some(keyword) = empty.and_then(|section| section.keyword()) {
        arguments(&Slot::all(keyword.syntax, None), &mut properties);
    }
    for (keyword, shape) in &table.entries {
        if let Some(shape) = shape {
            add(keyword, shape, &mut properties);
        }
    }
    let words = json!({ "type": "array", "items": { "type": "string" } });
    properties.insert(HEADER.to_owned(), words);
    properties.insert(STATEMENTS.to_owned(), json!({ "type": "array" }));
    object(&properties)
}

fn object(properties: &Map<String, Value>) -> Value {
    json!({ "type": "object", "properties": properties, "additionalProperties": false })
}

/// Adds what a keyword stands for at its place.
fn add(keyword: &'static Keyword, shape: &Shape, properties: &mut Map<String, Value>) {
    let mut value = match &shape.content {
        Content::Literal(Value::String(literal)) => {
            let mut values = vec![literal.as_str()];
            if shape.negated().is_some() && keyword.no {
                values.push("disabled");
            }
            json!({ "type": "string", "enum": values })
        }
        Content::Tagged(literal, slots) => {
            arguments(slots, properties);
            json!({ "type": "string", "enum": [literal] })
        }
        Content::Literal(_) => json!({ "type": "boolean" }),
        Content::Direct(slot) => argument(slot),
        Content::Object(slots) if shape.path.is_empty() => return arguments(slots, properties),
        Content::Object(slots) => {
            let mut inner = Map::new();
            if let Some((name, tag)) = shape.tag {
                inner.insert(name.to_owned(), json!({ "type": "string", "enum": [tag] }));
            }
            arguments(slots, &mut inner);
            object(&inner)
        }
    };
    if let Some(value) = value.as_object_mut() {
        value.insert("description".to_owned(), Value::from(keyword.documentation));
    }
    let value = match shape.collection {
        Collection::Single => value,
        Collection::List => json!({ "type": "array", "items": value }),
        Collection::Map(_) => json!({ "type": "object", "additionalProperties": value }),
    };
    put(&shape.path, value, properties);
}

/// Puts a property in; the values of one that is there already are joined.
fn put(path: &[&str], value: Value, properties: &mut Map<String, Value>) {
    let Some((first, rest)) = path.split_first() else {
        return;
    };
    if !rest.is_empty() {
        let inner = properties
            .entry(*first)
            .or_insert_with(|| object(&Map::new()));
        if let Some(inner) = inner.get_mut("properties").and_then(Value::as_object_mut) {
            put(rest, value, inner);
        }
        return;
    }
    let Some(there) = properties.get_mut(*first) else {
        properties.insert((*first).to_owned(), value);
        return;
    };
    if let (Some(there), Some(Value::Object(more))) = (
        there
            .pointer_mut("/items/properties")
            .and_then(Value::as_object_mut),
        value.pointer("/items/properties"),
    ) {
        for (name, value) in more {
            put(&[name], value.clone(), there);
        }
        return;
    }
    let more = value.get("enum").and_then(Value::as_array);
    if let (Some(there), Some(more)) = (there.get_mut("enum").and_then(Value::as_array_mut), more) {
        let new: Vec<_> = more
            .iter()
            .filter(|value| !there.contains(value))
            .cloned()
            .collect();
        there.extend(new);
    }
}

fn arguments(slots: &[Slot], properties: &mut Map<String, Value>) {
    for slot in slots {
        match slot.part {
            Part::Condition => {
                put(
                    &["cond"],
                    json!({ "type": "string", "enum": ["if", "unless"] }),
                    properties,
                );
                put(&["cond_test"], json!({ "type": "string" }), properties);
            }
            Part::Criterion => {
                put(&["criterion"], json!({ "type": "string" }), properties);
                put(&["value"], json!({ "type": "string" }), properties);
            }
            Part::Parameters(keywords) => places(keywords, properties),
            Part::Choice(keywords) => {
                put(&[slot.name], argument(slot), properties);
                places(keywords, properties);
            }
            Part::Value(Kind::Address) => {
                put(&[slot.name], argument(slot), properties);
                put(&["port"], json!({ "type": "integer" }), properties);
            }
            Part::Value(Kind::Variable) => {
                put(&[slot.name], argument(slot), properties);
                put(&["var_scope"], json!({ "type": "string" }), properties);
            }
            Part::Value(_) | Part::Flag(_) => put(&[slot.name], argument(slot), properties),
            Part::Other => {}
        }
    }
}

fn places(keywords: &'static [Keyword], properties: &mut Map<String, Value>) {
    for keyword in keywords {
        if let Some(shape) = Shape::of(keyword) {
            add(keyword, &shape, properties);
        }
    }
}

fn argument(slot: &Slot) -> Value {
    match slot.part {
        Part::Value(Kind::Toggle) => json!({ "type": "string", "enum": ["enabled", "disabled"] }),
        Part::Value(kind) => json!({ "type": kind.schema_type() }),
        Part::Flag(_) => json!({ "type": "boolean" }),
        Part::Choice(keywords) => {
            let sayable = keywords.iter().filter(|keyword| {
                Shape::of(keyword).is_some() || Slot::all(keyword.syntax, None).is_empty()
            });
            let names: Vec<&str> = sayable.map(|keyword| keyword.name).collect();
            json!({ "type": "string", "enum": names })
        }
        Part::Parameters(_) | Part::Condition | Part::Criterion | Part::Other => json!({}),
    }
}
