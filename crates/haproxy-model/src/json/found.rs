use crate::keyword::{Keyword, Syntax};

/// A keyword at the start of some words.
#[derive(Debug, Clone, Copy)]
pub(super) struct Found<'a> {
    pub(super) keyword: &'static Keyword,
    /// How many words it has.
    pub(super) count: usize,
    /// What stands in its parentheses.
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
            .max_by_key(|found| found.count)
    }

    fn start<W: AsRef<str>>(words: &'a [W], keyword: &'static Keyword) -> Option<Self> {
        let count = keyword.name.split(' ').count();
        let mut inside = None;
        for (index, expected) in keyword.name.split(' ').enumerate() {
            let word = words.get(index)?.as_ref();
            if word == expected && (index + 1 < count || may_be_whole(keyword.syntax)) {
                continue;
            }
            let open = word.strip_prefix(expected)?.strip_prefix('(')?;
            if index + 1 < count || !has_call(keyword.syntax) {
                return None;
            }
            inside = Some(open.strip_suffix(')')?);
        }
        Some(Self {
            keyword,
            count,
            inside,
        })
    }
}

fn first(syntax: &'static Syntax) -> &'static Syntax {
    match syntax {
        Syntax::Sequence([first, ..]) => first,
        other => other,
    }
}

fn has_call(syntax: &'static Syntax) -> bool {
    match first(syntax) {
        Syntax::Call(_) => true,
        Syntax::Optional(syntax) => matches!(syntax, Syntax::Call(_)),
        _ => false,
    }
}

fn may_be_whole(syntax: &'static Syntax) -> bool {
    !matches!(first(syntax), Syntax::Call(_) | Syntax::Joined(_))
}
