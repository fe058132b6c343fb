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
    /// As an integer that counts this many bytes, one or 1024.
    Size(u64),
    /// As `enabled` or `disabled`, where HAProxy has `on` or `off`.
    Toggle {
        /// Whether there are other words, which stay as they are.
        others: bool,
    },
    /// As `true` or `false`, where HAProxy has `on` or `off`.
    Switch,
    /// With its scope in the property `var_scope`.
    Variable,
    /// With its port in a property of its own, and the end of a range of ports in another.
    Address {
        /// Whether there may be a range.
        range: bool,
    },
    /// All words up to the next argument, as HAProxy's language writes them.
    Raw,
    /// As text, with a blank between words.
    Sentence,
    /// As text, with the keyword and those that follow at the same place.
    Phrase,
    /// As a list of the texts in one word, between these characters.
    List(char),
    /// As a list of all words up to the next argument.
    Words,
    /// As a list of integers, one for each word up to the next argument.
    Integers,
    /// As text; further arguments of the kind are behind a comma.
    Joined,
    /// As an object of the names and values in one word: `name=value,name=value`.
    Map,
}

impl Kind {
    /// The kind that a place names.
    pub(super) fn named(name: &str) -> Option<Self> {
        Some(match name {
            "text" => Self::Text,
            "integer" => Self::Integer,
            "ms" => Self::Time(1_000),
            "s" => Self::Time(1_000_000),
            "size" => Self::Size(1),
            "kib" => Self::Size(1 << 10),
            "address" => Self::Address { range: false },
            "listener" => Self::Address { range: true },
            "toggle" => Self::Toggle { others: false },
            "switch" => Self::Switch,
            "variable" => Self::Variable,
            "raw" => Self::Raw,
            "sentence" => Self::Sentence,
            "phrase" => Self::Phrase,
            "list" => Self::List(','),
            "words" => Self::Words,
            "integers" => Self::Integers,
            "joined" => Self::Joined,
            "map" => Self::Map,
            _ => return None,
        })
    }

    /// The kind of a value that the syntax calls so.
    pub(super) fn of_value(kind: &str) -> Self {
        match kind {
            "number" | "port" | "301|302|303|307|308" => Self::Integer,
            "time" => Self::Time(1_000),
            "size" => Self::Size(1),
            _ => Self::Text,
        }
    }

    /// The type that JSON Schema calls it.
    pub(super) fn schema_type(self) -> &'static str {
        match self {
            Self::Text
            | Self::Address { .. }
            | Self::Variable
            | Self::Raw
            | Self::Sentence
            | Self::Phrase
            | Self::Joined
            | Self::Toggle { .. } => "string",
            Self::Switch => "boolean",
            Self::Integer | Self::Time(_) | Self::Size(_) => "integer",
            Self::List(_) | Self::Words | Self::Integers => "array",
            Self::Map => "object",
        }
    }

    /// Whether it takes all words up to the next argument.
    pub(super) fn is_many(self) -> bool {
        matches!(
            self,
            Self::Raw | Self::Sentence | Self::Phrase | Self::Words | Self::Integers
        )
    }

    /// The word in JSON; `None` where JSON cannot say it.
    pub(super) fn value(self, word: &str) -> Option<Value> {
        Some(match self {
            Self::Text
            | Self::Address { .. }
            | Self::Variable
            | Self::Raw
            | Self::Sentence
            | Self::Phrase
            | Self::Joined => Value::from(readable(word)),
            Self::List(separator) => {
                let items = word.split(separator).filter(|item| !item.is_empty());
                items.map(readable).collect()
            }
            Self::Words => Value::from(vec![readable(word)]),
            Self::Integers => Value::from(vec![word.parse::<i64>().ok()?]),
            Self::Map => {
                let pairs = word.split(',').map(|pair| {
                    let (name, value) = pair.split_once('=')?;
                    Some((readable(name), Value::from(readable(value))))
                });
                Value::Object(pairs.collect::<Option<_>>()?)
            }
            Self::Toggle { others } => match word {
                "on" => Value::from("enabled"),
                "off" => Value::from("disabled"),
                _ => others.then(|| Value::from(word))?,
            },
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
            Self::Size(unit) => {
                let bytes = bytes(word)?;
                (bytes % unit == 0).then(|| Value::from(bytes / unit))?
            }
        })
    }

    /// The word that JSON says.
    pub(super) fn word(self, value: &Value) -> Result<String, JsonError> {
        match self {
            Self::Text
            | Self::Address { .. }
            | Self::Variable
            | Self::Raw
            | Self::Sentence
            | Self::Phrase
            | Self::Joined => text(value).map(|text| written(&text)),
            Self::List(separator) => {
                let mut encoded = [0; 4];
                let separator = &*separator.encode_utf8(&mut encoded);
                let items = Self::Words.words(value)?;
                for (index, item) in items.iter().enumerate() {
                    if item.is_empty() || item.contains(separator) {
                        let problem = format!("expected a text without '{separator}'");
                        return Err(JsonError::new(problem).under(index));
                    }
                }
                Ok(items.join(separator))
            }
            Self::Words | Self::Integers => self.words(value).map(|words| words.join(" ")),
            Self::Map => {
                let map = value.as_object();
                let map = map.ok_or_else(|| JsonError::new("expected an object"))?;
                let pairs = map
                    .iter()
                    .map(|(name, value)| pair(name, value).map_err(|error| error.under(name)));
                Ok(pairs.collect::<Result<Vec<_>, _>>()?.join(","))
            }
            Self::Toggle { others } => match value.as_str() {
                Some("enabled") => Ok("on".to_owned()),
                Some("disabled") => Ok("off".to_owned()),
                Some(word) if others && !matches!(word, "on" | "off") => Ok(word.to_owned()),
                _ => Err(JsonError::new("expected 'enabled' or 'disabled'")),
            },
            Self::Switch => match value.as_bool() {
                Some(true) => Ok("on".to_owned()),
                Some(false) => Ok("off".to_owned()),
                None => Err(JsonError::new("expected true or false")),
            },
            Self::Integer | Self::Time(_) | Self::Size(_) => match value.as_i64() {
                Some(integer) if integer >= 0 || self == Self::Integer => Ok(match self {
                    Self::Size(2..) => format!("{integer}k"),
                    _ => integer.to_string(),
                }),
                Some(_) => Err(JsonError::new("this must not be negative")),
                None => Err(JsonError::new("expected an integer")),
            },
        }
    }
}

impl Kind {
    /// The words that JSON says, where there may be any number of them.
    pub(super) fn words(self, value: &Value) -> Result<Vec<String>, JsonError> {
        let item = match self {
            Self::Raw | Self::Phrase => return text(value).map(|text| split(&text)),
            Self::Sentence => return Ok(vec![written(&text(value)?)]),
            Self::Integers => Self::Integer,
            _ => Self::Text,
        };
        let list = value.as_array();
        let list = list.ok_or_else(|| JsonError::new("expected a list"))?;
        let words = list.iter().enumerate();
        words
            .map(|(index, value)| item.word(value).map_err(|error| error.under(index)))
            .collect()
    }

    /// The value of these words, where there may be any number of them.
    pub(super) fn value_of(self, words: &[&str]) -> Option<Value> {
        Some(match self {
            Self::Raw | Self::Phrase => Value::from(join(words)),
            Self::Sentence => Value::from(readable(&words.join(" "))),
            Self::Integers => {
                let integers = words.iter().map(|word| Self::Integer.value(word));
                integers.collect::<Option<Vec<_>>>()?.into()
            }
            _ => words.iter().map(|word| readable(word)).collect(),
        })
    }
}

/// A name and its value in one of several pairs.
fn pair(name: &str, value: &Value) -> Result<String, JsonError> {
    let value = text(value)?;
    if name.contains(['=', ',']) || value.contains(',') {
        let problem = "expected texts without ',', and a name without '='";
        return Err(JsonError::new(problem));
    }
    Ok(format!("{}={}", written(name), written(&value)))
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

/// The property of the port that belongs to the address in this one.
pub(super) fn port_name(address: &str) -> &'static str {
    match address {
        "address_second" => "port_second",
        _ => "port",
    }
}
