use std::ops::Range;

use pest::Parser;
use pest::iterators::Pair;

use crate::value::grammar::{Grammar, Rule};
use crate::value::joined::{END, Joined};

/// A fetch or a converter, with the place of each of its arguments.
pub(crate) struct CallSpan<'a> {
    /// Its name.
    pub(crate) name: &'a str,
    /// Its first argument as written; empty where there is none.
    pub(crate) first: &'a str,
    /// The index of the word, and the bytes in it, of each argument as written.
    pub(crate) arguments: Vec<(usize, Range<usize>)>,
}

impl<'a> CallSpan<'a> {
    /// The calls of the expression that these words are; none where they are no expression.
    pub(crate) fn all(words: &[&'a str]) -> Vec<Self> {
        // Most expressions have no arguments, and nothing is to be found in them.
        if !words.iter().any(|word| word.contains('(')) {
            return Vec::new();
        }
        let Some(joined) = Joined::new(words.iter().copied()) else {
            return Vec::new();
        };
        let Ok(expression) = Grammar::parse(Rule::expression, joined.as_str()) else {
            return Vec::new();
        };
        expression
            .flat_map(Pair::into_inner)
            .filter(|pair| pair.as_rule() == Rule::call)
            .map(|pair| Self::from_pair(pair, joined.as_str(), words))
            .collect()
    }

    fn from_pair(pair: Pair<'_, Rule>, joined: &str, words: &[&'a str]) -> Self {
        let place = |pair: &Pair<'_, Rule>| {
            let span = pair.as_span();
            let before = joined.get(..span.start()).unwrap_or_default();
            let word = before.matches(END).count();
            let start = before.rfind(END).map_or(0, |end| end + END.len_utf8());
            (word, span.start() - start..span.end() - start)
        };
        let text = |(word, range): &(usize, Range<usize>)| {
            words
                .get(*word)
                .and_then(|word| word.get(range.clone()))
                .unwrap_or_default()
        };
        let mut call = Self {
            name: "",
            first: "",
            arguments: Vec::new(),
        };
        for part in pair.into_inner() {
            match part.as_rule() {
                Rule::call_name => call.name = text(&place(&part)),
                _ => call
                    .arguments
                    .extend(part.into_inner().map(|argument| place(&argument))),
            }
        }
        call.first = call.arguments.first().map(text).unwrap_or_default();
        call
    }
}
