use crate::language::Directive;
use crate::value::{Leading, LogFormat, Scalar, Text};

/// Answering in place of the server.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum ReplyAction {
    /// Refuses: requests with status 403, responses with 502 where nothing says another.
    #[keyword("deny")]
    Deny(Reply),
    /// Answers with a response that the rule describes.
    #[keyword("return")]
    Return(Reply),
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
    #[keyword("status")]
    Status(ReplyStatus),
    /// The status, as rules that refuse have always called it.
    #[keyword("deny_status")]
    DenyStatus(ReplyStatus),
    /// The type of the body.
    #[keyword("content-type")]
    ContentType(Text),
    /// Takes the response from the section's error files.
    #[keyword("default-errorfiles")]
    DefaultErrorfiles,
    /// A file with a whole response.
    #[keyword("errorfile")]
    Errorfile(Text),
    /// An `http-errors` section with whole responses.
    #[keyword("errorfiles")]
    Errorfiles(Text),
    /// A file with the body.
    #[keyword("file")]
    File(Text),
    /// A file with the body, with computed parts.
    #[keyword("lf-file")]
    LfFile(Text),
    /// The body.
    #[keyword("string")]
    String(Text),
    /// The body, with computed parts.
    #[keyword("lf-string")]
    LfString(LogFormat),
    /// A header of the response.
    #[keyword("hdr")]
    Header {
        /// Its name.
        name: Text,
        /// Its value.
        value: LogFormat,
    },
}
