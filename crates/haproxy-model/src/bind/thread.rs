use std::fmt;
use std::str::FromStr;

use crate::keyword::Syntax;
use crate::language::{Argument, ArgumentError, Directive, Printer, Problem, Words};
use crate::text::has_reference;
use crate::value::{Leading, List, Scalar, Text};

/// The threads that serve a listener.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum ThreadParameter {
    /// The threads that accept connections.
    #[keyword("thread", json = "thread", since = "2.6")]
    Threads(List<ThreadSet>),
    /// How many sockets share an address.
    #[keyword("shards", json = "shards: text", since = "2.6")]
    Shards(ShardCount),
    /// The processes, and the threads of each, that accept connections.
    #[keyword("process", deprecated = "2.6", removed = "2.7", instead = "thread")]
    Process(Text),
}

/// How many sockets share an address.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum ShardCount {
    /// One for each thread.
    #[keyword("by-thread")]
    ByThread,
    /// One for each group of threads.
    #[keyword("by-group", since = "2.8")]
    ByGroup,
    /// This many.
    #[keyword(value)]
    Number(Scalar<Leading<1, 1024>>),
}

/// Threads of the process, or of one group behind its number: `all`, `odd`, `even`, `3`, `1-4`,
/// `2/1-8`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ThreadSet(Text);

impl ThreadSet {
    /// The word as written.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

impl FromStr for ThreadSet {
    type Err = Problem;

    fn from_str(text: &str) -> Result<Self, Problem> {
        if has_reference(text) || is_thread_set(text) {
            return Ok(Self(text.into()));
        }
        Err(Problem::Invalid {
            expected: EXPECTED.into(),
            found: text.to_owned(),
        })
    }
}

impl fmt::Display for ThreadSet {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl Argument for ThreadSet {
    const SYNTAX: &'static Syntax = &Syntax::Value("threads");

    fn parse(words: &mut Words<'_>) -> Result<Self, ArgumentError> {
        let position = words.position();
        let word = words.expect(EXPECTED)?;
        word.parse()
            .map_err(|problem| ArgumentError::new(position, problem))
    }

    fn print(&self, printer: &mut Printer) {
        self.0.print(printer);
    }
}

const EXPECTED: &str = "threads such as 'all', 'odd', '1-4' or '2/1-8'";

fn is_thread_set(text: &str) -> bool {
    let (group, set) = match text.split_once('/') {
        Some((group, "")) => (group, "all"),
        Some((group, set)) => (group, set),
        None => ("1", text),
    };
    let is_number = |text: &str| text.is_empty() || text.parse::<u32>().is_ok();
    let is_set = match set.split_once('-') {
        Some((first, last)) => is_number(first) && is_number(last),
        None => matches!(set, "all" | "odd" | "even") || set.parse::<u32>().is_ok(),
    };
    group.parse::<u32>().is_ok() && is_set
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_are_words_numbers_and_ranges() {
        for text in [
            "all", "odd", "even", "3", "1-4", "-4", "3-", "2/1-8", "1/all", "1/",
        ] {
            assert_eq!(text.parse::<ThreadSet>().unwrap().to_string(), text);
        }
        for text in ["", "none", "/", "/1", "a/1", "1-2-3", "1/2/3"] {
            assert!(text.parse::<ThreadSet>().is_err(), "{text}");
        }
    }
}
