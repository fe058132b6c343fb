use std::ops::Deref;

use crate::keyword::Syntax;
use crate::language::{Argument, ArgumentError, Printer, Words, derived};

/// Values one after the other, one at least.
///
/// ```
/// use haproxy_model::value::{Several, Text};
///
/// let names: Several<Text> = Several::new("HOME".into(), vec!["PATH".into()]);
/// assert_eq!(names.len(), 2);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Several<T>(Vec<T>);

impl<T> Several<T> {
    /// A value, and those that follow it.
    pub fn new(first: T, mut more: Vec<T>) -> Self {
        more.insert(0, first);
        Self(more)
    }

    /// Adds a value behind the others.
    pub fn push(&mut self, value: T) {
        self.0.push(value);
    }
}

impl<T> Deref for Several<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.0
    }
}

impl<T> From<T> for Several<T> {
    fn from(only: T) -> Self {
        Self(vec![only])
    }
}

impl<T: Argument> Argument for Several<T> {
    const SYNTAX: &'static Syntax = &Syntax::Sequence(&[T::SYNTAX, &Syntax::Repeat(T::SYNTAX)]);

    fn parse(words: &mut Words<'_>) -> Result<Self, ArgumentError> {
        let first = T::parse(words)?;
        let more = derived::list(words, "")?;
        Ok(Self::new(first, more))
    }

    fn print(&self, printer: &mut Printer) {
        for value in &self.0 {
            value.print(printer);
        }
    }

    fn claims(words: &Words<'_>) -> bool {
        T::claims(words)
    }

    fn starts(words: &Words<'_>) -> bool {
        T::starts(words)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::Integer;

    #[test]
    fn one_value_is_needed() {
        let line = ["1".into(), "2".into()];
        let values: Several<Integer> = Several::parse(&mut Words::new(&line)).unwrap();
        assert_eq!(*values, [1.into(), 2.into()]);
        let error = Several::<Integer>::parse(&mut Words::new(&[])).unwrap_err();
        assert_eq!(
            error.to_string(),
            "expected a number, found the end of the line"
        );
    }
}
