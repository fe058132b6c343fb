use std::fmt;

use serde::Serialize;

use super::parameter::displayed;

/// The weight that a server is to have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Weight {
    /// From 0 to 256.
    Absolute(u16),
    /// So many per cent of the weight that its configuration gave it.
    Percent(u32),
}

impl fmt::Display for Weight {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Absolute(weight) => write!(formatter, "{weight}"),
            Self::Percent(weight) => write!(formatter, "{weight}%"),
        }
    }
}

impl From<u16> for Weight {
    fn from(weight: u16) -> Self {
        Self::Absolute(weight)
    }
}

displayed!(Weight);
