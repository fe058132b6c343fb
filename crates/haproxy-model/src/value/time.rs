use std::fmt;

use super::{Scalar, ScalarValue, word};
use crate::keyword::Syntax;
use crate::language::Problem;

/// A time that counts milliseconds where no unit is written, as most of HAProxy's times do.
pub type Duration = Scalar<Milliseconds>;

/// A time that counts seconds where no unit is written.
pub type DurationSeconds = Scalar<Seconds>;

/// A time that counts microseconds where no unit is written.
pub type DurationMicroseconds = Scalar<Microseconds>;

/// A time in milliseconds unless it has a unit.
pub type Milliseconds = Time<1_000>;

/// A time in seconds unless it has a unit.
pub type Seconds = Time<1_000_000>;

/// A time in microseconds unless it has a unit.
pub type Microseconds = Time<1>;

/// An amount of time with its unit; without one it counts `DEFAULT` microseconds.
///
/// Times are equal when they last equally long. See the manual's section 2.5, "Time format".
#[derive(Debug, Clone, Copy)]
pub struct Time<const DEFAULT: u64> {
    amount: u64,
    unit: Option<TimeUnit>,
}

/// A unit of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TimeUnit {
    /// `us`
    Microsecond,
    /// `ms`
    Millisecond,
    /// `s`
    Second,
    /// `m`
    Minute,
    /// `h`
    Hour,
    /// `d`
    Day,
}

impl TimeUnit {
    /// Every unit, the shortest first.
    pub const ALL: [Self; 6] = [
        Self::Microsecond,
        Self::Millisecond,
        Self::Second,
        Self::Minute,
        Self::Hour,
        Self::Day,
    ];

    /// How HAProxy writes it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Microsecond => "us",
            Self::Millisecond => "ms",
            Self::Second => "s",
            Self::Minute => "m",
            Self::Hour => "h",
            Self::Day => "d",
        }
    }

    /// How many microseconds it lasts.
    pub const fn microseconds(self) -> u64 {
        match self {
            Self::Microsecond => 1,
            Self::Millisecond => 1_000,
            Self::Second => 1_000_000,
            Self::Minute => 60_000_000,
            Self::Hour => 3_600_000_000,
            Self::Day => 86_400_000_000,
        }
    }

    /// The unit that a text starts with; what follows it, HAProxy only warns of.
    fn leading(text: &str) -> Option<Self> {
        match text.as_bytes() {
            [b'u', b's', ..] => Some(Self::Microsecond),
            [b'm', b's', ..] => Some(Self::Millisecond),
            [b's', ..] => Some(Self::Second),
            [b'm', ..] => Some(Self::Minute),
            [b'h', ..] => Some(Self::Hour),
            [b'd', ..] => Some(Self::Day),
            _ => None,
        }
    }
}

impl<const DEFAULT: u64> Time<DEFAULT> {
    /// The longest time that HAProxy takes here, in microseconds.
    const LONGEST: u64 = DEFAULT * i32::MAX as u64;

    /// An amount of a unit; `None` where it is longer than HAProxy takes here.
    pub const fn new(amount: u64, unit: TimeUnit) -> Option<Self> {
        Self::checked(amount, Some(unit))
    }

    /// An amount without a unit; `None` where it is longer than HAProxy takes here.
    pub const fn without_unit(amount: u64) -> Option<Self> {
        Self::checked(amount, None)
    }

    const fn checked(amount: u64, unit: Option<TimeUnit>) -> Option<Self> {
        let time = Self { amount, unit };
        match amount.checked_mul(time.unit_microseconds()) {
            Some(length) if length <= Self::LONGEST => Some(time),
            _ => None,
        }
    }

    /// How long it lasts, in microseconds.
    pub const fn microseconds(self) -> u64 {
        self.amount.saturating_mul(self.unit_microseconds())
    }

    /// The number as written.
    pub const fn amount(self) -> u64 {
        self.amount
    }

    /// The unit as written.
    pub const fn unit(self) -> Option<TimeUnit> {
        self.unit
    }

    const fn unit_microseconds(self) -> u64 {
        match self.unit {
            Some(unit) => unit.microseconds(),
            None => DEFAULT,
        }
    }
}

impl<const DEFAULT: u64> PartialEq for Time<DEFAULT> {
    fn eq(&self, other: &Self) -> bool {
        self.microseconds() == other.microseconds()
    }
}

impl<const DEFAULT: u64> Eq for Time<DEFAULT> {}

impl<const DEFAULT: u64> From<Time<DEFAULT>> for std::time::Duration {
    fn from(time: Time<DEFAULT>) -> Self {
        Self::from_micros(time.microseconds())
    }
}

/// In the largest unit that measures it exactly; an error where HAProxy cannot take it here.
impl<const DEFAULT: u64> TryFrom<std::time::Duration> for Time<DEFAULT> {
    type Error = Problem;

    fn try_from(duration: std::time::Duration) -> Result<Self, Problem> {
        let invalid = || word::invalid(Self::EXPECTED, &format!("{duration:?}"));
        let microseconds = u64::try_from(duration.as_micros()).map_err(|_| invalid())?;
        let unit = TimeUnit::ALL
            .into_iter()
            .rfind(|unit| microseconds.is_multiple_of(unit.microseconds()) && microseconds > 0)
            .unwrap_or(TimeUnit::Second);
        Self::new(microseconds / unit.microseconds(), unit).ok_or_else(invalid)
    }
}

impl<const DEFAULT: u64> fmt::Display for Time<DEFAULT> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.amount.fmt(formatter)?;
        formatter.write_str(self.unit.map_or("", TimeUnit::as_str))
    }
}

impl<const DEFAULT: u64> ScalarValue for Time<DEFAULT> {
    const SYNTAX: &'static Syntax = &Syntax::Value("time");
    const EXPECTED: &'static str = "a time such as 5s";

    fn read(text: &str) -> Result<Self, Problem> {
        let invalid = || word::invalid(Self::EXPECTED, text);
        let end = text
            .bytes()
            .position(|byte| !byte.is_ascii_digit())
            .unwrap_or(text.len());
        let (amount, unit) = text.split_at_checked(end).ok_or_else(invalid)?;
        let amount = amount.parse().map_err(|_| invalid())?;
        let unit = match unit {
            "" => None,
            unit => Some(TimeUnit::leading(unit).ok_or_else(invalid)?),
        };
        Self::checked(amount, unit).ok_or_else(|| {
            let longest = i32::MAX;
            let unit = match DEFAULT {
                1 => "us",
                1_000 => "ms",
                _ => "s",
            };
            word::invalid(format!("a time of at most {longest}{unit}"), text)
        })
    }

    fn is_printed_as(&self, text: &str) -> bool {
        let unit = self.unit.map_or("", TimeUnit::as_str);
        let number = text.strip_suffix(unit);
        number.is_some_and(word::is_short_number) || word::prints_as(self, text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_compare_by_length() {
        let second: Duration = "1s".parse().unwrap();
        for text in ["1000", "1000ms", "1000000us", "1s"] {
            let other: Duration = text.parse().unwrap();
            assert_eq!(second, other);
            assert_eq!(other.to_string(), text);
        }
        assert_eq!("60".parse::<DurationSeconds>(), "1m".parse());
    }

    #[test]
    fn what_follows_the_first_unit_is_kept_and_does_not_count() {
        let hour: Duration = "1h30m".parse().unwrap();
        assert_eq!(hour, "1h".parse().unwrap());
        assert_eq!(hour.to_string(), "1h30m");
    }

    #[test]
    fn durations_get_the_largest_exact_unit() {
        let written = |milliseconds| {
            Milliseconds::try_from(std::time::Duration::from_millis(milliseconds))
                .unwrap()
                .to_string()
        };
        assert_eq!(written(0), "0s");
        assert_eq!(written(1_500), "1500ms");
        assert_eq!(written(7_200_000), "2h");
        assert!(Milliseconds::try_from(std::time::Duration::MAX).is_err());
    }

    #[test]
    fn what_haproxy_refuses_is_refused() {
        for text in [
            "",
            "s",
            "-1",
            "+5",
            "5S",
            "1.5s",
            "0x10",
            "2147483648",
            "25d",
        ] {
            assert!(text.parse::<Duration>().is_err(), "{text}");
        }
        assert!("2147483647".parse::<Duration>().is_ok());
        assert!("25d".parse::<DurationSeconds>().is_ok());
    }
}
