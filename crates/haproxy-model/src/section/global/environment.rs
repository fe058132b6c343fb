use crate::language::Directive;
use crate::section::global::Global;
use crate::value::{Expression, LogFormat, Several, Text};

/// Environment variables, and variables of the process.
#[derive(Debug, Clone, PartialEq, Directive)]
#[directive(sections("global"), accessors(Global))]
#[non_exhaustive]
pub enum EnvironmentKeyword {
    /// Sets an environment variable.
    #[keyword("setenv")]
    Setenv(Variable),
    /// Sets an environment variable unless it is set already.
    #[keyword("presetenv")]
    Presetenv(Variable),
    /// Removes all environment variables but these.
    #[keyword("resetenv")]
    Resetenv(Vec<Text>),
    /// Removes these environment variables.
    #[keyword("unsetenv")]
    Unsetenv(Several<Text>),
    /// Sets a variable of the process to the value of an expression.
    #[keyword("set-var")]
    SetVar(SetVar),
    /// Sets a variable of the process to a formatted text.
    #[keyword("set-var-fmt", since = "2.6")]
    SetVarFmt(SetVarFmt),
}

/// An environment variable and its value.
#[derive(Debug, Clone, PartialEq, Eq, Directive)]
pub struct Variable {
    /// Its name.
    pub name: Text,
    /// Its value.
    pub value: Text,
}

/// A variable of the process and the expression for it.
#[derive(Debug, Clone, PartialEq, Directive)]
pub struct SetVar {
    /// Its name: `proc.` and more.
    pub name: Text,
    /// What is evaluated when the configuration is read.
    pub expression: Expression,
}

/// A variable of the process and the format for it.
#[derive(Debug, Clone, PartialEq, Directive)]
pub struct SetVarFmt {
    /// Its name: `proc.` and more.
    pub name: Text,
    /// What is evaluated when the configuration is read.
    pub format: LogFormat,
}
