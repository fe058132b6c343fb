use crate::language::Problem;
use crate::registry::MatchMethod;
use crate::text::has_reference;
use crate::value::word;

/// What stands between the criterion of an ACL and its patterns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AclFlag<'a> {
    /// `-i`: letters are the same in either case.
    IgnoreCase,
    /// `-f`: more patterns are in this file.
    File(&'a str),
    /// `-m`: how to compare; see [`MatchMethod`].
    Match(&'a str),
    /// `-M`: the files of patterns are maps.
    Map,
    /// `-n`: names are not resolved.
    NoDns,
    /// `-u`: the number that the ACL has at run time; empty where the line ends before it.
    UniqueId(&'a str),
    /// `--`: patterns follow, even such as start with `-`.
    End,
}

impl<'a> AclFlag<'a> {
    /// The flag and what it needs.
    pub fn words(self) -> impl Iterator<Item = &'a str> {
        let (flag, argument) = match self {
            Self::IgnoreCase => ("-i", None),
            Self::File(path) => ("-f", Some(path)),
            Self::Match(method) => ("-m", Some(method)),
            Self::Map => ("-M", None),
            Self::NoDns => ("-n", None),
            Self::UniqueId("") => ("-u", None),
            Self::UniqueId(number) => ("-u", Some(number)),
            Self::End => ("--", None),
        };
        std::iter::once(flag).chain(argument)
    }

    /// Reads a flag; `Ok(None)` where the next word is none.
    pub(super) fn read(words: &mut impl Iterator<Item = &'a str>) -> Result<Option<Self>, Problem> {
        let Some(word) = words.next() else {
            return Ok(None);
        };
        if !word.starts_with('-') {
            return Ok(None);
        }
        let mut argument = |expected| {
            let missing = Problem::Missing {
                expected: std::borrow::Cow::Borrowed(expected),
            };
            words.next().ok_or(missing)
        };
        Ok(Some(match word {
            "-i" => Self::IgnoreCase,
            "-f" => Self::File(argument("a file of patterns")?),
            "-m" => Self::Match(check_method(argument(METHOD)?)?),
            "-M" => Self::Map,
            "-n" => Self::NoDns,
            "-u" => match words.next() {
                Some(number) => Self::UniqueId(check_number(number)?),
                None => Self::UniqueId(""),
            },
            "--" => Self::End,
            _ => {
                let expected = "a flag of ACLs, or '--' before a pattern that starts with '-'";
                return Err(word::invalid(expected, word));
            }
        }))
    }
}

const METHOD: &str = "a way to match such as beg or reg";
const NUMBER: &str = "a number";

fn check_method(text: &str) -> Result<&str, Problem> {
    if MatchMethod::named(text).is_some() || has_reference(text) {
        Ok(text)
    } else {
        Err(word::invalid(METHOD, text))
    }
}

fn check_number(text: &str) -> Result<&str, Problem> {
    if text.parse::<i64>().is_ok() || has_reference(text) {
        Ok(text)
    } else {
        Err(word::invalid(NUMBER, text))
    }
}
