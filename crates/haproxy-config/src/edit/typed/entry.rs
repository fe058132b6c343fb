use std::borrow::Cow;

use haproxy_model::keyword::Keywords;
use haproxy_model::language::{Argument as _, Words};
use haproxy_model::statement::Statement;

use crate::document::{Directive, LineKind, Section};
use crate::edit::EditError;
use crate::model::model_words;

/// A statement and its line.
pub(super) struct Entry<D> {
    /// The line's index in the section.
    pub(super) index: usize,
    /// The line's number in the document.
    pub(super) number: usize,
    /// The number of the conditional line because of which it does not always count.
    pub(super) block: Option<usize>,
    pub(super) statement: Statement<D>,
}

impl<D: Keywords> Entry<D> {
    /// Those of a section, in order.
    pub(super) fn all(section: Section<'_>) -> Vec<Self> {
        let mut entries = Vec::new();
        let mut open = Vec::new();
        // The end of a block that was opened before the section.
        let mut outer = None;
        for (index, line) in section.lines().enumerate().skip(1) {
            match line.kind() {
                LineKind::Directive(Directive::If) => open.push(line.number()),
                LineKind::Directive(Directive::Endif) if open.pop().is_none() => {
                    outer = outer.or(Some(line.number()));
                }
                LineKind::Directive(Directive::Elif | Directive::Else) if open.is_empty() => {
                    outer = outer.or(Some(line.number()));
                }
                LineKind::Statement => {
                    let words: Vec<Cow<'_, str>> = model_words(&line).collect();
                    let mut words = Words::new(&words);
                    let parsed = Statement::parse(&mut words).ok();
                    let statement = parsed.or_else(|| Statement::unknown(&mut words));
                    entries.extend(statement.map(|statement| Self {
                        index,
                        number: line.number(),
                        block: open.first().copied().or(outer),
                        statement,
                    }));
                }
                _ => {}
            }
        }
        entries
    }
}

impl<D> Entry<D> {
    /// The line's index, where an edit may touch it.
    pub(super) fn editable(&self) -> Result<usize, EditError> {
        match self.block {
            Some(line) => Err(EditError::CrossesBlock { line }),
            None => Ok(self.index),
        }
    }
}
