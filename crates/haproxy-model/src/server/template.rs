use std::fmt;

use super::ServerParameter;
use crate::keyword::Syntax;
use crate::language::{Directive, Problem};
use crate::value::{Address, Name, Scalar, ScalarValue};

/// Several servers of one address and the same parameters, named by a prefix and a number.
#[derive(Debug, Clone, PartialEq, Directive)]
pub struct ServerTemplate {
    /// What stands before each number.
    #[arg(defines = "server")]
    pub prefix: Name,
    /// The numbers.
    pub range: Scalar<TemplateRange>,
    /// A host name, usually, with an optional port.
    #[arg(address = "server")]
    pub address: Address,
    /// The parameters of each, in order.
    pub parameters: Vec<ServerParameter>,
}

/// Numbers from one to another, both included; written without the first, it is 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct TemplateRange {
    /// The first number.
    pub first: u32,
    /// The last number.
    pub last: u32,
}

impl fmt::Display for TemplateRange {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.first {
            1 => write!(formatter, "{}", self.last),
            first => write!(formatter, "{first}-{}", self.last),
        }
    }
}

impl ScalarValue for TemplateRange {
    const SYNTAX: &'static Syntax = &Syntax::Value("number or range");
    const EXPECTED: &'static str = "a number of servers or a range such as 1-10";

    fn read(text: &str) -> Result<Self, Problem> {
        let range = match text.split_once('-') {
            Some((first, last)) => number(first).zip(number(last)),
            None => number(text).map(|last| (1, last)),
        };
        let range = range.filter(|(first, last)| first <= last);
        let (first, last) = range.ok_or_else(|| Problem::Invalid {
            expected: Self::EXPECTED.into(),
            found: text.to_owned(),
        })?;
        Ok(Self { first, last })
    }
}

/// What follows the digits does not count, as in HAProxy.
fn number(text: &str) -> Option<u32> {
    let end = text.bytes().take_while(u8::is_ascii_digit).count();
    text.get(..end)?.parse().ok()
}
