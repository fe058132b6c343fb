//! JSON Schema of the sections.

use serde_json::{Map, Value, json};

use super::kind::{Kind, port_name};
use super::place::Collection;
use super::shape::{Content, Shape, opposite};
use super::slot::{Part, Slot};
use super::table::Table;
use super::{HEADER, STATEMENTS};
use crate::config::AnySection;
use crate::keyword::{Keyword, Syntax};
use crate::language::Words;

/// What is read as a section of the table's kind.
pub(super) fn section(table: &Table) -> Value {
    let mut properties = Map::new();
    let words = [table.kind.keyword().into(), "x".into()];
    let empty = AnySection::parse_header(table.kind, &mut Words::new(&words)).ok();
    if let Some(keyword) = empty.and_then(|section| section.keyword()) {
        arguments(
            &Slot::all(keyword.syntax, None, table.header()),
            &mut properties,
        );
    }
    for (keyword, shape) in table.shapes() {
        add(keyword, shape, &mut properties);
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
        Content::Literal(value) => literal(value),
        Content::Tagged(value, slots) => {
            let mut beside = Map::new();
            arguments(slots, &mut beside);
            if let Some((_, parents)) = shape.path.split_last() {
                put_all(parents, &beside, properties);
            }
            literal(value)
        }
        Content::Direct(slot) => argument(slot),
        Content::Phrase(..) => json!({ "type": "string" }),
        Content::Object(slots) if shape.path.is_empty() => return arguments(slots, properties),
        Content::Object(slots) => {
            let mut inner = Map::new();
            if let Some((name, tag)) = shape.tag {
                inner.insert(name.to_owned(), literal(&Value::from(tag)));
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

/// What stands for a keyword, and its opposite, which may stand for its absence.
fn literal(value: &Value) -> Value {
    match value {
        Value::Bool(_) => json!({ "type": "boolean" }),
        value => {
            let values: Vec<_> = [Some(value.clone()), opposite(value)].into();
            let values: Vec<Value> = values.into_iter().flatten().collect();
            json!({ "type": "string", "enum": values })
        }
    }
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
    for inner in [
        "/properties",
        "/items/properties",
        "/additionalProperties/properties",
    ] {
        if let (Some(there), Some(Value::Object(more))) = (
            there.pointer_mut(inner).and_then(Value::as_object_mut),
            value.pointer(inner),
        ) {
            return put_all(&[], more, there);
        }
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

/// Puts properties in, below the names of objects.
fn put_all(path: &[&str], more: &Map<String, Value>, properties: &mut Map<String, Value>) {
    for (name, value) in more {
        let mut path = path.to_vec();
        path.push(name);
        put(&path, value.clone(), properties);
    }
}

fn arguments(slots: &[Slot], properties: &mut Map<String, Value>) {
    for slot in slots {
        match &slot.part {
            _ if slot.has_name() && slot.name.is_empty() => {}
            Part::Condition(kind, test) => {
                let values = json!({ "type": "string", "enum": ["if", "unless"] });
                put(&[kind], values, properties);
                put(&[test], json!({ "type": "string" }), properties);
            }
            Part::Criterion => {
                put(&["criterion"], json!({ "type": "string" }), properties);
                put(&["value"], json!({ "type": "string" }), properties);
            }
            Part::Parameters(keywords) => places(slot, keywords, properties),
            Part::Mixed {
                keywords, slots, ..
            } => {
                places(slot, keywords, properties);
                arguments(slots, properties);
            }
            Part::OneOf(slots) => arguments(slots, properties),
            Part::Constant(value) => put_named(slot.name, literal(value), properties),
            Part::Pair { second, kind, .. } => {
                put_named(slot.name, json!({ "type": "string" }), properties);
                put_named(second, json!({ "type": kind.schema_type() }), properties);
            }
            Part::Choice(keywords) => {
                put_named(slot.name, argument(slot), properties);
                places(slot, keywords, properties);
            }
            Part::Value(Kind::Address { range }) => {
                put_named(slot.name, argument(slot), properties);
                let port = json!({ "type": "integer" });
                put(&[port_name(slot.name)], port.clone(), properties);
                if *range {
                    put(&["port-range-end"], port, properties);
                }
            }
            Part::Value(Kind::Variable) => {
                put_named(slot.name, argument(slot), properties);
                put(&["var_scope"], json!({ "type": "string" }), properties);
            }
            Part::Value(_) | Part::Flag(_) => put_named(slot.name, argument(slot), properties),
            Part::Word(_) | Part::Other => {}
        }
    }
}

fn put_named(name: &str, value: Value, properties: &mut Map<String, Value>) {
    put(&name.split('.').collect::<Vec<_>>(), value, properties);
}

fn places(slot: &Slot, keywords: &'static [Keyword], properties: &mut Map<String, Value>) {
    for keyword in keywords {
        for shape in Shape::all(keyword, slot.context) {
            add(keyword, &shape, properties);
        }
    }
}

fn argument(slot: &Slot) -> Value {
    let one = |ty: &str| match slot.values() {
        Some(values) if ty == "string" => json!({ "type": ty, "enum": values }),
        _ => json!({ "type": ty }),
    };
    match &slot.part {
        Part::Value(Kind::Toggle { .. }) => {
            let values = slot.values().unwrap_or_else(|| vec!["on", "off"]);
            let values = values.into_iter().map(|value| match value {
                "on" => "enabled",
                "off" => "disabled",
                other => other,
            });
            json!({ "type": "string", "enum": values.collect::<Vec<_>>() })
        }
        Part::Value(Kind::Map) => {
            json!({ "type": "object", "additionalProperties": { "type": "string" } })
        }
        Part::Value(Kind::List(_) | Kind::Words) => {
            json!({ "type": "array", "items": one("string") })
        }
        Part::Value(Kind::Integers) => json!({ "type": "array", "items": one("integer") }),
        Part::Value(kind @ (Kind::Raw | Kind::Joined)) => json!({ "type": kind.schema_type() }),
        Part::Value(kind) => match (slot.syntax, kind) {
            (Syntax::Value(words), Kind::Text) if words.contains('|') => {
                json!({ "type": "string", "enum": words.split('|').collect::<Vec<_>>() })
            }
            (Syntax::Value(words), Kind::Integer) if words.contains('|') => {
                let integers = words.split('|').filter_map(|word| word.parse::<i64>().ok());
                json!({ "type": "integer", "enum": integers.collect::<Vec<_>>() })
            }
            (Syntax::Either(_), kind) => one(kind.schema_type()),
            _ => json!({ "type": kind.schema_type() }),
        },
        Part::Flag(_) => json!({ "type": "boolean" }),
        Part::Choice(keywords) => {
            let names = keywords.iter().filter_map(|keyword| {
                let forms = Shape::all(keyword, slot.context);
                match forms.first() {
                    Some(form) => Some(form.name.clone().unwrap_or_else(|| keyword.name.into())),
                    None => Slot::all(keyword.syntax, None, slot.context)
                        .is_empty()
                        .then(|| keyword.name.into()),
                }
            });
            let names: Vec<Value> = names.collect();
            json!({ "type": "string", "enum": names })
        }
        _ => json!({}),
    }
}
