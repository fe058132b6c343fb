use std::fmt;
use std::str::FromStr;

use super::{Text, word};
use crate::keyword::Syntax;
use crate::language::{Argument, ArgumentError, Printer, Problem, Words};
use crate::text::has_reference;

/// A number, a time, a size or the like that remembers how it was written.
///
/// Two scalars are equal when they mean the same, however they are written; references are equal
/// when they are the same text.
///
/// ```
/// use haproxy_model::value::Duration;
///
/// let period: Duration = "5000".parse()?;
/// assert_eq!(period, "5s".parse()?);
/// assert_eq!(period.to_string(), "5000");
/// # Ok::<(), haproxy_model::language::Problem>(())
/// ```
#[derive(Debug, Clone)]
pub enum Scalar<T> {
    /// A value that prints in its usual form.
    Plain(T),
    /// A value written in another form, such as `007`.
    Written(Box<Written<T>>),
    /// A word that refers to an environment variable; its value is not known.
    Reference(Box<Text>),
}

/// A value and its spelling.
#[derive(Debug, Clone)]
pub struct Written<T> {
    value: T,
    text: Text,
}

/// What can be in a [`Scalar`].
///
/// Its equality is by meaning, and it prints in the form that it is usually written in.
pub trait ScalarValue: Clone + PartialEq + fmt::Display {
    /// What it looks like in a syntax line.
    const SYNTAX: &'static Syntax;
    /// What it is, in words, for messages: `a time such as 5s`.
    const EXPECTED: &'static str;

    /// Reads a word that holds no reference.
    ///
    /// # Errors
    /// The word is not such a value.
    fn read(text: &str) -> Result<Self, Problem>;

    /// Whether it prints as exactly this text, from which it was read.
    fn is_printed_as(&self, text: &str) -> bool {
        word::prints_as(self, text)
    }
}

impl<T> Scalar<T> {
    /// The value; `None` where it depends on the environment.
    pub fn value(&self) -> Option<&T> {
        match self {
            Self::Plain(value) => Some(value),
            Self::Written(written) => Some(&written.value),
            Self::Reference(_) => None,
        }
    }

    /// The word with a reference to an environment variable, if this is one.
    pub fn reference(&self) -> Option<&str> {
        match self {
            Self::Reference(text) => Some(text.as_str()),
            Self::Plain(_) | Self::Written(_) => None,
        }
    }
}

impl<T> From<T> for Scalar<T> {
    fn from(value: T) -> Self {
        Self::Plain(value)
    }
}

impl<T: PartialEq> PartialEq for Scalar<T> {
    fn eq(&self, other: &Self) -> bool {
        match (self.value(), other.value()) {
            (Some(value), Some(other)) => value == other,
            _ => self.reference() == other.reference(),
        }
    }
}

impl<T: Eq> Eq for Scalar<T> {}

impl<T: ScalarValue> FromStr for Scalar<T> {
    type Err = Problem;

    fn from_str(text: &str) -> Result<Self, Problem> {
        if has_reference(text) {
            return Ok(Self::Reference(Box::new(text.into())));
        }
        let value = T::read(text)?;
        if value.is_printed_as(text) {
            return Ok(Self::Plain(value));
        }
        let text = text.into();
        Ok(Self::Written(Box::new(Written { value, text })))
    }
}

impl<T: fmt::Display> fmt::Display for Scalar<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Plain(value) => value.fmt(formatter),
            Self::Written(written) => written.text.fmt(formatter),
            Self::Reference(text) => text.fmt(formatter),
        }
    }
}

impl<T: ScalarValue> Argument for Scalar<T> {
    const SYNTAX: &'static Syntax = T::SYNTAX;

    fn parse(words: &mut Words<'_>) -> Result<Self, ArgumentError> {
        word::parse(words, T::EXPECTED)
    }

    fn print(&self, printer: &mut Printer) {
        printer.format(format_args!("{self}"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::REFERENCE;
    use crate::value::{Duration, Integer, Size, Toggle};

    #[test]
    fn scalars_are_small() {
        assert!(size_of::<Duration>() <= 16);
        assert!(size_of::<Integer>() <= 16);
        assert!(size_of::<Size>() <= 16);
        assert!(size_of::<Toggle>() <= 16);
    }

    #[test]
    fn a_reference_is_a_value() {
        let text = format!("{REFERENCE}{{PORT}}");
        let value: Integer = text.parse().unwrap();
        assert_eq!(value.value(), None);
        assert_eq!(value.reference(), Some(text.as_str()));
        assert_eq!(value.to_string(), text);
        assert_eq!(value, text.parse().unwrap());
        assert_ne!(value, Integer::from(80));
    }

    #[test]
    fn meaning_counts_and_spelling_stays() {
        let value: Integer = "007".parse().unwrap();
        assert_eq!(value, Integer::from(7));
        assert_eq!(value.to_string(), "007");
        assert!(matches!(value, Scalar::Written(_)));
    }

    #[test]
    fn a_missing_word_is_named() {
        let mut words = Words::new(&[]);
        let error = Duration::parse(&mut words).unwrap_err();
        assert_eq!(
            error.problem.to_string(),
            "expected a time such as 5s, found the end of the line"
        );
    }
}
