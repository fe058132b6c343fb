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
    #[keyword(
        "http-check comment",
        json = "http_check_list[type=comment](check_comment)",
        repeated
    )]
    Comment(Text),
    /// Opens a connection.
    #[keyword(
        "http-check connect",
        json = "http_check_list[type=connect](_)",
        repeated
    )]
    Connect(Vec<ConnectParameter>),
    /// Keeps a server that answers 404 for its clients, and sends it no new ones.
    #[keyword(
        "http-check disable-on-404",
        json = "http_check_list[type=disable-on-404]"
    )]
    DisableOn404,
    /// Waits for an answer and compares it.
    #[keyword(
        "http-check expect",
        needs = "*",
        json = "http_check_list[type=expect](_, exclamation_mark, match)",
        stage = "check",
        repeated
    )]
    Expect(Vec<HttpExpectation>),
    /// Sends a request.
    #[keyword(
        "http-check send",
        json = "http_check_list[type=send](_)",
        stage = "check",
        repeated
    )]
    Send(Vec<SendParameter>),
    /// Tells the server in a header what HAProxy knows of its state.
    #[keyword("http-check send-state", json = "http_check_list[type=send-state]")]
    SendState,
    /// Sets a variable to what an expression gives.
    #[keyword(
        "http-check set-var",
        json = "http_check_list[type=set-var](var_name: variable, var_conditions: words, var_expr: raw)",
        stage = "check",
        repeated,
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
        "http-check set-var-fmt",
        json = "http_check_list[type=set-var-fmt](var_name: variable, var_conditions: words, var_format)",
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
    #[keyword(
        "http-check unset-var",
        json = "http_check_list[type=unset-var](var_name: variable)",
        stage = "check",
        repeated,
        call
    )]
    UnsetVar(VariableName),
}

/// A part of a check's request.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum SendParameter {
    /// The method; `OPTIONS` where nothing says it.
    #[keyword("meth", json = "method")]
    Method(Text),
    /// The address; `/` where nothing says it.
    #[keyword("uri", json = "uri")]
    Uri(Text),
    /// The address, with computed parts.
    #[keyword("uri-lf", json = "uri_log_format")]
    UriLf(LogFormat),
    /// The version of HTTP; `HTTP/1.0` where nothing says it.
    #[keyword("ver", json = "version")]
    Version(Text),
    /// A header.
    #[keyword("hdr", json = "headers[](name, fmt)")]
    Header {
        /// Its name.
        name: Text,
        /// Its value.
        value: LogFormat,
    },
    /// The body.
    #[keyword("body", json = "body")]
    Body(Text),
    /// The body, with computed parts.
    #[keyword("body-lf", json = "body_log_format")]
    BodyLf(LogFormat),
    /// What logs say where the step fails.
    #[keyword("comment", json = "check_comment")]
    Comment(Text),
}
