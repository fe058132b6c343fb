use jiter::JsonValue;

use super::Json;

/// A text is not JSON.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{reason} at line {line} column {column}")]
pub struct JsonError {
    /// What is wrong.
    pub reason: String,
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1.
    pub column: usize,
}

impl Json {
    /// Reads a JSON text as Python does: blanks around it, `NaN` and `Infinity` are fine, and of
    /// several values for one key the last counts.
    ///
    /// # Errors
    ///
    /// The text is not JSON, nests more than 200 levels, or holds half of a surrogate pair.
    pub fn parse(text: &str) -> Result<Self, JsonError> {
        match JsonValue::parse(text.as_bytes(), true) {
            Ok(value) => Ok(value.into()),
            Err(error) => {
                let position = error.get_position(text.as_bytes());
                Err(JsonError {
                    reason: error.error_type.to_string(),
                    line: position.line,
                    column: position.column,
                })
            }
        }
    }
}

impl From<JsonValue<'_>> for Json {
    fn from(value: JsonValue<'_>) -> Self {
        Self::from(&value)
    }
}

impl From<&JsonValue<'_>> for Json {
    fn from(value: &JsonValue<'_>) -> Self {
        match value {
            JsonValue::Null => Self::Null,
            JsonValue::Bool(value) => Self::Bool(*value),
            JsonValue::Int(value) => Self::Integer((*value).into()),
            JsonValue::BigInt(value) => Self::Integer(value.clone().into()),
            JsonValue::Float(value) => Self::Float(*value),
            JsonValue::Str(value) => Self::String(value.to_string()),
            JsonValue::Array(items) => Self::Array(items.iter().map(Self::from).collect()),
            JsonValue::Object(entries) => {
                let entries = entries.iter();
                Self::Object(
                    entries
                        .map(|(key, value)| (key.to_string(), value.into()))
                        .collect(),
                )
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn python_flavour_is_read() {
        let read = |text| Json::parse(text).unwrap();
        assert_eq!(read(" \n7\t"), Json::Integer(7.into()));
        assert_eq!(read("-Infinity"), Json::Float(f64::NEG_INFINITY));
        assert!(matches!(read("NaN"), Json::Float(value) if value.is_nan()));
        assert_eq!(
            read(r#"{"a": 1, "b": 2, "a": 3}"#),
            read(r#"{"a": 3, "b": 2}"#)
        );
        let digits = "1234567890".repeat(20);
        assert_eq!(read(&digits).to_string(), digits);
    }

    #[test]
    fn what_is_not_json_is_told_with_its_place() {
        for (text, message) in [
            ("", "EOF while parsing a value at line 1 column 0"),
            ("{\n'a': 1}", "key must be a string at line 2 column 1"),
            ("[1,]", "trailing comma at line 1 column 4"),
            ("1 2", "trailing characters at line 1 column 3"),
            (
                r#""\ud800""#,
                "unexpected end of hex escape at line 1 column 8",
            ),
        ] {
            assert_eq!(Json::parse(text).unwrap_err().to_string(), message);
        }
        assert!(Json::parse(&"[".repeat(100_000)).is_err());
    }
}
