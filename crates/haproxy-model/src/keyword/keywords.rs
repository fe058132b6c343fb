use super::Keyword;
use crate::language::{Argument, Words};

/// A choice between keywords, one enum variant each.
///
/// `#[derive(Directive)]` implements it for enums.
pub trait Keywords: Argument {
    /// Every keyword of the choice, those of its groups included.
    const KEYWORDS: &'static [Keyword];

    /// The letters that the keywords begin with, the bit `letter % 64` each: a choice of many groups
    /// asks only those that can answer.
    const INITIALS: u64;

    /// The keyword that this value is; `None` for a variant that stands for other words.
    fn keyword(&self) -> Option<&'static Keyword>;

    /// Where the next words start with a keyword of the choice: a number of the choice's own that
    /// stands for its variant, and how many words the keyword has.
    fn lookup(words: &Words<'_>) -> Option<(usize, usize)>;

    /// Keeps words that could not be understood, if the choice has a variant for them.
    ///
    /// The words kept are passed; where there is no such variant, none are.
    fn unknown(words: &mut Words<'_>) -> Option<Self>;
}

/// A choice with one keyword that may stand several times, each time with a `T`.
///
/// So the statements of one kind are a list of values: the servers of a backend, the rules of a
/// frontend.
pub trait Holds<T>: Keywords {
    /// The value, if this is that keyword.
    fn held(&self) -> Option<&T>;

    /// That keyword with this value.
    fn holding(value: T) -> Self;
}

/// A choice that includes the choice `G`, or is it.
///
/// So the statements of one topic can be found in every section that has them.
pub trait Group<G> {
    /// The value as one of the group, if it is.
    fn group(&self) -> Option<&G>;
}
