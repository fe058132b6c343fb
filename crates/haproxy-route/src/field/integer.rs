use num_bigint::BigInt;
use serde_json::{Value, json};

use super::{Kind, Reader, Visitor};
use crate::error::ErrorKind;
use crate::json::Json;
use crate::value::Integer;

/// The most digits that a text may have and still be read as a number.
const MOST_DIGITS: usize = 4300;

/// An integer, of any size or above a bound.
pub(crate) struct IntegerKind {
    above: Option<i64>,
}

/// The number of a port.
pub(crate) struct PortKind {
    most: u16,
}

/// Takes any integer.
pub(crate) const fn integer() -> IntegerKind {
    IntegerKind { above: None }
}

/// Takes integers greater than 0.
pub(crate) const fn positive() -> IntegerKind {
    IntegerKind { above: Some(0) }
}

/// Takes a port from 1 to `most`.
pub(crate) const fn port(most: u16) -> PortKind {
    PortKind { most }
}

impl Kind for IntegerKind {
    type Value = Integer;

    fn read(&self, json: &Json, reader: &mut Reader) -> Option<Integer> {
        let value = match coerce(json) {
            Ok(value) => value,
            Err(kind) => return reader.fail(kind),
        };
        match self.above {
            Some(bound) if value <= bound.into() => reader.fail(ErrorKind::GreaterThan { bound }),
            _ => Some(value),
        }
    }

    fn write(&self, value: &Integer) -> Json {
        Json::Integer(value.clone())
    }

    fn visit(&self, value: &Integer, visitor: &mut dyn Visitor) {
        visitor.integer(value);
    }

    fn json_schema(&self) -> Value {
        match self.above {
            Some(bound) => json!({ "type": "integer", "exclusiveMinimum": bound }),
            None => json!({ "type": "integer" }),
        }
    }
}

impl Kind for PortKind {
    type Value = u16;

    fn read(&self, json: &Json, reader: &mut Reader) -> Option<u16> {
        let value = match coerce(json) {
            Ok(value) => value,
            Err(kind) => return reader.fail(kind),
        };
        if !value.is_positive() {
            return reader.fail(ErrorKind::GreaterThanEqual { bound: 1 });
        }
        match value.to_port() {
            Some(port) if port <= self.most => Some(port),
            _ => reader.fail(ErrorKind::LessThanEqual {
                bound: self.most.into(),
            }),
        }
    }

    fn write(&self, value: &u16) -> Json {
        Json::Integer((*value).into())
    }

    fn visit(&self, value: &u16, visitor: &mut dyn Visitor) {
        visitor.integer(&(*value).into());
    }

    fn json_schema(&self) -> Value {
        json!({ "type": "integer", "minimum": 1, "maximum": self.most })
    }
}

/// The integer that a value is taken for.
fn coerce(json: &Json) -> Result<Integer, ErrorKind> {
    match json {
        Json::Integer(value) => Ok(value.clone()),
        Json::Bool(value) => Ok(u16::from(*value).into()),
        Json::Float(value) => of_float(*value),
        Json::String(text) => of_text(text),
        Json::Null | Json::Array(_) | Json::Object(_) => Err(ErrorKind::IntType {
            found: json.type_name(),
        }),
    }
}

/// The integer that a number with a fraction or an exponent is.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    reason = "the value is whole and within the bounds, which may be rounded"
)]
pub(super) fn of_float(value: f64) -> Result<Integer, ErrorKind> {
    if !value.is_finite() {
        Err(ErrorKind::FiniteNumber)
    } else if value.fract() != 0.0 {
        Err(ErrorKind::IntFromFloat)
    } else if value.abs() < i64::MAX as f64 {
        Ok((value as i64).into())
    } else {
        Err(ErrorKind::IntParsingSize)
    }
}

/// Digits behind an optional sign, with single `_` between them, and a fraction of zeros.
fn of_text(text: &str) -> Result<Integer, ErrorKind> {
    let text = text.trim();
    let whole = match text.split_once('.') {
        Some((whole, zeros)) if !zeros.is_empty() && zeros.bytes().all(|byte| byte == b'0') => {
            whole
        }
        Some(_) => return Err(ErrorKind::IntParsing),
        None => text,
    };
    let digits = whole.strip_prefix(['+', '-']).unwrap_or(whole);
    let is_group =
        |group: &str| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_digit());
    if !digits.split('_').all(is_group) {
        return Err(ErrorKind::IntParsing);
    }
    if text.len() > MOST_DIGITS {
        return Err(ErrorKind::IntParsingSize);
    }
    let plain = whole.replace('_', "");
    match plain.parse::<BigInt>() {
        Ok(value) => Ok(value.into()),
        Err(_) => Err(ErrorKind::IntParsing),
    }
}
