use std::borrow::Cow;
use std::str::FromStr;

use super::EditError;
use super::rewrite::ends_with_backslash;
use crate::document::{LineKind, Word, WordData, read_line};
use crate::language::{is_blank, quote_word};

/// A statement on its own, ready to be written into a document: its words as they will stand there.
///
/// It always is exactly one statement: no value can become a second word, a comment or a line.
///
/// ```
/// use haproxy_config::RawStatement;
///
/// let statement = RawStatement::new(["http-request", "deny", "if", "{ path /a b }"])?;
/// assert_eq!(statement.to_string(), r#"http-request deny if "{ path /a b }""#);
///
/// let with_reference = RawStatement::parse(r#"bind ":${PORT}""#)?;
/// assert_eq!(with_reference.to_string(), r#"bind ":${PORT}""#);
/// # Ok::<(), haproxy_config::EditError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RawStatement {
    bytes: Vec<u8>,
    words: Vec<WordData>,
    kind: LineKind,
}

impl RawStatement {
    /// The statement of these values, each quoted as it needs to be.
    ///
    /// # Errors
    /// [`EditError::Empty`] without a keyword, [`EditError::Unrepresentable`] for a NUL.
    pub fn new<W: AsRef<[u8]>>(values: impl IntoIterator<Item = W>) -> Result<Self, EditError> {
        let mut bytes = Vec::new();
        for (index, value) in values.into_iter().enumerate() {
            let raw = quote_word(index, value.as_ref())
                .map_err(|source| EditError::Unrepresentable { index, source })?;
            if index > 0 {
                bytes.push(b' ');
            }
            bytes.extend_from_slice(&raw);
        }
        Self::read(bytes)
    }

    /// The statement that this text is, with the quotes and references that it has.
    ///
    /// # Errors
    /// [`EditError::NotAStatement`] where the text is anything but one statement without a comment.
    pub fn parse(text: impl AsRef<[u8]>) -> Result<Self, EditError> {
        let text = text.as_ref();
        let text = text.strip_suffix(b"\n").unwrap_or(text);
        let mut words = Vec::new();
        read_line(text, &mut words);
        let range = match (words.first(), words.last()) {
            (Some(first), Some(last)) => first.range().start..last.range().end,
            _ => 0..text.len(),
        };
        let tail = text.get(range.end..).unwrap_or_default();
        if !tail.iter().all(|byte| is_blank(*byte)) {
            return Self::read(text.to_vec());
        }
        let mut bytes = text.get(range.clone()).unwrap_or_default().to_vec();
        for word in words.iter().rev() {
            // What comes to stand behind the word must not be escaped by it.
            if ends_with_backslash(&Word::new(text, *word)) {
                bytes.insert(word.range().end - range.start, b'\\');
            }
        }
        Self::read(bytes)
    }

    fn read(bytes: Vec<u8>) -> Result<Self, EditError> {
        let mut words = Vec::new();
        let facts = read_line(&bytes, &mut words);
        let statement = Self {
            bytes,
            words,
            kind: facts.kind,
        };
        let reason = match facts.kind {
            LineKind::Blank | LineKind::Comment => return Err(EditError::Empty),
            _ if statement.bytes.contains(&b'\n') => "it holds a line feed",
            _ if facts.is_faulty => "HAProxy cannot cut it into words",
            LineKind::Scope => "it is a scope",
            _ if facts.tail.is_some() => "it holds a comment or a line break",
            _ if statement.words().next().is_some_and(|word| word.is(b"")) => {
                return Err(EditError::Empty);
            }
            _ => return Ok(statement),
        };
        Err(EditError::NotAStatement {
            text: statement.to_string(),
            reason: reason.to_owned(),
        })
    }

    /// The words, in order.
    pub fn words(&self) -> impl ExactSizeIterator<Item = Word<'_>> + Clone {
        self.words.iter().map(|data| Word::new(&self.bytes, *data))
    }

    /// The statement as it will stand in the document.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The statement's first word, without quotes.
    pub fn keyword(&self) -> Cow<'_, [u8]> {
        let first = self.words().next();
        first.and_then(|word| word.value()).unwrap_or_default()
    }

    /// Refuses words that would start a section or be a conditional line.
    pub(super) fn checked_as_statement(&self) -> Result<&Self, EditError> {
        if self.kind == LineKind::Statement {
            return Ok(self);
        }
        let keyword = String::from_utf8_lossy(&self.keyword()).into_owned();
        Err(EditError::Misplaced { keyword })
    }
}

impl FromStr for RawStatement {
    type Err = EditError;

    fn from_str(text: &str) -> Result<Self, EditError> {
        Self::parse(text)
    }
}

impl std::fmt::Display for RawStatement {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&String::from_utf8_lossy(&self.bytes))
    }
}
