use std::borrow::Cow;

use crate::document::{Line, Word};
use crate::environment::Environment;
use crate::language::{Part, Variable, is_blank};

/// The line's words with quotes, escapes and variables resolved.
///
/// Where a variable is not set and its closing quote follows at once, HAProxy skips that quote and
/// the white space behind it, so that the next word continues this one: `"$UNSET" a` is one word.
pub(super) fn expand<'a>(
    line: &Line<'a>,
    environment: &Environment,
    section: &[u8],
) -> Vec<Cow<'a, [u8]>> {
    if !line.has_variable() {
        return line
            .words()
            .map(|word| word.value().unwrap_or(Cow::Borrowed(word.raw())))
            .collect();
    }
    let mut expander = Expander {
        environment,
        section,
        line: line.number(),
        words: Vec::new(),
        open: None,
    };
    for word in line.words() {
        expander.word(&word);
    }
    expander.words.extend(expander.open);
    expander.words.into_iter().map(Cow::Owned).collect()
}

struct Expander<'e> {
    environment: &'e Environment,
    section: &'e [u8],
    line: usize,
    words: Vec<Vec<u8>>,
    /// The word that the next one continues.
    open: Option<Vec<u8>>,
}

impl Expander<'_> {
    fn word(&mut self, word: &Word<'_>) {
        let mut value = self.open.take().unwrap_or_default();
        let mut parts = word.parts().peekable();
        while let Some(part) = parts.next() {
            match part {
                Part::Text(text) => value.extend_from_slice(text),
                Part::Escaped(byte) => value.push(byte),
                Part::Variable(variable) => match self.value_of(&variable) {
                    Some(text) if variable.splits => value = self.split(value, &text),
                    Some(text) => value.extend_from_slice(&text),
                    None if variable.ends_quote && is_last(word, &mut parts) => {
                        self.open = Some(value);
                        return;
                    }
                    None => {}
                },
            }
        }
        self.words.push(value);
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
                self.words.push(std::mem::take(&mut value));
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
