use std::fmt;

use crate::keyword::Syntax;
use crate::language::{Directive, Problem};
use crate::rule::Computed;
use crate::value::{Scalar, ScalarValue};

/// A number that packets are marked with, decimal or behind `0x` hexadecimal.
pub type Mark = Scalar<MarkNumber>;

/// A number that packets are marked with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MarkNumber(pub u32);

impl fmt::Display for MarkNumber {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl ScalarValue for MarkNumber {
    const SYNTAX: &'static Syntax = &Syntax::Value("number");
    const EXPECTED: &'static str = "a number such as 16 or 0x10";

    fn read(text: &str) -> Result<Self, Problem> {
        let hexadecimal = text.strip_prefix("0x").or_else(|| text.strip_prefix("0X"));
        let (digits, radix) = match (hexadecimal, text.strip_prefix('0')) {
            (Some(digits), _) => (digits, 16),
            (None, Some(digits)) if !digits.is_empty() => (digits, 8),
            _ => (text, 10),
        };
        u32::from_str_radix(digits, radix)
            .map(Self)
            .map_err(|_| Problem::Invalid {
                expected: Self::EXPECTED.into(),
                found: text.to_owned(),
            })
    }
}

/// How packets to the client are marked.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum MarkAction {
    /// Sets the firewall mark of packets to the client.
    #[keyword("set-fc-mark", since = "3.0")]
    SetFcMark(Computed<Mark>),
    /// Sets the type of service of packets to the client.
    #[keyword("set-fc-tos", since = "3.0")]
    SetFcTos(Computed<Mark>),
    /// Sets the firewall mark of packets to the client.
    #[keyword("set-mark", deprecated = "3.0", instead = "set-fc-mark")]
    SetMark(Computed<Mark>),
    /// Sets the type of service of packets to the client.
    #[keyword("set-tos", deprecated = "3.0", instead = "set-fc-tos")]
    SetTos(Computed<Mark>),
}

/// How packets to the server are marked.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum BackendMarkAction {
    /// Sets the firewall mark of packets to the server.
    #[keyword("set-bc-mark", since = "3.0")]
    SetBcMark(Computed<Mark>),
    /// Sets the type of service of packets to the server.
    #[keyword("set-bc-tos", since = "3.0")]
    SetBcTos(Computed<Mark>),
}
