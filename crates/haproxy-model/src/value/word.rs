//! What the values of one word share.

use std::borrow::Cow;
use std::fmt::{self, Write};
use std::str::FromStr;

use crate::language::{ArgumentError, Problem, Words};

/// Reads the next word as a value.
pub(super) fn parse<T>(
    words: &mut Words<'_>,
    expected: impl Into<Cow<'static, str>>,
) -> Result<T, ArgumentError>
where
    T: FromStr<Err = Problem>,
{
    let Some(word) = words.peek() else {
        return Err(words.invalid(expected));
    };
    match word.parse() {
        Ok(value) => {
            words.skip(1);
            Ok(value)
        }
        Err(problem) => Err(ArgumentError::new(words.position(), problem)),
    }
}

/// The problem of a word not being what is expected.
pub(super) fn invalid(expected: impl Into<Cow<'static, str>>, found: &str) -> Problem {
    Problem::Invalid {
        expected: expected.into(),
        found: found.to_owned(),
    }
}

/// Whether a value prints as exactly this text.
pub(super) fn prints_as(value: &impl fmt::Display, text: &str) -> bool {
    let mut rest = Rest(text);
    write!(rest, "{value}").is_ok() && rest.0.is_empty()
}

/// Whether the text is a number of a few digits, which every type of number that takes it prints so.
pub(super) fn is_short_number(text: &str) -> bool {
    let is_digits = matches!(text.len(), 1..=9) && text.bytes().all(|byte| byte.is_ascii_digit());
    is_digits && (text.len() == 1 || !text.starts_with('0'))
}

/// The text not yet seen; writing anything else fails.
struct Rest<'a>(&'a str);

impl Write for Rest<'_> {
    fn write_str(&mut self, piece: &str) -> fmt::Result {
        self.0 = self.0.strip_prefix(piece).ok_or(fmt::Error)?;
        Ok(())
    }
}
