use crate::language::Directive;
use crate::value::{Leading, LogFormat, Scalar, Text};

/// Answering in place of the server.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum ReplyAction {
    /// Refuses: requests with status 403, responses with 502 where nothing says another.
    #[keyword("deny", ends_rules, json = "(_)")]
    Deny(Reply),
    /// Answers with a response that the rule describes.
    #[keyword("return", ends_rules, json = "(_)")]
    Return(Reply),
}

impl ReplyAction {
    /// The answer that it sends.
    pub const fn reply(&self) -> Option<&Reply> {
        match self {
            Self::Deny(reply) | Self::Return(reply) => Some(reply),
        }
    }
}

/// A response that a rule describes.
#[derive(Debug, Clone, PartialEq, Directive)]
pub struct Reply {
    /// All of it, in any order.
    pub parameters: Vec<ReplyParameter>,
}

/// The status of a response that a rule describes.
pub type ReplyStatus = Scalar<Leading<200, 599>>;

/// A part of a response that a rule describes.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum ReplyParameter {
    /// The status.
    #[keyword("status", json = "return_status_code")]
    Status(ReplyStatus),
    /// The status, as rules that refuse have always called it.
    #[keyword("deny_status", json = "deny_status")]
    DenyStatus(ReplyStatus),
    /// The type of the body.
    #[keyword("content-type", json = "return_content_type")]
    ContentType(Text),
    /// Takes the response from the section's error files.
    #[keyword(
        "default-errorfiles",
        json = "return_content_format = default-errorfiles"
    )]
    DefaultErrorfiles,
    /// A file with a whole response.
    #[keyword(
        "errorfile",
        json = "return_content_format = errorfile (return_content)"
    )]
    Errorfile(#[arg(file = "answer")] Text),
    /// An `http-errors` section with whole responses.
    #[keyword(
        "errorfiles",
        json = "return_content_format = errorfiles (return_content)"
    )]
    Errorfiles(#[arg(refers = "http-errors")] Text),
    /// A file with the body.
    #[keyword("file", json = "return_content_format = file (return_content)")]
    File(#[arg(file = "content")] Text),
    /// A file with the body, with computed parts.
    #[keyword("lf-file", json = "return_content_format = lf-file (return_content)")]
    LfFile(#[arg(file = "format")] Text),
    /// The body.
    #[keyword("string", json = "return_content_format = string (return_content)")]
    String(Text),
    /// The body, with computed parts.
    #[keyword(
        "lf-string",
        json = "return_content_format = lf-string (return_content)"
    )]
    LfString(LogFormat),
    /// A header of the response.
    #[keyword("hdr", json = "return_hdrs[](name, fmt)")]
    Header {
        /// Its name.
        name: Text,
        /// Its value.
        value: LogFormat,
    },
}
