use crate::language::Directive;
use crate::section::Section;
use crate::statement::Statement;
use crate::value::{LogFormat, Text};

/// What is logged at each step of a request.
#[derive(Debug, Clone, PartialEq, Section)]
#[section("log-profile", since = "3.2")]
pub struct LogProfile {
    /// What `log` calls it.
    pub name: Text,
    /// The lines of the section.
    pub statements: Vec<Statement<LogProfileKeyword>>,
}

/// A line of a log-profile section.
#[derive(Debug, Clone, PartialEq, Directive)]
#[directive(sections("log-profile"), accessors(LogProfile))]
#[non_exhaustive]
pub enum LogProfileKeyword {
    /// The program's name in messages.
    #[keyword("log-tag")]
    LogTag(Text),
    /// What is logged at a step.
    #[keyword("on", multiple = "steps")]
    On(LogStep),
    /// A line that no keyword here explains.
    #[keyword(unknown)]
    Unknown(Vec<Text>),
}

/// What is logged at a step.
#[derive(Debug, Clone, PartialEq, Directive)]
pub struct LogStep {
    /// The step.
    pub step: LogStepName,
    /// What is logged there.
    pub parameters: Vec<LogStepParameter>,
}

/// A step of a request.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum LogStepName {
    /// The frontend has accepted a connection.
    #[keyword("accept")]
    Accept,
    /// A request has been received.
    #[keyword("request")]
    Request,
    /// A connection to the server has been established.
    #[keyword("connect")]
    Connect,
    /// A response is being handled.
    #[keyword("response")]
    Response,
    /// It is over.
    #[keyword("close")]
    Close,
    /// It failed.
    #[keyword("error")]
    Error,
    /// Any step without a line of its own.
    #[keyword("any")]
    Any,
    /// A rule set with the action `do-log`, such as `http-req`.
    #[keyword(value)]
    RuleSet(Text),
}

/// What is logged at a step.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum LogStepParameter {
    /// Nothing.
    #[keyword("drop")]
    Drop,
    /// The message.
    #[keyword("format")]
    Format(LogFormat),
    /// The structured data of RFC 5424.
    #[keyword("sd")]
    StructuredData(LogFormat),
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::section_prints_back;

    #[test]
    fn statements_read_and_print() {
        let profile: LogProfile = section_prints_back(
            "log-profile myprof
                log-tag custom-tag
                on error format %ci:␣error
                on connect drop
                on any sd custom-sd
                on close format a sd b
                on tcp-req-conn format %OG",
        );
        assert_eq!(profile.steps().count(), 5);
    }
}
