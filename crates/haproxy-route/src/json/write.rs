use std::fmt::{self, Display, Formatter, Write as _};

use super::Json;

/// Prints as Python's `json.dumps` does by default: a blank behind commas and colons, and ASCII only.
impl Display for Json {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => formatter.write_str("null"),
            Self::Bool(value) => write!(formatter, "{value}"),
            Self::Integer(value) => write!(formatter, "{value}"),
            Self::Float(value) => write_float(*value, formatter),
            Self::String(value) => write_string(value, formatter),
            Self::Array(items) => {
                formatter.write_char('[')?;
                for (index, item) in items.iter().enumerate() {
                    let separator = if index == 0 { "" } else { ", " };
                    write!(formatter, "{separator}{item}")?;
                }
                formatter.write_char(']')
            }
            Self::Object(entries) => {
                formatter.write_char('{')?;
                for (index, (key, value)) in entries.iter().enumerate() {
                    formatter.write_str(if index == 0 { "" } else { ", " })?;
                    write_string(key, formatter)?;
                    write!(formatter, ": {value}")?;
                }
                formatter.write_char('}')
            }
        }
    }
}

fn write_float(value: f64, formatter: &mut Formatter<'_>) -> fmt::Result {
    if value.is_nan() {
        formatter.write_str("NaN")
    } else if value.is_infinite() {
        let sign = if value < 0.0 { "-" } else { "" };
        write!(formatter, "{sign}Infinity")
    } else {
        write!(formatter, "{value:?}")
    }
}

fn write_string(text: &str, formatter: &mut Formatter<'_>) -> fmt::Result {
    formatter.write_char('"')?;
    for character in text.chars() {
        match character {
            '"' => formatter.write_str("\\\"")?,
            '\\' => formatter.write_str("\\\\")?,
            '\n' => formatter.write_str("\\n")?,
            '\r' => formatter.write_str("\\r")?,
            '\t' => formatter.write_str("\\t")?,
            '\u{8}' => formatter.write_str("\\b")?,
            '\u{c}' => formatter.write_str("\\f")?,
            ' '..='~' => formatter.write_char(character)?,
            _ => {
                for unit in character.encode_utf16(&mut [0; 2]) {
                    write!(formatter, "\\u{unit:04x}")?;
                }
            }
        }
    }
    formatter.write_char('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_that_of_python() {
        let text = r#"{"a": [1, -2.5, true, null], "\u00fc\ud83d\ude00": "\u0000\b\t\n\f\r\"\\/\u007f", "e": {}, "f": [NaN, -Infinity]}"#;
        let json = Json::parse(text).unwrap();
        assert_eq!(json.to_string(), text);
    }
}
