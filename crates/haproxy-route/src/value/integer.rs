use std::fmt::{self, Display, Formatter};

use num_bigint::BigInt;

/// A whole number of any size, as JSON has it: databags set no bounds to most numbers.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Integer(BigInt);

impl Integer {
    /// Whether this is 0.
    pub fn is_zero(&self) -> bool {
        self.0 == BigInt::ZERO
    }

    /// Whether this is more than 0.
    pub fn is_positive(&self) -> bool {
        self.0 > BigInt::ZERO
    }

    /// The number of a port, where it is one from 1 to 65535.
    pub fn to_port(&self) -> Option<u16> {
        u16::try_from(&self.0).ok().filter(|port| *port > 0)
    }

    /// The number, where it is one from 0 to 2⁶⁴ - 1.
    pub fn to_u64(&self) -> Option<u64> {
        u64::try_from(&self.0).ok()
    }
}

impl Display for Integer {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

macro_rules! from {
    ($($number:ty),+) => {
        $(
            impl From<$number> for Integer {
                fn from(number: $number) -> Self {
                    Self(number.into())
                }
            }
        )+
    };
}

from!(i32, i64, u16, u32, u64, u128, BigInt);

impl From<Integer> for BigInt {
    fn from(integer: Integer) -> Self {
        integer.0
    }
}
