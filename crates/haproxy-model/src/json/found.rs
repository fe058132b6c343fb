use crate::keyword::{Keyword, Syntax};

/// A keyword at the start of some words.
#[derive(Debug, Clone, Copy)]
pub(super) struct Found<'a> {
    pub(super) keyword: &'static Keyword,
    /// How many words it has.
    pub(super) count: usize,
    /// What stands in its parentheses, or behind it in its last word.
    pub(super) inside: Option<&'a str>,
}

impl<'a> Found<'a> {
    /// The longest of the keywords that the words start with.
    pub(super) fn longest<W: AsRef<str>>(
        words: &'a [W],
        keywords: impl Iterator<Item = &'static Keyword>,
    ) -> Option<Self> {
        keywords
            .filter_map(|keyword| Self::start(words, keyword))
            .reduce(|best, found| {
                let rank = |found: &Self| (found.count, found.inside.is_none());
                // Of equal ones, the first counts.
                if rank(&found) > rank(&best) {
                    found
                } else {
                    best
                }
            })
    }

    fn start<W: AsRef<str>>(words: &'a [W], keyword: &'static Keyword) -> Option<Self> {
        let count = keyword.name.split(' ').count();
        let form = Form::of(keyword.syntax);
        let mut inside = None;
        for (index, expected) in keyword.name.split(' ').enumerate() {
            let word = words.get(index)?.as_ref();
            let is_last = index + 1 == count;
            if word == expected && (!is_last || matches!(form, Form::Whole | Form::MaybeCall)) {
                continue;
            }
            let behind = word.strip_prefix(expected).filter(|_| is_last)?;
            inside = Some(match form {
                Form::Whole => return None,
                Form::Call | Form::MaybeCall => behind.strip_prefix('(')?.strip_suffix(')')?,
                Form::Joined => behind,
            });
        }
        Some(Self {
            keyword,
            count,
            inside,
        })
    }
}

/// What the last word of a keyword looks like.
#[derive(Debug, Clone, Copy)]
enum Form {
    Whole,
    Call,
    MaybeCall,
    Joined,
}

impl Form {
    fn of(syntax: &'static Syntax) -> Self {
        match syntax {
            Syntax::Sequence([first, ..]) => Self::of(first),
            Syntax::Call(_) => Self::Call,
            Syntax::Joined(_) => Self::Joined,
            Syntax::Optional(Syntax::Call(_)) => Self::MaybeCall,
            _ => Self::Whole,
        }
    }
}
