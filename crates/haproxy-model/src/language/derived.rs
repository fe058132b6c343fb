//! What derived parsers share; generated code calls it, and nothing else should.

mod unknown;

pub use unknown::{unknown_keyword, unknown_line, unknown_word};

use std::borrow::Cow;

use super::words::Claims;
use super::{Argument, ArgumentError, Problem, Words};
use crate::keyword::{Bounds, Group, Keyword, Syntax};
use crate::registry::Stage;
use crate::statement::Statement;
use crate::version::Version;

fn named<T: Argument>(name: &'static str, error: ArgumentError) -> ArgumentError {
    match (name, T::SYNTAX) {
        ("", Syntax::Value(kind)) => error.in_argument(format!("<{kind}>")),
        _ => error.in_argument(name),
    }
}

/// An argument that must be there.
pub fn required<T: Argument>(
    words: &mut Words<'_>,
    name: &'static str,
) -> Result<T, ArgumentError> {
    T::parse(words).map_err(|error| named::<T>(name, error))
}

/// An argument that may be left out.
pub fn optional<T: Argument>(
    words: &mut Words<'_>,
    name: &'static str,
) -> Result<Option<T>, ArgumentError> {
    if words.is_at_end() || words.is_claimed() || !T::starts(words) {
        return Ok(None);
    }
    required(words, name).map(Some)
}

/// Arguments of one kind, as many as there are.
pub fn list<T: Argument>(
    words: &mut Words<'_>,
    name: &'static str,
) -> Result<Vec<T>, ArgumentError> {
    let mut list = Vec::new();
    while !words.is_at_end() && !words.is_claimed() && T::starts(words) {
        let start = words.position();
        list.push(words.before(start.saturating_add(1), T::claims, |words| {
            required(words, name)
        })?);
        if words.position() == start {
            break;
        }
    }
    Ok(list)
}

/// An argument behind a word that must be there.
pub fn behind<T: Argument>(
    words: &mut Words<'_>,
    word: &'static str,
    name: &'static str,
) -> Result<T, ArgumentError> {
    if words.take(word) {
        required(words, name)
    } else {
        Err(words.invalid(format!("'{word}'")).in_argument(name))
    }
}

/// An argument behind a word that may be left out with it.
pub fn optional_behind<T: Argument>(
    words: &mut Words<'_>,
    word: &'static str,
    name: &'static str,
) -> Result<Option<T>, ArgumentError> {
    if words.take(word) {
        required(words, name).map(Some)
    } else {
        Ok(None)
    }
}

/// An argument that must stop where one that follows it claims the next word.
pub fn before<T>(
    words: &mut Words<'_>,
    claims: Claims,
    parse: impl FnOnce(&mut Words<'_>) -> Result<T, ArgumentError>,
) -> Result<T, ArgumentError> {
    words.before(words.position(), claims, parse)
}

/// The arguments in the parentheses of the word at `position`; none where it has no parentheses.
pub fn call<T>(
    words: &mut Words<'_>,
    position: usize,
    separator: Option<char>,
    parse: impl FnOnce(&mut Words<'_>) -> Result<T, ArgumentError>,
) -> Result<T, ArgumentError> {
    let word = words.word(position).unwrap_or_default();
    let text = match word.split_once('(') {
        None => "",
        Some((_, text)) => text.strip_suffix(')').ok_or_else(|| {
            let expected = Cow::Borrowed("a closing parenthesis at its end");
            let found = word.to_owned();
            ArgumentError::new(position, Problem::Invalid { expected, found })
        })?,
    };
    words.inside(position, text, separator, parse)
}

/// The argument that follows `prefix` in the word at `position`.
pub fn joined<T>(
    words: &mut Words<'_>,
    position: usize,
    prefix: &'static str,
    parse: impl FnOnce(&mut Words<'_>) -> Result<T, ArgumentError>,
) -> Result<T, ArgumentError> {
    let word = words.word(position).unwrap_or_default();
    words.inside(
        position,
        word.strip_prefix(prefix).unwrap_or(word),
        None,
        parse,
    )
}

/// Moves past the `count` words of the keyword and reads its arguments.
pub fn in_keyword<T>(
    words: &mut Words<'_>,
    count: usize,
    keyword: Option<&'static Keyword>,
    parse: impl FnOnce(&mut Words<'_>) -> Result<T, ArgumentError>,
) -> Result<T, ArgumentError> {
    let start = words.position();
    words.skip(count);
    let Some(keyword) = keyword else {
        return parse(words);
    };
    words.matched(start, keyword);
    let parsed = match keyword.stage {
        Some(stage) => words.at_stage(stage, parse),
        None => parse(words),
    };
    let position = start.saturating_add(count);
    let value = parsed.map_err(|error| {
        let mut error = error.in_keyword(keyword.name);
        error.tolerated |= error.word == position
            && match error.problem {
                Problem::Missing { .. } => keyword.takes_nothing,
                _ => keyword.takes_anything,
            };
        error
    })?;
    if let Some(bounds) = keyword.bounds {
        within(bounds, keyword, words, position)?;
    }
    Ok(value)
}

/// The first argument of a keyword is within its bounds.
#[cold]
fn within(
    bounds: Bounds,
    keyword: &'static Keyword,
    words: &Words<'_>,
    position: usize,
) -> Result<(), ArgumentError> {
    let Some(word) = words.word(position) else {
        return Ok(());
    };
    match bounds.expected(keyword.syntax, word) {
        None => Ok(()),
        Some(expected) => {
            let (expected, found) = (expected.into(), word.to_owned());
            let problem = Problem::Invalid { expected, found };
            Err(ArgumentError::new(position, problem).in_keyword(keyword.name))
        }
    }
}

/// An argument that is evaluated at a stage of its own.
pub fn at_stage<T>(
    words: &mut Words<'_>,
    stage: Stage,
    parse: impl FnOnce(&mut Words<'_>) -> T,
) -> T {
    words.at_stage(stage, parse)
}

/// Reads the line that opens a section.
pub fn header<T>(
    words: &mut Words<'_>,
    keyword: &'static Keyword,
    parse: impl FnOnce(&mut Words<'_>) -> Result<T, ArgumentError>,
) -> Result<T, ArgumentError> {
    if words.peek() != Some(keyword.name) {
        return Err(words.invalid(format!("'{}'", keyword.name)));
    }
    in_keyword(words, 1, Some(keyword), parse)
}

/// The bit of the next word's first letter, see [`Keywords::INITIALS`]; none at the end.
///
/// [`Keywords::INITIALS`]: crate::keyword::Keywords::INITIALS
pub fn initial(words: &Words<'_>) -> u64 {
    let first = words.peek().and_then(|word| word.bytes().next());
    first.map_or(0, |letter| 1 << (letter % 64))
}

/// Of two keywords that were found the one with more words; the first where they have as many.
pub fn longer(
    found: Option<(usize, usize)>,
    index: usize,
    other: Option<(usize, usize)>,
) -> Option<(usize, usize)> {
    match (found, other) {
        (Some((_, count)), Some((_, longer))) if longer <= count => found,
        (_, Some((_, count))) => Some((index, count)),
        _ => found,
    }
}

/// The last value of a statement, where the last statement of its kind has no prefix.
pub fn last<'a, D: Group<G>, G: 'a, T: 'a>(
    statements: &'a [Statement<D>],
    value: impl Fn(&'a G) -> Option<T>,
) -> Option<T> {
    let mut latest_first = statements.iter().rev();
    let (statement, found) =
        latest_first.find_map(|statement| Some((statement, value(statement.group()?)?)))?;
    statement.prefix.is_none().then_some(found)
}

/// The values of all statements of a kind, in order, without those that have a prefix.
pub fn all<'a, D: Group<G>, G: 'a, T: 'a>(
    statements: &'a [Statement<D>],
    value: impl Fn(&'a G) -> Option<T>,
) -> impl Iterator<Item = T> {
    let plain = statements
        .iter()
        .filter(|statement| statement.prefix.is_none());
    plain.filter_map(move |statement| value(statement.group()?))
}

/// The keyword of a group as the choice's own table has it.
pub fn included(
    table: &'static [Keyword],
    keyword: Option<&'static Keyword>,
) -> Option<&'static Keyword> {
    let keyword = keyword?;
    table.iter().find(|included| included.name == keyword.name)
}

/// The keywords of a choice and those of the groups it includes, each group from a version on.
pub const fn concatenate<const COUNT: usize>(
    tables: &[(&[Keyword], Option<Version>)],
) -> [Keyword; COUNT] {
    let mut all = [Keyword::new("", &Syntax::Nothing); COUNT];
    let mut rest = tables;
    let mut at = 0;
    while let [(table, since), others @ ..] = rest {
        let mut table = *table;
        while let [keyword, others @ ..] = table {
            #[allow(clippy::indexing_slicing, reason = "the compiler evaluates it")]
            {
                all[at] = match since {
                    Some(since) => keyword.not_before(*since),
                    None => *keyword,
                };
            }
            at += 1;
            table = others;
        }
        rest = others;
    }
    all
}
