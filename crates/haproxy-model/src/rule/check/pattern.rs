use super::HexBytes;
use crate::language::Directive;
use crate::rule::action::HeaderMatch;
use crate::value::{LogFormat, Regex, Scalar, StatusSet, Text};

/// What a check looks for in a response of HTTP.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum HttpPattern {
    /// Status codes.
    #[keyword("status", json = "(pattern: text)")]
    Status(StatusSet),
    /// What the status is compared with.
    #[keyword("rstatus", json = "(pattern: text)")]
    Rstatus(Regex),
    /// A header, each value between commas by itself.
    #[keyword("hdr", json = "(pattern: raw)")]
    Header(Box<HeaderPattern>),
    /// A header, each line as a whole.
    #[keyword("fhdr", json = "(pattern: raw)")]
    FullHeader(Box<HeaderPattern>),
    /// A text somewhere in the body.
    #[keyword("string", json = "(pattern: text)")]
    String(Text),
    /// What the body is compared with.
    #[keyword("rstring", json = "(pattern: text)")]
    Rstring(Regex),
    /// A text with computed parts somewhere in the body.
    #[keyword("string-lf", json = "(pattern: text)")]
    StringLf(LogFormat),
}

/// What a check looks for in the bytes that a server sends.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum TcpPattern {
    /// A text somewhere in them.
    #[keyword("string", json = "(pattern: text)")]
    String(Text),
    /// What they are compared with.
    #[keyword("rstring", json = "(pattern: text)")]
    Rstring(Regex),
    /// A text with computed parts somewhere in them.
    #[keyword("string-lf", json = "(pattern: text)")]
    StringLf(LogFormat),
    /// Bytes somewhere in them.
    #[keyword("binary", json = "(pattern: text)")]
    Binary(Scalar<HexBytes>),
    /// What they are compared with, hexadecimal.
    #[keyword("rbinary", json = "(pattern: text)")]
    Rbinary(Regex),
    /// Bytes with computed parts somewhere in them, hexadecimal.
    #[keyword("binary-lf", json = "(pattern: text)")]
    BinaryLf(LogFormat),
}

/// A header that a check looks for.
#[derive(Debug, Clone, PartialEq, Directive)]
pub struct HeaderPattern {
    /// Its name.
    pub name: HeaderName,
    /// Its value; any where nothing says it.
    pub value: Option<HeaderValue>,
}

/// The name of a header that a check looks for.
#[derive(Debug, Clone, PartialEq, Directive)]
pub enum HeaderName {
    /// A text.
    #[keyword("name")]
    Plain {
        /// How it is compared; as a whole where nothing says it.
        #[arg(keyword = "-m")]
        method: Option<HeaderMatch>,
        /// What it is compared with.
        name: Text,
    },
    /// A text with computed parts.
    #[keyword("name-lf")]
    Format {
        /// How it is compared, not by expression; as a whole where nothing says it.
        #[arg(keyword = "-m")]
        method: Option<HeaderMatch>,
        /// What it is compared with.
        name: LogFormat,
    },
}

/// The value of a header that a check looks for.
#[derive(Debug, Clone, PartialEq, Directive)]
pub enum HeaderValue {
    /// A text.
    #[keyword("value")]
    Plain {
        /// How it is compared; as a whole where nothing says it.
        #[arg(keyword = "-m")]
        method: Option<HeaderMatch>,
        /// What it is compared with.
        value: Text,
    },
    /// A text with computed parts.
    #[keyword("value-lf")]
    Format {
        /// How it is compared, not by expression; as a whole where nothing says it.
        #[arg(keyword = "-m")]
        method: Option<HeaderMatch>,
        /// What it is compared with.
        value: LogFormat,
    },
}
