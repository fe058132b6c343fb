//! JSON as charms write and read it: Python's flavour, with integers of any size.

mod read;
mod write;

use indexmap::IndexMap;

use crate::value::Integer;

pub use read::JsonError;

/// Values by name, in the order in which they stand. Its hashes have a seed of their own, as the names are
/// anybody's.
pub type OrderedMap<T> = IndexMap<String, T, foldhash::fast::RandomState>;

/// A JSON value.
#[derive(Debug, Clone, PartialEq)]
pub enum Json {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number without a fraction and an exponent.
    Integer(Integer),
    /// Any other number, `NaN` and `Infinity` included.
    Float(f64),
    /// A string.
    String(String),
    /// An array.
    Array(Vec<Json>),
    /// An object, its keys in the order in which they stand.
    Object(OrderedMap<Json>),
}

impl Json {
    /// What kind of value this is, in the words of JSON.
    pub(crate) const fn type_name(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool(_) => "a boolean",
            Self::Integer(_) | Self::Float(_) => "a number",
            Self::String(_) => "a string",
            Self::Array(_) => "an array",
            Self::Object(_) => "an object",
        }
    }
}

/// The same value for what works with `serde_json`; numbers that it cannot hold become `null`.
impl From<&Json> for serde_json::Value {
    fn from(json: &Json) -> Self {
        match json {
            Json::Null => Self::Null,
            Json::Bool(value) => Self::Bool(*value),
            Json::Integer(value) => serde_json::from_str(&value.to_string()).unwrap_or_default(),
            Json::Float(value) => Self::from(*value),
            Json::String(value) => Self::from(value.as_str()),
            Json::Array(items) => items.iter().map(Self::from).collect(),
            Json::Object(entries) => {
                let entries = entries.iter();
                entries
                    .map(|(key, value)| (key.clone(), Self::from(value)))
                    .collect()
            }
        }
    }
}
