use std::ops::Range;

use super::Words;
use crate::evaluation::{Evaluation, EvaluationKind, FileKind};
use crate::registry::Stage;
use crate::value::AddressPurpose;

/// What HAProxy evaluates, met on the way.
impl Words<'_> {
    /// The same words, in which what HAProxy evaluates is noted while they are read.
    #[must_use]
    #[inline]
    pub fn noting_evaluations(mut self) -> Self {
        self.evaluations.get_or_insert_default();
        self
    }

    /// What HAProxy evaluates in the words read so far; nothing where nobody asked for it.
    pub fn evaluations(&self) -> &[Evaluation] {
        self.evaluations.as_deref().unwrap_or_default()
    }

    /// Whether what HAProxy evaluates is noted.
    pub(crate) fn notes_evaluations(&self) -> bool {
        self.evaluations.is_some()
    }

    /// Notes that these words are evaluated.
    pub(crate) fn note_evaluation(&mut self, kind: EvaluationKind, words: Range<usize>) {
        let stage = self.stage;
        if let Some(evaluations) = &mut self.evaluations {
            evaluations.push(Evaluation {
                kind,
                words,
                range: None,
                stage,
            });
        }
    }

    /// Notes that each word from `start` up to here names a file.
    pub fn note_file(&mut self, start: usize, kind: FileKind) {
        for position in start..self.at {
            self.note_evaluation(EvaluationKind::File(kind), position..position + 1);
        }
    }

    /// Notes that each word from `start` up to here is an address, unless it is one that HAProxy
    /// takes for any purpose.
    pub fn note_address(&mut self, start: usize, purpose: AddressPurpose) {
        if !self.notes_evaluations() {
            return;
        }
        for position in start..self.at {
            let word = self.word(position).unwrap_or_default();
            if !purpose.takes_plainly(word) {
                let words = position..position + 1;
                self.note_evaluation(EvaluationKind::Address(purpose), words);
            }
        }
    }

    /// Reads what is evaluated at this stage.
    pub(super) fn at_stage<T>(&mut self, stage: Stage, parse: impl FnOnce(&mut Self) -> T) -> T {
        let outer = std::mem::replace(&mut self.stage, stage);
        let result = parse(self);
        self.stage = outer;
        result
    }

    /// Takes over what is evaluated in parts of the word at `position`.
    pub(super) fn note_evaluations_inside(&mut self, position: usize, inner: &Words<'_>) {
        let word = self.word(position).unwrap_or_default();
        let translated = inner.evaluations().iter().filter_map(|evaluation| {
            let part = inner.word(evaluation.words.start)?;
            let whole = 0..part.len();
            let range = evaluation.range.as_ref().unwrap_or(&whole);
            // A part is a slice of the word.
            let offset = part.as_ptr().addr().checked_sub(word.as_ptr().addr())?;
            let range = offset + range.start..offset + range.end;
            word.get(range.clone())?;
            Some(Evaluation {
                words: position..position + 1,
                range: Some(range),
                ..evaluation.clone()
            })
        });
        let translated: Vec<_> = translated.collect();
        if let Some(evaluations) = &mut self.evaluations {
            evaluations.extend(translated);
        }
    }
}
