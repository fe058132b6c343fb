use std::fmt;

use crate::keyword::Syntax;
use crate::language::Problem;
use crate::value::{ScalarValue, Switch};

/// Whether a rewrite that fails is an error; the letters may be of either case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct StrictMode(pub Switch);

impl fmt::Display for StrictMode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl ScalarValue for StrictMode {
    const SYNTAX: &'static Syntax = Switch::SYNTAX;
    const EXPECTED: &'static str = Switch::EXPECTED;

    fn read(text: &str) -> Result<Self, Problem> {
        let lowercase = text.to_ascii_lowercase();
        let switch = Switch::read(&lowercase).map_err(|_| Problem::Invalid {
            expected: Self::EXPECTED.into(),
            found: text.to_owned(),
        })?;
        Ok(Self(switch))
    }
}
