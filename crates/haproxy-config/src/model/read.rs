use std::borrow::Cow;

use haproxy_model::catalogue::Catalogue;
use haproxy_model::config::{AnySection, Config};
use haproxy_model::evaluation::Evaluation;
use haproxy_model::keyword::Keyword;
use haproxy_model::language::{ArgumentError, Problem, Words};
use haproxy_model::reference::Mention;
use haproxy_model::section_kind::SectionKind;

use super::{Target, to_model_text};
use crate::diagnostic::{Code, Diagnostic, Span};
use crate::document::{Document, Line, LineKind};

/// How many names to offer for a keyword that is unknown.
const SIMILAR: usize = 3;
/// How many words the longest keyword has, and some more.
const LONGEST: usize = 6;

impl Document {
    /// The typed model of the document as HAProxy would see it, with what could not be understood.
    ///
    /// Conditional blocks are decided by the target; references to environment variables stay
    /// references. What no keyword explains stays in the model, raw and in its place.
    ///
    /// ```
    /// use haproxy_config::{Document, Target};
    /// use haproxy_model::version::Version;
    ///
    /// let document = Document::parse("backend app\n    balance leastconn\n");
    /// let (config, diagnostics) = document.to_model(&Target::new(Version::new(3, 2)));
    /// assert_eq!(config.sections.len(), 1);
    /// assert!(diagnostics.is_empty());
    /// ```
    pub fn to_model(&self, target: &Target) -> (Config, Vec<Diagnostic>) {
        let read = self.read_model(target, Names::Pass);
        (read.config, read.diagnostics)
    }

    /// The model with the line of everything in it; with the names in it where they are noted.
    pub(crate) fn read_model(&self, target: &Target, names: Names) -> ReadModel {
        let mut reader = Reader {
            target,
            names,
            config: Config::default(),
            diagnostics: Vec::new(),
            lines: Vec::new(),
            mentions: Vec::new(),
            evaluations: Vec::new(),
        };
        let mut words = Vec::with_capacity(16);
        if self.has_blocks() {
            let evaluation = self.evaluate(&reader.target.environment);
            for statement in &evaluation.statements {
                reader.line(&statement.line, &mut words);
            }
            let own = |found: &Diagnostic| found.code != Code::OUTSIDE_SECTION;
            reader
                .diagnostics
                .extend(evaluation.diagnostics.into_iter().filter(own));
            reader.diagnostics.sort_by_key(|diagnostic| diagnostic.span);
        } else {
            for line in self.lines().filter(Line::is_statement) {
                reader.line(&line, &mut words);
            }
        }
        ReadModel {
            config: reader.config,
            diagnostics: reader.diagnostics,
            lines: reader.lines,
            mentions: reader.mentions,
            evaluations: reader.evaluations,
        }
    }
}

/// What is done with names on the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Names {
    /// They are noted.
    Note,
    /// They are passed over.
    Pass,
}

/// A model, and where in its document it comes from.
pub(crate) struct ReadModel {
    pub(crate) config: Config,
    pub(crate) diagnostics: Vec<Diagnostic>,
    /// The number of the line that opens each section, followed by those of its statements.
    pub(crate) lines: Vec<usize>,
    /// The names, in the order of their lines.
    pub(crate) mentions: Vec<ReadMention>,
    /// What HAProxy evaluates, in the order of the lines, where names are noted.
    pub(crate) evaluations: Vec<ReadEvaluation>,
}

/// A name, and where it stands.
pub(crate) struct ReadMention {
    /// The index of its section in the model.
    pub(crate) section: usize,
    /// The number of its line.
    pub(crate) line: usize,
    pub(crate) mention: Mention,
}

/// Something that HAProxy evaluates, and where it stands.
pub(crate) struct ReadEvaluation {
    /// The index of its section in the model.
    pub(crate) section: usize,
    /// The number of its line.
    pub(crate) line: usize,
    pub(crate) evaluation: Evaluation,
}

struct Reader<'t> {
    target: &'t Target,
    names: Names,
    config: Config,
    diagnostics: Vec<Diagnostic>,
    lines: Vec<usize>,
    mentions: Vec<ReadMention>,
    evaluations: Vec<ReadEvaluation>,
}

impl Reader<'_> {
    fn line<'a>(&mut self, line: &Line<'a>, buffer: &mut Vec<Cow<'a, str>>) {
        buffer.clear();
        buffer.extend(line.words().map(|word| to_model_text(&word)));
        let mut words = Words::new(buffer);
        if self.names == Names::Note {
            words = words.noting_names().noting_evaluations();
        }
        let result = match line.kind() {
            LineKind::Section(kind) => {
                self.lines.push(line.number());
                self.header(kind, &mut words)
            }
            _ if words.is_at_end() => return,
            _ => {
                let Some(section) = self.config.sections.last_mut() else {
                    let message = "a statement must stand in a section";
                    let outside = Diagnostic::error(Code::OUTSIDE_SECTION, span(line, 0), message);
                    self.diagnostics.push(outside);
                    return;
                };
                let statements = section.len();
                let result = section.parse_statement(&mut words);
                if section.len() > statements {
                    self.lines.push(line.number());
                }
                result
            }
        };
        match result {
            Ok(()) => self.surplus(line, &words),
            Err(error) => self.error(line, &error),
        }
        for (position, keyword) in words.restricted() {
            self.restricted(line, *position, keyword);
        }
        let section = self.config.sections.len().saturating_sub(1);
        self.mentions
            .extend(words.names().iter().map(|mention| ReadMention {
                section,
                line: line.number(),
                mention: mention.clone(),
            }));
        self.evaluations
            .extend(words.evaluations().iter().map(|evaluation| ReadEvaluation {
                section,
                line: line.number(),
                evaluation: evaluation.clone(),
            }));
    }

    fn header(&mut self, kind: SectionKind, words: &mut Words<'_>) -> Result<(), ArgumentError> {
        let parsed = AnySection::parse_header(kind, words);
        let (section, result) = match parsed {
            Ok(section) => (section, Ok(())),
            Err(error) => {
                words.rewind(0);
                (AnySection::unknown(words), Err(error))
            }
        };
        self.config.sections.push(section);
        result
    }

    /// Reports the words that nothing explained; of a line that is kept as it stands its keyword.
    fn surplus(&mut self, line: &Line<'_>, words: &Words<'_>) {
        if words.unrecognized().first() == Some(&0) {
            let is_prefix = matches!(words.word(0), Some("no" | "default"));
            let position = usize::from(is_prefix && words.word(1).is_some());
            let word = words.word(position).unwrap_or_default();
            let message = format!("no keyword '{word}' may stand here");
            let span = span(line, position);
            let mut found = Diagnostic::error(Code::UNKNOWN_KEYWORD, span, message);
            found.help = self.similar(words, position);
            self.diagnostics.push(found);
            return;
        }
        for position in words.unrecognized() {
            let word = words.word(*position).unwrap_or_default();
            let message = format!("'{word}' is not an argument of this keyword");
            let span = span(line, *position);
            self.diagnostics
                .push(Diagnostic::error(Code::UNKNOWN_ARGUMENT, span, message));
        }
    }

    /// The names of statements that look like the line, whose keyword is at this position.
    fn similar(&self, words: &Words<'_>, position: usize) -> Option<String> {
        let kind = self.config.sections.last()?.kind()?;
        let line: Vec<&str> = (position..position + LONGEST)
            .map_while(|at| words.word(at))
            .collect();
        let names = Catalogue::similar_statements(kind, &line, SIMILAR);
        (!names.is_empty()).then(|| format!("there is: {}", names.join(", ")))
    }

    fn error(&mut self, line: &Line<'_>, error: &ArgumentError) {
        let code = match error.problem {
            Problem::UnknownKeyword { .. } => Code::UNKNOWN_KEYWORD,
            Problem::Missing { .. } => Code::MISSING_ARGUMENT,
            _ => Code::INVALID_ARGUMENT,
        };
        let span = span(line, error.word);
        self.diagnostics
            .push(Diagnostic::error(code, span, error.to_string()));
    }

    /// Reports a keyword that the target does not have or would rather not see.
    fn restricted(&mut self, line: &Line<'_>, position: usize, keyword: &Keyword) {
        let version = self.target.version;
        let name = keyword.name;
        let span = span(line, position);
        let mut found = if let Some(since) = keyword.since.filter(|since| version < *since) {
            let message = format!("'{name}' exists since HAProxy {since}, the target is {version}");
            Diagnostic::error(Code::NOT_YET, span, message)
        } else if let Some(removed) = keyword.removed.filter(|removed| version >= *removed) {
            let message =
                format!("'{name}' was removed in HAProxy {removed}, the target is {version}");
            Diagnostic::error(Code::REMOVED, span, message)
        } else if let Some(deprecated) = keyword
            .deprecated
            .filter(|deprecated| version >= *deprecated)
        {
            let message = format!("'{name}' is deprecated since HAProxy {deprecated}");
            Diagnostic::warning(Code::DEPRECATED, span, message)
        } else {
            return;
        };
        found.help = keyword
            .instead
            .map(|instead| format!("write {instead} instead"));
        self.diagnostics.push(found);
    }
}

/// The place of a word; behind the last one where the word is missing.
fn span(line: &Line<'_>, word: usize) -> Span {
    let range = match line.word(word) {
        Some(word) => word.range(),
        None => line.words_range().end..line.words_range().end,
    };
    Span {
        line: line.number(),
        start: range.start,
        end: range.end,
    }
}

#[cfg(test)]
mod tests {
    use haproxy_model::version::Version;

    use super::*;

    #[test]
    fn an_unknown_keyword_is_one_finding() {
        let text = "backend app\n  balnce leastconn\n  no frobnicate x\n  balance first x\n";
        let (_, found) = Document::parse(text).to_model(&Target::new(Version::new(3, 2)));
        let found: Vec<String> = found.iter().map(Diagnostic::to_string).collect();
        assert_eq!(
            found,
            [
                "2:3: error[HK0101]: no keyword 'balnce' may stand here",
                "3:6: error[HK0101]: no keyword 'frobnicate' may stand here",
                "4:17: error[HK0104]: 'x' is not an argument of this keyword",
            ]
        );
    }
}
