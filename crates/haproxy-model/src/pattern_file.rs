//! Files with patterns of ACLs, and files of maps.

use std::convert::Infallible;
use std::fmt;
use std::str::FromStr;

/// A line of a file with patterns of an ACL.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum PatternLine {
    /// Nothing.
    Blank,
    /// A line that starts with `#`, as it stands.
    Comment(Box<str>),
    /// A pattern: all of the line but the blanks at its start.
    Pattern(Box<str>),
}

/// A line of a map.
///
/// ```
/// use haproxy_model::pattern_file::MapLine;
///
/// let Ok(line) = "www.example.org   app  # not a comment".parse::<MapLine>();
/// assert_eq!(line.entry(), Some(("www.example.org", "app  # not a comment")));
/// assert_eq!(line.to_string(), "www.example.org app  # not a comment");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum MapLine {
    /// Nothing.
    Blank,
    /// A line that starts with `#`, as it stands.
    Comment(Box<str>),
    /// A key and its value.
    Entry {
        /// What is looked up; it has no blanks.
        key: Box<str>,
        /// What is found: the rest of the line.
        value: Box<str>,
    },
}

impl PatternLine {
    /// A line with this pattern; `None` where it would be read as something else.
    pub fn new(pattern: &str) -> Option<Self> {
        let Ok(line) = pattern.parse::<Self>();
        (line.pattern() == Some(pattern)).then_some(line)
    }

    /// The pattern, where the line has one.
    pub fn pattern(&self) -> Option<&str> {
        match self {
            Self::Pattern(pattern) => Some(pattern),
            Self::Blank | Self::Comment(_) => None,
        }
    }
}

impl MapLine {
    /// A line with this entry; `None` where it would be read as something else.
    pub fn new(key: &str, value: &str) -> Option<Self> {
        let Ok(line) = format!("{key} {value}").parse::<Self>();
        (line.entry() == Some((key, value))).then_some(line)
    }

    /// The key and its value, where the line has them.
    pub fn entry(&self) -> Option<(&str, &str)> {
        match self {
            Self::Entry { key, value } => Some((key, value)),
            Self::Blank | Self::Comment(_) => None,
        }
    }
}

impl FromStr for PatternLine {
    type Err = Infallible;

    fn from_str(line: &str) -> Result<Self, Infallible> {
        let line = first_line(line);
        if line.starts_with('#') {
            return Ok(Self::Comment(line.into()));
        }
        Ok(match line.trim_start_matches(BLANKS) {
            "" => Self::Blank,
            pattern => Self::Pattern(pattern.into()),
        })
    }
}

impl FromStr for MapLine {
    type Err = Infallible;

    fn from_str(line: &str) -> Result<Self, Infallible> {
        let line = first_line(line);
        if line.starts_with('#') {
            return Ok(Self::Comment(line.into()));
        }
        let line = line.trim_matches(BLANKS);
        if line.is_empty() {
            return Ok(Self::Blank);
        }
        let (key, value) = line.split_once(BLANKS).unwrap_or((line, ""));
        Ok(Self::Entry {
            key: key.into(),
            value: value.trim_start_matches(BLANKS).into(),
        })
    }
}

impl fmt::Display for PatternLine {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Blank => Ok(()),
            Self::Comment(text) | Self::Pattern(text) => formatter.write_str(text),
        }
    }
}

impl fmt::Display for MapLine {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Blank => Ok(()),
            Self::Comment(text) => formatter.write_str(text),
            Self::Entry { key, value } if value.is_empty() => formatter.write_str(key),
            Self::Entry { key, value } => write!(formatter, "{key} {value}"),
        }
    }
}

const BLANKS: [char; 2] = [' ', '\t'];

/// The line without its end.
fn first_line(text: &str) -> &str {
    text.split(['\r', '\n']).next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_are_whole_lines() {
        let read = |text: &str| {
            let Ok(line) = text.parse::<PatternLine>();
            line.pattern().map(str::to_owned)
        };
        assert_eq!(read("10.0.0.0/8\r\n").as_deref(), Some("10.0.0.0/8"));
        assert_eq!(read("  two words").as_deref(), Some("two words"));
        assert_eq!(read("# 10.0.0.0/8"), None);
        assert_eq!(read(" #x").as_deref(), Some("#x"));
        assert_eq!(read(" \t"), None);
    }

    #[test]
    fn entries_have_a_key_and_a_value() {
        let read = |text: &str| {
            let Ok(line) = text.parse::<MapLine>();
            line.entry().map(|(key, value)| format!("{key}={value}"))
        };
        assert_eq!(read("a.tld\t be one \n").as_deref(), Some("a.tld=be one"));
        assert_eq!(read("a.tld").as_deref(), Some("a.tld="));
        assert_eq!(read("#a b"), None);
        assert_eq!(read(""), None);
    }

    #[test]
    fn a_line_is_built_of_what_reads_back() {
        assert_eq!(MapLine::new("a", "b c").unwrap().to_string(), "a b c");
        for (key, value) in [
            ("a b", "c"),
            ("", "c"),
            ("#a", "b"),
            ("a", "b\nc d"),
            ("a", " b"),
        ] {
            assert_eq!(MapLine::new(key, value), None, "{key} {value}");
        }
        assert!(PatternLine::new("a b").is_some());
        for pattern in ["", "#a", " a", "a\nb"] {
            assert_eq!(PatternLine::new(pattern), None, "{pattern}");
        }
    }
}
