use std::fmt;

use super::{Scalar, ScalarValue, word};
use crate::keyword::Syntax;
use crate::language::Problem;

/// A share in percent, with or without the sign: `50%` or `50`.
pub type Percent = Scalar<Percentage>;

/// A whole number of hundredths.
#[derive(Debug, Clone, Copy)]
pub struct Percentage {
    number: u32,
    signed: bool,
}

impl Percentage {
    /// This many percent, written with the sign.
    pub const fn new(number: u32) -> Self {
        Self {
            number,
            signed: true,
        }
    }

    /// The number before the sign.
    pub const fn get(self) -> u32 {
        self.number
    }

    /// Whether the sign is written; some statements take a bare number for something else.
    pub const fn has_sign(self) -> bool {
        self.signed
    }
}

impl PartialEq for Percentage {
    fn eq(&self, other: &Self) -> bool {
        self.number == other.number
    }
}

impl Eq for Percentage {}

impl fmt::Display for Percentage {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.number.fmt(formatter)?;
        formatter.write_str(if self.signed { "%" } else { "" })
    }
}

impl ScalarValue for Percentage {
    const SYNTAX: &'static Syntax = &Syntax::Value("percent");
    const EXPECTED: &'static str = "a percentage such as 50%";

    fn read(text: &str) -> Result<Self, Problem> {
        let number = text.strip_suffix('%').unwrap_or(text);
        Ok(Self {
            number: number
                .parse()
                .map_err(|_| word::invalid(Self::EXPECTED, text))?,
            signed: number.len() < text.len(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sign_is_kept_as_written() {
        let share: Percent = "50%".parse().unwrap();
        assert_eq!(share, "50".parse().unwrap());
        assert_eq!(share.to_string(), "50%");
        assert_eq!("50".parse::<Percent>().unwrap().to_string(), "50");
        assert!("%".parse::<Percent>().is_err());
    }
}
