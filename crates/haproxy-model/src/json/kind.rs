use serde_json::Value;

use super::JsonError;
use crate::text::REFERENCE;
use crate::value::TimeUnit;

/// How one word is written in JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// As text.
    Text,
    /// As an integer.
    Integer,
    /// As an integer that counts this many microseconds.
    Time(u64),
    /// As an integer that counts bytes.
    Size,
    /// As `enabled` or `disabled`, where HAProxy has `on` or `off`.
    Toggle,
    /// As `true` or `false`, where HAProxy has `on` or `off`.
    Switch,
    /// With its scope in the property `var_scope`.
    Variable,
    /// With its port in a property of its own.
    Address,
    /// All words up to the next argument, as HAProxy's language writes them.
    Raw,
}

impl Kind {
    /// The kind that a place names.
    pub(super) fn named(name: &str) -> Option<Self> {
        Some(match name {
            "text" => Self::Text,
            "integer" => Self::Integer,
            "ms" => Self::Time(1_000),
            "s" => Self::Time(1_000_000),
            "size" => Self::Size,
            "address" => Self::Address,
            "toggle" => Self::Toggle,
            "switch" => Self::Switch,
            "variable" => Self::Variable,
            "raw" => Self::Raw,
            _ => return None,
        })
    }

    /// The kind of a value that the syntax calls so.
    pub(super) fn of_value(kind: &str) -> Self {
        match kind {
            "number" | "port" | "301|302|303|307|308" => Self::Integer,
            "time" => Self::Time(1_000),
            "size" => Self::Size,
            _ => Self::Text,
        }
    }

    /// The type that JSON Schema calls it.
    pub(super) fn schema_type(self) -> &'static str {
        match self {
            Self::Text | Self::Address | Self::Variable | Self::Raw | Self::Toggle => "string",
            Self::Switch => "boolean",
            Self::Integer | Self::Time(_) | Self::Size => "integer",
        }
    }

    /// The word in JSON; `None` where JSON cannot say it.
    pub(super) fn value(self, word: &str) -> Option<Value> {
        Some(match self {
            Self::Text | Self::Address | Self::Variable | Self::Raw => Value::from(readable(word)),
            Self::Toggle => Value::from(match word {
                "on" => "enabled",
                "off" => "disabled",
                _ => return None,
            }),
            Self::Switch => Value::from(match word {
                "on" => true,
                "off" => false,
                _ => return None,
            }),
            Self::Integer => Value::from(word.parse::<i64>().ok()?),
            Self::Time(unit) => {
                let microseconds = microseconds(word, unit)?;
                (microseconds % unit == 0).then(|| Value::from(microseconds / unit))?
            }
            Self::Size => Value::from(bytes(word)?),
        })
    }

    /// The word that JSON says.
    pub(super) fn word(self, value: &Value) -> Result<String, JsonError> {
        match self {
            Self::Text | Self::Address | Self::Variable | Self::Raw => {
                text(value).map(|text| written(&text))
            }
            Self::Toggle => match value.as_str() {
                Some("enabled") => Ok("on".to_owned()),
                Some("disabled") => Ok("off".to_owned()),
                _ => Err(JsonError::new("expected 'enabled' or 'disabled'")),
            },
            Self::Switch => match value.as_bool() {
                Some(true) => Ok("on".to_owned()),
                Some(false) => Ok("off".to_owned()),
                None => Err(JsonError::new("expected true or false")),
            },
            Self::Integer | Self::Time(_) | Self::Size => match value.as_i64() {
                Some(integer) if integer >= 0 || self == Self::Integer => Ok(integer.to_string()),
                Some(_) => Err(JsonError::new("this must not be negative")),
                None => Err(JsonError::new("expected an integer")),
            },
        }
    }
}

/// The text of a JSON value.
pub(super) fn text(value: &Value) -> Result<String, JsonError> {
    let text = value.as_str().map(str::to_owned);
    text.ok_or_else(|| JsonError::new("expected a string"))
}

/// References to the environment as people write them.
pub(super) fn readable(word: &str) -> String {
    word.replace(REFERENCE, "$")
}

/// References to the environment as the model writes them.
pub(super) fn written(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once("${") {
        written.push_str(before);
        if behind.contains('}') {
            written.push(REFERENCE);
            written.push('{');
        } else {
            written.push_str("${");
        }
        rest = behind;
    }
    written.push_str(rest);
    written
}

/// Several words as one text: blanks and backslashes in a word behind a backslash.
pub(super) fn join(words: &[&str]) -> String {
    let escaped = words.iter().map(|word| match *word {
        "" => "\"\"".to_owned(),
        word => word
            .replace('\\', "\\\\")
            .replace(' ', "\\ ")
            .replace('"', "\\\""),
    });
    readable(&escaped.collect::<Vec<_>>().join(" "))
}

/// The words of a text.
pub(super) fn split(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut quoted = false;
    let text = written(text);
    let mut characters = text.chars();
    while let Some(character) = characters.next() {
        match character {
            ' ' | '\t' if !quoted => words.extend(word.take()),
            '"' => {
                quoted = !quoted;
                word.get_or_insert_default();
            }
            '\\' => word
                .get_or_insert_default()
                .push(characters.next().unwrap_or('\\')),
            other => word.get_or_insert_default().push(other),
        }
    }
    words.extend(word);
    words
}

fn microseconds(word: &str, default: u64) -> Option<u64> {
    let end = word.find(|c: char| !c.is_ascii_digit());
    let (digits, unit) = word.split_at(end.unwrap_or(word.len()));
    let unit = match unit {
        "" => default,
        unit => TimeUnit::ALL
            .into_iter()
            .find(|known| known.as_str() == unit)?
            .microseconds(),
    };
    digits.parse::<u64>().ok()?.checked_mul(unit)
}

fn bytes(word: &str) -> Option<u64> {
    let end = word.find(|c: char| !c.is_ascii_digit());
    let (digits, unit) = word.split_at(end.unwrap_or(word.len()));
    let factor = match unit {
        "" => 1,
        "k" | "K" => 1 << 10,
        "m" | "M" => 1 << 20,
        "g" | "G" => 1 << 30,
        _ => return None,
    };
    digits.parse::<u64>().ok()?.checked_mul(factor)
}
