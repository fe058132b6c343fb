use crate::language::Directive;
use crate::value::Name;

/// Logging in the middle of a rule set.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum LogAction {
    /// Writes a log line now.
    #[keyword("do-log", since = "3.1")]
    DoLog(Option<DoLogParameter>),
}

/// How a log line is written.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum DoLogParameter {
    /// By this log profile, and not by that of the logger.
    #[keyword("profile", since = "3.4")]
    Profile(Name),
}

/// How urgent the log line of a stream is.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum LogLevelAction {
    /// Sets how urgent the stream's log line is.
    #[keyword("set-log-level")]
    SetLogLevel(LogLevel),
}

/// How urgent a log line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Directive)]
pub enum LogLevel {
    /// The system is unusable.
    #[keyword("emerg")]
    Emergency,
    /// Something must be done at once.
    #[keyword("alert")]
    Alert,
    /// A critical state.
    #[keyword("crit")]
    Critical,
    /// An error.
    #[keyword("err")]
    Error,
    /// A warning.
    #[keyword("warning")]
    Warning,
    /// Normal, yet worth a note.
    #[keyword("notice")]
    Notice,
    /// Information.
    #[keyword("info")]
    Information,
    /// Only for finding errors.
    #[keyword("debug")]
    Debug,
    /// No log line at all.
    #[keyword("silent")]
    Silent,
}
