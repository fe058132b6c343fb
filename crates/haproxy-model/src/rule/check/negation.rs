use std::borrow::Cow;

use crate::keyword::Syntax;
use crate::language::{Argument, ArgumentError, Printer, Words};

/// What a check looks for, or must not find.
#[derive(Debug, Clone, PartialEq)]
pub struct Expected<T> {
    /// The exclamation marks before the pattern.
    pub negation: Negation,
    /// What is looked for.
    pub pattern: T,
}

/// The exclamation marks before a pattern, in words of their own or in front of its first word;
/// each turns the meaning around.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Negation {
    /// How many stand in each word of their own.
    separate: Vec<u8>,
    /// How many stand in front of the pattern's first word.
    attached: u8,
}

impl Negation {
    /// One exclamation mark, in a word of its own.
    pub fn negated() -> Self {
        Self {
            separate: vec![1],
            attached: 0,
        }
    }

    /// Whether the pattern must not be found.
    pub fn is_negated(&self) -> bool {
        let marks = self.separate.iter().chain([&self.attached]);
        marks.fold(false, |negated, marks| negated ^ (marks % 2 == 1))
    }
}

impl<T> From<T> for Expected<T> {
    fn from(pattern: T) -> Self {
        Self {
            negation: Negation::default(),
            pattern,
        }
    }
}

impl<T: Argument> Argument for Expected<T> {
    const SYNTAX: &'static Syntax =
        &Syntax::Sequence(&[&Syntax::Optional(&Syntax::Word("!")), T::SYNTAX]);

    fn parse(words: &mut Words<'_>) -> Result<Self, ArgumentError> {
        let mut negation = Negation::default();
        while let Some(word) = words.peek() {
            let first = word.trim_start_matches('!');
            let marks = u8::try_from(word.len() - first.len())
                .map_err(|_| words.invalid("fewer exclamation marks"))?;
            match (marks, first) {
                (0, _) => break,
                (_, "") => negation.separate.push(marks),
                _ => {
                    negation.attached = marks;
                    let pattern = parse_behind_marks(words, first)?;
                    return Ok(Self { negation, pattern });
                }
            }
            words.skip(1);
        }
        let pattern = T::parse(words)?;
        Ok(Self { negation, pattern })
    }

    fn print(&self, printer: &mut Printer) {
        for marks in &self.negation.separate {
            printer.word("!".repeat((*marks).into()));
        }
        let mut pattern = Printer::new();
        self.pattern.print(&mut pattern);
        let mut marks = "!".repeat(self.negation.attached.into());
        for word in pattern.words() {
            printer.format(format_args!("{marks}{word}"));
            marks.clear();
        }
    }

    fn claims(words: &Words<'_>) -> bool {
        words.peek().is_some_and(|word| word.starts_with('!')) || T::claims(words)
    }

    fn starts(words: &Words<'_>) -> bool {
        Self::claims(words)
    }
}

/// Reads a pattern whose first word is `first`, with exclamation marks in front of it.
fn parse_behind_marks<T: Argument>(words: &mut Words<'_>, first: &str) -> Result<T, ArgumentError> {
    let start = words.position();
    let unmarked = std::iter::once(Cow::Borrowed(first));
    let following = words.remaining().iter().skip(1);
    let unmarked: Vec<_> = unmarked
        .chain(following.map(|word| Cow::Borrowed(&**word)))
        .collect();
    let mut inner = Words::new(&unmarked);
    let pattern = T::parse(&mut inner);
    words.skip(inner.position());
    pattern.map_err(|mut error| {
        error.word += start;
        error
    })
}
