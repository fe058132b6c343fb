use pest::iterators::Pair;

use crate::value::Expression;
use crate::value::grammar::Rule;

/// A piece of a log format.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogFormatPart<'a> {
    /// The piece as written.
    pub text: &'a str,
    /// What it is.
    pub content: LogFormatContent<'a>,
}

/// What a piece of a log format is.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum LogFormatContent<'a> {
    /// Text to be given as it stands.
    Text,
    /// `%%`, which gives one `%`, whatever label is between.
    Percent,
    /// A `%` that starts nothing: HAProxy leaves it out, and gives the character behind it. It
    /// refuses one before a `(` from 3.0 on.
    Stray,
    /// A value that HAProxy has a short name for: `%ci`, `%{+Q}r`, `%(client)ci`.
    Alias {
        /// The name between the parentheses, with its type behind a `:`.
        label: Option<&'a str>,
        /// What stands between the braces: `+Q,-X`.
        modifiers: Option<&'a str>,
        /// Its short name.
        name: &'a str,
    },
    /// The value of an expression: `%[path]`, `%{+Q}[req.hdr(host)]`.
    Sample {
        /// The name between the parentheses, with its type behind a `:`.
        label: Option<&'a str>,
        /// What stands between the braces: `+Q,-X`.
        modifiers: Option<&'a str>,
        /// What is fetched.
        expression: Expression,
    },
}

impl<'a> LogFormatPart<'a> {
    pub(super) const fn text(text: &'a str) -> Self {
        Self {
            text,
            content: LogFormatContent::Text,
        }
    }

    pub(super) fn from_pair(pair: Pair<'a, Rule>) -> Self {
        let text = pair.as_str();
        let rule = pair.as_rule();
        let (mut label, mut modifiers, mut inner) = (None, None, "");
        for part in pair.into_inner() {
            match part.as_rule() {
                Rule::label_text => label = Some(part.as_str()),
                Rule::modifier_text => modifiers = Some(part.as_str()),
                _ => inner = part.as_str(),
            }
        }
        let content = match rule {
            Rule::stray => LogFormatContent::Stray,
            Rule::percent => LogFormatContent::Percent,
            Rule::alias => LogFormatContent::Alias {
                label,
                modifiers,
                name: inner,
            },
            Rule::sample => LogFormatContent::Sample {
                label,
                modifiers,
                expression: Expression::from_checked_word(inner),
            },
            _ => LogFormatContent::Text,
        };
        Self { text, content }
    }
}
