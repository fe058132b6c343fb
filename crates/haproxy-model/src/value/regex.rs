use std::fmt;

use super::Text;
use crate::evaluation::EvaluationKind;
use crate::keyword::Syntax;
use crate::language::{Argument, ArgumentError, Printer, Words};

/// A regular expression, as text: which dialect it is in depends on how HAProxy was built.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Regex(Text);

impl Regex {
    /// The expression.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// The options set by a leading group such as `(?i)`: here `i`.
    pub fn flags(&self) -> &str {
        self.as_str()
            .strip_prefix("(?")
            .and_then(|rest| rest.split_once(')'))
            .map(|(flags, _)| flags)
            .filter(|flags| flags.bytes().all(|flag| flag.is_ascii_alphabetic()))
            .unwrap_or_default()
    }
}

impl From<&str> for Regex {
    fn from(text: &str) -> Self {
        Self(text.into())
    }
}

impl std::str::FromStr for Regex {
    type Err = crate::language::Problem;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Ok(Self::from(text))
    }
}

impl fmt::Display for Regex {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl Argument for Regex {
    const SYNTAX: &'static Syntax = &Syntax::Value("regex");

    fn parse(words: &mut Words<'_>) -> Result<Self, ArgumentError> {
        let position = words.position();
        let regex = super::word::parse(words, "a regular expression")?;
        words.note_evaluation(EvaluationKind::Regex, position..position + 1);
        Ok(regex)
    }

    fn print(&self, printer: &mut Printer) {
        printer.word(self.as_str());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leading_options_are_flags() {
        assert_eq!(Regex::from("(?is)^/a").flags(), "is");
        assert_eq!(Regex::from("(?:a|b)").flags(), "");
        assert_eq!(Regex::from("^/a(?i)").flags(), "");
    }
}
