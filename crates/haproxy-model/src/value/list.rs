use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;
use std::str::FromStr;

use super::{Text, word};
use crate::keyword::Syntax;
use crate::language::{Argument, Printer, Problem, Words};
use crate::text::has_reference;

/// Values in one word, with commas or another character between them: `h2,http/1.1`.
///
/// ```
/// use haproxy_model::value::{List, Text};
///
/// let protocols: List<Text> = "h2,http/1.1".parse()?;
/// assert_eq!(protocols.items().collect::<Vec<_>>(), ["h2", "http/1.1"]);
/// # Ok::<(), haproxy_model::language::Problem>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct List<T, const SEPARATOR: char = ','> {
    text: Text,
    items: PhantomData<fn() -> T>,
}

impl<T: Argument, const SEPARATOR: char> List<T, SEPARATOR> {
    /// A list of these values; `None` without any, and where one would be read as several.
    pub fn new<'a>(items: impl IntoIterator<Item = &'a T>) -> Option<Self>
    where
        T: 'a,
    {
        let mut printer = Printer::new();
        for item in items {
            item.print(&mut printer);
        }
        let words = printer.into_words();
        let is_read_back = |word: &String| {
            !word.is_empty() && !word.contains(SEPARATOR) && item::<T>(word).is_ok()
        };
        if words.is_empty() || !words.iter().all(is_read_back) {
            return None;
        }
        Some(Self {
            text: words.join(SEPARATOR.encode_utf8(&mut [0; 4])).into(),
            items: PhantomData,
        })
    }

    /// The word as written.
    pub fn as_str(&self) -> &str {
        self.text.as_str()
    }

    /// The values, in order; those that depend on the environment are left out unless a `T` can
    /// hold a reference.
    pub fn items(&self) -> impl Iterator<Item = T> + '_ {
        parts(self.as_str(), SEPARATOR).filter_map(|part| item(part).ok())
    }
}

impl<T: Argument, const SEPARATOR: char> FromStr for List<T, SEPARATOR> {
    type Err = Problem;

    fn from_str(text: &str) -> Result<Self, Problem> {
        if !has_reference(text) {
            for part in parts(text, SEPARATOR) {
                item::<T>(part)?;
            }
        }
        Ok(Self {
            text: text.into(),
            items: PhantomData,
        })
    }
}

impl<T, const SEPARATOR: char> fmt::Display for List<T, SEPARATOR> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.text.fmt(formatter)
    }
}

impl<T: Argument, const SEPARATOR: char> Argument for List<T, SEPARATOR> {
    const SYNTAX: &'static Syntax = &Syntax::List(T::SYNTAX, SEPARATOR);

    fn parse(words: &mut Words<'_>) -> Result<Self, crate::language::ArgumentError> {
        word::parse(words, "values in one word")
    }

    fn print(&self, printer: &mut Printer) {
        printer.word(self.as_str());
    }
}

/// Empty parts are nothing.
fn parts(text: &str, separator: char) -> impl Iterator<Item = &str> {
    text.split(separator).filter(|part| !part.is_empty())
}

fn item<T: Argument>(text: &str) -> Result<T, Problem> {
    let words = [Cow::Borrowed(text)];
    let mut words = Words::new(&words);
    let value = T::parse(&mut words).map_err(|error| error.problem)?;
    if words.is_at_end() {
        Ok(value)
    } else {
        Err(words.invalid("nothing more").problem)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::Integer;

    #[test]
    fn items_are_checked_and_spelling_stays() {
        let list: List<Integer> = "1,02,,3,".parse().unwrap();
        assert_eq!(list.to_string(), "1,02,,3,");
        let items: Vec<_> = list
            .items()
            .filter_map(|item| item.value().copied())
            .collect();
        assert_eq!(items, [1, 2, 3]);
        let problem = "1,x".parse::<List<Integer>>().unwrap_err();
        assert_eq!(problem.to_string(), "expected a number, found 'x'");
    }

    #[test]
    fn a_list_is_built_of_what_reads_back() {
        let build = |items: &[&str]| {
            let items: Vec<Text> = items.iter().map(|item| Text::from(*item)).collect();
            List::<Text, ':'>::new(&items).map(|list| list.to_string())
        };
        assert_eq!(build(&["X25519", "P-256"]).as_deref(), Some("X25519:P-256"));
        assert_eq!(build(&["a:b"]), None);
        assert_eq!(build(&[]), None);
    }
}
