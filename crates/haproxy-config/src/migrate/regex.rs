//! A regular expression as far as it takes to cut one for a line into those for its parts.

use haproxy_model::text::REFERENCE;

/// Why a regular expression is not understood, as the end of a sentence.
pub(super) type Doubt = &'static str;

/// A piece of a regular expression.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Token<'r> {
    pub(super) text: &'r str,
    pub(super) kind: Kind,
    /// How many groups are open around it; a parenthesis is outside of its own group.
    pub(super) depth: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Start,
    End,
    Open,
    Close,
    Alternation,
    Quantifier,
    Literal(char),
    Any,
    Set,
    /// A class with a backslash: `\d`.
    Class(char),
}

impl Token<'_> {
    /// Whether it can be this character.
    pub(super) fn can_be(&self, character: char) -> bool {
        match self.kind {
            Kind::Literal(own) => own == character,
            Kind::Any => true,
            Kind::Class(class) => is_in_class(class, character),
            Kind::Set => is_in_set(self.text, character),
            _ => false,
        }
    }

    /// Whether it stands for one character.
    pub(super) fn is_character(&self) -> bool {
        matches!(
            self.kind,
            Kind::Literal(_) | Kind::Any | Kind::Set | Kind::Class(_)
        )
    }

    /// Whether it is white space and nothing else.
    pub(super) fn is_blank(&self) -> bool {
        self.kind == Kind::Class('s')
            || self.can_be(' ')
                && self.is_character()
                && (33..127_u8).all(|byte| !self.can_be(char::from(byte)))
    }
}

/// The pieces of a regular expression.
pub(super) fn tokens(regex: &str) -> Result<Vec<Token<'_>>, Doubt> {
    if regex.contains(REFERENCE) {
        return Err("it depends on the environment");
    }
    let mut tokens = Vec::new();
    let (mut rest, mut depth) = (regex, 0_usize);
    while let Some(first) = rest.chars().next() {
        let (kind, length) = match first {
            '^' => (Kind::Start, 1),
            '$' => (Kind::End, 1),
            '.' => (Kind::Any, 1),
            '|' => (Kind::Alternation, 1),
            '*' | '+' | '?' => (Kind::Quantifier, 1),
            '{' => (
                Kind::Quantifier,
                rest.find('}').ok_or("a brace is not closed")? + 1,
            ),
            '(' if rest.starts_with("(?") => return Err("it has a group with options"),
            '(' => (Kind::Open, 1),
            ')' => (Kind::Close, 1),
            '[' => (
                Kind::Set,
                set_length(rest).ok_or("a bracket is not closed")?,
            ),
            '\\' => escaped(rest)?,
            other => (Kind::Literal(other), other.len_utf8()),
        };
        if kind == Kind::Close {
            depth = depth.checked_sub(1).ok_or("a parenthesis is not opened")?;
        }
        let (text, behind) = rest.split_at_checked(length).ok_or("it is cut off")?;
        tokens.push(Token { text, kind, depth });
        if kind == Kind::Open {
            depth += 1;
        }
        rest = behind;
    }
    if depth > 0 {
        return Err("a parenthesis is not closed");
    }
    Ok(tokens)
}

/// The text of pieces that follow each other.
pub(super) fn text_of(tokens: &[Token<'_>]) -> String {
    tokens.iter().map(|token| token.text).collect()
}

/// Whether it makes a difference to ignore the case of letters.
pub(super) fn has_letters(tokens: &[Token<'_>]) -> bool {
    tokens.iter().any(|token| match token.kind {
        Kind::Literal(character) => character.is_alphabetic(),
        Kind::Set => {
            ('a'..='z').any(|lower| token.can_be(lower) != token.can_be(lower.to_ascii_uppercase()))
        }
        _ => false,
    })
}

fn escaped(text: &str) -> Result<(Kind, usize), Doubt> {
    let character = text.chars().nth(1).ok_or("it ends with a backslash")?;
    let length = 1 + character.len_utf8();
    match character {
        'd' | 'D' | 'w' | 'W' | 's' | 'S' => Ok((Kind::Class(character), length)),
        't' => Ok((Kind::Literal('\t'), length)),
        '0'..='9' => Err("it refers back to a group"),
        other if other.is_alphanumeric() => Err("it has an escape that is not understood"),
        other => Ok((Kind::Literal(other), length)),
    }
}

/// The length of the set in brackets that the text starts with.
fn set_length(text: &str) -> Option<usize> {
    let mut at = 1;
    for first in ['^', ']'] {
        at += usize::from(text.get(at..)?.starts_with(first));
    }
    loop {
        let rest = text.get(at..)?;
        let first = rest.chars().next()?;
        at += match first {
            ']' => return Some(at + 1),
            '[' if rest.starts_with("[:") => rest.find(":]")? + 2,
            '\\' => 1 + rest.chars().nth(1)?.len_utf8(),
            other => other.len_utf8(),
        };
    }
}

fn is_in_class(class: char, character: char) -> bool {
    let is_in = match class.to_ascii_lowercase() {
        'd' => character.is_ascii_digit(),
        'w' => character.is_ascii_alphanumeric() || character == '_',
        _ => character.is_ascii_whitespace(),
    };
    is_in != class.is_ascii_uppercase()
}

fn is_in_set(text: &str, character: char) -> bool {
    let inner = text
        .strip_prefix('[')
        .and_then(|text| text.strip_suffix(']'));
    let inner = inner.unwrap_or_default();
    let (inner, is_negated) = match inner.strip_prefix('^') {
        Some(inner) => (inner, true),
        None => (inner, false),
    };
    let mut rest = inner;
    let mut found = false;
    while let Some(first) = rest.chars().next() {
        if let Some(named) = rest.strip_prefix("[:") {
            let (name, behind) = named.split_once(":]").unwrap_or((named, ""));
            found |= is_in_named(name, character);
            rest = behind;
            continue;
        }
        let mut characters = rest.chars();
        characters.next();
        let mut own = first;
        if first == '\\' {
            own = characters.next().unwrap_or('\\');
            if "dDwWsS".contains(own) {
                found |= is_in_class(own, character);
                rest = characters.as_str();
                continue;
            }
            if own == 't' {
                own = '\t';
            }
        }
        let behind = characters.as_str();
        let mut range = behind.chars();
        if let (Some('-'), Some(last)) = (range.next(), range.next()) {
            found |= (own..=last).contains(&character);
            rest = range.as_str();
        } else {
            found |= own == character;
            rest = behind;
        }
    }
    found != is_negated
}

fn is_in_named(name: &str, character: char) -> bool {
    match name {
        "alpha" => character.is_ascii_alphabetic(),
        "digit" => character.is_ascii_digit(),
        "alnum" => character.is_ascii_alphanumeric(),
        "upper" => character.is_ascii_uppercase(),
        "lower" => character.is_ascii_lowercase(),
        "space" | "blank" => character.is_ascii_whitespace(),
        "punct" => character.is_ascii_punctuation(),
        // What is not known may be in it.
        _ => true,
    }
}
