use std::fmt;

use serde::Serialize;

use super::Arguments;
use crate::protocol::{EncodeError, Request};

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

impl super::Parameter for Weight {
    fn push_to(&self, request: &mut Request) -> Result<(), EncodeError> {
        request.push(&self.to_string())
    }

    fn take(arguments: &mut Arguments<'_>) -> bool {
        arguments.next_if(|word| {
            word.strip_suffix('%')
                .unwrap_or(word)
                .parse::<u32>()
                .is_ok()
        })
    }
}
