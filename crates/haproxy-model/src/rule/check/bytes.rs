use std::fmt;

use crate::keyword::Syntax;
use crate::language::Problem;
use crate::value::ScalarValue;

/// Bytes, two hexadecimal digits for each.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct HexBytes(pub Box<[u8]>);

impl fmt::Display for HexBytes {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0
            .iter()
            .try_for_each(|byte| write!(formatter, "{byte:02x}"))
    }
}

impl ScalarValue for HexBytes {
    const SYNTAX: &'static Syntax = &Syntax::Value("hex");
    const EXPECTED: &'static str = "two hexadecimal digits for each byte";

    fn read(text: &str) -> Result<Self, Problem> {
        let invalid = || Problem::Invalid {
            expected: Self::EXPECTED.into(),
            found: text.to_owned(),
        };
        let digit = |byte: &u8| {
            char::from(*byte)
                .to_digit(16)
                .and_then(|digit| u8::try_from(digit).ok())
        };
        let byte = |pair: &[u8]| match pair {
            [high, low] => Some(digit(high)? << 4 | digit(low)?),
            _ => None,
        };
        let bytes: Option<Box<[u8]>> = text.as_bytes().chunks(2).map(byte).collect();
        bytes.map(Self).ok_or_else(invalid)
    }
}
