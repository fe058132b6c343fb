use std::borrow::Cow;
use std::collections::HashSet;

use haproxy_model::config::AnySection;
use haproxy_model::keyword::Keyword;
use haproxy_model::language::Words;
use haproxy_model::version::Version;

use super::change::{Outcome, Rewrite};
use super::dead_lines::dead_lines;
use super::draft::{Draft, Unfit};
use super::plan::{Change, Edit};
use super::site::Site;
use super::subject::Subject;
use super::survey::Survey;
use super::{MigrateOptions, health_checks, listeners, processes, renames, topics};
use crate::document::{Document, Line, LineKind, Section, Word};
use crate::edit::RawStatement;
use crate::model::to_model_text;
use crate::names::empty_section;

/// So many rewrites of one line follow each other at most.
const REWRITES: usize = 8;

/// Finds out what is to change about each line.
pub(super) struct Planner<'p> {
    document: &'p Document,
    file: usize,
    survey: &'p Survey,
    options: &'p MigrateOptions,
    dead: HashSet<usize>,
}

impl<'p> Planner<'p> {
    pub(super) fn new(
        document: &'p Document,
        file: usize,
        survey: &'p Survey,
        options: &'p MigrateOptions,
    ) -> Self {
        Self {
            document,
            file,
            survey,
            options,
            dead: dead_lines(document, options.to),
        }
    }

    /// The changes of a section's lines, in their order.
    pub(super) fn section(&self, section: Section<'_>) -> Vec<Change> {
        let mut changes = Vec::new();
        for (at, line) in section.lines().enumerate() {
            if line.is_statement() && !self.dead.contains(&line.number()) {
                changes.extend(self.line(section, at, &line));
            }
        }
        changes
    }

    fn line(&self, section: Section<'_>, at: usize, line: &Line<'_>) -> Option<Change> {
        let mut draft = Draft::new(at);
        for _ in 0..REWRITES {
            let data = match &draft.change.edit {
                Edit::Replace(data, _) => Some(data.clone()),
                _ => None,
            };
            let current = match &data {
                Some(data) => Line::new(self.document, data, line.number()),
                None => *line,
            };
            self.step(section, line, &current, &mut draft);
            if draft.is_finished {
                break;
            }
        }
        (!draft.change.notes.is_empty()).then_some(draft.change)
    }

    /// Settles one keyword of the line.
    fn step(&self, section: Section<'_>, line: &Line<'_>, current: &Line<'_>, draft: &mut Draft) {
        let words: Vec<Word<'_>> = current.words().collect();
        let texts: Vec<Cow<'_, str>> = words.iter().map(to_model_text).collect();
        let keywords = restricted(section, current.kind(), &texts);
        let is_open = |(_, keyword): &&(usize, &'static Keyword)| {
            self.is_outdated(keyword) && !draft.settled.contains(&keyword.name)
        };
        let Some((at, keyword)) = keywords.iter().find(is_open) else {
            draft.is_finished = true;
            if draft.change.notes.is_empty() {
                self.arguments(section, line, &words, &texts, draft);
            }
            return;
        };
        draft.settled.push(keyword.name);
        let site = Site {
            survey: self.survey,
            file: self.file,
            section,
            words: &words,
            texts: &texts,
            at: *at,
            keyword,
        };
        let outcome = renames::rename(&site).or_else(|| topics::rewrite(&site));
        let outcome = outcome.unwrap_or_else(|| unknown(keyword));
        let subject = Subject {
            keyword: keyword.name,
            fact: self.fact(keyword),
            is_removed: self.is_removed(keyword),
        };
        self.carry(section, line, current, outcome, &subject, draft);
    }

    /// What no table of keywords tells: arguments that are understood no more.
    fn arguments(
        &self,
        section: Section<'_>,
        line: &Line<'_>,
        words: &[Word<'_>],
        texts: &[Cow<'_, str>],
        draft: &mut Draft,
    ) {
        let first = texts.first().map(|text| &**text);
        let (keyword, fact, refused, outcome) = match (line.kind(), first) {
            (LineKind::Section(kind), _) => (
                kind.keyword(),
                "an address behind the name of a section is refused",
                Version::OLDEST,
                listeners::address(section),
            ),
            (_, Some("option")) => (
                "option httpchk",
                "headers behind the version of HTTP are refused since HAProxy 2.8",
                health_checks::REFUSED,
                health_checks::hidden_headers(section, line, self.survey),
            ),
            (_, Some("cpu-map")) => (
                "cpu-map",
                "a number of 'cpu-map' is a group of threads, not a process",
                Version::OLDEST,
                Some(processes::cpu_map(self.survey, words, texts))
                    .filter(|_| self.options.to >= processes::NO_PROCESSES),
            ),
            _ => return,
        };
        if let Some(outcome) = outcome {
            let subject = Subject {
                keyword,
                fact: fact.to_owned(),
                is_removed: self.options.to >= refused,
            };
            self.carry(section, line, line, outcome, &subject, draft);
        }
        draft.is_finished = true;
    }

    fn carry(
        &self,
        section: Section<'_>,
        line: &Line<'_>,
        current: &Line<'_>,
        outcome: Outcome,
        subject: &Subject,
        draft: &mut Draft,
    ) {
        match outcome {
            Outcome::Keep => {}
            // What the version still takes only changes where that makes no difference.
            Outcome::Rewrite(Rewrite {
                review: Some(review),
                ..
            }) if !subject.is_removed => {
                let note = subject.left(self.file, line, "", Some(review));
                draft.change.notes.push(note);
            }
            Outcome::Left { reason, help } => {
                draft
                    .change
                    .notes
                    .push(subject.left(self.file, line, &reason, help));
            }
            Outcome::Rewrite(rewrite) => match self.statements(section, current, &rewrite) {
                Ok(statements) => {
                    draft.change.notes.push(subject.rewritten(
                        self.file,
                        line,
                        &rewrite,
                        &statements,
                    ));
                    draft.change.phase = rewrite.phase;
                    draft.change.fact.clone_from(&subject.fact);
                    draft.apply(current, statements);
                }
                Err(Unfit::TooNew) if !subject.is_removed => {}
                Err(unfit) => {
                    let reason = unfit.reason();
                    draft
                        .change
                        .notes
                        .push(subject.left(self.file, line, reason, None));
                }
            },
        }
    }

    /// The statements of a rewrite, if the version understands them.
    fn statements(
        &self,
        section: Section<'_>,
        current: &Line<'_>,
        rewrite: &Rewrite,
    ) -> Result<Vec<RawStatement>, Unfit> {
        let mut statements = Vec::new();
        for statement in &rewrite.statements {
            let statement = statement.finish().map_err(|_| Unfit::Unwritable)?;
            let words: Vec<Word<'_>> = statement.words().collect();
            let texts: Vec<Cow<'_, str>> = words.iter().map(to_model_text).collect();
            let kind = if statements.is_empty() {
                current.kind()
            } else {
                LineKind::Statement
            };
            let keywords = restricted(section, kind, &texts);
            let is_too_new = |(_, keyword): &(usize, &Keyword)| {
                keyword.since.is_some_and(|since| since > self.options.to)
            };
            if keywords.iter().any(is_too_new) {
                return Err(Unfit::TooNew);
            }
            statements.push(statement);
        }
        Ok(statements)
    }

    fn is_outdated(&self, keyword: &Keyword) -> bool {
        self.is_removed(keyword) || is_reached(keyword.deprecated, self.options.to)
    }

    fn is_removed(&self, keyword: &Keyword) -> bool {
        is_reached(keyword.removed, self.options.to)
    }

    /// What is known of the keyword, as the start of a sentence.
    fn fact(&self, keyword: &Keyword) -> String {
        let name = keyword.name;
        let removed = keyword.removed.filter(|_| self.is_removed(keyword));
        let fact = match (removed, keyword.deprecated) {
            (Some(removed), _) => format!("'{name}' was removed in HAProxy {removed}"),
            (None, Some(deprecated)) => {
                format!("'{name}' is deprecated since HAProxy {deprecated}")
            }
            (None, None) => format!("'{name}' is outdated"),
        };
        match self.options.from {
            Some(from) if removed.is_some_and(|removed| removed <= from) => {
                format!("{fact}, and so refused by {from} already")
            }
            _ => fact,
        }
    }
}

/// What is told of a keyword that has no place in a topic.
fn unknown(keyword: &Keyword) -> Outcome {
    Outcome::Left {
        reason: String::new(),
        help: keyword.instead.map(|instead| format!("write {instead}")),
    }
}

fn is_reached(since: Option<Version>, version: Version) -> bool {
    since.is_some_and(|since| version >= since)
}

/// The keywords of a line that depend on the version, each with the index of its first word.
fn restricted(
    section: Section<'_>,
    kind: LineKind,
    texts: &[Cow<'_, str>],
) -> Vec<(usize, &'static Keyword)> {
    let mut words = Words::new(texts);
    // What is not understood has told its keywords by then.
    let _ = match kind {
        LineKind::Section(kind) => AnySection::parse_header(kind, &mut words).map(drop),
        _ => empty_section(section.kind()).parse_statement(&mut words),
    };
    words.restricted().to_vec()
}
