use std::borrow::Cow;

use crate::keyword::Keyword;
use crate::language::{Argument, ArgumentError, Problem, Words};

/// The longest list of keywords that an error message enumerates.
const ENUMERATED: usize = 8;

/// Keeps one word that is not understood.
pub fn unknown_word<T: Argument>(words: &mut Words<'_>) -> Result<T, ArgumentError> {
    words.not_recognized(words.position());
    T::parse(words)
}

/// Keeps all words, which are not understood.
pub fn unknown_line<T: for<'a> From<&'a str>>(
    words: &mut Words<'_>,
    table: &'static [Keyword],
) -> Result<Vec<T>, ArgumentError> {
    if words.remaining().is_empty() {
        return Err(unknown_keyword(words, table));
    }
    let words = words.take_remaining().iter();
    Ok(words.map(|word| T::from(word)).collect())
}

/// The error of words that start with no keyword of the table.
#[cold]
pub fn unknown_keyword(words: &Words<'_>, table: &'static [Keyword]) -> ArgumentError {
    let mut known = 0;
    let mut next = next_words(words, table, known);
    while words.peek_at(known).is_some() {
        let longer = next_words(words, table, known.saturating_add(1));
        if longer.is_empty() {
            break;
        }
        known += 1;
        next = longer;
    }
    let position = words.position().saturating_add(known);
    let expected = enumeration(&next);
    let problem = match words.peek_at(known) {
        Some(found) => Problem::UnknownKeyword {
            found: found.to_owned(),
            expected,
        },
        None if expected.is_empty() => Problem::Missing {
            expected: Cow::Borrowed("a keyword"),
        },
        None => Problem::Missing { expected },
    };
    let mut error = ArgumentError::new(position, problem);
    let start: Vec<&str> = (0..known)
        .filter_map(|ahead| words.peek_at(ahead))
        .collect();
    error.keyword = Cow::Owned(start.join(" "));
    error
}

/// The words that may follow the next `known` ones.
fn next_words(words: &Words<'_>, table: &'static [Keyword], known: usize) -> Vec<&'static str> {
    let mut found = Vec::new();
    for keyword in table {
        let mut parts = keyword.name.split(' ');
        let start = parts.by_ref().take(known).enumerate();
        let matching = start
            .filter(|(ahead, part)| words.peek_at(*ahead) == Some(part))
            .count();
        if let (true, Some(next)) = (matching == known, parts.next())
            && !found.contains(&next)
        {
            found.push(next);
        }
    }
    found
}

fn enumeration(keywords: &[&str]) -> Cow<'static, str> {
    match keywords {
        [] => Cow::Borrowed(""),
        [only] => Cow::Owned(format!("'{only}'")),
        [..] if keywords.len() > ENUMERATED => Cow::Borrowed(""),
        [first @ .., last] => Cow::Owned(format!("'{}' or '{last}'", first.join("', '"))),
    }
}
