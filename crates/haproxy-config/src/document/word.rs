use std::borrow::Cow;
use std::ops::{BitOr, BitOrAssign, Range};

use crate::language::{Parts, unquote};

/// Where a word stands in its line, and what it takes to read it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct WordData {
    start: u32,
    end: u32,
    flags: WordFlags,
}

impl WordData {
    /// A word at these bytes of its line; a line is never longer than `u32` can count.
    pub(crate) fn new(range: Range<usize>, flags: WordFlags) -> Self {
        let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Self {
            start: offset(range.start),
            end: offset(range.end),
            flags,
        }
    }

    pub(crate) fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    pub(crate) fn flags(self) -> WordFlags {
        self.flags
    }
}

/// What it takes to read a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct WordFlags(u8);

impl WordFlags {
    /// The raw text is the value.
    pub(crate) const PLAIN: Self = Self(0);
    /// Quotes or escapes have to be understood.
    pub(crate) const QUOTED: Self = Self(1);
    /// The value depends on the environment.
    pub(crate) const VARIABLE: Self = Self(2);
    /// HAProxy refuses the word.
    pub(crate) const FAULTY: Self = Self(4);

    pub(crate) fn has(self, flags: Self) -> bool {
        self.0 & flags.0 != 0
    }
}

impl BitOr for WordFlags {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl BitOrAssign for WordFlags {
    fn bitor_assign(&mut self, other: Self) {
        *self = *self | other;
    }
}

/// A word of a line: its raw text, and what HAProxy makes of it.
#[derive(Debug, Clone, Copy)]
pub struct Word<'a> {
    raw: &'a [u8],
    data: WordData,
}

impl<'a> Word<'a> {
    pub(crate) fn new(line: &'a [u8], data: WordData) -> Self {
        Self {
            raw: line.get(data.range()).unwrap_or_default(),
            data,
        }
    }

    /// The word as it stands in the file, with its quotes and escapes.
    pub fn raw(&self) -> &'a [u8] {
        self.raw
    }

    /// The word's bytes in its line, counted from 0.
    pub fn range(&self) -> Range<usize> {
        self.data.range()
    }

    /// The word without quotes and escapes; `None` where it depends on the environment.
    pub fn value(&self) -> Option<Cow<'a, [u8]>> {
        if self.is_plain() {
            Some(Cow::Borrowed(self.raw))
        } else {
            unquote(self.raw)
        }
    }

    /// Whether the word's value is this; a word that depends on the environment is never equal.
    pub fn is(&self, value: &[u8]) -> bool {
        if self.is_plain() {
            self.raw == value
        } else {
            self.value().is_some_and(|own| *own == *value)
        }
    }

    /// The pieces of the word: text, escapes and references to environment variables.
    pub fn parts(&self) -> Parts<'a> {
        Parts::new(self.raw)
    }

    /// Whether the raw text is the value: no quotes, escapes or references.
    pub fn is_plain(&self) -> bool {
        self.data.flags() == WordFlags::PLAIN
    }

    /// Whether the word refers to environment variables.
    pub fn has_variable(&self) -> bool {
        self.data.flags().has(WordFlags::VARIABLE)
    }

    /// Whether HAProxy refuses the word, for example for an unmatched quote.
    pub fn is_faulty(&self) -> bool {
        self.data.flags().has(WordFlags::FAULTY)
    }
}
