use std::fmt;

use super::{Scalar, ScalarValue, word};
use crate::keyword::Syntax;
use crate::language::Problem;

/// The word `on` or `off`.
pub type Toggle = Scalar<Switch>;

/// Something that is on or off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Switch {
    /// `off`
    Off,
    /// `on`
    On,
}

impl Switch {
    /// Whether it is on.
    pub const fn is_on(self) -> bool {
        matches!(self, Self::On)
    }
}

impl From<bool> for Switch {
    fn from(on: bool) -> Self {
        if on { Self::On } else { Self::Off }
    }
}

impl fmt::Display for Switch {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Off => "off",
            Self::On => "on",
        })
    }
}

impl ScalarValue for Switch {
    const SYNTAX: &'static Syntax = &Syntax::Value("on|off");
    const EXPECTED: &'static str = "'on' or 'off'";

    fn read(text: &str) -> Result<Self, Problem> {
        match text {
            "off" => Ok(Self::Off),
            "on" => Ok(Self::On),
            _ => Err(word::invalid(Self::EXPECTED, text)),
        }
    }
}
