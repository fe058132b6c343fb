use std::fmt;
use std::str::FromStr;

use super::{Ranged, Scalar, Text, word};
use crate::keyword::Syntax;
use crate::language::Problem;
use crate::text::has_reference;

/// One status code of HTTP.
pub type StatusCode = Scalar<Ranged<100, 999>>;

/// Status codes and ranges of them in one word: `200,300-399`, behind `+` or `-` where a statement
/// adds to a set or takes from it.
#[derive(Debug, Clone, Eq)]
pub struct StatusSet(Text);

/// What a [`StatusSet`] does to the set that is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum StatusChange {
    /// `+`
    Add,
    /// `-`
    Remove,
}

/// Status codes from one to another, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct StatusRange {
    /// The lowest.
    pub first: u16,
    /// The highest; the same for a single code.
    pub last: u16,
}

impl StatusSet {
    /// The word as written.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// What it does to the set that is there; `None` where it replaces it.
    pub fn change(&self) -> Option<StatusChange> {
        match self.as_str().as_bytes().first() {
            Some(b'+') => Some(StatusChange::Add),
            Some(b'-') => Some(StatusChange::Remove),
            _ => None,
        }
    }

    /// The ranges, in order; none where the word refers to an environment variable.
    pub fn ranges(&self) -> impl Iterator<Item = StatusRange> + '_ {
        ranges(self.as_str()).flatten()
    }
}

impl PartialEq for StatusSet {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
            || (!has_reference(self.as_str())
                && !has_reference(other.as_str())
                && self.change() == other.change()
                && self.ranges().eq(other.ranges()))
    }
}

impl FromStr for StatusSet {
    type Err = Problem;

    fn from_str(text: &str) -> Result<Self, Problem> {
        if text.is_empty() || (!has_reference(text) && ranges(text).any(|range| range.is_none())) {
            return Err(word::invalid("status codes such as 200,300-399", text));
        }
        Ok(Self(text.into()))
    }
}

impl fmt::Display for StatusSet {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

word_argument!(
    StatusSet,
    &Syntax::Value("status"),
    "status codes such as 200,300-399"
);

fn ranges(text: &str) -> impl Iterator<Item = Option<StatusRange>> + '_ {
    let text = text.strip_prefix(['+', '-']).unwrap_or(text);
    text.split(',').map(|range| {
        let (first, last) = range.split_once('-').unwrap_or((range, range));
        Some(StatusRange {
            first: first.parse().ok()?,
            last: last.parse().ok()?,
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_has_codes_and_ranges() {
        let set: StatusSet = "-200,300-399".parse().unwrap();
        assert_eq!(set.change(), Some(StatusChange::Remove));
        assert_eq!(
            set.ranges().collect::<Vec<_>>(),
            [
                StatusRange {
                    first: 200,
                    last: 200
                },
                StatusRange {
                    first: 300,
                    last: 399
                }
            ]
        );
        assert!("abc".parse::<StatusSet>().is_err());
        assert!("200,-404".parse::<StatusSet>().is_err());
    }

    #[test]
    fn a_range_of_one_is_that_code() {
        assert_eq!("200".parse::<StatusSet>(), "200-200".parse());
        assert_ne!("200".parse::<StatusSet>(), "+200".parse());
    }
}
