use std::borrow::Cow;

use crate::condition::is_at_least;
use crate::document::{Line, Tail, Word};
use crate::environment::Environment;
use crate::language::{FaultKind, MAX_WORDS, Part, Variable, is_blank, parse_line};

/// A line as HAProxy reads it in an environment.
pub(super) struct Expansion<'a> {
    /// Its words with quotes, escapes and variables resolved.
    pub(super) words: Vec<Cow<'a, [u8]>>,
    /// Why HAProxy refuses it in this environment.
    pub(super) refusal: Option<Refusal>,
}

/// What HAProxy refuses because of the values of variables.
pub(super) enum Refusal {
    /// They make the words too many.
    TooManyWords,
    /// They let HAProxy read on where the line seems to end, and find this there.
    Fault(FaultKind),
}

/// The line's words with quotes, escapes and variables resolved.
///
/// Where a variable is not set and its closing quote follows at once, HAProxy since 2.9 skips that
/// quote and the white space behind it, so that the next word continues this one: `"$UNSET" a` is
/// one word. Before, it is two, and the empty one ends the arguments.
pub(super) fn expand<'a>(
    line: &Line<'a>,
    environment: &Environment,
    section: &[u8],
) -> Expansion<'a> {
    if !line.has_variable() {
        let values = line
            .words()
            .map(|word| word.value().unwrap_or(Cow::Borrowed(word.raw())));
        return Expansion {
            words: values.collect(),
            refusal: None,
        };
    }
    let mut expander = Expander {
        environment,
        section,
        line: line.number(),
        joins: is_at_least(&environment.version, "2.9"),
        merges_splits: is_at_least(&environment.version, "3.2"),
        words: Vec::new(),
        is_split_off: false,
        open: None,
    };
    line.words().for_each(|word| expander.word(&word));
    let fault = match line.tail() {
        Some((Tail::Ignored, text)) if expander.open.is_some() => {
            expander.read_on(line.bytes(), line.bytes().len() - text.len())
        }
        _ => None,
    };
    expander.words.extend(expander.open);
    for word in &mut expander.words {
        word.truncate(memchr::memchr(0, word).unwrap_or(word.len()));
    }
    let too_many = (expander.words.len() > MAX_WORDS).then_some(Refusal::TooManyWords);
    Expansion {
        words: expander.words.into_iter().map(Cow::Owned).collect(),
        refusal: fault.map(Refusal::Fault).or(too_many),
    }
}

struct Expander<'e> {
    environment: &'e Environment,
    section: &'e [u8],
    line: usize,
    /// Whether a variable that is not set joins its word to the next.
    joins: bool,
    /// Whether white space where a word has only just begun by a split begins no other.
    merges_splits: bool,
    words: Vec<Vec<u8>>,
    /// Whether the word at hand begins where white space in a value split it off, with no quote
    /// since.
    is_split_off: bool,
    /// The word that the next one continues.
    open: Option<Vec<u8>>,
}

impl Expander<'_> {
    fn word(&mut self, word: &Word<'_>) {
        self.is_split_off &= self.open.is_some();
        let mut value = self.open.take().unwrap_or_default();
        let mut parts = word.parts().peekable();
        while let Some(part) = parts.next() {
            self.is_split_off &=
                !matches!(&part, Part::Variable(variable) if variable.starts_quote);
            match part {
                Part::Text(text) => value.extend_from_slice(text),
                Part::Escaped(byte) => value.push(byte),
                Part::Variable(variable) => match self.value_of(&variable) {
                    Some(text) if variable.splits => value = self.split(value, &text),
                    Some(text) => value.extend_from_slice(&text),
                    None if self.joins && variable.ends_quote && is_last(word, &mut parts) => {
                        self.open = Some(value);
                        return;
                    }
                    None => {}
                },
            }
        }
        self.words.push(value);
    }

    /// Goes on behind a carriage return that HAProxy skips as white space behind an open word.
    fn read_on(&mut self, line: &[u8], tail: usize) -> Option<FaultKind> {
        let mut text = line.to_vec();
        let mut end = tail;
        loop {
            let skipped = text.iter_mut().skip(end);
            skipped
                .take_while(|byte| is_blank(**byte))
                .for_each(|byte| *byte = b' ');
            let parsed = parse_line(&text);
            if let Some(fault) = parsed.faults.first() {
                return Some(fault.kind);
            }
            let words = parsed.words.iter().filter(|word| word.range().start > end);
            words.for_each(|word| self.word(&Word::new(&text, *word)));
            match parsed.tail {
                Some((Tail::Ignored, at)) if at > end && self.open.is_some() => end = at,
                _ => return None,
            }
        }
    }

    fn value_of(&self, variable: &Variable<'_>) -> Option<Vec<u8>> {
        match variable.name {
            b".LINE" => return Some(self.line.to_string().into()),
            b".FILE" => return Some(self.environment.file.clone().into()),
            b".SECTION" => return Some(self.section.to_vec()),
            _ => {}
        }
        let set = self
            .environment
            .variables
            .get(variable.name)
            .map(Vec::as_slice);
        set.or(variable.default).map(<[u8]>::to_vec)
    }

    /// Adds the text to the word so far, cutting it at white space; the last piece stays open.
    fn split(&mut self, mut value: Vec<u8>, text: &[u8]) -> Vec<u8> {
        let mut bytes = text.iter().copied().peekable();
        while let Some(byte) = bytes.next() {
            if is_space(byte) {
                while bytes.next_if(|next| is_space(*next)).is_some() {}
                if !(self.merges_splits && self.is_split_off && value.is_empty()) {
                    self.words.push(std::mem::take(&mut value));
                }
                self.is_split_off = true;
            } else {
                value.push(byte);
            }
        }
        value
    }
}

/// Whether the word ends right behind the variable's closing quote.
fn is_last<'a>(
    word: &Word<'a>,
    parts: &mut std::iter::Peekable<crate::language::Parts<'a>>,
) -> bool {
    // An empty pair of quotes behind it holds no part, but still keeps the word apart.
    parts.peek().is_none() && !word.raw().ends_with(b"\"\"") && !word.raw().ends_with(b"''")
}

fn is_space(byte: u8) -> bool {
    is_blank(byte) || byte == b'\n'
}
