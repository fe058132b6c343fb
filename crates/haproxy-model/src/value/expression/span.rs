use std::ops::Range;

use pest::Parser;
use pest::iterators::Pair;

use super::call::is_name_character;
use super::plain;
use crate::value::grammar::{Grammar, Rule};
use crate::value::joined::{END, Joined};

/// A fetch or a converter as it is written, with its places.
///
/// [`Call`](super::Call) is the same by meaning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CallSpan<'a> {
    /// Its name.
    pub name: &'a str,
    /// The index of the word that it stands in.
    pub word: usize,
    /// The bytes of its name in that word.
    pub range: Range<usize>,
    /// The bytes in that word of each argument as written; none for a pair of empty parentheses.
    pub arguments: Vec<Range<usize>>,
}

impl<'a> CallSpan<'a> {
    /// The calls of the expression that these words are; none where they are no expression.
    ///
    /// ```
    /// use haproxy_model::value::CallSpan;
    ///
    /// let calls = CallSpan::all(&["req.hdr(host),lower"]);
    /// assert_eq!(calls[0].arguments, [8..12]);
    /// assert_eq!(calls[1].range, 14..19);
    /// ```
    pub fn all(words: &[&'a str]) -> Vec<Self> {
        // Most expressions need no grammar.
        if words.iter().all(|word| plain::is_expression(word)) {
            let plain = words.iter().enumerate();
            return plain
                .flat_map(|(index, word)| Self::of_plain_word(index, word))
                .collect();
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

    /// The first argument as written; empty where there is none.
    pub(crate) fn first(&self, words: &[&'a str]) -> &'a str {
        let word = words.get(self.word).copied().unwrap_or_default();
        let first = self.arguments.first();
        first
            .and_then(|range| word.get(range.clone()))
            .unwrap_or_default()
    }

    /// The calls of a word that is surely an expression.
    fn of_plain_word(index: usize, word: &'a str) -> Vec<Self> {
        let mut calls = Vec::new();
        let mut at = 0;
        while let Some(rest) = word.get(at..).filter(|rest| !rest.is_empty()) {
            let length = rest
                .bytes()
                .take_while(|byte| is_name_character(char::from(*byte)))
                .count();
            let mut call = Self {
                name: rest.get(..length).unwrap_or_default(),
                word: index,
                range: at..at + length,
                arguments: Vec::new(),
            };
            at += length;
            let inside = rest.get(length..).and_then(|rest| rest.strip_prefix('('));
            if let Some((inside, _)) = inside.and_then(|inside| inside.split_once(')')) {
                let mut start = at + 1;
                for argument in inside.split(',').filter(|_| !inside.is_empty()) {
                    call.arguments.push(start..start + argument.len());
                    start += argument.len() + 1;
                }
                at += inside.len() + 2;
            }
            // The comma, or the end.
            at += 1;
            calls.push(call);
        }
        calls
    }

    fn from_pair(pair: Pair<'_, Rule>, joined: &str, words: &[&'a str]) -> Self {
        let before = joined.get(..pair.as_span().start()).unwrap_or_default();
        let word = before.matches(END).count();
        let start = before.rfind(END).map_or(0, |end| end + END.len_utf8());
        let place = |pair: &Pair<'_, Rule>| {
            let span = pair.as_span();
            span.start() - start..span.end() - start
        };
        let mut call = Self {
            name: "",
            word,
            range: 0..0,
            arguments: Vec::new(),
        };
        for part in pair.into_inner() {
            match part.as_rule() {
                Rule::call_name => {
                    call.range = place(&part);
                    let word = words.get(word).copied().unwrap_or_default();
                    call.name = word.get(call.range.clone()).unwrap_or_default();
                }
                _ if part.as_str() == "()" => {}
                _ => call
                    .arguments
                    .extend(part.into_inner().map(|argument| place(&argument))),
            }
        }
        call
    }
}

/// An argument of a call by what it means, without its quotes.
pub fn unquoted_argument(text: &str) -> std::borrow::Cow<'_, str> {
    super::call::unquote(text)
}
