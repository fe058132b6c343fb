use super::Words;
use crate::evaluation::Evaluation;
use crate::reference::{Mention, NameKind, Role, note_word};

/// The names that are met on the way.
impl<'a> Words<'a> {
    /// The same words, whose names are noted while they are read.
    #[must_use]
    #[inline]
    pub fn noting_names(mut self) -> Self {
        self.names.get_or_insert_default();
        self
    }

    /// The same words, whose names are noted while they are read, but for those of one kind and role.
    #[must_use]
    #[inline]
    pub fn noting_names_but(mut self, kind: NameKind, role: Role) -> Self {
        self.passed_over = Some((kind, role));
        self.noting_names()
    }

    /// The names met so far; none where nothing asked for them.
    pub fn names(&self) -> &[Mention] {
        self.names.as_deref().unwrap_or_default()
    }

    /// The names met and what is evaluated in the words read; nothing where nobody asked for it.
    #[inline]
    pub fn into_noted(self) -> (Vec<Mention>, Vec<Evaluation>) {
        (
            self.names.unwrap_or_default(),
            self.evaluations.unwrap_or_default(),
        )
    }

    /// Whether names are noted.
    pub(crate) fn notes_names(&self) -> bool {
        self.names.is_some()
    }

    /// Notes these names.
    pub(crate) fn note(&mut self, mentions: impl IntoIterator<Item = Mention>) {
        if let Some(names) = &mut self.names {
            names.extend(mentions);
        }
    }

    /// The words from `start` up to here, which were read.
    pub(crate) fn since(&self, start: usize) -> Vec<&'a str> {
        let words = self.all.get(start..self.at).unwrap_or_default();
        words.iter().map(|word| &**word).collect()
    }

    /// Notes that each word from `start` up to here names something.
    pub fn mention(&mut self, start: usize, kind: NameKind, role: Role) {
        if self.passed_over == Some((kind, role)) {
            return;
        }
        let words = self.all.get(start..self.at).unwrap_or_default();
        let Some(names) = &mut self.names else {
            return;
        };
        for (index, word) in words.iter().enumerate() {
            note_word(names, kind, role, start + index, 0, word);
        }
    }

    /// Takes over the names that were met in parts of the word at `position`.
    pub(super) fn note_names_inside(&mut self, position: usize, inner: &Words<'_>) {
        let word = self.word(position).unwrap_or_default();
        let translated = inner.names().iter().filter_map(|mention| {
            let part = inner.word(mention.word)?;
            // A part is a slice of the word.
            let offset = part.as_ptr().addr().checked_sub(word.as_ptr().addr())?;
            let range = offset + mention.range.start..offset + mention.range.end;
            let is_there = word.get(range.clone()) == Some(&*mention.name);
            is_there.then(|| Mention {
                word: position,
                range,
                ..mention.clone()
            })
        });
        let translated: Vec<_> = translated.collect();
        self.note(translated);
    }
}
