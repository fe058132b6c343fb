use super::{ConnectParameter, HttpExpectation};
use crate::language::Directive;
use crate::rule::{VariableCondition, VariableName};
use crate::value::{Expression, LogFormat, Text};

/// A step of a health check by HTTP, or what goes with the steps.
#[derive(Debug, Clone, PartialEq, Directive)]
#[directive(sections("defaults", "listen", "backend", "healthcheck"), phase = Check, ordered = "check")]
#[non_exhaustive]
pub enum HttpCheckRule {
    /// What logs say where the next step fails.
    #[keyword("http-check comment", repeated)]
    Comment(Text),
    /// Opens a connection.
    #[keyword("http-check connect", repeated)]
    Connect(Vec<ConnectParameter>),
    /// Keeps a server that answers 404 for its clients, and sends it no new ones.
    #[keyword("http-check disable-on-404")]
    DisableOn404,
    /// Waits for an answer and compares it.
    #[keyword("http-check expect", stage = "check", repeated)]
    Expect(Vec<HttpExpectation>),
    /// Sends a request.
    #[keyword("http-check send", stage = "check", repeated)]
    Send(Vec<SendParameter>),
    /// Tells the server in a header what HAProxy knows of its state.
    #[keyword("http-check send-state")]
    SendState,
    /// Sets a variable to what an expression gives.
    #[keyword("http-check set-var", stage = "check", repeated, call)]
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
        "http-check set-var-fmt",
        stage = "check",
        repeated,
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
    #[keyword("http-check unset-var", stage = "check", repeated, call)]
    UnsetVar(VariableName),
}

/// A part of a check's request.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum SendParameter {
    /// The method; `OPTIONS` where nothing says it.
    #[keyword("meth")]
    Method(Text),
    /// The address; `/` where nothing says it.
    #[keyword("uri")]
    Uri(Text),
    /// The address, with computed parts.
    #[keyword("uri-lf")]
    UriLf(LogFormat),
    /// The version of HTTP; `HTTP/1.0` where nothing says it.
    #[keyword("ver")]
    Version(Text),
    /// A header.
    #[keyword("hdr")]
    Header {
        /// Its name.
        name: Text,
        /// Its value.
        value: LogFormat,
    },
    /// The body.
    #[keyword("body")]
    Body(Text),
    /// The body, with computed parts.
    #[keyword("body-lf")]
    BodyLf(LogFormat),
    /// What logs say where the step fails.
    #[keyword("comment")]
    Comment(Text),
}
