use std::borrow::Cow;

use super::{ArgumentError, Problem};
use crate::keyword::Keyword;

/// The words of one statement, read from the left.
///
/// Words are unquoted. Bytes that are not UTF-8 and references to environment variables are in them
/// as [`crate::text`] describes. As in HAProxy, an empty word ends the argument list: the words from
/// it on are never handed out as arguments.
#[derive(Debug)]
pub struct Words<'a> {
    all: &'a [Cow<'a, str>],
    at: usize,
    end: usize,
    restricted: Vec<(usize, &'static Keyword)>,
}

impl<'a> Words<'a> {
    /// Stands before the first of these words.
    pub fn new(words: &'a [Cow<'a, str>]) -> Self {
        let end = words
            .iter()
            .position(|word| word.is_empty())
            .unwrap_or(words.len());
        Self {
            all: words,
            at: 0,
            end,
            restricted: Vec::new(),
        }
    }

    /// The next word, without moving.
    pub fn peek(&self) -> Option<&'a str> {
        self.peek_at(0)
    }

    /// The word `ahead` words after the next one, without moving.
    pub fn peek_at(&self, ahead: usize) -> Option<&'a str> {
        let at = self.at.checked_add(ahead).filter(|at| *at < self.end)?;
        self.all.get(at).map(|word| &**word)
    }

    /// The next word, moving past it.
    pub fn next_word(&mut self) -> Option<&'a str> {
        let word = self.peek()?;
        self.at += 1;
        Some(word)
    }

    /// The next word, moving past it.
    ///
    /// # Errors
    /// [`Problem::Missing`] with `expected` where no word is left.
    pub fn expect(&mut self, expected: &'static str) -> Result<&'a str, ArgumentError> {
        let missing = self.missing(expected);
        self.next_word().ok_or(missing)
    }

    /// Moves past this many words.
    pub fn skip(&mut self, count: usize) {
        self.at = self.at.saturating_add(count).min(self.end);
    }

    /// Moves past the next word if it is this one.
    pub fn take(&mut self, word: &str) -> bool {
        let found = self.peek() == Some(word);
        if found {
            self.at += 1;
        }
        found
    }

    /// Whether no argument is left.
    pub fn is_at_end(&self) -> bool {
        self.at >= self.end
    }

    /// The index of the next word in the statement, counted from 0.
    pub fn position(&self) -> usize {
        self.at
    }

    /// Goes back to a position that [`Words::position`] gave.
    pub fn rewind(&mut self, position: usize) {
        self.at = position.min(self.at);
    }

    /// Every word not read yet, the empty ones included.
    pub fn remaining(&self) -> &'a [Cow<'a, str>] {
        self.all.get(self.at..).unwrap_or_default()
    }

    /// Notes that the word at `position` is this keyword, where a target may restrict its use.
    pub fn matched(&mut self, position: usize, keyword: &'static Keyword) {
        if keyword.is_restricted() {
            self.restricted.push((position, keyword));
        }
    }

    /// The keywords met so far whose use depends on the version or another condition, with the index
    /// of the word where each stands.
    pub fn restricted(&self) -> &[(usize, &'static Keyword)] {
        &self.restricted
    }

    /// The error of a word that is missing here.
    pub fn missing(&self, expected: &'static str) -> ArgumentError {
        ArgumentError::new(
            self.at,
            Problem::Missing {
                expected: Cow::Borrowed(expected),
            },
        )
    }

    /// The error of the next word not being what is expected.
    pub fn invalid(&self, expected: impl Into<Cow<'static, str>>) -> ArgumentError {
        let expected = expected.into();
        let problem = match self.peek() {
            Some(found) => Problem::Invalid {
                expected,
                found: found.to_owned(),
            },
            None => Problem::Missing { expected },
        };
        ArgumentError::new(self.at, problem)
    }
}

/// Collects the words of a statement that is being printed, unquoted.
#[derive(Debug, Default)]
pub struct Printer {
    words: Vec<String>,
}

impl Printer {
    /// A printer without words.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a word; an empty one too.
    pub fn word(&mut self, word: impl Into<String>) {
        self.words.push(word.into());
    }

    /// Adds each blank-separated word of a keyword such as `timeout client`.
    pub fn keyword(&mut self, keyword: &str) {
        self.words.extend(keyword.split(' ').map(str::to_owned));
    }

    /// The words so far.
    pub fn words(&self) -> &[String] {
        &self.words
    }

    /// The words, unquoted, in order.
    pub fn into_words(self) -> Vec<String> {
        self.words
    }
}
