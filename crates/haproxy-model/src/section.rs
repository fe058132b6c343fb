//! A section of a configuration.

pub mod global;
mod mailers;

pub use global::{Global, GlobalKeyword};
pub use haproxy_model_derive::Section;
pub use mailers::{Mailer, Mailers, MailersKeyword};

use crate::keyword::{Keyword, Keywords};
use crate::language::{Argument, ArgumentError, Printer, Words};
use crate::statement::Statement;

/// A section: the words of the line that opens it, and the statements under it, in order.
///
/// `#[derive(Section)]` implements it.
pub trait Section: Sized {
    /// The keyword that opens the section, and what is known of it.
    const KEYWORD: &'static Keyword;

    /// The choice of what may stand in the section.
    type Directive: Keywords;

    /// Reads the line that opens the section; the section is empty then.
    ///
    /// # Errors
    /// The word that is missing or wrong. Words behind the last argument are left in `words`.
    fn parse_header(words: &mut Words<'_>) -> Result<Self, ArgumentError>;

    /// Writes the words of the line that opens the section.
    fn print_header(&self, printer: &mut Printer);

    /// The statements, in order.
    fn statements(&self) -> &[Statement<Self::Directive>];

    /// The statements, in order, to change.
    fn statements_mut(&mut self) -> &mut Vec<Statement<Self::Directive>>;

    /// Adds the statement that a line makes.
    ///
    /// # Errors
    /// What is wrong with the line. Where the section can keep lines that are not understood, the
    /// line is added all the same, as it stands.
    fn parse_statement(&mut self, words: &mut Words<'_>) -> Result<(), ArgumentError> {
        let (statement, result) = match Statement::parse(words) {
            Ok(statement) => (Some(statement), Ok(())),
            Err(error) => (Statement::unknown(words), Err(error)),
        };
        self.statements_mut().extend(statement);
        result
    }
}
