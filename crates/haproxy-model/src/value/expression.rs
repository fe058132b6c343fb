//! What reads a value from the traffic and converts it.

mod call;
mod plain;
mod span;

use std::fmt;
use std::str::FromStr;

use pest::Parser;
use pest::iterators::Pair;

pub use call::Call;
pub use span::{CallSpan, unquoted_argument};

use super::grammar::{Grammar, Rule};
use super::joined::{Joined, read_blank_separated};
use crate::evaluation::EvaluationKind;
use crate::keyword::Syntax;
use crate::language::{Argument, ArgumentError, Printer, Problem, Words};
use crate::reference::note_expression;
use crate::registry;
use crate::text::has_reference;

/// A sample fetch and the converters behind it: `req.hdr(host),lower,map(/etc/hosts.map)`.
///
/// Most are one word. Where HAProxy reads more words, a word that starts with the name of a converter
/// continues the expression: `src ipmask(24) table clients`.
///
/// ```
/// use haproxy_model::value::Expression;
///
/// let expression: Expression = r#"req.hdr(host),field(1,",")"#.parse()?;
/// assert_eq!(expression.fetch().unwrap().name, "req.hdr");
/// assert_eq!(expression.converters()[0].arguments, ["1", ","]);
/// # Ok::<(), haproxy_model::language::Problem>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Expression(Joined);

impl Expression {
    /// The expression of these calls, in one word.
    ///
    /// # Errors
    /// A name holds a character that names cannot have, or there is no call.
    pub fn new<'a>(calls: impl IntoIterator<Item = Call<'a>>) -> Result<Self, Problem> {
        let calls: Vec<String> = calls.into_iter().map(|call| call.to_string()).collect();
        calls.join(",").parse()
    }

    /// Reads one word and no more, as an ACL does.
    pub(super) fn parse_word(words: &mut Words<'_>) -> Result<Self, ArgumentError> {
        let Some(word) = words.peek() else {
            return Err(words.missing(EXPECTED));
        };
        let expression =
            read(&[word]).map_err(|problem| ArgumentError::new(words.position(), problem))?;
        words.skip(1);
        Ok(expression)
    }

    /// Takes a word that was read as an expression before.
    pub(super) fn from_checked_word(word: &str) -> Self {
        Self(Joined::from_word(word))
    }

    /// Notes the names in the expression, whose words were just read.
    fn note_names(&self, words: &mut Words<'_>) {
        if words.notes_names() {
            let own: Vec<&str> = self.words().collect();
            let start = words.position() - own.len();
            words.note(note_expression(&own, start, 0));
        }
    }

    /// The words as written.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.0.words()
    }

    /// The fetch; `None` where an environment reference hides what it is.
    pub fn fetch(&self) -> Option<Call<'_>> {
        self.calls().next()
    }

    /// The converters, in order.
    pub fn converters(&self) -> Vec<Call<'_>> {
        self.calls().skip(1).collect()
    }

    fn calls(&self) -> impl Iterator<Item = Call<'_>> {
        let expression = Grammar::parse(Rule::expression, self.0.as_str()).ok();
        expression
            .into_iter()
            .flatten()
            .flat_map(Pair::into_inner)
            .filter(|pair| pair.as_rule() == Rule::call)
            .map(Call::from_pair)
    }
}

impl FromStr for Expression {
    type Err = Problem;

    /// Reads the expression from words with blanks between them, or from a single word.
    fn from_str(text: &str) -> Result<Self, Problem> {
        read(&[text]).or_else(|problem| read_blank_separated(text).map_err(|_| problem))
    }
}

impl fmt::Display for Expression {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl Argument for Expression {
    const SYNTAX: &'static Syntax = &Syntax::Value("expression");

    fn parse(words: &mut Words<'_>) -> Result<Self, ArgumentError> {
        let start = words.position();
        let first = words.expect(EXPECTED)?;
        let mut count = 1;
        while words.peek_at(count - 1).is_some_and(is_continuation) {
            count += 1;
        }
        words.rewind(start);
        let expression = if count == 1 {
            read(&[first])
        } else {
            let all = (0..count).filter_map(|ahead| words.peek_at(ahead));
            read(&all.collect::<Vec<_>>())
        };
        let expression = expression.map_err(|problem| ArgumentError::new(start, problem))?;
        words.skip(count);
        expression.note_names(words);
        words.note_evaluation(EvaluationKind::Expression, start..start + count);
        Ok(expression)
    }

    fn print(&self, printer: &mut Printer) {
        self.0.print(printer);
    }
}

const EXPECTED: &str = "a sample expression such as req.hdr(host),lower";

/// Whether a word behind an expression belongs to it.
fn is_continuation(word: &str) -> bool {
    let end = word
        .find(|character: char| !call::is_name_character(character))
        .unwrap_or(word.len());
    word.get(..end)
        .is_some_and(|name| registry::converter(name).is_some())
}

fn read(words: &[&str]) -> Result<Expression, Problem> {
    let invalid = || super::word::invalid(EXPECTED, &words.join(" "));
    let joined = Joined::new(words.iter().copied()).ok_or_else(invalid)?;
    let is_valid = words.iter().all(|word| plain::is_expression(word))
        || Grammar::parse(Rule::expression, joined.as_str()).is_ok()
        || has_reference(joined.as_str());
    if is_valid && !words.is_empty() {
        Ok(Expression(joined))
    } else {
        Err(invalid())
    }
}

#[cfg(test)]
mod tests;
