use serde_json::{Value, json};

use super::integer::of_float;
use super::{Kind, Reader, Visitor};
use crate::error::ErrorKind;
use crate::json::Json;

const TRUE: [&str; 6] = ["1", "on", "t", "true", "y", "yes"];
const FALSE: [&str; 6] = ["0", "off", "f", "false", "n", "no"];

/// `true` or `false`.
pub(crate) struct BooleanKind;

/// Takes a boolean, and the numbers and words that stand for one.
pub(crate) const fn boolean() -> BooleanKind {
    BooleanKind
}

impl Kind for BooleanKind {
    type Value = bool;

    #[expect(clippy::float_cmp, reason = "0 and 1 are exact")]
    fn read(&self, json: &Json, reader: &mut Reader) -> Option<bool> {
        let found = json.type_name();
        let is_either = match json {
            Json::Bool(value) => return Some(*value),
            Json::String(text) => {
                let is_any =
                    |words: [&str; 6]| words.iter().any(|word| text.eq_ignore_ascii_case(word));
                (is_any(TRUE), is_any(FALSE))
            }
            Json::Integer(value) => (*value == 1.into(), value.is_zero()),
            Json::Float(value) => (*value == 1.0, *value == 0.0),
            Json::Null | Json::Array(_) | Json::Object(_) => {
                return reader.fail(ErrorKind::BoolType { found });
            }
        };
        match is_either {
            (true, _) => Some(true),
            (_, true) => Some(false),
            _ if is_number_of_another_type(json) => reader.fail(ErrorKind::BoolType { found }),
            _ => reader.fail(ErrorKind::BoolParsing { found }),
        }
    }

    fn write(&self, value: &bool) -> Json {
        Json::Bool(*value)
    }

    fn visit(&self, value: &bool, visitor: &mut dyn Visitor) {
        visitor.boolean(*value);
    }

    fn json_schema(&self) -> Value {
        json!({ "type": "boolean" })
    }
}

/// Fractions and integers beyond 64 bits are not even taken for a number that stands for a boolean.
fn is_number_of_another_type(json: &Json) -> bool {
    match json {
        Json::Float(value) => of_float(*value).is_err(),
        Json::Integer(value) => *value > i64::MAX.into() || *value < i64::MIN.into(),
        _ => false,
    }
}
