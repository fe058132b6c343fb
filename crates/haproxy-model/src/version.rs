//! HAProxy's versions.

use std::fmt;
use std::str::FromStr;

/// A branch of HAProxy, such as 3.2.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Version {
    /// The number before the dot.
    pub major: u8,
    /// The number after the dot.
    pub minor: u8,
}

impl Version {
    /// The oldest branch that is supported as a target.
    pub const OLDEST: Self = Self::new(2, 4);
    /// The newest branch that is supported as a target.
    pub const NEWEST: Self = Self::new(3, 4);

    /// The branch of this number.
    pub const fn new(major: u8, minor: u8) -> Self {
        Self { major, minor }
    }

    /// Whether it is the other one or a later one.
    pub const fn is_at_least(self, other: Self) -> bool {
        self.major > other.major || (self.major == other.major && self.minor >= other.minor)
    }
}

impl fmt::Display for Version {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}.{}", self.major, self.minor)
    }
}

/// The text is not a branch such as `3.2`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected a version such as 3.2, found '{found}'")]
pub struct VersionError {
    /// The text as it stands.
    pub found: String,
}

impl FromStr for Version {
    type Err = VersionError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let error = || VersionError {
            found: text.to_owned(),
        };
        let (major, minor) = text.split_once('.').ok_or_else(error)?;
        Ok(Self::new(
            major.parse().map_err(|_| error())?,
            minor.parse().map_err(|_| error())?,
        ))
    }
}
