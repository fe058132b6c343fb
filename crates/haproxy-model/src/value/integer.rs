use std::fmt;

use super::{Scalar, ScalarValue, word};
use crate::keyword::Syntax;
use crate::language::Problem;

/// A whole number.
pub type Integer = Scalar<i64>;

/// A whole number that is not negative.
pub type Unsigned = Scalar<u32>;

/// A whole number where HAProxy ignores what follows the digits: `10x` is 10 and `x` is 0.
pub type LeadingInteger = Scalar<Leading>;

/// A whole number of 1 or more where HAProxy ignores what follows the digits.
pub type LeadingPositive = Scalar<Leading<1>>;

/// A whole number that is not negative, where HAProxy ignores what follows the digits.
pub type LeadingCount = Scalar<Leading<0>>;

/// A whole number between two bounds, both included, of which HAProxy keeps 32 bits: 4294967297 is 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ranged<const MIN: i64, const MAX: i64>(i64);

impl<const MIN: i64, const MAX: i64> Ranged<MIN, MAX> {
    /// The number, if it is within the bounds.
    pub const fn new(number: i64) -> Option<Self> {
        if MIN <= number && number <= MAX {
            Some(Self(number))
        } else {
            None
        }
    }

    /// The number.
    pub const fn get(self) -> i64 {
        self.0
    }
}

impl<const MIN: i64, const MAX: i64> fmt::Display for Ranged<MIN, MAX> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl<const MIN: i64, const MAX: i64> ScalarValue for Ranged<MIN, MAX> {
    const SYNTAX: &'static Syntax = &Syntax::Value("number");
    const EXPECTED: &'static str = "a number";

    fn read(text: &str) -> Result<Self, Problem> {
        digits(text)
            .map(kept::<MIN, MAX>)
            .and_then(Self::new)
            .ok_or_else(|| word::invalid(format!("a number from {MIN} to {MAX}"), text))
    }

    fn is_printed_as(&self, text: &str) -> bool {
        word::is_short_number(text) || word::prints_as(self, text)
    }
}

/// A whole number read from the start of a word, between two bounds; 0 where no digit stands there.
/// Where there are bounds that 32 bits can hold, HAProxy keeps so many of it: 4294967297 is 1.
///
/// This is how HAProxy reads the numbers of its older keywords (`weight`, `retries`, `fullconn`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Leading<const MIN: i64 = { i64::MIN }, const MAX: i64 = { i64::MAX }>(i64);

impl<const MIN: i64, const MAX: i64> Leading<MIN, MAX> {
    /// The number, if it is within the bounds.
    pub const fn new(number: i64) -> Option<Self> {
        if MIN <= number && number <= MAX {
            Some(Self(number))
        } else {
            None
        }
    }

    /// The number.
    pub const fn get(self) -> i64 {
        self.0
    }
}

impl<const MIN: i64, const MAX: i64> fmt::Display for Leading<MIN, MAX> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl<const MIN: i64, const MAX: i64> ScalarValue for Leading<MIN, MAX> {
    const SYNTAX: &'static Syntax = &Syntax::Value("number");
    const EXPECTED: &'static str = "a number";

    fn read(text: &str) -> Result<Self, Problem> {
        let trimmed = text.trim_ascii_start();
        let sign = usize::from(trimmed.starts_with(['+', '-']));
        let length = trimmed
            .bytes()
            .skip(sign)
            .take_while(u8::is_ascii_digit)
            .count();
        let number = match trimmed.get(..sign + length) {
            Some(number) if length > 0 => saturated(number),
            _ => 0,
        };
        Self::new(kept::<MIN, MAX>(number)).ok_or_else(|| {
            let most = if MAX == i64::MAX {
                i32::MAX.into()
            } else {
                MAX
            };
            word::invalid(format!("a number from {MIN} to {most}"), text)
        })
    }

    fn is_printed_as(&self, text: &str) -> bool {
        word::is_short_number(text) || word::prints_as(self, text)
    }
}

impl ScalarValue for i64 {
    const SYNTAX: &'static Syntax = &Syntax::Value("number");
    const EXPECTED: &'static str = "a number";

    fn read(text: &str) -> Result<Self, Problem> {
        digits(text).ok_or_else(|| word::invalid("a number", text))
    }

    fn is_printed_as(&self, text: &str) -> bool {
        word::is_short_number(text) || word::prints_as(self, text)
    }
}

impl ScalarValue for u64 {
    const SYNTAX: &'static Syntax = &Syntax::Value("number");
    const EXPECTED: &'static str = "a number";

    fn read(text: &str) -> Result<Self, Problem> {
        text.parse().map_err(|_| word::invalid("a number", text))
    }

    fn is_printed_as(&self, text: &str) -> bool {
        word::is_short_number(text) || word::prints_as(self, text)
    }
}

impl ScalarValue for u32 {
    const SYNTAX: &'static Syntax = &Syntax::Value("number");
    const EXPECTED: &'static str = "a number";

    fn read(text: &str) -> Result<Self, Problem> {
        text.parse()
            .map_err(|_| word::invalid("a number from 0 to 4294967295", text))
    }

    fn is_printed_as(&self, text: &str) -> bool {
        word::is_short_number(text) || word::prints_as(self, text)
    }
}

impl ScalarValue for u16 {
    const SYNTAX: &'static Syntax = &Syntax::Value("number");
    const EXPECTED: &'static str = "a number";

    fn read(text: &str) -> Result<Self, Problem> {
        text.parse()
            .map_err(|_| word::invalid("a number from 0 to 65535", text))
    }

    fn is_printed_as(&self, text: &str) -> bool {
        word::is_short_number(text) || word::prints_as(self, text)
    }
}

/// What HAProxy keeps of a number that has bounds, in a C `int`, or in more where they are beyond that.
const fn kept<const MIN: i64, const MAX: i64>(number: i64) -> i64 {
    let is_free = MIN == i64::MIN && MAX == i64::MAX;
    let is_wide = MAX > i32::MAX as i64 && MAX < i64::MAX;
    if is_free || is_wide {
        return number;
    }
    #[allow(clippy::cast_possible_truncation, reason = "the same is done in C")]
    let kept = number as i32;
    kept as i64
}

/// Digits behind an optional sign; the greatest or least number where it is beyond that.
fn saturated(text: &str) -> i64 {
    digits(text).unwrap_or(if text.starts_with('-') {
        i64::MIN
    } else {
        i64::MAX
    })
}

fn digits(text: &str) -> Option<i64> {
    text.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bounds_are_kept() {
        type Weight = Scalar<Ranged<0, 256>>;
        assert_eq!("256".parse::<Weight>().unwrap().to_string(), "256");
        let problem = "257".parse::<Weight>().unwrap_err();
        assert_eq!(
            problem.to_string(),
            "expected a number from 0 to 256, found '257'"
        );
    }

    #[test]
    fn numbers_with_bounds_keep_32_bits() {
        let read = |text: &str| text.parse::<LeadingCount>().ok();
        let value = |text: &str| read(text).and_then(|read| read.value().map(|value| value.get()));
        assert_eq!(value("4294967296"), Some(0));
        assert_eq!(value("99999999999"), Some(1_215_752_191));
        assert_eq!(value("99999999999999999999"), None);
        assert_eq!(value("2147483648"), None);
        assert!("0".parse::<LeadingPositive>().is_err());
        assert!("5000000000000".parse::<LeadingInteger>().is_ok());
    }

    #[test]
    fn digits_may_be_followed_by_anything_where_haproxy_does_not_care() {
        for (text, number) in [("10", 10), ("10x", 10), ("x", 0), ("-1k", -1), ("+5", 5)] {
            let value: LeadingInteger = text.parse().unwrap();
            assert_eq!(value.value().map(|value| value.get()), Some(number));
            assert_eq!(value.to_string(), text);
        }
    }
}
