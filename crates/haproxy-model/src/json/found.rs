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
    /// What is preferred where several keywords are found.
    pub(super) fn rank(&self) -> (usize, bool) {
        (self.count, self.inside.is_none())
    }

    /// Whether the words start with this keyword.
    pub(super) fn start<W: AsRef<str>>(words: &'a [W], keyword: &'static Keyword) -> Option<Self> {
        let form = Form::of(keyword.syntax);
        let (mut count, mut inside) = (0, None);
        let mut names = keyword.name.split(' ').peekable();
        while let Some(expected) = names.next() {
            let word = words.get(count)?.as_ref();
            let is_last = names.peek().is_none();
            count += 1;
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
