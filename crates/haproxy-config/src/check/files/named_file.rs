use std::path::PathBuf;

use haproxy_model::evaluation::FileKind;
use haproxy_model::registry::{SampleType, converter};
use haproxy_model::value::CallSpan;

/// A file that a line names.
pub(super) struct NamedFile {
    pub(super) kind: Content,
    /// The path as the configuration has it.
    pub(super) path: PathBuf,
    /// The index of its word, and its bytes in it.
    pub(super) word: usize,
    pub(super) range: std::ops::Range<usize>,
}

/// What a named file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Content {
    File(FileKind),
    /// Patterns of an ACL.
    Patterns,
    /// A map whose values are of this type.
    Map(Values),
}

/// What the values of a map must be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Values {
    Text,
    Integer,
    Address,
}

impl NamedFile {
    /// The files of patterns that the flags of an ACL name, whose words begin with this index.
    pub(super) fn of_acl(words: &[&str], first: usize) -> Vec<Self> {
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
    pub(super) fn of_condition(words: &[&str], first: usize) -> Vec<Self> {
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
    pub(super) fn of_calls(words: &[&str], first: usize, offset: usize) -> Vec<Self> {
        if !words.iter().any(|word| word.contains("map")) {
            return Vec::new();
        }
        let mut files = Vec::new();
        for call in CallSpan::all(words).iter().skip(1) {
            let Some(values) = values_of_map(call.name) else {
                continue;
            };
            let path = call.arguments.first().and_then(|range| {
                let text = words.get(call.word)?.get(range.clone())?;
                Some((range.start, text))
            });
            if let Some((start, path)) = path {
                let offset = if call.word == 0 { offset } else { 0 };
                let word = first + call.word;
                files.extend(Self::new(Content::Map(values), path, word, offset + start));
            }
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

/// What the values of a map must be, if that is what the converter looks into.
fn values_of_map(name: &str) -> Option<Values> {
    if name != "map" && !name.starts_with("map_") {
        return None;
    }
    Some(match converter(name)?.output {
        SampleType::SignedInteger => Values::Integer,
        SampleType::Address => Values::Address,
        _ => Values::Text,
    })
}
