use std::fmt;

use super::{Scalar, ScalarValue, word};
use crate::keyword::Syntax;
use crate::language::Problem;

/// A port number on its own; ports of an address are part of [`Address`](super::Address).
pub type Port = Scalar<PortNumber>;

/// The number of a port, 0 to 65535.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PortNumber(pub u16);

impl From<u16> for PortNumber {
    fn from(number: u16) -> Self {
        Self(number)
    }
}

impl fmt::Display for PortNumber {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl ScalarValue for PortNumber {
    const SYNTAX: &'static Syntax = &Syntax::Value("port");
    const EXPECTED: &'static str = "a port from 0 to 65535";

    fn read(text: &str) -> Result<Self, Problem> {
        text.parse()
            .map(Self)
            .map_err(|_| word::invalid(Self::EXPECTED, text))
    }
}
