use std::fmt;

use crate::keyword::Syntax;
use crate::language::Problem;
use crate::value::{Leading, ScalarValue};

/// The status of a redirection: 301, 302, 303, 307 or 308.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RedirectStatus(u16);

impl RedirectStatus {
    /// The status, if redirections may have it.
    pub const fn new(status: u16) -> Option<Self> {
        match status {
            301 | 302 | 303 | 307 | 308 => Some(Self(status)),
            _ => None,
        }
    }

    /// The number.
    pub const fn get(self) -> u16 {
        self.0
    }
}

impl fmt::Display for RedirectStatus {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl ScalarValue for RedirectStatus {
    const SYNTAX: &'static Syntax = &Syntax::Value("301|302|303|307|308");
    const EXPECTED: &'static str = "301, 302, 303, 307 or 308";

    /// Ignores what follows the digits, as HAProxy does.
    fn read(text: &str) -> Result<Self, Problem> {
        let number = Leading::<0, 999>::read(text).ok();
        let status = number.and_then(|number| u16::try_from(number.get()).ok());
        status.and_then(Self::new).ok_or_else(|| Problem::Invalid {
            expected: Self::EXPECTED.into(),
            found: text.to_owned(),
        })
    }
}
