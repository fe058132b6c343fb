use std::fmt;
use std::str::FromStr;

use crate::evaluation::EvaluationKind;
use crate::keyword::Syntax;
use crate::language::{Argument, ArgumentError, Directive, Printer, Problem, Words};
use crate::text::has_reference;
use crate::value::Text;

const EXPECTED: &str = "a variable such as txn.name";

/// A variable with the scope it lives in: `txn.name`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct VariableName(Text);

/// How long a variable lives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum VariableScope {
    /// As long as the process.
    Process,
    /// As long as the client's connection.
    Session,
    /// For one request and its response.
    Transaction,
    /// While the request is handled.
    Request,
    /// While the response is handled.
    Response,
    /// For one health check.
    Check,
}

impl VariableName {
    /// The variable as written.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// Where it lives; `None` where the scope is not known.
    pub fn scope(&self) -> Option<VariableScope> {
        let (scope, _) = self.as_str().split_once('.')?;
        Some(match scope {
            "proc" => VariableScope::Process,
            "sess" | "psess" => VariableScope::Session,
            "txn" | "ptxn" => VariableScope::Transaction,
            "req" | "preq" => VariableScope::Request,
            "res" | "pres" => VariableScope::Response,
            "check" => VariableScope::Check,
            _ => return None,
        })
    }

    /// Whether it belongs to the stream that started this one, such as that of a filter's request.
    pub fn is_of_parent(&self) -> bool {
        let scope = self.as_str().split_once('.').map(|(scope, _)| scope);
        matches!(scope, Some("psess" | "ptxn" | "preq" | "pres"))
    }
}

impl FromStr for VariableName {
    type Err = Problem;

    fn from_str(text: &str) -> Result<Self, Problem> {
        let this = Self(text.into());
        let name = text.split_once('.').map_or("", |(_, name)| name);
        let is_plain =
            |character: char| matches!(character, 'a'..='z' | 'A'..='Z' | '0'..='9' | '_' | '.');
        let is_valid = this.scope().is_some() && !name.is_empty() && name.chars().all(is_plain);
        if is_valid || has_reference(text) {
            return Ok(this);
        }
        Err(Problem::Invalid {
            expected: EXPECTED.into(),
            found: text.to_owned(),
        })
    }
}

impl fmt::Display for VariableName {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl Argument for VariableName {
    const SYNTAX: &'static Syntax = &Syntax::Value("variable");

    fn parse(words: &mut Words<'_>) -> Result<Self, ArgumentError> {
        let Some(word) = words.peek() else {
            return Err(words.missing(EXPECTED));
        };
        let variable = word.parse();
        let variable = variable.map_err(|problem| ArgumentError::new(words.position(), problem))?;
        words.skip(1);
        let at = words.position();
        words.note_evaluation(EvaluationKind::Variable, at - 1..at);
        Ok(variable)
    }

    fn print(&self, printer: &mut Printer) {
        printer.word(self.as_str());
    }
}

/// What must be true for a variable to be set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Directive)]
#[non_exhaustive]
pub enum VariableCondition {
    /// The variable has been used before.
    #[keyword("ifexists", since = "2.6")]
    Exists,
    /// The variable has not been used before.
    #[keyword("ifnotexists", since = "2.6")]
    NotExists,
    /// The new value is empty.
    #[keyword("ifempty", since = "2.6")]
    Empty,
    /// The new value is not empty.
    #[keyword("ifnotempty", since = "2.6")]
    NotEmpty,
    /// The variable has a value.
    #[keyword("ifset", since = "2.6")]
    Set,
    /// The variable has no value.
    #[keyword("ifnotset", since = "2.6")]
    NotSet,
    /// The new value is larger than the variable's.
    #[keyword("ifgt", since = "2.6")]
    Greater,
    /// The new value is smaller than the variable's.
    #[keyword("iflt", since = "2.6")]
    Less,
}
