use std::borrow::Cow;
use std::ops::Range;

use crate::document::{Document, Line, Word};
use crate::language::{Part, QuoteError};
use crate::model::{from_model_text, to_model_text};

/// The line with other text in place of these parts of its words, in order of word and place.
pub(crate) fn replaced(
    line: &Line<'_>,
    parts: &[(usize, Range<usize>)],
    text: &str,
) -> Result<Vec<u8>, QuoteError> {
    let mut bytes = line.bytes().to_vec();
    let words: Vec<Word<'_>> = line.words().collect();
    for (index, word) in words.iter().enumerate().rev() {
        let own: Vec<&Range<usize>> = parts
            .iter()
            .filter(|(word, _)| *word == index)
            .map(|(_, range)| range)
            .collect();
        if !own.is_empty() {
            bytes.splice(word.range(), word_with(word, &own, text)?);
        }
    }
    Ok(bytes)
}

/// The raw word with other text in these places; where it can, it keeps its quotes.
fn word_with(word: &Word<'_>, parts: &[&Range<usize>], text: &str) -> Result<Vec<u8>, QuoteError> {
    let mut value = to_model_text(word).into_owned();
    let mut raw = word.raw().to_vec();
    let mut keeps_quotes = true;
    for range in parts.iter().rev() {
        match raw_range(word, range) {
            Some(raw_range) => {
                raw.splice(raw_range, text.bytes());
            }
            None => keeps_quotes = false,
        }
        if value.get((*range).clone()).is_some() {
            value.replace_range((*range).clone(), text);
        }
    }
    if keeps_quotes && reads_as(&raw, &value) {
        return Ok(raw);
    }
    from_model_text(&value).map(Cow::into_owned)
}

/// Where a part of the value stands in the raw word, if it stands there as it is.
fn raw_range(word: &Word<'_>, range: &Range<usize>) -> Option<Range<usize>> {
    let mut at = 0;
    for part in word.parts() {
        match part {
            Part::Text(piece) => {
                if at <= range.start && range.end <= at + piece.len() {
                    let offset = piece
                        .as_ptr()
                        .addr()
                        .checked_sub(word.raw().as_ptr().addr())?;
                    let start = offset + range.start - at;
                    return Some(start..start + range.len());
                }
                at += piece.len();
            }
            Part::Escaped(_) => at += 1,
            // How long its value is in the model does not tell.
            Part::Variable(_) => return None,
        }
    }
    None
}

/// Whether the raw text is one word of this value.
fn reads_as(raw: &[u8], value: &str) -> bool {
    let document = Document::parse(raw);
    let line = document.lines().next();
    line.is_some_and(|line| {
        let mut words = line.words();
        words
            .next()
            .is_some_and(|word| to_model_text(&word) == value)
            && words.next().is_none()
    })
}
