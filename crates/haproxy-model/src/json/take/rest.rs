use serde_json::{Map, Value};

use crate::json::found::Found;
use crate::json::slot::{Part, Slot};
use crate::keyword::Keyword;

/// The words of a statement that are still to be said.
#[derive(Clone)]
pub(in crate::json) struct Rest<'a> {
    pub(super) words: &'a [&'a str],
    /// What may follow the argument that is being read.
    pub(super) following: Vec<Claim>,
}

/// What the words of an argument start with.
#[derive(Debug, Clone, Copy)]
pub(super) enum Claim {
    Word(&'static str),
    Keywords(&'static [Keyword]),
    Condition,
}

impl<'a> Rest<'a> {
    pub(in crate::json) fn new(words: &'a [&'a str]) -> Self {
        Self {
            words,
            following: Vec::new(),
        }
    }

    pub(in crate::json) fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The words that are still to be said here, and not there.
    pub(in crate::json) fn until(&self, later: &Self) -> impl Iterator<Item = &'a str> + use<'a> {
        let count = self.words.len().saturating_sub(later.words.len());
        self.words.iter().take(count).copied()
    }

    /// Puts what the words say of these arguments into the object.
    pub(super) fn take(&mut self, slots: &[&Slot], object: &mut Map<String, Value>) -> Option<()> {
        let around = self.following.len();
        for (index, slot) in slots.iter().enumerate() {
            self.following.truncate(around);
            for behind in slots.iter().skip(index.saturating_add(1)) {
                behind.add_claims(&mut self.following);
            }
            slot.take(self, object)?;
        }
        self.following.truncate(around);
        Some(())
    }

    pub(super) fn peek(&self) -> Option<&'a str> {
        self.words.first().copied()
    }

    pub(super) fn next(&mut self) -> Option<&'a str> {
        let (first, rest) = self.words.split_first()?;
        self.words = rest;
        Some(first)
    }

    pub(super) fn skip(&mut self, count: usize) {
        self.words = self.words.get(count..).unwrap_or_default();
    }

    /// Whether an argument that follows starts here.
    pub(super) fn is_claimed(&self) -> bool {
        self.following.iter().any(|claim| claim.holds(self.words))
    }

    /// The next word, and all behind it up to the argument that follows.
    pub(super) fn next_all(&mut self) -> Option<Vec<&'a str>> {
        let mut words = vec![self.next()?];
        while !self.is_empty() && !self.is_claimed() {
            words.extend(self.next());
        }
        Some(words)
    }
}

impl Claim {
    fn holds(self, words: &[&str]) -> bool {
        let Some(word) = words.first() else {
            return false;
        };
        match self {
            Self::Word(claimed) => claimed == *word,
            Self::Keywords(keywords) => Found::longest(words, keywords.iter()).is_some(),
            Self::Condition => matches!(*word, "if" | "unless"),
        }
    }
}

impl Slot {
    /// Adds what its words start with.
    pub(super) fn add_claims(&self, claims: &mut Vec<Claim>) {
        if let Some(lead) = self.lead {
            return claims.push(Claim::Word(lead));
        }
        match &self.part {
            Part::Flag(word) | Part::Word(word) => claims.push(Claim::Word(word)),
            Part::Condition(..) => claims.push(Claim::Condition),
            Part::Choice(keywords) | Part::Parameters(keywords) => {
                claims.push(Claim::Keywords(keywords));
            }
            Part::Mixed {
                keywords, slots, ..
            } => {
                claims.push(Claim::Keywords(keywords));
                for slot in slots {
                    slot.add_claims(claims);
                }
            }
            Part::Value(_)
            | Part::OneOf(_)
            | Part::Pair { .. }
            | Part::Constant(_)
            | Part::Criterion
            | Part::Other => {}
        }
    }
}
