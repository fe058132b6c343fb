use std::sync::{Arc, OnceLock};

use serde_json::Value;

use super::Names;
use super::found::Found;
use super::place::Context;
use super::shape::Shape;
use crate::keyword::{Keyword, Syntax};

/// Keywords to choose from, each with its forms; these are found once, where they are needed.
#[derive(Debug, Clone)]
pub(super) struct Options(Arc<Inner>);

/// A keyword with its forms.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) keyword: &'static Keyword,
    pub(super) forms: Vec<Shape>,
}

#[derive(Debug)]
struct Inner {
    keywords: &'static [Keyword],
    context: Context,
    index: OnceLock<Index>,
}

#[derive(Debug, Default)]
struct Index {
    entries: Vec<Entry>,
    /// The numbers of entries by the first word, without what may be joined to it.
    by_word: Names<Vec<usize>>,
    /// Those whose word goes on with an argument.
    joined: Vec<usize>,
    /// By the first name of a place, together with those that have none.
    by_property: Names<Vec<usize>>,
    /// Those with a form that has no place of its own.
    placeless: Vec<usize>,
}

impl Entry {
    /// What a choice calls it where that is not its own name.
    pub(super) fn name(&self) -> Option<&Value> {
        self.forms.first()?.name.as_ref()
    }
}

impl Options {
    pub(super) fn of(keywords: &'static [Keyword], context: Context) -> Self {
        let index = OnceLock::new();
        Self(Arc::new(Inner {
            keywords,
            context,
            index,
        }))
    }

    /// The keyword, where there is only one.
    pub(super) fn only(&self) -> Option<&'static Keyword> {
        match self.0.keywords {
            [only] => Some(only),
            _ => None,
        }
    }

    /// All of them.
    pub(super) fn entries(&self) -> &[Entry] {
        &self.index().entries
    }

    /// Those that may say this property.
    pub(super) fn of_property(&self, name: &str) -> impl Iterator<Item = &Entry> {
        let index = self.index();
        let numbers = index.by_property.get(name).unwrap_or(&index.placeless);
        numbers.iter().filter_map(|at| index.entries.get(*at))
    }

    /// The longest of them that the words start with.
    pub(super) fn find<'w, W: AsRef<str>>(&self, words: &'w [W]) -> Option<(Found<'w>, &Entry)> {
        let index = self.index();
        let first = words.first()?.as_ref();
        let word = first.split_once('(').map_or(first, |(word, _)| word);
        let named = index.by_word.get(word).into_iter().flatten();
        let numbers = named.chain(&index.joined);
        let found = numbers.filter_map(|at| {
            let entry = index.entries.get(*at)?;
            Some((Found::start(words, entry.keyword)?, entry))
        });
        // Of equal ones, the first counts.
        found.reduce(|best, found| {
            if found.0.rank() > best.0.rank() {
                found
            } else {
                best
            }
        })
    }

    fn index(&self) -> &Index {
        let inner = &*self.0;
        inner
            .index
            .get_or_init(|| Index::new(inner.keywords, inner.context))
    }
}

impl Index {
    fn new(keywords: &'static [Keyword], context: Context) -> Self {
        let mut index = Self::default();
        for (at, keyword) in keywords.iter().enumerate() {
            let forms = Shape::all(keyword, context);
            let first = keyword.name.split(' ').next().unwrap_or_default();
            if is_joined(keyword.syntax) {
                index.joined.push(at);
            } else {
                index.by_word.entry(first).or_default().push(at);
            }
            for form in &forms {
                match form.path.first() {
                    Some(name) => index.by_property.entry(name).or_default().push(at),
                    None => index.placeless.push(at),
                }
            }
            index.entries.push(Entry { keyword, forms });
        }
        index.placeless.dedup();
        for numbers in index.by_property.values_mut() {
            numbers.extend(&index.placeless);
            numbers.sort_unstable();
            numbers.dedup();
        }
        index
    }
}

/// Whether the keyword's last word goes on with an argument, without parentheses.
fn is_joined(syntax: &Syntax) -> bool {
    match syntax {
        Syntax::Sequence([first, ..]) => is_joined(first),
        Syntax::Joined(_) => true,
        _ => false,
    }
}
