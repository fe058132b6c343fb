use serde_json::{Value, json};

use super::{Kind, Reader, Visitor};
use crate::json::Json;

/// A value that may be none in Rust, and in data where `null` says so.
pub(crate) struct OptionalKind<K> {
    kind: K,
    takes_null: bool,
}

/// Takes a value or `null`.
pub(crate) const fn optional<K: Kind>(kind: K) -> OptionalKind<K> {
    OptionalKind {
        kind,
        takes_null: true,
    }
}

/// Takes a value, and no `null`, for a field that other versions may leave out.
pub(crate) const fn some<K: Kind>(kind: K) -> OptionalKind<K> {
    OptionalKind {
        kind,
        takes_null: false,
    }
}

impl<K: Kind> Kind for OptionalKind<K> {
    type Value = Option<K::Value>;

    fn read(&self, json: &Json, reader: &mut Reader) -> Option<Option<K::Value>> {
        match json {
            Json::Null if self.takes_null => Some(None),
            json => self.kind.read(json, reader).map(Some),
        }
    }

    fn write(&self, value: &Option<K::Value>) -> Json {
        value
            .as_ref()
            .map_or(Json::Null, |value| self.kind.write(value))
    }

    fn can_write(&self, value: &Option<K::Value>) -> bool {
        self.takes_null || value.is_some()
    }

    fn visit(&self, value: &Option<K::Value>, visitor: &mut dyn Visitor) {
        match value {
            Some(value) => self.kind.visit(value, visitor),
            None => visitor.null(),
        }
    }

    fn json_schema(&self) -> Value {
        let schema = self.kind.json_schema();
        if self.takes_null {
            json!({ "anyOf": [schema, { "type": "null" }] })
        } else {
            schema
        }
    }
}
