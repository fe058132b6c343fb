mod status;

pub use status::RedirectStatus;

use crate::language::Directive;
use crate::value::{Condition, LogFormat, Scalar, Text};

/// A line that answers requests with another address.
#[derive(Debug, Clone, PartialEq, Directive)]
pub struct Redirect {
    /// Where to, and how, in any order.
    pub parameters: Vec<RedirectParameter>,
    /// When the rule applies; always where there is none.
    pub condition: Option<Condition>,
}

/// A redirection among other rules, where the new address may have computed parts.
#[derive(Debug, Clone, PartialEq, Directive)]
pub struct ComputedRedirect {
    /// Where to, and how, in any order.
    pub parameters: Vec<ComputedRedirectParameter>,
}

/// A part of a redirection.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum RedirectParameter {
    /// The new address, whole.
    #[keyword("location")]
    Location(Text),
    /// What to put before the request's path and query.
    #[keyword("prefix")]
    Prefix(Text),
    /// The scheme to put before the request's host, path and query.
    #[keyword("scheme")]
    Scheme(Text),
    /// How.
    #[keyword(group)]
    Option(RedirectOption),
}

/// A part of a redirection, where the new address may have computed parts.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum ComputedRedirectParameter {
    /// The new address, whole.
    #[keyword("location", json = "redir_type = location (redir_value)")]
    Location(LogFormat),
    /// What to put before the request's path and query.
    #[keyword("prefix", json = "redir_type = prefix (redir_value)")]
    Prefix(LogFormat),
    /// The scheme to put before the request's host, path and query.
    #[keyword("scheme", json = "redir_type = scheme (redir_value)")]
    Scheme(LogFormat),
    /// How.
    #[keyword(group)]
    Option(RedirectOption),
}

/// How a redirection is done.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum RedirectOption {
    /// The status: 301, 302, 303, 307 or 308; 302 where nothing says it.
    #[keyword("code", json = "redir_code")]
    Code(Scalar<RedirectStatus>),
    /// Leaves the query out.
    #[keyword("drop-query", json = "redir_option: phrase")]
    DropQuery,
    /// Ends the path with a slash; together with `drop-query`.
    #[keyword("append-slash", json = "redir_option: phrase")]
    AppendSlash,
    /// Skips the rule where the computed address is empty.
    #[keyword("ignore-empty", json = "redir_option: phrase", since = "2.6")]
    IgnoreEmpty,
    /// Adds the request's query to the new address.
    #[keyword("keep-query", json = "redir_option: phrase", since = "3.2")]
    KeepQuery,
    /// Sets a session cookie: `NAME` or `NAME=value`.
    #[keyword("set-cookie", json = "redir_option: phrase")]
    SetCookie(Text),
    /// Sets a session cookie that is computed.
    #[keyword("set-cookie-fmt", json = "redir_option: phrase", since = "3.2")]
    SetCookieFmt(LogFormat),
    /// Has the client forget a cookie: `NAME` or `NAME=`.
    #[keyword("clear-cookie", json = "redir_option: phrase")]
    ClearCookie(Text),
}
