//! The view that HAProxy has of a document: conditional blocks decided, variables expanded.

mod blocks;
mod expand;
mod variables;

use std::borrow::Cow;

use haproxy_model::section_kind::SectionKind;

use crate::diagnostic::{Code, Diagnostic, Severity, Span, describe};
use crate::document::{Directive, Document, Line, LineKind};
use crate::environment::Environment;
use crate::language::MAX_WORDS;
use blocks::Blocks;
use expand::{Expansion, Refusal, expand};

/// What a document means to an HAProxy in its environment.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Evaluation<'a> {
    /// The statements that count, section starts included, with their words expanded. Lines that
    /// HAProxy cannot cut into words are not among them.
    pub statements: Vec<EvaluatedStatement<'a>>,
    /// The messages of `.notice`, `.warning`, `.alert` and `.diag`, and what is wrong with the
    /// conditional lines.
    pub diagnostics: Vec<Diagnostic>,
    /// The environment at the end of the document, as `setenv` and its like left it.
    pub environment: Environment,
}

/// A statement, or another line that holds words, as HAProxy reads it in its environment.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct EvaluatedStatement<'a> {
    /// Its line in the document.
    pub line: Line<'a>,
    /// The section that it stands in, by index among the document's sections; `None` before the first.
    /// A section's start stands in its own section.
    pub section: Option<usize>,
    /// Its words, unquoted and expanded.
    pub words: Vec<Cow<'a, [u8]>>,
}

impl Document {
    /// Unquotes and expands the words of every line that holds any, without deciding conditional
    /// blocks or carrying out `setenv` and its like: what `haproxy -dC` prints.
    ///
    /// Conditional lines are among them, as any other line; scopes are not.
    pub fn expand(&self, environment: &Environment) -> Vec<EvaluatedStatement<'_>> {
        let mut section = None;
        let mut section_name = Vec::new();
        let mut sections = 0;
        let with_words = self
            .lines()
            .filter(|line| line.words().len() > 0 && line.kind() != LineKind::Scope);
        with_words
            .map(|line| {
                let words = expand(&line, environment, &section_name).words;
                if let LineKind::Section(kind) = line.kind() {
                    section = Some(sections);
                    sections += 1;
                    section_name = name_of_section(kind, &words);
                }
                EvaluatedStatement {
                    line,
                    section,
                    words,
                }
            })
            .collect()
    }

    /// Decides the conditional blocks and expands the variables as an HAProxy would that reads this
    /// document in `environment`, carrying out `setenv`, `presetenv`, `unsetenv` and `resetenv` on
    /// the way.
    ///
    /// HAProxy since 3.1 reads everything twice. A worker under a master (`haproxy -W`) starts from
    /// the same environment each time, as here; without a master, `haproxy -c` included, the second
    /// time finds what the first one set: evaluate again in [`Evaluation::environment`] for that.
    pub fn evaluate(&self, environment: &Environment) -> Evaluation<'_> {
        let mut evaluator = Evaluator {
            blocks: Blocks::default(),
            environment: environment.clone(),
            section: None,
            section_name: Vec::new(),
            statements: Vec::new(),
            diagnostics: Vec::new(),
        };
        let mut sections = 0;
        for line in self.lines() {
            let is_section = matches!(line.kind(), LineKind::Section(_));
            evaluator.line(line, is_section.then_some(sections));
            sections += usize::from(is_section);
        }
        evaluator.finish()
    }
}

struct Evaluator<'a> {
    blocks: Blocks,
    environment: Environment,
    /// The section that counts at this line, which an untaken block may not have changed.
    section: Option<(usize, SectionKind)>,
    section_name: Vec<u8>,
    statements: Vec<EvaluatedStatement<'a>>,
    diagnostics: Vec<Diagnostic>,
}

impl<'a> Evaluator<'a> {
    fn line(&mut self, line: Line<'a>, starts_section: Option<usize>) {
        match line.kind() {
            LineKind::Blank | LineKind::Comment | LineKind::Scope => {}
            // HAProxy passes over a line that it cannot cut into words, after refusing it.
            _ if line.is_faulty() => {}
            LineKind::Directive(directive) => {
                if let Some(words) = self.expand(&line) {
                    self.directive(&line, directive, &words);
                }
            }
            LineKind::Statement | LineKind::Section(_) => {
                if let Some(words) = self.expand(&line)
                    && self.blocks.are_taken()
                {
                    self.statement(line, words, starts_section);
                }
            }
        }
    }

    /// The line's words; `None`, and a finding, where HAProxy refuses it for its variables.
    fn expand(&mut self, line: &Line<'a>) -> Option<Vec<Cow<'a, [u8]>>> {
        let Expansion { words, refusal } = expand(line, &self.environment, &self.section_name);
        let (code, message, help) = match refusal {
            None => return Some(words),
            Some(Refusal::TooManyWords) => {
                let count = words.len();
                let message = format!(
                    "a line holds {MAX_WORDS} words at most, with its variables this one has {count}"
                );
                (Code::TOO_MANY_WORDS, message, None)
            }
            Some(Refusal::Fault(kind)) => {
                let (code, message, help) = describe(kind);
                (code, message.to_owned(), Some(help))
            }
        };
        self.report(line, code, Severity::Error, &message, help);
        None
    }

    fn statement(
        &mut self,
        line: Line<'a>,
        words: Vec<Cow<'a, [u8]>>,
        starts_section: Option<usize>,
    ) {
        if let Some(word) = words.first().filter(|word| word.starts_with(b".")) {
            let message = format!("no directive '{}'", String::from_utf8_lossy(word));
            let help = "those of HAProxy are .if .elif .else .endif .notice .warning .alert .diag";
            let code = Code::UNKNOWN_DIRECTIVE;
            return self.report(&line, code, Severity::Error, &message, Some(help));
        }
        if let (Some(index), LineKind::Section(kind)) = (starts_section, line.kind()) {
            self.section = Some((index, kind));
            self.section_name = name_of_section(kind, &words);
        } else if self.section.is_none() && words.first().is_some_and(|word| !word.is_empty()) {
            let message = "a statement must stand in a section";
            let help = "each file starts anew: its first statement has to start a section";
            self.report(
                &line,
                Code::OUTSIDE_SECTION,
                Severity::Error,
                message,
                Some(help),
            );
        }
        if self
            .section
            .is_some_and(|(_, kind)| kind == SectionKind::Global)
        {
            variables::apply(&words, &mut self.environment.variables);
        }
        let section = self.section.map(|(index, _)| index);
        self.statements.push(EvaluatedStatement {
            line,
            section,
            words,
        });
    }

    fn directive(&mut self, line: &Line<'a>, directive: Directive, words: &[Cow<'a, [u8]>]) {
        match directive {
            Directive::If | Directive::Elif | Directive::Else | Directive::Endif => {
                let condition = words.get(1..).unwrap_or_default().join(&b' ');
                let environment = &self.environment;
                if let Err(error) =
                    self.blocks
                        .enter(directive, &condition, environment, line.number())
                {
                    let (code, help) = (error.code(), error.help());
                    self.report(line, code, Severity::Error, &error.to_string(), help);
                }
            }
            _ if !self.blocks.are_taken() => {}
            // HAProxy does not say a message that it refuses.
            _ if words.get(2).is_some_and(|word| !word.is_empty()) => {
                let help = "put the message in quotes";
                let message = "only one word is the message";
                let code = Code::MISPLACED_DIRECTIVE;
                self.report(line, code, Severity::Error, message, Some(help));
            }
            Directive::Notice | Directive::Warning | Directive::Alert | Directive::Diag => {
                let severity = match directive {
                    Directive::Alert => Severity::Error,
                    Directive::Warning => Severity::Warning,
                    _ => Severity::Info,
                };
                let message = words
                    .get(1)
                    .map(|word| String::from_utf8_lossy(word).into_owned());
                let message = message.unwrap_or_default();
                self.report(line, Code::MESSAGE, severity, &message, None);
            }
        }
    }

    fn report(
        &mut self,
        line: &Line<'a>,
        code: Code,
        severity: Severity,
        message: &str,
        help: Option<&str>,
    ) {
        let range = line.words_range();
        let span = Span {
            line: line.number(),
            start: range.start,
            end: range.end,
        };
        let mut diagnostic = Diagnostic {
            severity,
            ..Diagnostic::error(code, span, message)
        };
        diagnostic.help = help.map(str::to_owned);
        self.diagnostics.push(diagnostic);
    }

    fn finish(mut self) -> Evaluation<'a> {
        let unterminated = self.blocks.open().map(|line| {
            let span = Span {
                line,
                start: 0,
                end: 0,
            };
            Diagnostic::error(Code::UNTERMINATED_BLOCK, span, "this '.if' has no '.endif'")
        });
        self.diagnostics.extend(unterminated);
        self.diagnostics.sort_by_key(|diagnostic| diagnostic.span);
        Evaluation {
            statements: self.statements,
            diagnostics: self.diagnostics,
            environment: self.environment,
        }
    }
}

/// What `.SECTION` stands for in a section that starts with these words.
fn name_of_section(kind: SectionKind, words: &[Cow<'_, [u8]>]) -> Vec<u8> {
    let name = words.get(1).filter(|name| !name.is_empty());
    name.map_or_else(|| kind.keyword().into(), |name| name.to_vec())
}
