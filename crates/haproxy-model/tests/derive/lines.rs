//! Lines as text, for tests whose words hold no blanks.

use std::borrow::Cow;
use std::fmt::Debug;

use haproxy_model::language::{Argument, ArgumentError, Printer, Words};

/// The words of a line; `''` is an empty one.
pub(crate) fn words(line: &str) -> Vec<Cow<'_, str>> {
    let words = line.split_whitespace();
    words
        .map(|word| Cow::Borrowed(if word == "''" { "" } else { word }))
        .collect()
}

/// The value of a line that must be read to its end, and print as it was written.
pub(crate) fn read<T: Argument + PartialEq + Debug>(line: &str) -> T {
    let value = read_start::<T>(line).0;
    assert_eq!(printed(&value), line);
    value
}

/// The value of the start of a line, and the words left over.
pub(crate) fn read_start<T: Argument>(line: &str) -> (T, usize) {
    let words = words(line);
    let mut words = Words::new(&words);
    let value = T::parse(&mut words).expect(line);
    (value, words.remaining().len())
}

/// The line that a value prints.
pub(crate) fn printed<T: Argument>(value: &T) -> String {
    let mut printer = Printer::new();
    value.print(&mut printer);
    printer.into_words().join(" ")
}

pub(crate) fn error<T: Argument + Debug>(line: &str) -> ArgumentError {
    let words = words(line);
    T::parse(&mut Words::new(&words)).expect_err(line)
}

/// The error of a line: the index of the word, and the message.
pub(crate) fn message<T: Argument + Debug>(line: &str) -> (usize, String) {
    let error = error::<T>(line);
    (error.word, error.to_string())
}
