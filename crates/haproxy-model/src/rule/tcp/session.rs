use crate::language::Directive;
use crate::rule::action::{
    AccessAction, CounterAction, DestinationAction, DropAction, LogAction, MarkAction,
    SourceAction, TrackAction, VariableAction,
};
use crate::value::{Condition, Expression, Text};

/// A rule for connections once their handshakes are done.
#[derive(Debug, Clone, PartialEq, Directive)]
pub struct TcpRequestSessionRule {
    /// What is done.
    pub action: TcpRequestSessionAction,
    /// When the rule applies; always where there is none.
    pub condition: Option<Condition>,
}

/// What is done with a connection once its handshakes are done.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum TcpRequestSessionAction {
    /// Gives the connection to a server, as one to send requests over.
    #[keyword(
        "attach-srv",
        json = "(server_name, server_conn_name: raw)",
        stage = "anytime",
        since = "2.9",
        experimental
    )]
    AttachSrv {
        /// The server, with its backend: `backend/server`.
        #[arg(refers = "server")]
        server: Text,
        /// What requests know the connection by.
        #[arg(keyword = "name")]
        name: Option<Expression>,
    },
    /// The verdict.
    #[keyword(group)]
    Access(AccessAction),
    /// Variables.
    #[keyword(group)]
    Variable(VariableAction),
    /// Tracked entries.
    #[keyword(group)]
    Track(TrackAction),
    /// Counters of tracked entries.
    #[keyword(group)]
    Counter(CounterAction),
    /// The client's address.
    #[keyword(group, since = "2.5")]
    Source(SourceAction),
    /// The address that the client connected to.
    #[keyword(group, since = "2.5")]
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
