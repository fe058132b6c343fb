use crate::language::Directive;
use crate::rule::action::{
    AccessAction, CounterAction, DestinationAction, DropAction, LogAction, MarkAction,
    SourceAction, TrackAction, VariableAction,
};
use crate::value::Condition;

/// A rule for connections, before anything is read from them.
#[derive(Debug, Clone, PartialEq, Directive)]
pub struct TcpRequestConnectionRule {
    /// What is done.
    pub action: TcpRequestConnectionAction,
    /// When the rule applies; always where there is none.
    pub condition: Option<Condition>,
}

/// What is done with a connection, before anything is read from it.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum TcpRequestConnectionAction {
    /// Expects a header of the PROXY protocol.
    #[keyword("expect-proxy layer4", json = "= expect-proxy")]
    ExpectProxy,
    /// Expects a header of `NetScaler`'s client IP protocol.
    #[keyword("expect-netscaler-cip layer4", json = "= expect-netscaler-cip")]
    ExpectNetscalerCip,
    /// The verdict.
    #[keyword(group)]
    Access(AccessAction),
    /// Variables.
    #[keyword(group, since = "2.5")]
    Variable(VariableAction),
    /// Tracked entries.
    #[keyword(group)]
    Track(TrackAction),
    /// Counters of tracked entries.
    #[keyword(group)]
    Counter(CounterAction),
    /// The client's address.
    #[keyword(group)]
    Source(SourceAction),
    /// The address that the client connected to.
    #[keyword(group)]
    Destination(DestinationAction),
    /// The end of the connection.
    #[keyword(group)]
    Drop(DropAction),
    /// Marks of packets to the client.
    #[keyword(group, since = "2.5")]
    Mark(MarkAction),
    /// Logging.
    #[keyword(group)]
    Log(LogAction),
}
