//! The conditions of conditional blocks.

mod predicate;
mod version;

use pest::Parser;
use pest::iterators::Pair;

use crate::environment::Environment;
use crate::language::ascii;
pub(crate) use version::is_at_least;

#[derive(pest_derive::Parser)]
#[grammar = "condition/condition.pest"]
struct ConditionParser;

/// Deeper parentheses are refused, so that no input exhausts the stack.
const MAX_DEPTH: usize = 100;

/// A condition that HAProxy refuses, and why.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ConditionError {
    /// The text is not a condition.
    #[error("cannot read the condition from '{rest}' on")]
    Syntax {
        /// The text from the first character that cannot be read.
        rest: String,
    },
    /// No predicate has this name in this version.
    #[error("no predicate '{name}' in HAProxy {version} (predicates: {known})")]
    UnknownPredicate {
        /// The name.
        name: String,
        /// The version.
        version: String,
        /// The predicates of that version.
        known: String,
    },
    /// A predicate takes another number of arguments.
    #[error("'{name}' takes {expected} argument(s), found {found}")]
    ArgumentCount {
        /// The predicate.
        name: &'static str,
        /// The number that it takes.
        expected: usize,
        /// The number that stands there.
        found: usize,
    },
    /// A version cannot be read.
    #[error("'{found}' is no version")]
    Version {
        /// The text.
        found: String,
    },
    /// Too many parentheses inside one another.
    #[error("parentheses are nested more than {MAX_DEPTH} deep")]
    TooDeep,
}

/// Whether a condition holds; an empty one does not.
///
/// # Errors
/// What HAProxy refuses, a part that decides nothing included.
pub fn evaluate_condition(
    condition: &[u8],
    environment: &Environment,
) -> Result<bool, ConditionError> {
    if nesting(condition) > MAX_DEPTH {
        return Err(ConditionError::TooDeep);
    }
    let text = ascii(condition);
    let mut pairs = ConditionParser::parse(Rule::condition, &text).map_err(|error| {
        let at = match error.location {
            pest::error::InputLocation::Pos(at) | pest::error::InputLocation::Span((at, _)) => at,
        };
        let rest = condition.get(at..).unwrap_or_default();
        ConditionError::Syntax {
            rest: String::from_utf8_lossy(rest).into_owned(),
        }
    })?;
    let evaluator = Evaluator {
        condition,
        environment,
    };
    let any = pairs
        .next()
        .and_then(|pair| pair.into_inner().find(|pair| pair.as_rule() == Rule::any));
    any.map_or(Ok(false), |any| evaluator.any(any))
}

fn nesting(condition: &[u8]) -> usize {
    let mut depth = 0_usize;
    let mut deepest = 0;
    for byte in condition {
        match byte {
            b'(' => depth += 1,
            b')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        deepest = deepest.max(depth);
    }
    deepest
}

struct Evaluator<'a> {
    condition: &'a [u8],
    environment: &'a Environment,
}

impl Evaluator<'_> {
    /// Every term is evaluated, so that a fault behind a decided one is found as HAProxy finds it.
    fn any(&self, pair: Pair<'_, Rule>) -> Result<bool, ConditionError> {
        pair.into_inner()
            .try_fold(false, |holds, all| Ok(self.all(all)? | holds))
    }

    fn all(&self, pair: Pair<'_, Rule>) -> Result<bool, ConditionError> {
        pair.into_inner()
            .try_fold(true, |holds, term| Ok(self.term(term)? & holds))
    }

    fn term(&self, pair: Pair<'_, Rule>) -> Result<bool, ConditionError> {
        let mut negated = false;
        let mut holds = false;
        for inner in pair.into_inner() {
            match inner.as_rule() {
                Rule::negation => negated = !negated,
                Rule::integer => holds = is_nonzero(inner.as_str()),
                Rule::group => {
                    holds = inner.into_inner().try_fold(false, |_, any| self.any(any))?;
                }
                Rule::predicate => holds = self.predicate(inner)?,
                _ => {}
            }
        }
        Ok(holds != negated)
    }

    fn predicate(&self, pair: Pair<'_, Rule>) -> Result<bool, ConditionError> {
        let mut name = "";
        let mut arguments = Vec::new();
        for inner in pair.into_inner() {
            match inner.as_rule() {
                Rule::name => name = inner.as_str(),
                Rule::argument => {
                    let span = inner.as_span();
                    let raw = self
                        .condition
                        .get(span.start()..span.end())
                        .unwrap_or_default();
                    arguments.push(unquote_argument(raw));
                }
                _ => {}
            }
        }
        if arguments.is_empty() {
            arguments.push(Vec::new());
        }
        predicate::holds(name, &arguments, self.environment)
    }
}

fn is_nonzero(integer: &str) -> bool {
    let digits = integer.trim_start_matches(['+', '-']);
    let digits = digits
        .strip_prefix("0x")
        .or(digits.strip_prefix("0X"))
        .unwrap_or(digits);
    digits.bytes().any(|digit| digit != b'0')
}

/// Removes the second level of quotes, which arguments in parentheses have.
fn unquote_argument(raw: &[u8]) -> Vec<u8> {
    let mut value = Vec::with_capacity(raw.len());
    let mut quote = None;
    let mut bytes = raw.iter().copied().peekable();
    while let Some(byte) = bytes.next() {
        match (byte, quote) {
            (b'"' | b'\'', None) => quote = Some(byte),
            (_, Some(open)) if open == byte => quote = None,
            (b'\\', None | Some(b'"')) => {
                let escaped = bytes.peek().and_then(|next| match next {
                    b'\\' | b' ' | b'"' | b'\'' => Some(*next),
                    b'r' => Some(b'\r'),
                    b'n' => Some(b'\n'),
                    b't' => Some(b'\t'),
                    _ => None,
                });
                if escaped.is_some() {
                    bytes.next();
                }
                value.push(escaped.unwrap_or(b'\\'));
            }
            _ => value.push(byte),
        }
    }
    value
}
