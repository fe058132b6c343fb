//! Lines as they are written, read and printed again.

mod actions;
mod checks;
mod http;
mod others;
mod sizes;
mod tcp;

use std::borrow::Cow;

use crate::keyword::Keyword;
use crate::language::{Argument, ArgumentError, Printer, Words};

/// The words of a line: blanks separate them but between single quotes.
fn split(line: &str) -> Vec<Cow<'_, str>> {
    let mut words: Vec<String> = vec![String::new()];
    let mut quoted = false;
    for character in line.chars() {
        match (character, words.last_mut()) {
            ('\'', _) => quoted = !quoted,
            (' ', _) if !quoted => words.push(String::new()),
            (character, Some(word)) => word.push(character),
            _ => {}
        }
    }
    words.into_iter().map(Cow::Owned).collect()
}

fn parse<T: Argument>(line: &str) -> Result<T, ArgumentError> {
    let words = split(line);
    let mut words = Words::new(&words);
    let value = T::parse(&mut words)?;
    assert!(words.remaining().is_empty(), "words are left of: {line}");
    Ok(value)
}

/// Each line is understood to its end and printed as it is.
fn understood<T: Argument>(lines: &[&str]) {
    for line in lines {
        let value: T = parse(line).unwrap_or_else(|error| panic!("{line}: {error}"));
        let mut printer = Printer::new();
        value.print(&mut printer);
        assert_eq!(printer.into_words(), split(line));
    }
}

/// Each line is refused with its message.
fn refused<T: Argument>(lines: &[(&str, &str)]) {
    for (line, message) in lines {
        let error = parse::<T>(line).err().map(|error| error.to_string());
        assert_eq!(error.as_deref(), Some(*message), "{line}");
    }
}

/// The keywords of a line that some version restricts.
fn restricted<T: Argument>(line: &str) -> Vec<&'static Keyword> {
    let words = split(line);
    let mut words = Words::new(&words);
    assert!(T::parse(&mut words).is_ok(), "{line}");
    words
        .restricted()
        .iter()
        .map(|(_, keyword)| *keyword)
        .collect()
}
