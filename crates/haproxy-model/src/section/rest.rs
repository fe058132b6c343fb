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

/// The words behind the arguments of a section's opening line where HAProxy ignores them without a
/// word.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Ignored(pub Vec<Text>);

impl Argument for Ignored {
    const SYNTAX: &'static Syntax = &Syntax::Nothing;

    fn parse(words: &mut Words<'_>) -> Result<Self, ArgumentError> {
        let mut ignored: Vec<Text> = std::iter::from_fn(|| words.next_word())
            .map(Text::from)
            .collect();
        // An empty word and what follows it are more than HAProxy ignores.
        ignored.extend(
            words
                .take_remaining()
                .iter()
                .map(|word| Text::from(&**word)),
        );
        Ok(Self(ignored))
    }

    fn print(&self, printer: &mut Printer) {
        for word in &self.0 {
            printer.word(word);
        }
    }
}
