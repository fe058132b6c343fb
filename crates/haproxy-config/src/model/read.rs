use std::borrow::{Borrow, Cow};

use haproxy_model::config::{AnySection, Config};
use haproxy_model::language::{ArgumentError, Words};
use haproxy_model::reference::{NameKind, Role};
use haproxy_model::section::global::ProcessKeyword;
use haproxy_model::section_kind::SectionKind;

use super::read_model::{ReadEvaluation, ReadMention, ReadModel};
use super::{Target, findings, model_words};
use crate::diagnostic::{Code, Diagnostic};
use crate::document::{Document, Line, LineKind};
use crate::parallel;

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
        if self.has_blocks() {
            let evaluation = self.evaluate(&target.environment);
            let lines = evaluation.statements.iter();
            let mut read = Reader::read(lines.map(|statement| &statement.line), target, names);
            let own = |found: &Diagnostic| found.code != Code::OUTSIDE_SECTION;
            read.diagnostics
                .extend(evaluation.diagnostics.into_iter().filter(own));
            read.diagnostics.sort_by_key(|diagnostic| diagnostic.span);
            return read;
        }
        let threads = parallel::threads_for(self.line_count());
        let parts = parallel::each(threads, self.parts(threads), |lines| {
            Reader::read(lines.filter(Line::is_statement), target, names)
        });
        let mut all = ReadModel::default();
        for part in parts {
            all.append(part);
        }
        all
    }
}

/// What is done with names on the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Names {
    /// They are noted, but for the names that servers are given: those are most of all, and easily
    /// found in the model.
    Note,
    /// They are passed over.
    Pass,
}

struct Reader<'t> {
    target: &'t Target,
    names: Names,
    read: ReadModel,
}

impl Reader<'_> {
    /// What these lines mean.
    fn read<'a, L: Borrow<Line<'a>>>(
        lines: impl Iterator<Item = L>,
        target: &Target,
        names: Names,
    ) -> ReadModel {
        let read = ReadModel::default();
        let mut reader = Reader {
            target,
            names,
            read,
        };
        let mut words = Vec::with_capacity(16);
        for line in lines {
            reader.line(line.borrow(), &mut words);
        }
        reader.read
    }

    fn line<'a>(&mut self, line: &Line<'a>, buffer: &mut Vec<Cow<'a, str>>) {
        buffer.clear();
        buffer.extend(model_words(line));
        let mut words = Words::new(buffer);
        if self.names == Names::Note {
            words = words
                .noting_names_but(NameKind::Server, Role::Defines)
                .noting_evaluations();
        }
        let result = match line.kind() {
            LineKind::Section(kind) => {
                self.read.lines.push(line.number().saturating_sub(1));
                self.header(kind, &mut words)
            }
            _ if words.is_at_end() => return,
            _ => {
                let Some(section) = self.read.config.sections.last_mut() else {
                    let message = "a statement must stand in a section";
                    let outside =
                        Diagnostic::error(Code::OUTSIDE_SECTION, findings::span(line, 0), message);
                    self.read.diagnostics.push(outside);
                    return;
                };
                let statements = section.len();
                let result = section.parse_statement(&mut words);
                if section.len() > statements {
                    self.read.lines.push(line.number().saturating_sub(1));
                    self.read.exposes_experimental |= exposes_experimental(section);
                }
                result
            }
        };
        let found = &mut self.read.diagnostics;
        let is_read = result.is_ok();
        match result {
            Ok(()) => findings::surplus(line, &words, self.read.config.sections.last(), found),
            Err(error) => findings::error(line, &error, found),
        }
        for (position, keyword) in words.restricted() {
            findings::restricted(self.target, line, *position, keyword, found);
            if is_read {
                findings::needed(line, &words, *position, keyword, found);
            }
            if keyword.experimental && !self.read.exposes_experimental {
                findings::experimental(line, *position, keyword, found);
            }
        }
        let section = self.read.config.sections.len().saturating_sub(1);
        let number = line.number();
        let (mentions, evaluations) = words.into_noted();
        let mentions = mentions.into_iter().map(|mention| ReadMention {
            section,
            line: number,
            mention,
        });
        self.read.mentions.extend(mentions);
        self.read
            .evaluations
            .extend(evaluations.into_iter().map(|evaluation| ReadEvaluation {
                section,
                line: number,
                evaluation,
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
        self.read.config.sections.push(section);
        result
    }
}

/// Whether the last statement of the section allows what is experimental.
fn exposes_experimental(section: &AnySection) -> bool {
    let AnySection::Global(global) = section else {
        return false;
    };
    let last = global.statements.last();
    last.is_some_and(|statement| {
        matches!(
            statement.group(),
            Some(ProcessKeyword::ExposeExperimentalDirectives)
        )
    })
}

#[cfg(test)]
mod tests {
    use haproxy_model::version::Version;

    use super::*;

    #[test]
    fn an_unknown_keyword_is_one_finding() {
        let text = "backend app\n  balnce leastconn\n  no frobnicate x\n  mode http x\n";
        let (_, found) = Document::parse(text).to_model(&Target::new(Version::new(3, 2)));
        let found: Vec<String> = found.iter().map(Diagnostic::to_string).collect();
        assert_eq!(
            found,
            [
                "2:3: error[HK0101]: no keyword 'balnce' may stand here",
                "3:6: error[HK0101]: no keyword 'frobnicate' may stand here",
                "4:13: error[HK0104]: 'x' is not an argument of this keyword",
            ]
        );
    }

    #[test]
    fn a_large_document_is_read_as_its_parts_are_together() {
        let backends = (0..14_000).map(|number| {
            let keyword = ["frobnicate", "balance source"][usize::from(number % 1_000 > 0)];
            format!("backend b{number}\n  server s 192.0.2.1:80\n  {keyword}\n")
        });
        let text = format!(
            "global\n  expose-experimental-directives\n{}",
            backends.collect::<Vec<_>>().concat()
        );
        let document = Document::parse(text);
        let target = Target::new(Version::new(3, 2));
        let whole = Reader::read(
            document.lines().filter(Line::is_statement),
            &target,
            Names::Note,
        );
        let parts = document.read_model(&target, Names::Note);
        assert_eq!(parts.config, whole.config);
        assert_eq!(parts.lines, whole.lines);
        assert_eq!(parts.diagnostics, whole.diagnostics);
        assert!(parts.exposes_experimental);
        for count in 1..9 {
            let lines = document.parts(count).into_iter().flatten();
            assert!(
                lines
                    .map(|line| line.number())
                    .eq(1..=document.line_count())
            );
        }
    }
}
