use std::fmt;

use super::{Scalar, ScalarValue, word};
use crate::keyword::Syntax;
use crate::language::Problem;

/// The permissions of a file, in octal: `660`.
pub type FileMode = Scalar<Permissions>;

/// Permissions as bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Permissions(pub u32);

impl fmt::Display for Permissions {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:o}", self.0)
    }
}

impl ScalarValue for Permissions {
    const SYNTAX: &'static Syntax = &Syntax::Value("mode");
    const EXPECTED: &'static str = "permissions in octal, such as 660";

    fn read(text: &str) -> Result<Self, Problem> {
        u32::from_str_radix(text, 8)
            .map(Self)
            .map_err(|_| word::invalid(Self::EXPECTED, text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_octal() {
        let mode: FileMode = "0660".parse().unwrap();
        assert_eq!(mode, Permissions(0o660).into());
        assert_eq!(mode.to_string(), "0660");
        assert_eq!(FileMode::from(Permissions(0o777)).to_string(), "777");
        for text in ["9", "0x", "77777777777777"] {
            assert!(text.parse::<FileMode>().is_err(), "{text}");
        }
    }
}
