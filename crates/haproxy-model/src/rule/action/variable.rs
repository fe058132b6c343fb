use crate::language::Directive;
use crate::rule::{VariableCondition, VariableName};
use crate::value::{Expression, LogFormat};

/// What is done with a variable.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum VariableAction {
    /// Sets a variable to what an expression gives.
    #[keyword(
        "set-var",
        json = "(var_name: variable, var_conditions: words, expr: raw) @tcp-request | (var_name: variable, var_conditions: words, expr: raw) @tcp-response | (var_name: variable, var_conditions: words, var_expr: raw)",
        call
    )]
    SetVar {
        /// The variable.
        #[arg(inside)]
        variable: VariableName,
        /// What must be true, all of it, for the variable to be set.
        #[arg(inside)]
        conditions: Vec<VariableCondition>,
        /// The new value.
        value: Expression,
    },
    /// Sets a variable to a text with computed parts.
    #[keyword(
        "set-var-fmt",
        takes_nothing,
        json = "(var_name: variable, var_conditions: words, var_format)",
        call,
        since = "2.5"
    )]
    SetVarFmt {
        /// The variable.
        #[arg(inside)]
        variable: VariableName,
        /// What must be true, all of it, for the variable to be set.
        #[arg(inside)]
        conditions: Vec<VariableCondition>,
        /// The new value.
        value: LogFormat,
    },
    /// Forgets a variable.
    #[keyword("unset-var", json = "(var_name: variable)", call)]
    UnsetVar(VariableName),
}
