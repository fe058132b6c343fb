use std::borrow::Cow;

use haproxy_model::config::AnySection;
use haproxy_model::language::{Printer, Words};

use super::{ReconcileError, ReconcileOptions};
use crate::align::{Printed, filled, matching};
use crate::document::{Document, Line, LineKind};
use crate::edit::{RawStatement, ends_with_backslash, with_words};
use crate::model::{from_model_text, model_words};

/// Writes statements of a section so that they are read as that section has them.
pub(crate) struct Writer<'a> {
    section: &'a AnySection,
    /// The section without statements.
    empty: AnySection,
    options: ReconcileOptions,
}

impl<'a> Writer<'a> {
    pub(crate) fn new(section: &'a AnySection, options: ReconcileOptions) -> Self {
        let header = header_words(section);
        Self {
            section,
            empty: read_header(section, &header),
            options,
        }
    }

    /// The line that opens the section.
    pub(crate) fn header(&self) -> Result<Vec<u8>, ReconcileError> {
        let words = header_words(self.section);
        let raw = raw_words(&words)?;
        let line = statement(&words, &raw.join(&b' '))?.bytes().to_vec();
        self.check_header(&words, &line)?;
        Ok(line)
    }

    /// The line that opens the section, made from one that opens it otherwise; `None` where that
    /// one means the same.
    pub(crate) fn changed_header(
        &self,
        old: &AnySection,
        line: &Line<'_>,
    ) -> Result<Option<Vec<u8>>, ReconcileError> {
        let words = header_words(self.section);
        if read_header(old, &header_words(old)) == self.empty {
            return Ok(None);
        }
        let raw = raw_words(&words)?;
        let bytes = with_words(line, &statement(&words, &raw.join(&b' '))?);
        self.check_header(&words, &bytes)?;
        Ok(Some(bytes))
    }

    /// The line of a statement, without indentation.
    pub(crate) fn new_line(&self, index: usize) -> Result<Vec<u8>, ReconcileError> {
        let mut words = Printed::new(self.section, index).words;
        for at in 0..words.len() {
            self.respell(index, &mut words, at);
        }
        let raw = raw_words(&words)?;
        let line = statement(&words, &raw.join(&b' '))?.bytes().to_vec();
        self.check(index, &words, &line)?;
        Ok(line)
    }

    /// The line of a statement, made from one with another meaning: words that mean the same stay as
    /// they are written.
    pub(crate) fn changed_line(
        &self,
        index: usize,
        line: &Line<'_>,
    ) -> Result<Vec<u8>, ReconcileError> {
        let old: Vec<Cow<'_, str>> = model_words(line).collect();
        let mut words = Printed::new(self.section, index).words;
        let equal = |one: usize, other: usize| {
            old.get(one)
                .zip(words.get(other))
                .is_some_and(|(one, other)| one == other)
        };
        let (olds, news) = (0..old.len(), 0..words.len());
        let same = matching(olds.clone(), news.clone(), equal);
        let mut kept: Vec<Option<usize>> = vec![None; words.len()];
        for (one, other) in filled(olds, news, &same, |_, _| true) {
            if self.may_stay(index, &mut words, other, old.get(one))
                && let Some(place) = kept.get_mut(other)
            {
                *place = Some(one);
            }
        }
        let mut raw = Vec::with_capacity(words.len());
        for (at, kept) in kept.into_iter().enumerate() {
            let word = kept
                .and_then(|kept| line.word(kept))
                .filter(|word| !ends_with_backslash(word));
            if let Some(word) = word {
                raw.push(word.raw().to_vec());
                continue;
            }
            if kept.is_none() {
                self.respell(index, &mut words, at);
            }
            raw.extend(raw_words(words.get(at..=at).unwrap_or_default())?);
        }
        let bytes = with_words(line, &statement(&words, &raw.join(&b' '))?);
        self.check(index, &words, &bytes)?;
        Ok(bytes)
    }

    /// Puts an old word in the place of a new one, where the statement means the same with it.
    fn may_stay(
        &self,
        index: usize,
        words: &mut [String],
        at: usize,
        old: Option<&Cow<'_, str>>,
    ) -> bool {
        let (Some(old), Some(word)) = (old, words.get_mut(at)) else {
            return false;
        };
        if old == word {
            return true;
        }
        let new = std::mem::replace(word, old.clone().into_owned());
        if self.means(index, words) {
            return true;
        }
        if let Some(word) = words.get_mut(at) {
            *word = new;
        }
        false
    }

    /// Gives a word that is a time the unit that is preferred.
    fn respell(&self, index: usize, words: &mut [String], at: usize) {
        let Some(suffix) = self.options.preferred_time_suffix else {
            return;
        };
        let Some(word) = words.get(at).cloned() else {
            return;
        };
        for respelling in suffix.respellings(&word) {
            let mut try_word = |text: String| {
                if let Some(word) = words.get_mut(at) {
                    *word = text;
                }
                self.means(index, words)
            };
            if !try_word(respelling.counterexample) && try_word(respelling.text) {
                return;
            }
            try_word(word.clone());
        }
    }

    /// Whether these words are the statement.
    fn means<W: AsRef<str>>(&self, index: usize, words: &[W]) -> bool {
        let words: Vec<Cow<'_, str>> = words.iter().map(|word| word.as_ref().into()).collect();
        let mut section = self.empty.clone();
        let mut words = Words::new(&words);
        // What is not understood is kept, and compared, as it stands.
        let _ = section.parse_statement(&mut words);
        self.section.statement_equals(index, &section, 0)
    }

    fn check(&self, index: usize, words: &[String], line: &[u8]) -> Result<(), ReconcileError> {
        let document = Document::parse(line);
        let mut lines = document.lines();
        let (first, rest) = (lines.next(), lines.next());
        let reads_back = rest.is_none()
            && first.is_some_and(|line| {
                let words: Vec<Cow<'_, str>> = model_words(&line).collect();
                line.kind() == LineKind::Statement && self.means(index, &words)
            });
        if reads_back {
            Ok(())
        } else {
            Err(ambiguous(words))
        }
    }

    fn check_header(&self, words: &[String], line: &[u8]) -> Result<(), ReconcileError> {
        let document = Document::parse(line);
        let is_section = document.line_count() == 1 && document.sections().count() == 1;
        let read = document
            .lines()
            .next()
            .map(|line| -> Vec<String> { model_words(&line).map(Cow::into_owned).collect() });
        if is_section && read.is_some_and(|read| read_header(self.section, &read) == self.empty) {
            Ok(())
        } else {
            Err(ambiguous(words))
        }
    }
}

fn header_words(section: &AnySection) -> Vec<String> {
    let mut printer = Printer::new();
    section.print_header(&mut printer);
    printer.into_words()
}

/// The section without statements that these words open.
fn read_header(section: &AnySection, words: &[String]) -> AnySection {
    let words: Vec<Cow<'_, str>> = words.iter().map(Cow::from).collect();
    let mut words = Words::new(&words);
    let read = section
        .kind()
        .and_then(|kind| AnySection::parse_header(kind, &mut words).ok());
    read.unwrap_or_else(|| {
        words.rewind(0);
        AnySection::unknown(&mut words)
    })
}

fn raw_words(words: &[String]) -> Result<Vec<Vec<u8>>, ReconcileError> {
    let raw = words
        .iter()
        .map(|word| from_model_text(word).map(Cow::into_owned));
    raw.collect::<Result<_, _>>()
        .map_err(|source| ReconcileError::Unrepresentable {
            statement: words.join(" "),
            source,
        })
}

fn statement(words: &[String], raw: &[u8]) -> Result<RawStatement, ReconcileError> {
    RawStatement::parse(raw).map_err(|source| ReconcileError::Unwritable {
        statement: words.join(" "),
        source,
    })
}

fn ambiguous(words: &[String]) -> ReconcileError {
    ReconcileError::Ambiguous {
        statement: words.join(" "),
    }
}
