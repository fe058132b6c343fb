use std::fmt;
use std::str::FromStr;

use super::{Text, word};
use crate::keyword::Syntax;
use crate::language::Problem;
use crate::text::has_reference;

/// CPUs, threads, thread groups or processes: `all`, `odd`, `even`, `3`, `1-4`, `5-`, lists of these
/// with commas; in front of a `/`, the groups (once, processes) that they are in.
///
/// `cpu-map` takes an `auto:` in front of its first set.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct CpuSet(Text);

/// One part of a [`CpuSet`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CpuRange {
    /// Every one.
    All,
    /// Those of an odd number.
    Odd,
    /// Those of an even number.
    Even,
    /// From one to another, both included; to the last there is where no end is given.
    Range(u16, Option<u16>),
}

impl CpuSet {
    /// The word as written.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// Whether it starts with `auto:`, which spreads the first set over the second.
    pub fn is_automatic(&self) -> bool {
        self.as_str().starts_with("auto:")
    }

    /// The parts in order, each with the groups in front of its `/`.
    pub fn ranges(&self) -> impl Iterator<Item = (Option<CpuRange>, CpuRange)> + '_ {
        parts(self.as_str()).flatten()
    }
}

impl FromStr for CpuSet {
    type Err = Problem;

    fn from_str(text: &str) -> Result<Self, Problem> {
        if !has_reference(text) && parts(text).any(|part| part.is_none()) {
            return Err(word::invalid("a set such as 1-4, 'odd' or 'all'", text));
        }
        Ok(Self(text.into()))
    }
}

impl fmt::Display for CpuSet {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

word_argument!(
    CpuSet,
    &Syntax::Value("cpu-set"),
    "a set such as 1-4, 'odd' or 'all'"
);

fn parts(text: &str) -> impl Iterator<Item = Option<(Option<CpuRange>, CpuRange)>> + '_ {
    let text = text.strip_prefix("auto:").unwrap_or(text);
    text.split(',').map(|part| match part.split_once('/') {
        Some((group, set)) => Some((Some(range(group)?), range(set)?)),
        None => Some((None, range(part)?)),
    })
}

fn range(text: &str) -> Option<CpuRange> {
    match text {
        "all" => return Some(CpuRange::All),
        "odd" => return Some(CpuRange::Odd),
        "even" => return Some(CpuRange::Even),
        _ => {}
    }
    match text.split_once('-') {
        None => {
            let number = text.parse().ok()?;
            Some(CpuRange::Range(number, Some(number)))
        }
        Some((first, "")) => Some(CpuRange::Range(first.parse().ok()?, None)),
        Some((first, last)) => Some(CpuRange::Range(
            first.parse().ok()?,
            Some(last.parse().ok()?),
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_have_groups_and_ranges() {
        let set: CpuSet = "auto:1/1-4,2/odd".parse().unwrap();
        assert!(set.is_automatic());
        let one = Some(CpuRange::Range(1, Some(1)));
        let two = Some(CpuRange::Range(2, Some(2)));
        assert_eq!(
            set.ranges().collect::<Vec<_>>(),
            [(one, CpuRange::Range(1, Some(4))), (two, CpuRange::Odd)]
        );
        for text in ["", "x", "-2", "1/x"] {
            assert!(text.parse::<CpuSet>().is_err(), "{text}");
        }
    }
}
