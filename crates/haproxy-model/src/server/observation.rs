use crate::language::Directive;
use crate::value::{Choice, LeadingPositive};

/// What the traffic tells of a server's health, and what changes of its state entail.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum ObservationParameter {
    /// Which errors of the traffic count against it.
    #[keyword("observe", json = "observe", runtime)]
    Observe(Choice<ObservedLayer>),
    /// How many errors in a row are too many; 10 by default.
    #[keyword("error-limit", json = "error_limit", runtime)]
    ErrorLimit(LeadingPositive),
    /// What too many errors do to it.
    #[keyword("on-error", json = "on-error", runtime)]
    OnError(Choice<ErrorAction>),
    /// What happens to its connections when it goes down.
    #[keyword("on-marked-down", json = "on-marked-down", runtime)]
    OnMarkedDown(Choice<MarkedDownAction>),
    /// What happens to other servers' connections when it comes up.
    #[keyword("on-marked-up", json = "on-marked-up", runtime)]
    OnMarkedUp(Choice<MarkedUpAction>),
}

/// Which errors count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Directive)]
#[non_exhaustive]
pub enum ObservedLayer {
    /// None.
    #[keyword("none")]
    None,
    /// Failed connections.
    #[keyword("layer4")]
    Layer4,
    /// Bad responses of HTTP as well.
    #[keyword("layer7")]
    Layer7,
}

/// What too many errors do to a server.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Directive)]
#[non_exhaustive]
pub enum ErrorAction {
    /// Checks come at the pace of `fastinter`.
    #[keyword("fastinter")]
    FastInter,
    /// Counts as a failed check.
    #[keyword("fail-check")]
    FailCheck,
    /// The next failed check takes it down.
    #[keyword("sudden-death")]
    SuddenDeath,
    /// Takes it down at once.
    #[keyword("mark-down")]
    MarkDown,
}

/// What happens when a server goes down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Directive)]
#[non_exhaustive]
pub enum MarkedDownAction {
    /// Its connections are closed.
    #[keyword("shutdown-sessions")]
    ShutdownSessions,
}

/// What happens when a server comes up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Directive)]
#[non_exhaustive]
pub enum MarkedUpAction {
    /// The connections of all backup servers are closed.
    #[keyword("shutdown-backup-sessions")]
    ShutdownBackupSessions,
}
