use std::borrow::Cow;
use std::fmt;

use pest::iterators::Pair;

use crate::value::grammar::Rule;

/// A fetch or a converter with its arguments.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Call<'a> {
    /// Its name.
    pub name: &'a str,
    /// The arguments without their quotes; none for a pair of empty parentheses.
    pub arguments: Vec<Cow<'a, str>>,
}

impl<'a> Call<'a> {
    /// A fetch or a converter without arguments.
    pub const fn new(name: &'a str) -> Self {
        Self {
            name,
            arguments: Vec::new(),
        }
    }

    /// The same with one more argument, which need not be quoted.
    #[must_use]
    pub fn with(mut self, argument: impl Into<Cow<'a, str>>) -> Self {
        self.arguments.push(argument.into());
        self
    }

    pub(super) fn from_pair(pair: Pair<'a, Rule>) -> Self {
        let mut call = Self::new("");
        for part in pair.into_inner() {
            match part.as_rule() {
                Rule::call_name => call.name = part.as_str(),
                _ if part.as_str() == "()" => {}
                _ => {
                    let arguments = part.into_inner().map(|part| unquote(part.as_str()));
                    call.arguments.extend(arguments);
                }
            }
        }
        call
    }
}

/// With each argument quoted as it needs to be.
impl fmt::Display for Call<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name)?;
        if self.arguments.is_empty() {
            return Ok(());
        }
        formatter.write_str("(")?;
        for (index, argument) in self.arguments.iter().enumerate() {
            formatter.write_str(if index > 0 { "," } else { "" })?;
            formatter.write_str(&quote(argument))?;
        }
        formatter.write_str(")")
    }
}

/// Whether the names of fetches and converters may have the character.
pub(super) const fn is_name_character(character: char) -> bool {
    matches!(character, 'a'..='z' | 'A'..='Z' | '0'..='9' | '.' | '_' | '-' | '+')
}

pub(super) fn unquote(text: &str) -> Cow<'_, str> {
    if !text.contains(['\'', '"', '\\']) {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    let mut quote = None;
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match (character, quote) {
            ('\'' | '"', None) => quote = Some(character),
            ('\'' | '"', Some(open)) if open == character => quote = None,
            ('\\', None | Some('"')) => match characters.next_if(|next| escaped(*next).is_some()) {
                Some(next) => plain.extend(escaped(next)),
                None => plain.push('\\'),
            },
            _ => plain.push(character),
        }
    }
    Cow::Owned(plain)
}

/// What the character stands for behind a backslash.
const fn escaped(character: char) -> Option<char> {
    match character {
        '\\' | ' ' | '"' | '\'' => Some(character),
        'n' => Some('\n'),
        'r' => Some('\r'),
        't' => Some('\t'),
        _ => None,
    }
}

fn quote(text: &str) -> Cow<'_, str> {
    if !text.contains([',', '(', ')', '\'', '"', '\\', ' ', '\n', '\r', '\t']) {
        return Cow::Borrowed(text);
    }
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for character in text.chars() {
        match character {
            '"' | '\\' => quoted.extend(['\\', character]),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            _ => quoted.push(character),
        }
    }
    quoted.push('"');
    Cow::Owned(quoted)
}
