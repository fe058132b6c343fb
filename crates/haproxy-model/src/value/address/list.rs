use std::fmt;
use std::str::FromStr;

use super::{Address, EXPECTED, check};
use crate::keyword::Syntax;
use crate::language::{Argument, ArgumentError, Printer, Problem, Words};
use crate::reference::{NameKind, Role, note_word};
use crate::text::REFERENCE;
use crate::value::{Text, word};

/// The addresses of a `bind` line, in one word: `10.0.0.1:80,10.0.0.2:80`.
#[derive(Debug, Clone, Eq)]
pub struct AddressList(Text);

impl AddressList {
    /// The word as written.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// The addresses, in order.
    pub fn addresses(&self) -> impl Iterator<Item = Address> + '_ {
        split(self.as_str()).map(|text| Address(text.into()))
    }
}

impl PartialEq for AddressList {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0 || self.addresses().eq(other.addresses())
    }
}

impl From<Address> for AddressList {
    fn from(address: Address) -> Self {
        Self(address.0)
    }
}

impl FromStr for AddressList {
    type Err = Problem;

    fn from_str(text: &str) -> Result<Self, Problem> {
        if text.is_empty() {
            check(text)?;
        }
        split(text).try_for_each(check)?;
        Ok(Self(text.into()))
    }
}

impl fmt::Display for AddressList {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl Argument for AddressList {
    const SYNTAX: &'static Syntax = &Syntax::Value("address");

    fn parse(words: &mut Words<'_>) -> Result<Self, ArgumentError> {
        let position = words.position();
        let list: Self = word::parse(words, EXPECTED)?;
        // A server that connects to HAProxy, instead of an address.
        if words.notes_names()
            && let Some(server) = list.as_str().strip_prefix(REVERSE)
        {
            let (kind, role, start) = (NameKind::Server, Role::Refers, REVERSE.len());
            let mut mentions = Vec::new();
            note_word(&mut mentions, kind, role, position, start, server);
            words.note(mentions);
        }
        Ok(list)
    }

    fn print(&self, printer: &mut Printer) {
        printer.word(self.as_str());
    }
}

const REVERSE: &str = "rhttp@";

/// Divides at commas that are in no reference; nothing comes of an ending one.
fn split(text: &str) -> impl Iterator<Item = &str> {
    let mut in_reference = false;
    let text = text.strip_suffix(',').unwrap_or(text);
    text.split(move |character| {
        match character {
            REFERENCE => in_reference = true,
            '}' => in_reference = false,
            _ => {}
        }
        character == ',' && !in_reference
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_holds_several_addresses() {
        let list: AddressList = "10.0.0.1:80,:81,/run/a.sock".parse().unwrap();
        let addresses: Vec<_> = list
            .addresses()
            .map(|address| address.to_string())
            .collect();
        assert_eq!(addresses, ["10.0.0.1:80", ":81", "/run/a.sock"]);
        assert_eq!(list, "10.0.0.1:80,*:81,/run/a.sock".parse().unwrap());
        assert!(":80,:x".parse::<AddressList>().is_err());
        assert!(",:80".parse::<AddressList>().is_err());
    }

    #[test]
    fn a_comma_in_a_reference_divides_nothing() {
        let list: AddressList = "\u{10FF00}{A-:80,:81},:82".parse().unwrap();
        assert_eq!(list.addresses().count(), 2);
    }
}
