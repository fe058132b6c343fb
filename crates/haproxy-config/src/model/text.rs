use std::borrow::Cow;

use haproxy_model::text::{REFERENCE, is_ordinary, push_bytes, to_bytes};

use crate::document::{Line, Word};
use crate::language::{Part, QuoteError, Variable, quote_argument, quote_into};

/// A word as the model reads it: unquoted, in the form that [`haproxy_model::text`] describes.
pub fn to_model_text<'a>(word: &Word<'a>) -> Cow<'a, str> {
    if word.is_plain()
        && let Some(text) = ordinary(word.raw())
    {
        return Cow::Borrowed(text);
    }
    let mut parts = word.parts();
    if let (Some(Part::Text(only)), None) = (parts.next(), parts.next())
        && let Some(text) = ordinary(only)
    {
        return Cow::Borrowed(text);
    }
    let mut text = String::with_capacity(word.raw().len());
    let mut bytes = Vec::new();
    for part in word.parts() {
        match part {
            Part::Text(piece) => bytes.extend_from_slice(piece),
            Part::Escaped(byte) => bytes.push(byte),
            Part::Variable(variable) => {
                push_bytes(&mut text, &bytes);
                bytes.clear();
                push_variable(&mut text, &variable);
            }
        }
    }
    push_bytes(&mut text, &bytes);
    Cow::Owned(text)
}

/// The words of a line as the model reads them.
pub(crate) fn model_words<'a>(line: &Line<'a>) -> impl Iterator<Item = Cow<'a, str>> + use<'a> {
    // Most lines are text throughout: that is found out once, and not for each word.
    let text = ordinary(line.bytes());
    line.words().map(move |word| {
        let plain = text.filter(|_| word.is_plain());
        match plain.and_then(|text| text.get(word.range())) {
            Some(plain) => Cow::Borrowed(plain),
            None => to_model_text(&word),
        }
    })
}

/// Writes a word of the model so that HAProxy reads exactly that word, behind the first word of a line.
///
/// # Errors
/// [`QuoteError::Nul`]: HAProxy has no spelling for it.
pub fn from_model_text(text: &str) -> Result<Cow<'_, [u8]>, QuoteError> {
    if is_ordinary(text) {
        return quote_argument(text.as_bytes());
    }
    let bytes = to_bytes(text);
    if !text.contains(REFERENCE) {
        return quote_argument(&bytes).map(|raw| Cow::Owned(raw.into_owned()));
    }
    let mut raw = vec![b'"'];
    let mut pieces = text.split(REFERENCE);
    if let Some(first) = pieces.next() {
        push_quoted(&mut raw, first)?;
    }
    for piece in pieces {
        let end = piece.find('}').filter(|_| piece.starts_with('{'));
        if let Some((variable, behind)) = end.and_then(|end| piece.split_at_checked(end + 1)) {
            raw.push(b'$');
            raw.extend_from_slice(&to_bytes(variable));
            push_quoted(&mut raw, behind)?;
        } else {
            raw.extend_from_slice(b"\\$");
            push_quoted(&mut raw, piece)?;
        }
    }
    raw.push(b'"');
    Ok(Cow::Owned(raw))
}

fn push_quoted(raw: &mut Vec<u8>, text: &str) -> Result<(), QuoteError> {
    quote_into(raw, &to_bytes(text))
}

/// The bytes as text, if they are UTF-8 without a character that stands for something else.
fn ordinary(bytes: &[u8]) -> Option<&str> {
    std::str::from_utf8(bytes)
        .ok()
        .filter(|text| is_ordinary(text))
}

fn push_variable(text: &mut String, variable: &Variable<'_>) {
    text.push(REFERENCE);
    text.push('{');
    push_bytes(text, variable.name);
    if variable.splits {
        text.push_str("[*]");
    }
    if let Some(default) = variable.default {
        text.push('-');
        push_bytes(text, default);
    }
    text.push('}');
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::document::Document;

    fn reread(raw: &[u8]) -> String {
        let document = Document::parse([b"keyword ", raw].concat());
        let line = document.lines().next().unwrap();
        assert_eq!(line.words().len(), 2, "{raw:?}");
        to_model_text(&line.word(1).unwrap()).into_owned()
    }

    #[test]
    fn references_are_kept() {
        for (raw, text) in [
            (r#""$X""#, "\u{10FF00}{X}"),
            (r#"a"${X}b""#, "a\u{10FF00}{X}b"),
            (r#""${X-a "b}c""#, "\u{10FF00}{X-a \"b}c"),
            (r#""${X[*]}\$""#, "\u{10FF00}{X[*]}$"),
        ] {
            assert_eq!(reread(raw.as_bytes()), text);
            assert_eq!(reread(&from_model_text(text).unwrap()), text);
        }
    }

    proptest! {
        #[test]
        fn any_bytes_survive(bytes in prop::collection::vec(1_u8.., 0..40)) {
            let raw = quote_argument(&bytes).unwrap();
            let text = reread(&raw);
            let again = from_model_text(&text).unwrap();
            prop_assert_eq!(again, raw);
        }
    }
}
