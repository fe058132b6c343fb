//! When a rule applies.

mod term;
mod tree;

use std::fmt;
use std::str::FromStr;

pub use term::{Term, Test};

use super::joined::{Joined, read_blank_separated};
use crate::evaluation::EvaluationKind;
use crate::keyword::Syntax;
use crate::language::{Argument, ArgumentError, Printer, Problem, Words};
use crate::reference::note_condition;

/// `if` or `unless` and the ACLs behind it: `if { path_beg /api } !local or admin`.
///
/// It takes all words that are left. What was written stays as it was: `or` and `||`, `!local` and
/// `! local`; two conditions are equal when keyword and terms are.
///
/// ```
/// use haproxy_model::value::{Condition, Test};
///
/// let condition: Condition = "unless local or { src 10.0.0.0/8 } !admin".parse()?;
/// let alternatives = condition.alternatives();
/// assert_eq!(alternatives.len(), 2);
/// assert_eq!(alternatives[0][0].test, Test::Named("local"));
/// assert!(alternatives[1][1].negated);
/// # Ok::<(), haproxy_model::language::Problem>(())
/// ```
#[derive(Debug, Clone, Eq)]
pub struct Condition(Joined);

/// The keyword of a [`Condition`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ConditionKeyword {
    /// `if`
    If,
    /// `unless`
    Unless,
}

impl ConditionKeyword {
    /// How HAProxy writes it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::If => "if",
            Self::Unless => "unless",
        }
    }
}

impl Condition {
    /// The condition of these alternatives, each of terms that all have to hold.
    ///
    /// # Errors
    /// The name of an ACL cannot be one, or a pattern is a closing brace, which would end its ACL.
    pub fn new<'a, A, T>(keyword: ConditionKeyword, alternatives: A) -> Result<Self, Problem>
    where
        A: IntoIterator<Item = T>,
        T: IntoIterator<Item = Term<'a>>,
    {
        let mut printer = Printer::new();
        printer.word(keyword.as_str());
        for (index, terms) in alternatives.into_iter().enumerate() {
            if index > 0 {
                printer.word("||");
            }
            for term in terms {
                term.print(&mut printer);
            }
        }
        let words: Vec<_> = printer.words().map(Into::into).collect();
        let mut words = Words::new(&words);
        let condition = Self::parse(&mut words).map_err(|error| error.problem)?;
        if words.remaining().is_empty() {
            Ok(condition)
        } else {
            Err(super::word::invalid("words that are not empty", ""))
        }
    }

    /// Whether the terms have to hold or must not.
    pub fn keyword(&self) -> ConditionKeyword {
        match self.0.words().next() {
            Some("unless") => ConditionKeyword::Unless,
            _ => ConditionKeyword::If,
        }
    }

    /// The alternatives, each a list of terms that all have to hold.
    ///
    /// There is none where nothing follows the keyword: nothing then holds.
    pub fn alternatives(&self) -> Vec<Vec<Term<'_>>> {
        tree::alternatives(self.0.as_str())
    }

    /// The words as written.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.0.words()
    }
}

impl PartialEq for Condition {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
            || (self.keyword() == other.keyword() && self.alternatives() == other.alternatives())
    }
}

impl FromStr for Condition {
    type Err = Problem;

    /// Reads the condition from words with blanks between them.
    fn from_str(text: &str) -> Result<Self, Problem> {
        read_blank_separated(text)
    }
}

/// The words with blanks between them.
impl fmt::Display for Condition {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl Argument for Condition {
    const SYNTAX: &'static Syntax =
        &Syntax::Sequence(&[&Syntax::Value("if|unless"), &Syntax::Value("condition")]);

    fn parse(words: &mut Words<'_>) -> Result<Self, ArgumentError> {
        if !Self::claims(words) {
            return Err(words.invalid("'if' or 'unless'"));
        }
        let start = words.position();
        let all = (0..).map_while(|ahead| words.peek_at(ahead));
        let joined = Joined::new(all).ok_or_else(|| words.invalid("words without U+0000"))?;
        if !tree::is_usual(joined.words()) {
            tree::check(joined.as_str()).map_err(|mut error| {
                error.word += start;
                error
            })?;
        }
        while words.next_word().is_some() {}
        if words.notes_names() {
            words.note(note_condition(&words.since(start), start));
        }
        words.note_evaluation(EvaluationKind::Condition, start..words.position());
        Ok(Self(joined))
    }

    fn print(&self, printer: &mut Printer) {
        self.0.print(printer);
    }

    fn claims(words: &Words<'_>) -> bool {
        matches!(words.peek(), Some("if" | "unless"))
    }

    fn starts(words: &Words<'_>) -> bool {
        Self::claims(words)
    }
}

#[cfg(test)]
mod tests;
