use std::borrow::Cow;

use haproxy_model::keyword::Keyword;

use super::change::Statement;
use super::survey::Survey;
use crate::document::{Section, Word};

/// A statement with a keyword that the version has no more, and what is around it.
pub(super) struct Site<'s> {
    pub(super) survey: &'s Survey,
    /// The index of the file.
    pub(super) file: usize,
    pub(super) section: Section<'s>,
    pub(super) words: &'s [Word<'s>],
    /// The words in the model's form.
    pub(super) texts: &'s [Cow<'s, str>],
    /// The index of the first word of the keyword.
    pub(super) at: usize,
    pub(super) keyword: &'static Keyword,
}

impl<'s> Site<'s> {
    /// The word behind the keyword's first one by so many.
    pub(super) fn argument(&self, behind: usize) -> Option<&'s str> {
        self.texts.get(self.at + behind).map(|text| &**text)
    }

    /// The words from this index on.
    pub(super) fn words_from(&self, index: usize) -> &'s [Word<'s>] {
        self.words.get(index..).unwrap_or_default()
    }

    /// The values of the words from this index on.
    pub(super) fn texts_from(&self, index: usize) -> &'s [Cow<'s, str>] {
        self.texts.get(index..).unwrap_or_default()
    }

    /// The words before the keyword.
    pub(super) fn words_before(&self) -> &'s [Word<'s>] {
        self.words.get(..self.at).unwrap_or_default()
    }

    /// How many words the keyword has here: an alias may have another number than its name.
    pub(super) fn keyword_length(&self) -> usize {
        let names = std::iter::once(&self.keyword.name).chain(self.keyword.aliases);
        let stands_here = |name: &&&str| {
            name.split(' ')
                .enumerate()
                .all(|(index, word)| self.argument(index) == Some(word))
        };
        names
            .filter(stands_here)
            .map(|name| name.split(' ').count())
            .max()
            .unwrap_or(1)
    }

    /// The statement with other words in place of this many from the keyword on.
    pub(super) fn replacing(&self, count: usize, words: &str) -> Statement {
        let words = words.split(' ').filter(|word| !word.is_empty());
        let statement = words.fold(
            Statement::default().kept(self.words_before()),
            Statement::word,
        );
        statement.kept(self.words_from(self.at + count))
    }
}
