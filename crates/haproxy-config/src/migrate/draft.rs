use super::plan::{Change, Edit};
use crate::document::{Line, LineData};
use crate::edit::{RawStatement, with_words};

/// A line on its way.
pub(super) struct Draft {
    pub(super) change: Change,
    /// The keywords that nothing more is to be done about.
    pub(super) settled: Vec<&'static str>,
    /// Nothing more is to be done about it.
    pub(super) is_finished: bool,
}

impl Draft {
    /// A line that stays so far.
    pub(super) fn new(at: usize) -> Self {
        Self {
            change: Change {
                at,
                edit: Edit::Keep,
                phase: None,
                fact: String::new(),
                destination: None,
                notes: Vec::new(),
            },
            settled: Vec::new(),
            is_finished: false,
        }
    }

    /// Puts statements in place of the line.
    pub(super) fn apply(&mut self, current: &Line<'_>, statements: Vec<RawStatement>) {
        let mut statements = statements.into_iter();
        let Some(first) = statements.next() else {
            self.change.edit = Edit::Remove;
            self.is_finished = true;
            return;
        };
        let data = LineData::edited(with_words(current, &first), current.ending());
        let more: Vec<RawStatement> = statements.collect();
        self.is_finished |= !more.is_empty();
        self.change.edit = Edit::Replace(data, more);
    }
}

/// Why a rewrite cannot be.
pub(super) enum Unfit {
    /// The version does not have it yet.
    TooNew,
    /// No line can hold it.
    Unwritable,
}

impl Unfit {
    /// It, as the end of a sentence.
    pub(super) fn reason(&self) -> &'static str {
        match self {
            Self::TooNew => "what replaces it came with a later version",
            Self::Unwritable => "what replaces it cannot be written in a line",
        }
    }
}
