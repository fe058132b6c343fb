use crate::language::Directive;
use crate::value::Choice;

/// What a stats socket allows and how it answers.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum StatsSocketParameter {
    /// The commands it accepts.
    #[keyword("level", json = "level")]
    Level(Choice<StatsLevel>),
    /// How messages tell their severity.
    #[keyword("severity-output", json = "severity_output")]
    SeverityOutput(Choice<SeverityOutput>),
    /// The open files that another process can get from it.
    #[keyword("expose-fd", json = "expose_fd_listeners = true (+)")]
    ExposeFileDescriptors(Choice<FileDescriptors>),
}

/// The commands that a stats socket accepts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Directive)]
pub enum StatsLevel {
    /// Those that read what is not sensitive.
    #[keyword("user")]
    User,
    /// Those that read, and that change what is not sensitive; the default.
    #[keyword("operator")]
    Operator,
    /// All.
    #[keyword("admin")]
    Admin,
}

/// How messages tell their severity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Directive)]
pub enum SeverityOutput {
    /// They do not; the default.
    #[keyword("none")]
    None,
    /// By a number.
    #[keyword("number")]
    Number,
    /// By a word.
    #[keyword("string")]
    String,
}

/// The open files that another process can get.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Directive)]
#[non_exhaustive]
pub enum FileDescriptors {
    /// The sockets of the listeners.
    #[keyword("listeners")]
    Listeners,
}
