use super::{Group, Replacement, is_whole_group};
use crate::migrate::regex::{Doubt, Kind, Token, text_of};

/// A regular expression for the lines of one header.
#[derive(Debug)]
pub(in crate::migrate) struct HeaderPattern<'r> {
    /// The header's name.
    pub(in crate::migrate) name: String,
    group: Group,
    /// The first group ends before the colon.
    is_colon_outside: bool,
    /// The blank behind the colon is in the pattern.
    has_blank: bool,
    /// What it compares with the value.
    pub(in crate::migrate) value: Vec<Token<'r>>,
}

impl<'r> HeaderPattern<'r> {
    /// The pattern behind its `^`; `None` where it does not start with a name and a colon.
    pub(super) fn read(tokens: &[Token<'r>]) -> Result<Option<Self>, Doubt> {
        let is_open = tokens.first().is_some_and(|first| first.kind == Kind::Open);
        let mut at = usize::from(is_open);
        let mut name = String::new();
        while let Some(Token {
            kind: Kind::Literal(character),
            ..
        }) = tokens.get(at)
            && is_in_name(*character)
        {
            name.push(*character);
            at += 1;
        }
        let mut group = if is_open { Group::Open } else { Group::None };
        let mut close = |at: &mut usize| {
            let closes = group == Group::Open
                && tokens
                    .get(*at)
                    .is_some_and(|token| token.kind == Kind::Close);
            if closes {
                group = Group::Closed;
                *at += 1;
            }
            closes
        };
        let is_colon_outside = close(&mut at);
        let is_colon = tokens
            .get(at)
            .is_some_and(|token| token.kind == Kind::Literal(':'));
        if name.is_empty() || !is_colon {
            return Ok(None);
        }
        at += 1;
        close(&mut at);
        let has_blank = tokens.get(at).is_some_and(Token::is_blank);
        if has_blank {
            at += 1;
            at += usize::from(
                tokens
                    .get(at)
                    .is_some_and(|token| token.kind == Kind::Quantifier),
            );
        }
        close(&mut at);
        let value = tokens.get(at..).unwrap_or_default().to_vec();
        if value
            .first()
            .is_some_and(|first| first.kind == Kind::Quantifier)
        {
            return Err("it repeats its start");
        }
        Ok(Some(Self {
            name,
            group,
            is_colon_outside,
            has_blank,
            value,
        }))
    }

    /// Whether any value matches.
    pub(in crate::migrate) fn takes_any_value(&self) -> bool {
        let mut value = self.value.as_slice();
        if self.group == Group::Open {
            return false;
        }
        if let [rest @ .., last] = value
            && last.kind == Kind::End
        {
            value = rest;
        }
        if is_whole_group(value) {
            value = value.get(1..value.len() - 1).unwrap_or_default();
        }
        is_anything(value)
    }

    /// The regular expression for the value alone.
    pub(in crate::migrate) fn value_regex(&self) -> Result<String, Doubt> {
        let starts_with_anything = {
            let inner = self
                .value
                .iter()
                .skip_while(|token| token.kind == Kind::Open);
            let start: Vec<Token<'_>> = inner.take(2).copied().collect();
            start.first().is_some_and(|first| first.kind == Kind::Any)
                && start
                    .get(1)
                    .is_some_and(|second| second.kind == Kind::Quantifier)
        };
        if !self.has_blank && !starts_with_anything && !self.value.is_empty() {
            return Err("it compares the blank behind the header's colon with something else");
        }
        let value = text_of(&self.value);
        Ok(match self.group {
            Group::Open => format!("^({value}"),
            _ if value.is_empty() => "^".to_owned(),
            _ => format!("^{value}"),
        })
    }

    /// What comes in place of the value, where this comes in place of the line.
    pub(in crate::migrate) fn value_replacement(
        &self,
        line: &Replacement,
    ) -> Result<Replacement, Doubt> {
        let other_name = "it gives the header another name";
        match self.group {
            Group::None => {
                let value = line
                    .without_start_of_any_case(&format!("{}:", self.name))
                    .ok_or(other_name)?;
                // The group with the blank is the value's start already.
                let starts_with_group = value.without_start("\\1").is_some();
                let value = if self.has_blank || !starts_with_group {
                    value.without_blanks()
                } else {
                    value
                };
                self.checked(value)
            }
            Group::Closed => {
                let mut value = line.without_start("\\1").ok_or(other_name)?;
                if self.is_colon_outside {
                    value = value.without_start(":").ok_or(other_name)?;
                }
                self.checked(value.without_blanks())?.with_groups_shifted()
            }
            Group::Open => {
                let rest = line.without_start("\\1").ok_or(other_name)?;
                if rest.refers_to(1) {
                    return Err("what it puts in place repeats the start of the line");
                }
                Ok(line.clone())
            }
        }
    }

    fn checked(&self, value: Replacement) -> Result<Replacement, Doubt> {
        if value.repeats_line() {
            return Err("what it puts in place repeats the line");
        }
        if value.is_empty() {
            return Err("it leaves no value");
        }
        let starts_with_group =
            (1..=9).any(|group| value.without_start(&format!("\\{group}")).is_some());
        if !self.has_blank && value.has_groups() && !starts_with_group {
            return Err("it puts the blank behind the header's colon elsewhere");
        }
        Ok(value)
    }
}

fn is_in_name(character: char) -> bool {
    character.is_ascii_alphanumeric() || "-_".contains(character)
}

/// Whether the pieces match whatever there is.
fn is_anything(tokens: &[Token<'_>]) -> bool {
    match tokens {
        [] => true,
        [any, quantifier] => any.kind == Kind::Any && quantifier.text == "*",
        _ => false,
    }
}
