use crate::language::Directive;

/// What stands around each message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Directive)]
#[non_exhaustive]
pub enum LogMessageFormat {
    /// The header of RFC 3164 without the host name; the default.
    #[keyword("local")]
    Local,
    /// The header of RFC 3164.
    #[keyword("rfc3164")]
    Rfc3164,
    /// The header of RFC 5424.
    #[keyword("rfc5424")]
    Rfc5424,
    /// Severity and facility as a number in angle brackets.
    #[keyword("priority")]
    Priority,
    /// The severity as a number in angle brackets.
    #[keyword("short")]
    Short,
    /// The severity as a number in angle brackets, and the date.
    #[keyword("timed")]
    Timed,
    /// The date.
    #[keyword("iso")]
    Iso,
    /// Nothing.
    #[keyword("raw")]
    Raw,
}
