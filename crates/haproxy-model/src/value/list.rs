use std::fmt;

use super::Text;
use crate::keyword::Syntax;
use crate::language::{Argument, ArgumentError, Printer, Words};
use crate::text::has_reference;

/// Values of one kind in one word, with commas between them.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum List<T> {
    /// The values, in order.
    Values(Vec<T>),
    /// A word that refers to an environment variable; its values are not known.
    Reference(Text),
}

impl<T> List<T> {
    /// The values, in order; none where they depend on the environment.
    pub fn values(&self) -> &[T] {
        match self {
            Self::Values(values) => values,
            Self::Reference(_) => &[],
        }
    }
}

impl<T> From<Vec<T>> for List<T> {
    fn from(values: Vec<T>) -> Self {
        Self::Values(values)
    }
}

impl<T: Argument> Argument for List<T> {
    const SYNTAX: &'static Syntax = &Syntax::Sequence(&[
        T::SYNTAX,
        &Syntax::Repeat(&Syntax::Joined(&Syntax::Sequence(&[
            &Syntax::Word(","),
            T::SYNTAX,
        ]))),
    ]);

    fn parse(words: &mut Words<'_>) -> Result<Self, ArgumentError> {
        let position = words.position();
        let word = words.expect("a list with commas")?;
        if has_reference(word) {
            return Ok(Self::Reference(word.into()));
        }
        let values = words.inside(position, word, Some(','), |words| {
            let mut values = Vec::new();
            while !words.is_at_end() {
                values.push(T::parse(words)?);
            }
            Ok(values)
        })?;
        Ok(Self::Values(values))
    }

    fn print(&self, printer: &mut Printer) {
        match self {
            Self::Values(values) => printer.joined("", ",", "", |printer| {
                for value in values {
                    value.print(printer);
                }
            }),
            Self::Reference(text) => text.print(printer),
        }
    }
}

impl<T: Argument> fmt::Display for List<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut printer = Printer::new();
        self.print(&mut printer);
        printer
            .words()
            .try_for_each(|word| formatter.write_str(word))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::Integer;

    fn list(word: &str) -> Result<List<Integer>, ArgumentError> {
        List::parse(&mut Words::new(&[word.into()]))
    }

    #[test]
    fn values_stand_between_commas() {
        let read = list("1,02,3").unwrap();
        assert_eq!(read.to_string(), "1,02,3");
        assert_eq!(read, List::Values(vec![1.into(), 2.into(), 3.into()]));
        let error = list("1,x").unwrap_err();
        assert_eq!(error.to_string(), "expected a number, found 'x'");
    }

    #[test]
    fn a_reference_hides_the_values() {
        let word = "1,\u{10FF00}{MORE}";
        let read = list(word).unwrap();
        assert_eq!(read.to_string(), word);
        assert!(read.values().is_empty());
    }
}
