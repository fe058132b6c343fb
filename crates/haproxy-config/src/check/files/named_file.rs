use std::path::PathBuf;

use haproxy_model::evaluation::{Evaluation, EvaluationKind, FileKind};
use haproxy_model::registry::{SampleType, converter};
use haproxy_model::text::has_reference;
use haproxy_model::value::{CallSpan, LogFormat, LogFormatContent};

/// A file that a line names.
pub(crate) struct NamedFile {
    pub(crate) kind: Content,
    /// The path as the configuration has it.
    pub(crate) path: PathBuf,
    /// The index of its word, and its bytes in it.
    pub(crate) word: usize,
    pub(crate) range: std::ops::Range<usize>,
}

/// What a named file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Content {
    File(FileKind),
    /// Patterns of an ACL.
    Patterns,
    /// A map whose keys and values are of these types.
    Map {
        keys: Values,
        values: Values,
    },
}

/// What the keys or the values of a map must be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Values {
    Text,
    Integer,
    Address,
}

impl NamedFile {
    /// The files that something names which is evaluated, by all words of its line.
    pub(crate) fn of(evaluation: &Evaluation, words: &[&str]) -> Vec<Self> {
        let first = evaluation.words.start;
        let own = words.get(evaluation.words.clone()).unwrap_or_default();
        let part = evaluation.range.as_ref();
        match evaluation.kind {
            EvaluationKind::File(kind) => {
                let Some(word) = own.first() else {
                    return Vec::new();
                };
                let range = part.cloned().unwrap_or(0..word.len());
                let text = word.get(range.clone()).unwrap_or_default();
                if text.is_empty() || text.starts_with('@') || has_reference(text) {
                    return Vec::new();
                }
                vec![Self {
                    kind: Content::File(kind),
                    path: PathBuf::from(text),
                    word: first,
                    range,
                }]
            }
            EvaluationKind::Acl => {
                let mut files = Self::of_acl(own, first);
                files.extend(Self::of_calls(own.get(..1).unwrap_or_default(), first, 0));
                files
            }
            EvaluationKind::Condition => Self::of_condition(own, first),
            EvaluationKind::Expression => match (part, own) {
                (Some(range), [word]) => {
                    let text = word.get(range.clone()).unwrap_or_default();
                    Self::of_calls(&[text], first, range.start)
                }
                _ => Self::of_calls(own, first, 0),
            },
            EvaluationKind::Format => {
                let word = own.first().copied().unwrap_or_default();
                let range = part.cloned().unwrap_or(0..word.len());
                let text = word.get(range.clone()).unwrap_or_default();
                Self::of_format(text, first, range.start)
            }
            _ => Vec::new(),
        }
    }

    /// The files of patterns that the flags of an ACL name, whose words begin with this index.
    fn of_acl(words: &[&str], first: usize) -> Vec<Self> {
        let mut files = Vec::new();
        let mut words = words.iter().enumerate().skip(1);
        while let Some((_, word)) = words.next() {
            match *word {
                "-f" => {
                    if let Some((index, path)) = words.next() {
                        files.extend(Self::new(Content::Patterns, path, first + index, 0));
                    }
                }
                "-m" | "-u" => {
                    words.next();
                }
                "-i" | "-n" | "-M" => {}
                _ => break,
            }
        }
        files
    }

    /// The files of patterns in the anonymous ACLs of a condition.
    fn of_condition(words: &[&str], first: usize) -> Vec<Self> {
        let mut files = Vec::new();
        for (index, word) in words.iter().enumerate() {
            if matches!(*word, "{" | "!{") {
                let inner = words.get(index + 1..).unwrap_or_default();
                let end = inner.iter().position(|word| *word == "}");
                let inner = inner.get(..end.unwrap_or(inner.len())).unwrap_or_default();
                files.extend(Self::of_acl(inner, first + index + 1));
                files.extend(Self::of_calls(inner, first + index + 1, 0));
            }
        }
        files
    }

    /// The maps of an expression's converters.
    fn of_calls(words: &[&str], first: usize, offset: usize) -> Vec<Self> {
        if !words.iter().any(|word| word.contains("map")) {
            return Vec::new();
        }
        let mut files = Vec::new();
        for call in CallSpan::all(words).iter().skip(1) {
            let Some(kind) = map_of(call.name) else {
                continue;
            };
            let path = call.arguments.first().and_then(|range| {
                let text = words.get(call.word)?.get(range.clone())?;
                Some((range.start, text))
            });
            if let Some((start, path)) = path {
                let offset = if call.word == 0 { offset } else { 0 };
                let word = first + call.word;
                files.extend(Self::new(kind, path, word, offset + start));
            }
        }
        files
    }

    /// The maps in a log format, which starts at this byte of its word.
    fn of_format(text: &str, word: usize, offset: usize) -> Vec<Self> {
        let Ok(format) = text.parse::<LogFormat>() else {
            return Vec::new();
        };
        if !text.contains("map") {
            return Vec::new();
        }
        let mut files = Vec::new();
        let mut at = offset;
        for part in format.parts() {
            if let LogFormatContent::Sample { .. } = part.content
                && let Some(open) = part.text.find('[')
                && let Some(expression) = part.text.get(open + 1..part.text.len() - 1)
            {
                files.extend(Self::of_calls(&[expression], word, at + open + 1));
            }
            at += part.text.len();
        }
        files
    }

    /// A file of patterns or a map, unless HAProxy starts without it as well.
    fn new(kind: Content, text: &str, word: usize, start: usize) -> Option<Self> {
        let quoted = text.starts_with(['"', '\'']);
        let is_optional = text.starts_with("opt@") || text.starts_with("virt@");
        if text.is_empty() || quoted || is_optional {
            return None;
        }
        let path = text.strip_prefix("file@").unwrap_or(text);
        Some(Self {
            kind,
            path: PathBuf::from(path),
            word,
            range: start..start + text.len(),
        })
    }
}

/// What a map must hold, if that is what the converter looks into.
fn map_of(name: &str) -> Option<Content> {
    let rest = name.strip_prefix("map")?;
    if !rest.is_empty() && !rest.starts_with('_') {
        return None;
    }
    let values = match converter(name)?.output {
        SampleType::SignedInteger => Values::Integer,
        SampleType::Address => Values::Address,
        _ => Values::Text,
    };
    // Behind the name stands how keys are compared, then what the values are.
    let keys = match rest.split('_').nth(1) {
        Some("int") => Values::Integer,
        Some("ip") => Values::Address,
        _ => Values::Text,
    };
    Some(Content::Map { keys, values })
}

impl Values {
    /// Whether HAProxy takes the text for a key of this type.
    pub(crate) fn is_key(self, text: &str) -> bool {
        match self {
            Self::Text => true,
            Self::Integer => text
                .split([':', '-'])
                .filter(|number| !number.is_empty())
                .all(|number| number.parse::<u64>().is_ok()),
            // A name is looked up, and may be an address.
            Self::Address => !text.starts_with('/'),
        }
    }

    /// Whether HAProxy takes the text for a value of this type.
    pub(crate) fn is_value(self, text: &str) -> bool {
        match self {
            Self::Text => true,
            Self::Integer => text.parse::<i64>().is_ok(),
            Self::Address => text.parse::<std::net::IpAddr>().is_ok(),
        }
    }

    /// Its name in messages.
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Integer => "a number",
            Self::Address => "an address",
        }
    }
}
