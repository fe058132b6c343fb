//! How a field is declared, once: what it takes, what it stands for when it is missing, what it is for.
//! Reading, writing and the JSON Schema follow from the declaration.

mod address;
mod boolean;
mod choice;
mod endpoint;
mod integer;
mod list;
mod object;
mod optional;
mod reader;
mod text;
mod visitor;

use serde_json::Value;

use crate::json::Json;

pub(crate) use address::address;
pub(crate) use boolean::boolean;
pub(crate) use choice::{enumeration, literal};
pub(crate) use endpoint::{http_url, text_endpoint, url};
pub(crate) use integer::{IntegerKind, integer, port, positive};
pub(crate) use list::list;
pub(crate) use object::{Object, name_of, object, objects};
pub(crate) use optional::{OptionalKind, optional, some};
pub(crate) use reader::Reader;
pub use text::is_domain;
pub(crate) use text::{clean, clean_domain, domain, expression, free};
pub use visitor::Visitor;

/// What a value may be, and how it is coerced.
pub(crate) trait Kind: Sized {
    /// What it is in Rust.
    type Value: Clone + PartialEq;

    /// Reads a value; what is wrong with it is told to the reader.
    fn read(&self, json: &Json, reader: &mut Reader) -> Option<Self::Value>;

    /// Writes a value.
    fn write(&self, value: &Self::Value) -> Json;

    /// Shows a value, and what it is, to a visitor.
    fn visit(&self, value: &Self::Value, visitor: &mut dyn Visitor);

    /// Whether a value of the Rust type is one that can be written.
    fn can_write(&self, _value: &Self::Value) -> bool {
        true
    }

    /// Describes the values that need no coercion.
    fn json_schema(&self) -> Value;

    /// A field that must be there.
    fn required(self) -> Declared<Self> {
        Declared::new(self, Presence::Required)
    }

    /// A field that stands for `value` where it is missing.
    fn or(self, value: Self::Value) -> Declared<Self> {
        Declared::new(self, Presence::Default(value))
    }

    /// A field that the schema does not have; `value` stands for it in Rust.
    fn unknown(self, value: Self::Value) -> Declared<Self> {
        Declared::new(self, Presence::Unknown(value))
    }
}

/// A field of an object, as one schema has it.
pub(crate) struct Declared<K: Kind> {
    kind: K,
    presence: Presence<K::Value>,
    rule: Option<fn(&K::Value, &mut Reader)>,
}

/// Whether a field must be there.
enum Presence<V> {
    Required,
    Default(V),
    Unknown(V),
}

/// A field as its JSON Schema needs it.
pub(crate) struct Property {
    name: &'static str,
    is_required: bool,
    schema: Value,
}

impl<K: Kind> Declared<K> {
    const fn new(kind: K, presence: Presence<K::Value>) -> Self {
        Self {
            kind,
            presence,
            rule: None,
        }
    }

    /// The same where the schema has the field, otherwise unknown.
    pub(crate) fn only_if(self, has_field: bool) -> Self {
        let presence = match self.presence {
            Presence::Default(value) if !has_field => Presence::Unknown(value),
            presence => presence,
        };
        Self { presence, ..self }
    }

    /// Adds a rule for values that stand in data; what is missing is not held to it.
    pub(crate) fn rule(self, rule: fn(&K::Value, &mut Reader)) -> Self {
        Self {
            rule: Some(rule),
            ..self
        }
    }

    /// Describes the field, if the schema has it.
    pub(crate) fn property(&self, name: &'static str, documentation: &str) -> Option<Property> {
        let mut schema = self.kind.json_schema();
        let default = match &self.presence {
            Presence::Required => None,
            Presence::Default(value) => Some(self.kind.write(value)),
            Presence::Unknown(_) => return None,
        };
        if let Some(schema) = schema.as_object_mut() {
            schema.insert("description".to_owned(), plain(documentation).into());
            if let Some(default) = &default {
                schema.insert("default".to_owned(), default.into());
            }
        }
        Some(Property {
            name,
            is_required: default.is_none(),
            schema,
        })
    }
}

/// A doc comment as one paragraph.
fn plain(documentation: &str) -> String {
    documentation
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}
