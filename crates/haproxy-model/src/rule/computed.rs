use crate::keyword::Syntax;
use crate::language::{Argument, ArgumentError, Printer, Words};
use crate::value::Expression;

/// A value that is written down, or one that an expression gives when the rule is run.
#[derive(Debug, Clone, PartialEq)]
pub enum Computed<T> {
    /// The value itself.
    Fixed(T),
    /// What the expression gives.
    Expression(Expression),
}

impl<T: Argument> Argument for Computed<T> {
    const SYNTAX: &'static Syntax = &Syntax::Either(&[T::SYNTAX, Expression::SYNTAX]);

    /// No expression starts with a digit or a sign, so that a word that does is meant to be the
    /// value.
    fn parse(words: &mut Words<'_>) -> Result<Self, ArgumentError> {
        let start = words.position();
        let error = match T::parse(words) {
            Ok(value) => return Ok(Self::Fixed(value)),
            Err(error) => error,
        };
        words.rewind(start);
        let number = |first: char| matches!(first, '0'..='9' | '+' | '-');
        if words.peek().is_some_and(|word| word.starts_with(number)) {
            return Err(error);
        }
        Expression::parse(words).map(Self::Expression)
    }

    fn print(&self, printer: &mut Printer) {
        match self {
            Self::Fixed(value) => value.print(printer),
            Self::Expression(expression) => expression.print(printer),
        }
    }
}
