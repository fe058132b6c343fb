use crate::language::Directive;
use crate::section::{Rest, Section};
use crate::statement::Statement;
use crate::value::{Choice, LogFormat, Text};

/// What is logged at each step of a request.
#[derive(Debug, Clone, PartialEq, Section)]
#[section("log-profile", since = "3.2")]
pub struct LogProfile {
    /// What `log` calls it.
    pub name: Text,
    /// The words behind, which mean nothing.
    pub rest: Rest,
    /// The lines of the section.
    pub statements: Vec<Statement<LogProfileKeyword>>,
}

/// A line of a log-profile section.
#[derive(Debug, Clone, PartialEq, Directive)]
#[directive(sections("log-profile"), accessors(LogProfile))]
#[non_exhaustive]
pub enum LogProfileKeyword {
    /// The program's name in messages.
    #[keyword("log-tag", ignores_rest, json = "log_tag")]
    LogTag(Text),
    /// What is logged at a step.
    #[keyword(
        "on",
        needs = "format|sd|drop",
        json = "steps[](step)",
        multiple = "steps"
    )]
    On(LogStep),
    /// A line that no keyword here explains.
    #[keyword(unknown)]
    Unknown(Vec<Text>),
}

/// What is logged at a step.
#[derive(Debug, Clone, PartialEq, Directive)]
pub struct LogStep {
    /// The step.
    pub step: Choice<LogStepName>,
    /// What is logged there.
    pub parameters: Vec<LogStepParameter>,
}

/// A step of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Directive)]
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
    /// The action `do-log` of `quic-initial`.
    #[keyword("quic-init")]
    QuicInitial,
    /// The action `do-log` of `tcp-request connection`.
    #[keyword("tcp-req-conn")]
    TcpRequestConnection,
    /// The action `do-log` of `tcp-request session`.
    #[keyword("tcp-req-sess")]
    TcpRequestSession,
    /// The action `do-log` of `tcp-request content`.
    #[keyword("tcp-req-cont")]
    TcpRequestContent,
    /// The action `do-log` of `tcp-response content`.
    #[keyword("tcp-res-cont")]
    TcpResponseContent,
    /// The action `do-log` of `http-request`.
    #[keyword("http-req")]
    HttpRequest,
    /// The action `do-log` of `http-response`.
    #[keyword("http-res")]
    HttpResponse,
    /// The action `do-log` of `http-after-response`.
    #[keyword("http-after-res")]
    HttpAfterResponse,
}

/// What is logged at a step.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum LogStepParameter {
    /// Nothing.
    #[keyword("drop", json = "drop")]
    Drop,
    /// The message.
    #[keyword("format", json = "format")]
    Format(LogFormat),
    /// The structured data of RFC 5424.
    #[keyword("sd", json = "sd")]
    StructuredData(LogFormat),
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{section_prints_back, statements_fail};

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

    #[test]
    fn wrong_statements_say_why() {
        statements_fail::<LogProfile>(&[("on foo drop", "on <step>: unknown keyword 'foo'")]);
    }
}
