use crate::language::Directive;
use crate::section::global::Global;
use crate::value::{Expression, LogFormat, Several, Text};

/// Environment variables, and variables of the process.
#[derive(Debug, Clone, PartialEq, Directive)]
#[directive(sections("global"), accessors(Global))]
#[non_exhaustive]
pub enum EnvironmentKeyword {
    /// Sets an environment variable.
    #[keyword("setenv", json = "environment_options.setenv[](name, value)")]
    Setenv(Variable),
    /// Sets an environment variable unless it is set already.
    #[keyword("presetenv", json = "environment_options.presetenv[](name, value)")]
    Presetenv(Variable),
    /// Removes all environment variables but these.
    #[keyword("resetenv", json = "environment_options.resetenv: raw")]
    Resetenv(Vec<Text>),
    /// Removes these environment variables.
    #[keyword("unsetenv", json = "environment_options.unsetenv: raw")]
    Unsetenv(Several<Text>),
    /// Sets a variable of the process to the value of an expression.
    #[keyword(
        "set-var",
        json = "set_var[](name, expr: raw)",
        stage = "configuration"
    )]
    SetVar(SetVar),
    /// Sets a variable of the process to a formatted text.
    #[keyword(
        "set-var-fmt",
        json = "set_var_fmt[](name, format)",
        stage = "configuration",
        since = "2.6"
    )]
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{section_prints_back, statements_fail};

    #[test]
    fn lines_read_and_print() {
        section_prints_back::<Global>(
            "global
                setenv NAME value␣with␣blanks
                presetenv NAME ${OTHER}
                resetenv
                resetenv PATH HOME
                unsetenv PATH
                set-var proc.limit int(100),sub(proc.other)
                set-var proc.limit,ifnotexists str(a)
                set-var-fmt proc.boot %pid|%t",
        );
        statements_fail::<Global>(&[
            (
                "setenv NAME",
                "setenv <value>: expected a word, found the end of the line",
            ),
            (
                "unsetenv",
                "unsetenv: expected a word, found the end of the line",
            ),
        ]);
    }
}
