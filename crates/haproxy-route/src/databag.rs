//! Databags: what Juju carries from one side of a relation to the other.

use foldhash::fast::RandomState;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::Schema;
use crate::beside::{
    DdosApplicationData, IngressApplicationData, IngressPerUnitData, IngressUnitData,
    PolicyApplicationData, SpoeAuthApplicationData, SpoeAuthUnitData,
};
use crate::error::{ErrorKind, Step, ValidationError};
use crate::field::{Object, Reader, Visitor};
use crate::json::{Json, OrderedMap};
use crate::provider::ProviderApplicationData;
use crate::requirer::{
    BandwidthLimit, Check, LoadBalancing, RateLimit, RequirerApplicationData, RequirerUnitData,
    Retry, Rewrite, TcpCheck, TcpRequirerApplicationData, Timeout,
};

/// A databag: keys and texts. Here each key is a field, and its text the field's value as JSON.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Databag(OrderedMap<String>);

impl Databag {
    /// The text of a key.
    pub fn get(&self, key: &str) -> Option<&str> {
        self.0.get(key).map(String::as_str)
    }

    /// Sets the text of a key.
    pub fn insert(&mut self, key: impl Into<String>, text: impl Into<String>) {
        self.0.insert(key.into(), text.into());
    }

    /// The keys and their texts, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        let entries = self.0.iter();
        entries.map(|(key, text)| (key.as_str(), text.as_str()))
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<K: Into<String>, T: Into<String>> FromIterator<(K, T)> for Databag {
    fn from_iter<I: IntoIterator<Item = (K, T)>>(entries: I) -> Self {
        let entries = entries.into_iter();
        Self(
            entries
                .map(|(key, text)| (key.into(), text.into()))
                .collect(),
        )
    }
}

macro_rules! databags {
    ($($type:ident),+) => {
        $(
            impl $type {
                /// Reads a databag. Keys that the schema does not have do not matter, whatever they
                /// hold.
                ///
                /// # Errors
                ///
                /// What the schema refuses, every fault at once.
                pub fn load(databag: &Databag, schema: Schema) -> Result<Self, ValidationError> {
                    let (value, reader) = read_databag(databag, schema);
                    reader.finish(value)
                }

                /// Writes a databag: fields that hold their default are left out, as are those that
                /// the schema does not have.
                #[must_use]
                pub fn dump(&self, schema: Schema) -> Databag {
                    dump_databag(self, schema)
                }
            }
        )+
    };
}

macro_rules! data {
    ($($type:ident),+) => {
        $(
            impl $type {
                /// Reads the fields of an object.
                ///
                /// # Errors
                ///
                /// What the schema refuses, every fault at once.
                pub fn from_json(json: &Json, schema: Schema) -> Result<Self, ValidationError> {
                    let (value, reader) = read_json(json, schema);
                    reader.finish(value)
                }

                /// Writes the data as an object: fields that hold their default are left out, as are
                /// those that the schema does not have.
                #[must_use]
                pub fn to_json(&self, schema: Schema) -> Json {
                    Json::Object(Object::write(self, schema))
                }

                /// Holds the data to a schema.
                ///
                /// # Errors
                ///
                /// What the schema refuses, every fault at once.
                pub fn validate(&self, schema: Schema) -> Result<(), ValidationError> {
                    Self::from_json(&self.to_json(schema), schema).map(drop)
                }

                /// The JSON Schema of the fields; in a databag, of the values that their texts stand
                /// for. It describes what needs no coercion, and no rules between fields.
                pub fn json_schema(schema: Schema) -> Value {
                    <Self as Object>::json_schema(schema)
                }

                /// Shows the data to a visitor, every field that the schema has.
                pub fn visit(&self, schema: Schema, visitor: &mut dyn Visitor) {
                    Object::visit(self, schema, visitor);
                }
            }
        )+
    };
}

/// The same for data of one schema.
macro_rules! databags_of {
    ($($type:ident: $schema:ident),+) => {
        $(
            impl $type {
                /// Reads a databag. Keys that the schema does not have do not matter, whatever they
                /// hold.
                ///
                /// # Errors
                ///
                /// What the schema refuses, every fault at once.
                pub fn load(databag: &Databag) -> Result<Self, ValidationError> {
                    let (value, reader) = read_databag(databag, Schema::$schema);
                    reader.finish(value)
                }

                /// Writes a databag: fields that hold their default are left out.
                #[must_use]
                pub fn dump(&self) -> Databag {
                    dump_databag(self, Schema::$schema)
                }

                /// The JSON Schema of the fields. It describes what needs no coercion, and no rules
                /// between fields.
                pub fn json_schema() -> Value {
                    <Self as Object>::json_schema(Schema::$schema)
                }
            }
        )+
    };
}

databags!(
    RequirerApplicationData,
    TcpRequirerApplicationData,
    RequirerUnitData,
    ProviderApplicationData
);

databags_of!(
    IngressApplicationData: IngressV2,
    IngressUnitData: IngressV2,
    IngressPerUnitData: IngressPerUnitV1,
    PolicyApplicationData: PolicyV0,
    SpoeAuthApplicationData: SpoeAuthV0,
    SpoeAuthUnitData: SpoeAuthV0,
    DdosApplicationData: DdosProtectionV0
);

data!(
    RequirerApplicationData,
    TcpRequirerApplicationData,
    RequirerUnitData,
    ProviderApplicationData,
    BandwidthLimit,
    Check,
    LoadBalancing,
    RateLimit,
    Retry,
    Rewrite,
    TcpCheck,
    Timeout
);

/// Reads the texts of the fields and then the fields; the reader knows what is wrong.
pub(crate) fn read_databag<O: Object>(databag: &Databag, schema: Schema) -> (Option<O>, Reader) {
    let mut reader = Reader::new(schema);
    let mut object = OrderedMap::with_capacity_and_hasher(O::NAMES.len(), RandomState::default());
    for name in O::NAMES {
        let Some(text) = databag.get(name) else {
            continue;
        };
        let json = if schema.has_plain_texts() {
            Ok(Json::String(text.to_owned()))
        } else {
            Json::parse(text)
        };
        match json {
            Ok(json) => {
                object.insert((*name).to_owned(), json);
            }
            Err(error) => reader.within(Step::Field(name), |reader| {
                reader.note(ErrorKind::JsonInvalid {
                    reason: error.to_string(),
                });
            }),
        }
    }
    let value = O::read(&object, &mut reader);
    (value, reader)
}

/// Writes the fields as texts.
fn dump_databag<O: Object>(data: &O, schema: Schema) -> Databag {
    let text = |json| match json {
        Json::String(text) if schema.has_plain_texts() => text,
        json => json.to_string(),
    };
    let fields = data.write(schema).into_iter();
    fields.map(|(name, json)| (name, text(json))).collect()
}

/// Reads the fields of an object; the reader knows what is wrong.
pub(crate) fn read_json<O: Object>(json: &Json, schema: Schema) -> (Option<O>, Reader) {
    let mut reader = Reader::new(schema);
    let value = match json {
        Json::Object(object) => O::read(object, &mut reader),
        other => reader.fail(ErrorKind::ModelType {
            found: other.type_name(),
        }),
    };
    (value, reader)
}
