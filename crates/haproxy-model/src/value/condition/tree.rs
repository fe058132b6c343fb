//! What the words of a condition mean.

use std::borrow::Cow;

use pest::Parser;
use pest::error::InputLocation;
use pest::iterators::Pair;

use super::{Term, Test};
use crate::language::{ArgumentError, Problem};
use crate::value::AclExpression;
use crate::value::grammar::{Grammar, Rule};
use crate::value::joined::END;

/// Whether the word can stand anywhere in a condition and needs no look at the others.
pub(super) fn is_plain(word: &str) -> bool {
    let word = word.strip_prefix('!').unwrap_or(word);
    word.bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b':'))
}

/// Whether the words are names, and ACLs between braces that are words of their own, so that the
/// grammar would find nothing wrong with them.
pub(super) fn is_usual<'a>(mut words: impl Iterator<Item = &'a str>) -> bool {
    while let Some(word) = words.next() {
        if is_plain(word) {
            continue;
        }
        if !matches!(word, "{" | "!{") {
            return false;
        }
        let mut closed = false;
        let inside = words.by_ref().take_while(|word| {
            closed = *word == "}";
            !closed
        });
        if AclExpression::from_words(inside).is_err() || !closed {
            return false;
        }
    }
    true
}

/// Finds what is wrong with the words, each with its end.
pub(super) fn check(text: &str) -> Result<(), ArgumentError> {
    let pairs = Grammar::parse(Rule::condition, text).map_err(|error| {
        let at = match error.location {
            InputLocation::Pos(at) | InputLocation::Span((at, _)) => at,
        };
        fault(text, at)
    })?;
    for acl in pairs
        .flat_map(Pair::into_inner)
        .flat_map(Pair::into_inner)
        .filter(|pair| pair.as_rule() == Rule::anonymous)
        .flat_map(Pair::into_inner)
    {
        let words = acl.as_str().split_terminator(END);
        AclExpression::from_words(words).map_err(|mut error| {
            error.word += word_index(text, acl.as_span().start());
            error
        })?;
    }
    Ok(())
}

/// The alternatives that the words stand for.
pub(super) fn alternatives(text: &str) -> Vec<Vec<Term<'_>>> {
    let mut alternatives = Vec::new();
    let mut terms = Vec::new();
    let pairs = Grammar::parse(Rule::condition, text).ok();
    for pair in pairs.into_iter().flatten().flat_map(Pair::into_inner) {
        match pair.as_rule() {
            Rule::term => terms.extend(term(pair)),
            Rule::or if !terms.is_empty() => alternatives.push(std::mem::take(&mut terms)),
            _ => {}
        }
    }
    if !terms.is_empty() {
        alternatives.push(terms);
    }
    alternatives
}

fn term(pair: Pair<'_, Rule>) -> Option<Term<'_>> {
    let mut negated = false;
    for part in pair.into_inner() {
        let inner = part.as_str().strip_suffix(END).unwrap_or(part.as_str());
        let test = match part.as_rule() {
            Rule::negation => {
                negated = !negated;
                continue;
            }
            Rule::named => Test::Named(inner),
            _ => {
                let words = part.into_inner().next()?.as_str().split_terminator(END);
                Test::Anonymous(AclExpression::from_words(words).ok()?)
            }
        };
        return Some(Term { negated, test });
    }
    None
}

/// The fault where the grammar cannot go on.
fn fault(text: &str, at: usize) -> ArgumentError {
    let at = at.min(text.len());
    let word = word_index(text, at);
    let problem = match text.split_terminator(END).nth(word) {
        Some(found) => Problem::Invalid {
            expected: Cow::Borrowed("the name of an ACL, 'or', '!' or '{ … }'"),
            found: found.to_owned(),
        },
        None => Problem::Missing {
            expected: Cow::Borrowed("a closing brace"),
        },
    };
    ArgumentError::new(word, problem)
}

/// The index of the word that the byte is in.
fn word_index(text: &str, at: usize) -> usize {
    text.bytes().take(at).filter(|byte| *byte == 0).count()
}
