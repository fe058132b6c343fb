use std::fmt;

use super::{Scalar, ScalarValue, word};
use crate::keyword::Syntax;
use crate::language::Problem;

/// A number of bytes or of entries, with an optional `k`, `m` or `g`.
pub type Size = Scalar<Bytes>;

/// An amount with an optional unit, each 1024 times the one before.
///
/// Sizes are equal when they are as large. See the manual's section 2.6, "Size format".
#[derive(Debug, Clone, Copy)]
pub struct Bytes {
    amount: u64,
    unit: Option<SizeUnit>,
}

/// A unit of size; HAProxy takes the letter in either case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SizeUnit {
    /// `k`, 2¹⁰
    Kilo,
    /// `m`, 2²⁰
    Mega,
    /// `g`, 2³⁰
    Giga,
}

impl SizeUnit {
    /// How it is usually written.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Kilo => "k",
            Self::Mega => "m",
            Self::Giga => "g",
        }
    }

    /// How many bytes it stands for.
    pub const fn bytes(self) -> u64 {
        match self {
            Self::Kilo => 1 << 10,
            Self::Mega => 1 << 20,
            Self::Giga => 1 << 30,
        }
    }
}

impl Bytes {
    /// An amount of a unit; `None` where it is 4g or more, which HAProxy cannot count.
    pub const fn new(amount: u64, unit: Option<SizeUnit>) -> Option<Self> {
        let size = Self { amount, unit };
        match amount.checked_mul(size.unit_bytes()) {
            Some(bytes) if bytes <= u32::MAX as u64 => Some(size),
            _ => None,
        }
    }

    /// How much it is in all.
    pub const fn bytes(self) -> u64 {
        self.amount.saturating_mul(self.unit_bytes())
    }

    const fn unit_bytes(self) -> u64 {
        match self.unit {
            Some(unit) => unit.bytes(),
            None => 1,
        }
    }
}

impl From<u32> for Bytes {
    fn from(amount: u32) -> Self {
        Self {
            amount: amount.into(),
            unit: None,
        }
    }
}

impl PartialEq for Bytes {
    fn eq(&self, other: &Self) -> bool {
        self.bytes() == other.bytes()
    }
}

impl Eq for Bytes {}

impl fmt::Display for Bytes {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.amount.fmt(formatter)?;
        formatter.write_str(self.unit.map_or("", SizeUnit::as_str))
    }
}

impl ScalarValue for Bytes {
    const SYNTAX: &'static Syntax = &Syntax::Value("size");
    const EXPECTED: &'static str = "a size such as 16k";

    fn read(text: &str) -> Result<Self, Problem> {
        let invalid = || word::invalid(Self::EXPECTED, text);
        let (amount, unit) = match text.as_bytes() {
            [amount @ .., b'k' | b'K'] => (amount.len(), Some(SizeUnit::Kilo)),
            [amount @ .., b'm' | b'M'] => (amount.len(), Some(SizeUnit::Mega)),
            [amount @ .., b'g' | b'G'] => (amount.len(), Some(SizeUnit::Giga)),
            amount => (amount.len(), None),
        };
        let amount = text.get(..amount).ok_or_else(invalid)?;
        if amount.starts_with('+') {
            return Err(invalid());
        }
        let amount = amount.parse().map_err(|_| invalid())?;
        Self::new(amount, unit).ok_or_else(|| word::invalid("a size below 4g", text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_count_in_powers_of_1024() {
        let size: Size = "16k".parse().unwrap();
        assert_eq!(size, "16384".parse().unwrap());
        assert_eq!(size, "16K".parse().unwrap());
        assert_eq!("16K".parse::<Size>().unwrap().to_string(), "16K");
    }

    #[test]
    fn what_haproxy_refuses_is_refused() {
        for text in ["", "k", "1t", "1kb", "+1", "-1", "1.5k", "4g", "4294967296"] {
            assert!(text.parse::<Size>().is_err(), "{text}");
        }
    }
}
