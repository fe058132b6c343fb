//! Typed statements from what others wrote: one line gives one statement, or an error.

use std::borrow::Cow;

use haproxy_config::{Document, MAX_WORDS, to_model_text};
use haproxy_model::keyword::Keywords;
use haproxy_model::language::{Argument as _, ArgumentError, Words};
use haproxy_model::statement::Statement;
use haproxy_model::text::{REFERENCE, decode_byte, encode_byte};

/// A text or words that make no statement.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum StatementError {
    /// A text has several lines, or none.
    #[error("expected one line")]
    Lines,
    /// A quote is not closed, or a backslash escapes nothing.
    #[error("the quotes and backslashes in it are not those of a line")]
    Quotes,
    /// There are more words than HAProxy reads of a line.
    #[error("a line may have no more than 64 words")]
    TooManyWords,
    /// A text holds a NUL character, which no configuration can.
    #[error("a NUL character cannot stand in a configuration")]
    Nul,
    /// An argument is wrong.
    #[error(transparent)]
    Argument(#[from] ArgumentError),
    /// No keyword explains the line.
    #[error("unknown keyword '{keyword}'")]
    UnknownKeyword {
        /// The first word.
        keyword: String,
    },
    /// Words stand behind the arguments.
    #[error("'{word}' is not understood here")]
    Rest {
        /// The first of these words.
        word: String,
    },
}

/// The statement that a line of configuration text makes; none of a line without words.
pub(crate) fn of_text<T: Keywords>(text: &str) -> Result<Option<Statement<T>>, StatementError> {
    let words = words_of(text)?;
    if words.is_empty() {
        return Ok(None);
    }
    of_model_words(&words).map(Some)
}

/// The statement that these words make, each of them taken as it is.
pub(crate) fn of_words<T: Keywords>(words: &[&str]) -> Result<Statement<T>, StatementError> {
    let words: Vec<_> = words.iter().map(|word| literal(word)).collect();
    of_model_words(&words)
}

/// The words of a line, unquoted, in the form of the model.
pub(crate) fn words_of(text: &str) -> Result<Vec<Cow<'static, str>>, StatementError> {
    if text.contains(['\n', '\0']) {
        return Err(StatementError::Lines);
    }
    let document = Document::parse(format!("{text}\n"));
    let mut lines = document.lines();
    let (Some(line), None) = (lines.next(), lines.next()) else {
        return Err(StatementError::Lines);
    };
    if line.is_faulty() {
        return Err(StatementError::Quotes);
    }
    let words = line.words();
    Ok(words
        .map(|word| Cow::Owned(to_model_text(&word).into_owned()))
        .collect())
}

/// The statement that words in the form of the model make.
pub(crate) fn of_model_words<T: Keywords>(
    words: &[Cow<'_, str>],
) -> Result<Statement<T>, StatementError> {
    if words.len() > MAX_WORDS {
        return Err(StatementError::TooManyWords);
    }
    let mut reader = Words::new(words);
    let statement = Statement::<T>::parse(&mut reader)?;
    if statement.directive.keyword().is_none() {
        let keyword = words.first().map_or_else(String::new, ToString::to_string);
        return Err(StatementError::UnknownKeyword { keyword });
    }
    let unrecognized = reader
        .unrecognized()
        .first()
        .and_then(|index| words.get(*index));
    let rest = statement.rest.first().map(ToString::to_string);
    match rest.or_else(|| unrecognized.map(ToString::to_string)) {
        Some(word) => Err(StatementError::Rest { word }),
        None => Ok(statement),
    }
}

/// A text as a word of the model that means exactly this text.
pub(crate) fn literal(text: &str) -> Cow<'_, str> {
    let is_special = |character| character == REFERENCE || decode_byte(character).is_some();
    if text.is_ascii() || !text.contains(is_special) {
        return Cow::Borrowed(text);
    }
    let mut word = String::with_capacity(text.len());
    for character in text.chars() {
        if is_special(character) {
            let mut bytes = [0; 4];
            word.extend(character.encode_utf8(&mut bytes).bytes().map(encode_byte));
        } else {
            word.push(character);
        }
    }
    Cow::Owned(word)
}

#[cfg(test)]
mod tests {
    use haproxy_model::section::ProxyKeyword;

    use super::*;

    fn error(text: &str) -> String {
        of_text::<ProxyKeyword>(text).unwrap_err().to_string()
    }

    #[test]
    fn a_line_is_one_statement() {
        for text in [
            "balance leastconn",
            "no option httpclose # x",
            "acl a path_beg \"/a b\"",
            "server s 10.0.0.1:80 check",
        ] {
            assert!(of_text::<ProxyKeyword>(text).unwrap().is_some(), "{text}");
        }
        for text in ["", "  ", "# only"] {
            assert_eq!(of_text::<ProxyKeyword>(text), Ok(None));
        }
    }

    #[test]
    fn nothing_else_comes_in() {
        assert_eq!(error("balance source\nmode tcp"), "expected one line");
        assert_eq!(
            error("acl a path \"/a"),
            "the quotes and backslashes in it are not those of a line"
        );
        assert_eq!(error("backend x"), "unknown keyword 'backend'");
        assert_eq!(error("frobnicate"), "unknown keyword 'frobnicate'");
        assert_eq!(error("mode http x"), "'x' is not understood here");
        assert_eq!(
            error("server s 10.0.0.1 checks"),
            "'checks' is not understood here"
        );
        assert!(error("timeout server soon").starts_with("timeout server"));
    }

    #[test]
    fn literal_words_hold_no_references() {
        let hostile = format!("{REFERENCE}{{HOME}}");
        let word = literal(&hostile);
        assert!(!word.contains(REFERENCE));
        assert_eq!(
            haproxy_config::from_model_text(&word).unwrap().into_owned(),
            hostile.as_bytes()
        );
        let spoken: Statement<ProxyKeyword> = of_words(&["description", "a # b ${C}"]).unwrap();
        assert!(spoken.rest.is_empty());
    }
}
