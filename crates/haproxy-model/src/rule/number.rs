use std::fmt;

use crate::keyword::Syntax;
use crate::language::Problem;
use crate::value::ScalarValue;

/// A number between two bounds, in decimal, behind `0x` in hexadecimal, or behind `0` in octal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AnyBase<const MIN: u32 = 0, const MAX: u32 = { u32::MAX }>(u32);

impl<const MIN: u32, const MAX: u32> AnyBase<MIN, MAX> {
    /// The number, if it is within the bounds.
    pub const fn new(number: u32) -> Option<Self> {
        if MIN <= number && number <= MAX {
            Some(Self(number))
        } else {
            None
        }
    }

    /// The number.
    pub const fn get(self) -> u32 {
        self.0
    }
}

impl<const MIN: u32, const MAX: u32> fmt::Display for AnyBase<MIN, MAX> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl<const MIN: u32, const MAX: u32> ScalarValue for AnyBase<MIN, MAX> {
    const SYNTAX: &'static Syntax = &Syntax::Value("number");
    const EXPECTED: &'static str = "a number such as 16 or 0x10";

    fn read(text: &str) -> Result<Self, Problem> {
        let hexadecimal = text.strip_prefix("0x").or_else(|| text.strip_prefix("0X"));
        let (digits, base) = match (hexadecimal, text.strip_prefix('0')) {
            (Some(digits), _) => (digits, 16),
            (None, Some(digits)) if !digits.is_empty() => (digits, 8),
            _ => (text, 10),
        };
        let number = i64::from_str_radix(digits, base).ok();
        number
            .map(wrapped)
            .and_then(Self::new)
            .ok_or_else(|| Problem::Invalid {
                expected: format!("a number from {MIN} to {MAX}").into(),
                found: text.to_owned(),
            })
    }
}

/// The lower 32 bits, as HAProxy takes them.
fn wrapped(number: i64) -> u32 {
    const RANGE: i64 = 1 << 32;
    u32::try_from(number.rem_euclid(RANGE)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::AnyBase;
    use crate::value::Scalar;

    #[test]
    fn bases_are_told_by_their_prefixes() {
        type Mark = Scalar<AnyBase>;
        for (text, number) in [
            ("16", 16),
            ("0x10", 16),
            ("0XfF", 255),
            ("010", 8),
            ("0", 0),
            ("-1", u32::MAX),
        ] {
            let mark: Mark = text.parse().unwrap();
            assert_eq!(mark.value().map(|mark| mark.get()), Some(number), "{text}");
            assert_eq!(mark.to_string(), text);
        }
        for text in ["", "x", "0x", "08"] {
            assert!(text.parse::<Mark>().is_err(), "{text}");
        }
        let problem = "0".parse::<Scalar<AnyBase<1, 255>>>().unwrap_err();
        assert_eq!(
            problem.to_string(),
            "expected a number from 1 to 255, found '0'"
        );
    }
}
