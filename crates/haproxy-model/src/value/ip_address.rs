use std::net::IpAddr;

use super::{Scalar, ScalarValue, word};
use crate::keyword::Syntax;
use crate::language::Problem;

/// An address of a machine, without a port: `192.0.2.1`, `2001:db8::1`, `[2001:db8::1]`.
pub type IpAddress = Scalar<IpAddr>;

impl ScalarValue for IpAddr {
    const SYNTAX: &'static Syntax = &Syntax::Value("address");
    const EXPECTED: &'static str = "an address such as 192.0.2.1";

    fn read(text: &str) -> Result<Self, Problem> {
        let inner = text
            .strip_prefix('[')
            .and_then(|text| text.strip_suffix(']'))
            .unwrap_or(text);
        inner
            .parse()
            .map_err(|_| word::invalid(Self::EXPECTED, text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_may_stand_around_an_address() {
        let address: IpAddress = "[::1]".parse().unwrap();
        assert_eq!(address, "::1".parse().unwrap());
        assert_eq!(address.to_string(), "[::1]");
        assert!("localhost".parse::<IpAddress>().is_err());
        assert!("192.0.2.1:80".parse::<IpAddress>().is_err());
    }
}
