use std::fmt;
use std::str::FromStr;

use crate::keyword::Syntax;
use crate::language::{Argument, ArgumentError, Printer, Problem, Words};
use crate::text::has_reference;
use crate::value::Text;

/// Which messages of each so many a target gets: `1,3-4:5` are the first, third and fourth of five.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct LogSample(Text);

impl LogSample {
    /// The word as written.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// After how many messages it starts again; `None` where that depends on the environment.
    pub fn size(&self) -> Option<u32> {
        self.as_str().rsplit_once(':')?.1.parse().ok()
    }

    /// The messages that are sent, as first and last of each range; those that depend on the
    /// environment are left out.
    pub fn ranges(&self) -> impl Iterator<Item = (u32, u32)> + '_ {
        let ranges = self.as_str().rsplit_once(':').map(|(ranges, _)| ranges);
        ranges.unwrap_or_default().split(',').filter_map(range)
    }
}

impl FromStr for LogSample {
    type Err = Problem;

    fn from_str(text: &str) -> Result<Self, Problem> {
        if has_reference(text) || is_sample(text) {
            return Ok(Self(text.into()));
        }
        Err(Problem::Invalid {
            expected: EXPECTED.into(),
            found: text.to_owned(),
        })
    }
}

impl fmt::Display for LogSample {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl Argument for LogSample {
    const SYNTAX: &'static Syntax = &Syntax::Value("ranges:size");

    fn parse(words: &mut Words<'_>) -> Result<Self, ArgumentError> {
        let position = words.position();
        let word = words.expect(EXPECTED)?;
        word.parse()
            .map_err(|problem| ArgumentError::new(position, problem))
    }

    fn print(&self, printer: &mut Printer) {
        self.0.print(printer);
    }
}

const EXPECTED: &str = "ranges and a size such as 1,3-4:5";

fn is_sample(text: &str) -> bool {
    text.rsplit_once(':').is_some_and(|(ranges, size)| {
        size.parse::<u32>().is_ok() && ranges.split(',').all(|part| range(part).is_some())
    })
}

fn range(text: &str) -> Option<(u32, u32)> {
    let (first, last) = text.split_once('-').unwrap_or((text, text));
    Some((first.parse().ok()?, last.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_and_size_are_numbers() {
        let sample: LogSample = "1,3-4:5".parse().unwrap();
        assert_eq!(sample.size(), Some(5));
        assert_eq!(sample.ranges().collect::<Vec<_>>(), [(1, 1), (3, 4)]);
        for text in ["", "1", "1:", ":5", "a:5", "1-:5"] {
            assert!(text.parse::<LogSample>().is_err(), "{text}");
        }
    }
}
