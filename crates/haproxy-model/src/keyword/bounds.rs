use super::Syntax;
use crate::text::has_reference;
use crate::value::{Bytes, Milliseconds, ScalarValue};

/// The least and the greatest value that HAProxy accepts of a keyword's first argument.
///
/// Both are written as the argument is: `1ms..1s`, `10k..1g`, `1..`. A time without a unit is one of
/// milliseconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bounds(&'static str);

impl Bounds {
    /// Those that are written so.
    pub const fn new(text: &'static str) -> Self {
        Self(text)
    }

    /// The least value, where there is one.
    pub fn least(self) -> Option<&'static str> {
        let (least, _) = self.0.split_once("..")?;
        (!least.is_empty()).then_some(least)
    }

    /// The greatest value, where there is one.
    pub fn greatest(self) -> Option<&'static str> {
        let (_, greatest) = self.0.split_once("..")?;
        (!greatest.is_empty()).then_some(greatest)
    }

    /// What should stand in place of this word, which is read by that syntax; `None` where it is
    /// within the bounds, or its value is not known.
    pub(crate) fn expected(self, syntax: &Syntax, word: &str) -> Option<String> {
        if has_reference(word) {
            return None;
        }
        let kind = kind(syntax)?;
        let own = value(kind, word)?;
        let of = |bound: Option<&'static str>| bound.and_then(|bound| value(kind, bound));
        let (least, greatest) = (of(self.least()), of(self.greatest()));
        if least.is_none_or(|least| least <= own) && greatest.is_none_or(|greatest| own <= greatest)
        {
            return None;
        }
        Some(match (self.least(), self.greatest()) {
            (Some(least), Some(greatest)) => format!("a {kind} from {least} to {greatest}"),
            (Some(least), None) => format!("a {kind} of at least {least}"),
            (None, greatest) => format!("a {kind} of at most {}", greatest.unwrap_or_default()),
        })
    }
}

/// What the first argument is.
fn kind(syntax: &Syntax) -> Option<&'static str> {
    match syntax {
        Syntax::Value(kind) => Some(kind),
        Syntax::Argument(_, inner) | Syntax::Optional(inner) => kind(inner),
        Syntax::Sequence(parts) | Syntax::Either(parts) => kind(parts.first()?),
        _ => None,
    }
}

/// Times count in microseconds.
fn value(kind: &str, word: &str) -> Option<i128> {
    match kind {
        "time" => Some(Milliseconds::read(word).ok()?.microseconds().into()),
        "size" => Some(Bytes::read(word).ok()?.bytes().into()),
        _ => word.parse().ok(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_beyond_the_bounds_are_told_what_is_expected() {
        let time = &Syntax::Argument("timeout", &Syntax::Value("time"));
        let bounds = Bounds::new("1ms..1s");
        for (word, expected) in [
            ("1", None),
            ("1s", None),
            ("0", Some("a time from 1ms to 1s")),
            ("1001", Some("a time from 1ms to 1s")),
        ] {
            assert_eq!(bounds.expected(time, word).as_deref(), expected, "{word}");
        }
        let size = &Syntax::Value("size");
        let expected = Bounds::new("1..").expected(size, "0k");
        assert_eq!(expected.as_deref(), Some("a size of at least 1"));
        let reference = format!("{}{{SIZE}}", crate::text::REFERENCE);
        assert_eq!(Bounds::new("1..").expected(size, &reference), None);
    }
}
