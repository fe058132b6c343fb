use super::{ArgumentError, Printer, Words};
use crate::keyword::Syntax;

/// A value that stands on a line as one or more words.
///
/// Values of one word, whole parameters (`inter 2s`) and whole statements are arguments alike, so
/// that one can be a field of another.
pub trait Argument: Sized {
    /// What the argument looks like, for help texts and listings.
    const SYNTAX: &'static Syntax;

    /// Reads the argument from the words that come next and moves past them.
    ///
    /// # Errors
    /// The word that is missing or wrong; `words` then stands where the fault is.
    fn parse(words: &mut Words<'_>) -> Result<Self, ArgumentError>;

    /// Writes the argument's words.
    fn print(&self, printer: &mut Printer);

    /// Whether the next word can only be the start of this argument, such as `if` of a condition.
    ///
    /// An optional argument before it leaves such a word alone.
    fn claims(words: &Words<'_>) -> bool {
        let _ = words;
        false
    }

    /// Whether the next word may be the start of this argument.
    ///
    /// An optional argument that may not start with the next word is left out; one that may is
    /// read, and what is wrong with it is an error. A choice between keywords starts with its
    /// keywords, a derived sequence with its first argument; everything else with any word.
    fn starts(words: &Words<'_>) -> bool {
        let _ = words;
        true
    }
}

impl<T: Argument> Argument for Box<T> {
    const SYNTAX: &'static Syntax = T::SYNTAX;

    fn parse(words: &mut Words<'_>) -> Result<Self, ArgumentError> {
        T::parse(words).map(Box::new)
    }

    fn print(&self, printer: &mut Printer) {
        T::print(self, printer);
    }

    fn claims(words: &Words<'_>) -> bool {
        T::claims(words)
    }

    fn starts(words: &Words<'_>) -> bool {
        T::starts(words)
    }
}
