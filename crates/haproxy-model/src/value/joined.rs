use std::borrow::Cow;
use std::fmt;

use crate::language::{Argument, Printer, Problem, Words};

/// Ends each word; no word of HAProxy can hold it.
pub(super) const END: char = '\0';

/// Words in one piece of memory, each ended by [`END`].
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Joined(Box<str>);

impl Joined {
    /// `None` where a word holds what ends one.
    pub(super) fn new<'a>(words: impl IntoIterator<Item = &'a str>) -> Option<Self> {
        // Long enough for most, so that it need not grow word by word.
        let mut text = String::with_capacity(96);
        for word in words {
            if word.as_bytes().contains(&0) {
                return None;
            }
            text.push_str(word);
            text.push(END);
        }
        Some(Self(text.into()))
    }

    /// A word that holds nothing that ends one.
    pub(super) fn from_word(word: &str) -> Self {
        Self(format!("{word}{END}").into())
    }

    /// The words, in order.
    pub(super) fn words(&self) -> impl Iterator<Item = &str> + Clone {
        self.0.split_terminator(END)
    }

    /// All words, each with its end.
    pub(super) fn as_str(&self) -> &str {
        &self.0
    }

    pub(super) fn print(&self, printer: &mut Printer) {
        for word in self.words() {
            printer.word(word);
        }
    }
}

/// The words with blanks between them, as far as that is unambiguous.
impl fmt::Display for Joined {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut words = self.words();
        if let Some(first) = words.next() {
            formatter.write_str(first)?;
        }
        words.try_for_each(|word| write!(formatter, " {word}"))
    }
}

/// The argument words of a text with blanks between them, read as a value that takes them all.
pub(super) fn read_blank_separated<T: Argument>(text: &str) -> Result<T, Problem> {
    let words: Vec<Cow<'_, str>> = text.split_ascii_whitespace().map(Cow::Borrowed).collect();
    let mut words = Words::new(&words);
    let value = T::parse(&mut words).map_err(|error| error.problem)?;
    if words.is_at_end() {
        Ok(value)
    } else {
        Err(words.invalid("nothing more").problem)
    }
}
