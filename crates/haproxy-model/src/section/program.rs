use crate::language::Directive;
use crate::section::{Rest, Section};
use crate::statement::Statement;
use crate::value::Text;

/// A program that the master process runs.
#[derive(Debug, Clone, PartialEq, Section)]
#[section(
    "program",
    deprecated = "3.2",
    removed = "3.3",
    instead = "a unit of the system's process manager"
)]
pub struct Program {
    /// Its name in `show proc`.
    pub name: Text,
    /// The words behind, which mean nothing.
    pub rest: Rest,
    /// The lines of the section.
    pub statements: Vec<Statement<ProgramKeyword>>,
}

/// A line of a program section.
#[derive(Debug, Clone, PartialEq, Directive)]
#[directive(sections("program"), accessors(Program))]
#[non_exhaustive]
pub enum ProgramKeyword {
    /// What to run.
    #[keyword("command", json = "command: raw")]
    Command(Command),
    /// The user to run it as.
    #[keyword("user", json = "user")]
    User(Text),
    /// The group to run it as.
    #[keyword("group", json = "group")]
    Group(Text),
    /// Runs another one whenever the master reloads; the default.
    #[keyword("option start-on-reload", json = "start-on-reload", no, default)]
    OptionStartOnReload,
    /// A line that no keyword here explains.
    #[keyword(unknown)]
    Unknown(Vec<Text>),
}

/// A program and its arguments.
#[derive(Debug, Clone, PartialEq, Directive)]
pub struct Command {
    /// Its path, or its name somewhere in `PATH`.
    pub program: Text,
    /// Its arguments.
    pub arguments: Vec<Text>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{section_prints_back, statements_fail};

    #[test]
    fn statements_read_and_print() {
        let program: Program = section_prints_back(
            "program api
                command dataplaneapi -f /etc/haproxy/dataplaneapi.yml a␣b
                user haproxy
                group haproxy
                option start-on-reload
                no option start-on-reload",
        );
        assert_eq!(program.command().unwrap().arguments.len(), 3);
        assert!(!program.option_start_on_reload());
    }

    #[test]
    fn wrong_statements_say_why() {
        statements_fail::<Program>(&[(
            "command",
            "command <program>: expected a word, found the end of the line",
        )]);
    }
}
