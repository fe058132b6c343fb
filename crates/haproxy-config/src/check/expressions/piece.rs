use std::ops::Range;

use haproxy_model::version::Version;

use super::finding::Finding;
use crate::check::Rule;

/// Words of a statement that are one expression, ACL or format.
#[derive(Clone, Copy)]
pub(super) struct Piece<'w> {
    /// The words, or the part of the only one.
    pub(super) words: &'w [&'w str],
    /// The index of the first word in its statement.
    pub(super) first: usize,
    /// Where the first one starts in its word.
    pub(super) offset: usize,
    /// The HAProxy that it is for.
    pub(super) version: Version,
    /// A program in Lua is loaded, which may define any name that starts with `lua.`.
    pub(super) has_lua: bool,
}

impl<'w> Piece<'w> {
    /// A finding in these bytes of one of the words.
    pub(super) fn at(
        &self,
        rule: &'static Rule,
        word: usize,
        range: Range<usize>,
        message: impl Into<String>,
    ) -> Finding {
        let offset = if word == 0 { self.offset } else { 0 };
        Finding {
            rule,
            word: self.first + word,
            range: offset + range.start..offset + range.end,
            message: message.into(),
            help: None,
        }
    }

    /// The same for all of a word.
    pub(super) fn at_word(
        &self,
        rule: &'static Rule,
        word: usize,
        message: impl Into<String>,
    ) -> Finding {
        self.at(rule, word, 0..self.word(word).len(), message)
    }

    /// A word; empty where there is none.
    pub(super) fn word(&self, index: usize) -> &'w str {
        self.words.get(index).copied().unwrap_or_default()
    }
}
