use super::{Expected, HttpPattern, TcpPattern};
use crate::language::Directive;
use crate::value::{Expression, Leading, LogFormat, Scalar, Text};

/// What goes with the pattern of an answer that a check expects.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum ExpectOption {
    /// Waits for this many bytes before it looks; -1 is as many as the pattern needs.
    #[keyword("min-recv", json = "min_recv: integer")]
    MinRecv(Scalar<Leading<-1>>),
    /// What logs say where the step fails.
    #[keyword("comment", json = "check_comment")]
    Comment(Text),
    /// The check's result where this last step succeeds; `L7OK` where nothing says it.
    #[keyword("ok-status", json = "ok_status")]
    OkStatus(OkStatus),
    /// The check's result where the step fails; `L7RSP` where nothing says it.
    #[keyword("error-status", json = "error_status")]
    ErrorStatus(ErrorStatus),
    /// The check's result where the step takes too long; `L7TOUT` where nothing says it.
    #[keyword("tout-status", json = "tout_status")]
    ToutStatus(TimeoutStatus),
    /// What logs say where this last step succeeds.
    #[keyword("on-success", json = "on_success")]
    OnSuccess(LogFormat),
    /// What logs say where the step fails.
    #[keyword("on-error", json = "on_error")]
    OnError(LogFormat),
    /// The status code that logs show.
    #[keyword("status-code", json = "status-code: raw")]
    StatusCode(Expression),
}

/// A part of what a check expects of a response of HTTP.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum HttpExpectation {
    /// What goes with the pattern.
    #[keyword(group)]
    Option(ExpectOption),
    /// The pattern.
    #[keyword(value)]
    Pattern(Expected<HttpPattern>),
}

/// A part of what a check expects of the bytes that a server sends.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum TcpExpectation {
    /// What goes with the pattern.
    #[keyword(group)]
    Option(ExpectOption),
    /// The pattern.
    #[keyword(value)]
    Pattern(Expected<TcpPattern>),
}

/// A result of a check that has succeeded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Directive)]
#[non_exhaustive]
pub enum OkStatus {
    /// The application is well.
    #[keyword("L7OK")]
    L7Ok,
    /// The application is well, and the server shall get no new clients.
    #[keyword("L7OKC")]
    L7OkConditional,
    /// The session layer is well.
    #[keyword("L6OK")]
    L6Ok,
    /// The connection is well.
    #[keyword("L4OK")]
    L4Ok,
}

/// A result of a check that has failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Directive)]
#[non_exhaustive]
pub enum ErrorStatus {
    /// The application is well, and the server shall get no new clients.
    #[keyword("L7OKC")]
    L7OkConditional,
    /// The application's answer is not understood.
    #[keyword("L7RSP")]
    L7Response,
    /// The application reports an error.
    #[keyword("L7STS")]
    L7Status,
    /// The session layer's answer is not understood.
    #[keyword("L6RSP")]
    L6Response,
    /// The connection fails.
    #[keyword("L4CON")]
    L4Connection,
}

/// A result of a check that took too long.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Directive)]
#[non_exhaustive]
pub enum TimeoutStatus {
    /// The application took too long.
    #[keyword("L7TOUT")]
    L7Timeout,
    /// The session layer took too long.
    #[keyword("L6TOUT")]
    L6Timeout,
    /// The connection took too long.
    #[keyword("L4TOUT")]
    L4Timeout,
}
