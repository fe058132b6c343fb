use std::borrow::Cow;

use super::{ArgumentError, Problem};
use crate::evaluation::Evaluation;
use crate::keyword::Keyword;
use crate::reference::{Mention, NameKind, Role};
use crate::registry::Stage;

/// The words of one statement, read from the left.
///
/// Words are unquoted. Bytes that are not UTF-8 and references to environment variables are in them
/// as [`crate::text`] describes. As in HAProxy, an empty word ends the argument list: the words from
/// it on are never handed out as arguments.
#[derive(Debug)]
pub struct Words<'a> {
    pub(super) all: &'a [Cow<'a, str>],
    pub(super) at: usize,
    end: usize,
    claims: Vec<(usize, Claims)>,
    restricted: Vec<(usize, &'static Keyword)>,
    unrecognized: Vec<usize>,
    /// The position of the last keyword behind whose arguments nothing counts.
    ignoring: Option<usize>,
    /// The names met so far, where someone wants to know them.
    pub(super) names: Option<Vec<Mention>>,
    /// What names are passed over, though others are noted.
    pub(super) passed_over: Option<(NameKind, Role)>,
    /// What is evaluated, where someone wants to know it.
    pub(super) evaluations: Option<Vec<Evaluation>>,
    /// When the words that come next are evaluated.
    pub(super) stage: Stage,
}

/// Whether the next word can only be the start of some argument.
pub(super) type Claims = fn(&Words<'_>) -> bool;

impl<'a> Words<'a> {
    /// Stands before the first of these words.
    #[inline]
    pub fn new(words: &'a [Cow<'a, str>]) -> Self {
        let end = words
            .iter()
            .position(|word| word.is_empty())
            .unwrap_or(words.len());
        Self {
            all: words,
            at: 0,
            end,
            claims: Vec::new(),
            restricted: Vec::new(),
            unrecognized: Vec::new(),
            ignoring: None,
            names: None,
            passed_over: None,
            evaluations: None,
            stage: Stage::Anytime,
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
        match self.next_word() {
            Some(word) => Ok(word),
            None => Err(self.missing(expected)),
        }
    }

    /// Moves past this many words.
    pub fn skip(&mut self, count: usize) {
        self.at = self.at.saturating_add(count).min(self.end).max(self.at);
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

    /// Goes back to a position that [`Words::position`] gave; what was noted since is forgotten.
    pub fn rewind(&mut self, position: usize) {
        self.at = position.min(self.at);
        self.restricted.retain(|(at, _)| *at < position);
        self.unrecognized.retain(|at| *at < position);
        self.ignoring = self.ignoring.filter(|at| *at < position);
        if let Some(names) = &mut self.names {
            names.retain(|mention| mention.word < position);
        }
        if let Some(evaluations) = &mut self.evaluations {
            evaluations.retain(|evaluation| evaluation.words.start < position);
        }
    }

    /// Goes back to the first word; the keywords that were met stay noted.
    pub(crate) fn start_over(&mut self) {
        let restricted = std::mem::take(&mut self.restricted);
        self.rewind(0);
        self.restricted = restricted;
    }

    /// Every word not read yet, the empty ones included.
    pub fn remaining(&self) -> &'a [Cow<'a, str>] {
        self.all.get(self.at..).unwrap_or_default()
    }

    /// Every word not read yet, the empty ones included, moving past them and noting each as not
    /// understood.
    pub fn take_remaining(&mut self) -> &'a [Cow<'a, str>] {
        let remaining = self.remaining();
        self.unrecognized.extend(self.at..self.all.len());
        self.at = self.all.len();
        remaining
    }

    /// The word at this index in the statement.
    pub fn word(&self, position: usize) -> Option<&'a str> {
        self.all.get(position).map(|word| &**word)
    }

    /// The error of a word that is missing here.
    pub fn missing(&self, expected: impl Into<Cow<'static, str>>) -> ArgumentError {
        let expected = expected.into();
        ArgumentError::new(self.at, Problem::Missing { expected })
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

/// What the statement's reader wants to know besides the value.
impl Words<'_> {
    /// Notes that the word at `position` is this keyword, where a target may restrict its use.
    ///
    /// What was noted of the same keyword there before counts no longer.
    pub fn matched(&mut self, position: usize, keyword: &'static Keyword) {
        if keyword.ignores_rest {
            self.ignoring = Some(position);
        }
        if keyword.is_restricted() {
            self.restricted
                .retain(|(at, other)| *at != position || other.name != keyword.name);
            self.restricted.push((position, keyword));
        }
    }

    /// The keywords met so far whose use depends on the version or another condition, with the index
    /// of the word where each stands.
    pub fn restricted(&self) -> &[(usize, &'static Keyword)] {
        &self.restricted
    }

    /// Notes that the word at `position` is kept without being understood.
    pub fn not_recognized(&mut self, position: usize) {
        self.unrecognized.push(position);
    }

    /// The indices of the words kept so far without being understood.
    pub fn unrecognized(&self) -> &[usize] {
        &self.unrecognized
    }

    /// Whether HAProxy takes no notice of the words behind the arguments.
    pub fn ignores_rest(&self) -> bool {
        self.ignoring.is_some()
    }

    /// Takes over what was noted of the words inside the word at `position`.
    pub(super) fn note_inside(&mut self, position: usize, inner: &Words<'_>) {
        let restricted = inner.restricted.iter();
        self.restricted
            .extend(restricted.map(|(_, keyword)| (position, *keyword)));
        if !inner.unrecognized.is_empty() {
            self.unrecognized.push(position);
        }
        self.note_names_inside(position, inner);
        self.note_evaluations_inside(position, inner);
    }
}

/// Where an argument that may be left out, or repeated, has to stop.
impl Words<'_> {
    /// Whether the next word belongs to an argument still to come.
    pub fn is_claimed(&self) -> bool {
        self.claims
            .iter()
            .any(|(from, claims)| self.at >= *from && claims(self))
    }

    /// Reads with words from `from` on kept for the argument that claims them.
    pub(super) fn before<T>(
        &mut self,
        from: usize,
        claims: Claims,
        parse: impl FnOnce(&mut Self) -> T,
    ) -> T {
        self.claims.push((from, claims));
        let result = parse(self);
        self.claims.pop();
        result
    }
}
