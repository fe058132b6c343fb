use crate::keyword::Syntax;
use crate::language::{Argument, ArgumentError, Printer, Words};
use crate::text::has_reference;
use crate::value::Text;

/// One of several words, or a word that refers to an environment variable.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Choice<T> {
    /// One of the words.
    Known(T),
    /// A word that refers to an environment variable; which of the words it is, is not known.
    Reference(Text),
}

impl<T> Choice<T> {
    /// The word's meaning; `None` where it depends on the environment.
    pub const fn value(&self) -> Option<&T> {
        match self {
            Self::Known(value) => Some(value),
            Self::Reference(_) => None,
        }
    }
}

impl<T> From<T> for Choice<T> {
    fn from(value: T) -> Self {
        Self::Known(value)
    }
}

impl<T: Argument> Argument for Choice<T> {
    const SYNTAX: &'static Syntax = T::SYNTAX;

    fn parse(words: &mut Words<'_>) -> Result<Self, ArgumentError> {
        if is_reference(words) && !T::starts(words) {
            return Text::parse(words).map(Self::Reference);
        }
        T::parse(words).map(Self::Known)
    }

    fn print(&self, printer: &mut Printer) {
        match self {
            Self::Known(value) => value.print(printer),
            Self::Reference(text) => text.print(printer),
        }
    }

    fn claims(words: &Words<'_>) -> bool {
        T::claims(words)
    }

    fn starts(words: &Words<'_>) -> bool {
        is_reference(words) || T::starts(words)
    }
}

fn is_reference(words: &Words<'_>) -> bool {
    words.peek().is_some_and(has_reference)
}
