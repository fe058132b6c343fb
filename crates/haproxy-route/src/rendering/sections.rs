//! Sections whose statements remember for whom they are.

use std::borrow::Cow;

use haproxy_config::MAX_WORDS;
use haproxy_model::config::{AnySection, Config};
use haproxy_model::keyword::Keywords as _;
use haproxy_model::language::Words;
use haproxy_model::section::ProxyKeyword;
use haproxy_model::section_kind::SectionKind;
use haproxy_model::statement::Statement;

use crate::relation::RelationId;
use crate::statement::{StatementError, literal};

/// A relation that a statement is for. A statement that is for several relations, such as the ports
/// that they share, has as many origins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Origin {
    /// The index of the section in the configuration.
    pub section: usize,
    /// The index of the statement in the section.
    pub statement: usize,
    /// The relation.
    pub relation_id: RelationId,
}

/// A section in the making.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct SectionDraft {
    section: AnySection,
    /// The indices of statements, each with a relation that it is for.
    origins: Vec<(usize, RelationId)>,
}

/// Sections in the making.
#[derive(Default)]
pub(super) struct Sections(Vec<SectionDraft>);

impl Sections {
    pub(super) fn push(&mut self, section: SectionDraft) {
        self.0.push(section);
    }

    /// Adds a section all of whose words the project itself chose, and which says nothing if that is
    /// not so.
    pub(super) fn push_fixed(&mut self, section: Result<SectionDraft, StatementError>) {
        self.0.extend(section);
    }

    pub(super) fn finish(self) -> (Config, Vec<Origin>) {
        let mut config = Config::new();
        let mut origins = Vec::new();
        for (index, draft) in self.0.into_iter().enumerate() {
            let statements = draft.origins.iter();
            origins.extend(statements.map(|(statement, relation_id)| Origin {
                section: index,
                statement: *statement,
                relation_id: *relation_id,
            }));
            config.sections.push(draft.section);
        }
        (config, origins)
    }
}

impl SectionDraft {
    /// A section without statements.
    pub(crate) fn new(kind: SectionKind, name: &str) -> Result<Self, StatementError> {
        let words = [kind.keyword().into(), literal(name)];
        let words = if name.is_empty() {
            &words[..1]
        } else {
            &words[..]
        };
        let section = AnySection::parse_header(kind, &mut Words::new(words))?;
        Ok(Self {
            section,
            origins: Vec::new(),
        })
    }

    /// The section, without the relations that it is for.
    pub(crate) fn into_section(self) -> AnySection {
        self.section
    }

    /// Adds the statement that these words make, each of them taken as it is, for these relations.
    pub(crate) fn line(
        &mut self,
        words: &[&str],
        origins: impl IntoIterator<Item = RelationId>,
    ) -> Result<(), StatementError> {
        if words.iter().any(|word| word.contains('\0')) {
            return Err(StatementError::Nul);
        }
        let words: Vec<_> = words.iter().map(|word| literal(word)).collect();
        self.line_of_model(&words, origins)
    }

    /// Adds the statement that words in the form of the model make.
    pub(crate) fn line_of_model(
        &mut self,
        words: &[Cow<'_, str>],
        origins: impl IntoIterator<Item = RelationId>,
    ) -> Result<(), StatementError> {
        if words.len() > MAX_WORDS {
            return Err(StatementError::TooManyWords);
        }
        let mut reader = Words::new(words);
        self.section.parse_statement(&mut reader)?;
        let is_understood = reader.is_at_end() && reader.unrecognized().is_empty();
        let index = self.section.len().saturating_sub(1);
        if !is_understood || self.section.statement_keyword(index).is_none() {
            let word = words.first().map_or_else(String::new, ToString::to_string);
            return Err(StatementError::Rest { word });
        }
        self.keep(index, origins);
        Ok(())
    }

    /// Adds a statement of a backend, where this is one.
    pub(super) fn push(
        &mut self,
        statement: Statement<ProxyKeyword>,
        origins: impl IntoIterator<Item = RelationId>,
    ) -> Result<(), StatementError> {
        let AnySection::Backend(backend) = &mut self.section else {
            let keyword = statement.directive.keyword();
            let keyword = keyword.map_or("", |keyword| keyword.name).to_owned();
            return Err(StatementError::UnknownKeyword { keyword });
        };
        let index = backend.statements.len();
        backend.statements.push(statement);
        self.keep(index, origins);
        Ok(())
    }

    /// Remembers for whom the statement of this index is.
    fn keep(&mut self, index: usize, origins: impl IntoIterator<Item = RelationId>) {
        let origins = origins.into_iter();
        self.origins.extend(origins.map(|id| (index, id)));
    }
}
