use std::fmt;
use std::str::FromStr;

use super::word;
use crate::keyword::Syntax;
use crate::language::Problem;
use crate::text::has_reference;

/// A name of letters, digits and `-`, `_`, `.`, `:`, as proxies, servers and ACLs have.
///
/// A name that refers to environment variables is one too, whatever else is in it. Where HAProxy
/// does not look at the characters (variables, groups, log tags), the type is
/// [`Text`](super::Text).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Name(Box<str>);

impl Name {
    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The first character that a name cannot have.
    pub fn invalid_character(text: &str) -> Option<char> {
        text.chars()
            .find(|character| !matches!(character, 'a'..='z' | 'A'..='Z' | '0'..='9' | '-' | '_' | '.' | ':'))
    }
}

impl FromStr for Name {
    type Err = Problem;

    fn from_str(text: &str) -> Result<Self, Problem> {
        let is_usual =
            |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b':');
        if text.is_empty() || !(text.bytes().all(is_usual) || has_reference(text)) {
            let expected = "a name of letters, digits, '-', '_', '.' and ':'";
            return Err(word::invalid(expected, text));
        }
        Ok(Self(text.into()))
    }
}

impl TryFrom<&str> for Name {
    type Error = Problem;

    fn try_from(text: &str) -> Result<Self, Problem> {
        text.parse()
    }
}

impl AsRef<str> for Name {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Name {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

word_argument!(Name, &Syntax::Value("name"), "a name");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_are_those_of_haproxy() {
        assert_eq!("be_1.a:b-c".parse::<Name>().unwrap().as_str(), "be_1.a:b-c");
        for text in ["", "a b", "a/b", "a@b", "ä"] {
            assert!(text.parse::<Name>().is_err(), "{text}");
        }
    }
}
