use crate::keyword::Syntax;
use crate::language::{Argument, ArgumentError, Printer, Words};
use crate::value::Text;

/// The words behind the arguments of a section's opening line, which no argument explains.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Rest(pub Vec<Text>);

impl Argument for Rest {
    const SYNTAX: &'static Syntax = &Syntax::Nothing;

    fn parse(words: &mut Words<'_>) -> Result<Self, ArgumentError> {
        let words = words.take_remaining().iter();
        Ok(Self(words.map(|word| Text::from(&**word)).collect()))
    }

    fn print(&self, printer: &mut Printer) {
        for word in &self.0 {
            printer.word(word);
        }
    }
}
