use super::StrictMode;
use crate::language::Directive;
use crate::value::{Expression, LogFormat, Regex, Scalar, StatusCode, Text};

/// What is done with headers.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum HeaderAction {
    /// Goes on, past the other rules of the section.
    #[keyword("allow", ends_rules)]
    Allow,
    /// Adds a header; those of the same name stay.
    #[keyword("add-header", json = "(hdr_name, hdr_format)")]
    AddHeader(Header),
    /// Adds many headers at once, from a binary list.
    #[keyword("add-headers-bin", json = "(hdr_expr, hdr_prefix)", since = "3.4")]
    AddHeadersBin {
        /// The list, as `req.hdrs_bin` gives it.
        headers: Expression,
        /// How the names of the headers start that are taken; all are where nothing says it.
        #[arg(keyword = "prefix")]
        prefix: Option<Text>,
    },
    /// Removes headers.
    #[keyword("del-header", json = "(hdr_name, hdr_method)")]
    DelHeader {
        /// The name, or what it is compared with.
        name: Text,
        /// How names are compared; as a whole where nothing says it.
        #[arg(keyword = "-m")]
        method: Option<HeaderMatch>,
    },
    /// Removes many headers at once, from a binary list of names.
    #[keyword("del-headers-bin", json = "(hdr_expr, hdr_method)", since = "3.4")]
    DelHeadersBin {
        /// The list of names.
        names: Expression,
        /// How names are compared, not by expression; as a whole where nothing says it.
        #[arg(keyword = "-m")]
        method: Option<HeaderMatch>,
    },
    /// Rewrites a header's lines, each as a whole.
    #[keyword("replace-header", json = "(hdr_name, hdr_match, hdr_format)")]
    ReplaceHeader(Box<HeaderRewrite>),
    /// Rewrites a header's values, each between commas.
    #[keyword("replace-value", json = "(hdr_name, hdr_match, hdr_format)")]
    ReplaceValue(Box<HeaderRewrite>),
    /// Sets a header; those of the same name go.
    #[keyword("set-header", json = "(hdr_name, hdr_format)")]
    SetHeader(Header),
    /// Sets many headers at once, from a binary list.
    #[keyword("set-headers-bin", json = "(hdr_expr, hdr_prefix)", since = "3.4")]
    SetHeadersBin {
        /// The list, as `req.hdrs_bin` gives it.
        headers: Expression,
        /// How the names of the headers start that are taken; all are where nothing says it.
        #[arg(keyword = "prefix")]
        prefix: Option<Text>,
    },
    /// Whether a rewrite that fails is an error, for the rules that follow; it is where nothing
    /// says it.
    #[keyword("strict-mode", json = "(strict_mode)")]
    StrictMode(Scalar<StrictMode>),
}

/// A header.
#[derive(Debug, Clone, PartialEq, Directive)]
pub struct Header {
    /// Its name.
    pub name: Text,
    /// Its value.
    pub value: LogFormat,
}

/// How a header is rewritten.
#[derive(Debug, Clone, PartialEq, Directive)]
pub struct HeaderRewrite {
    /// The header's name.
    pub name: Text,
    /// What its value is compared with.
    pub search: Regex,
    /// The new value; `\1` is the first group of what was found.
    pub replacement: LogFormat,
}

/// How a header's name or value is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Directive)]
#[non_exhaustive]
pub enum HeaderMatch {
    /// As a whole.
    #[keyword("str")]
    Exact,
    /// At its start.
    #[keyword("beg")]
    Prefix,
    /// At its end.
    #[keyword("end")]
    Suffix,
    /// Anywhere in it.
    #[keyword("sub")]
    Substring,
    /// By a regular expression.
    #[keyword("reg")]
    Regex,
}

/// What is done with the status of a response.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum StatusAction {
    /// Sets the status of the response.
    #[keyword("set-status", json = "(status, status_reason)")]
    SetStatus {
        /// The status, from 100 to 999.
        status: StatusCode,
        /// The text behind the status; the usual one where nothing says it.
        #[arg(keyword = "reason")]
        reason: Option<Text>,
    },
}
