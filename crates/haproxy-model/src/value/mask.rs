use std::fmt;
use std::net::{Ipv4Addr, Ipv6Addr};
use std::str::FromStr;

use super::{Scalar, ScalarValue, Text, word};
use crate::keyword::Syntax;
use crate::language::Problem;
use crate::text::has_reference;

/// Which bits of an address count: `24`, `255.255.255.0` or `ffff::`.
pub type Mask = Scalar<Netmask>;

/// The bits of an address that count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Netmask {
    /// This many of the first bits, at most 128.
    Bits(u8),
    /// Those set in this address.
    V4(Ipv4Addr),
    /// Those set in this address.
    V6(Ipv6Addr),
}

impl fmt::Display for Netmask {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Bits(bits) => bits.fmt(formatter),
            Self::V4(mask) => mask.fmt(formatter),
            Self::V6(mask) => mask.fmt(formatter),
        }
    }
}

impl ScalarValue for Netmask {
    const SYNTAX: &'static Syntax = &Syntax::Value("mask");
    const EXPECTED: &'static str = "a mask such as 24 or 255.255.255.0";

    fn read(text: &str) -> Result<Self, Problem> {
        if let Ok(bits @ 0..=128) = text.parse() {
            return Ok(Self::Bits(bits));
        }
        if let Ok(mask) = text.parse() {
            return Ok(Self::V4(mask));
        }
        text.parse()
            .map(Self::V6)
            .map_err(|_| word::invalid(Self::EXPECTED, text))
    }
}

/// An address or a host name with an optional mask: `10.0.0.0/8`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Network(Text);

impl Network {
    /// The word as written.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// What stands in front of the mask.
    pub fn address(&self) -> &str {
        split(self.as_str()).0
    }

    /// The mask; `None` where all bits count.
    pub fn mask(&self) -> Option<Mask> {
        split(self.as_str()).1?.parse().ok()
    }
}

impl FromStr for Network {
    type Err = Problem;

    fn from_str(text: &str) -> Result<Self, Problem> {
        let (address, mask) = split(text);
        let known = mask.is_none_or(|mask| mask.parse::<Mask>().is_ok()) && !address.is_empty();
        if !known && !has_reference(text) {
            return Err(word::invalid("an address such as 10.0.0.0/8", text));
        }
        Ok(Self(text.into()))
    }
}

impl fmt::Display for Network {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

word_argument!(
    Network,
    &Syntax::Value("network"),
    "an address such as 10.0.0.0/8"
);

fn split(text: &str) -> (&str, Option<&str>) {
    match text.split_once('/') {
        Some((address, mask)) => (address, Some(mask)),
        None => (text, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn masks_have_three_forms() {
        assert_eq!("24".parse::<Mask>(), Ok(Netmask::Bits(24).into()));
        assert!(matches!(
            "255.255.255.0".parse::<Mask>().unwrap().value(),
            Some(Netmask::V4(_))
        ));
        assert!(matches!(
            "ffff::".parse::<Mask>().unwrap().value(),
            Some(Netmask::V6(_))
        ));
        assert!("129".parse::<Mask>().is_err());
    }

    #[test]
    fn a_network_is_an_address_and_a_mask() {
        let network: Network = "2001:db8::/32".parse().unwrap();
        assert_eq!(network.address(), "2001:db8::");
        assert_eq!(network.mask(), "32".parse().ok());
        assert_eq!("::1".parse::<Network>().unwrap().mask(), None);
        assert!("10.0.0.0/x".parse::<Network>().is_err());
    }
}
