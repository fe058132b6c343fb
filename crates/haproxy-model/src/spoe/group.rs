use crate::language::Directive;
use crate::section::Section;
use crate::statement::Statement;
use crate::value::Text;

/// Messages that a rule sends together.
#[derive(Debug, Clone, PartialEq, Section)]
#[section("spoe-group")]
pub struct SpoeGroup {
    /// What rules and agents call it.
    pub name: Text,
    /// The lines of the section.
    pub statements: Vec<Statement<SpoeGroupKeyword>>,
}

/// A line of a spoe-group section.
#[derive(Debug, Clone, PartialEq, Directive)]
#[directive(sections("spoe-group"), accessors(SpoeGroup))]
#[non_exhaustive]
pub enum SpoeGroupKeyword {
    /// Messages of the group.
    #[keyword("messages", multiple = "messages")]
    Messages(Vec<Text>),
    /// A line that no keyword here explains.
    #[keyword(unknown)]
    Unknown(Vec<Text>),
}
