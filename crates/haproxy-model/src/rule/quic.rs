use super::action::LogAction;
use crate::language::Directive;
use crate::value::Condition;

/// A rule for the first packet of a QUIC connection.
#[derive(Debug, Clone, PartialEq, Directive)]
pub struct QuicInitialRule {
    /// What is done.
    pub action: QuicInitialAction,
    /// When the rule applies; always where there is none.
    pub condition: Option<Condition>,
}

/// What is done with the first packet of a QUIC connection.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum QuicInitialAction {
    /// Goes on with the connection, past the other rules.
    #[keyword("accept", ends_rules)]
    Accept,
    /// Refuses the connection and says so.
    #[keyword("reject", ends_rules)]
    Reject,
    /// Ignores the packet.
    #[keyword("dgram-drop")]
    DgramDrop,
    /// Has the client prove its address first.
    #[keyword("send-retry")]
    SendRetry,
    /// Logging.
    #[keyword(group, since = "3.2")]
    Log(LogAction),
}
