use crate::language::Directive;
use crate::rule::action::{
    AccessAction, BackendMarkAction, CaptureAction, CounterAction, DestinationAction, DropAction,
    LogAction, LogLevelAction, LuaAction, MarkAction, PriorityAction, SourceAction, StreamAction,
    TraceAction, TrackAction, VariableAction,
};
use crate::value::{Condition, Name};

/// A rule for the bytes that a client sends.
#[derive(Debug, Clone, PartialEq, Directive)]
pub struct TcpRequestContentRule {
    /// What is done.
    pub action: TcpRequestContentAction,
    /// When the rule applies; always where there is none.
    pub condition: Option<Condition>,
}

/// What is done with the bytes that a client sends.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum TcpRequestContentAction {
    /// Goes on in HTTP.
    #[keyword(
        "switch-mode http",
        ends_rules,
        json = "= switch-mode (switch_mode_proto)"
    )]
    SwitchModeHttp {
        /// The version of HTTP; the one that was negotiated where nothing says it.
        #[arg(keyword = "proto")]
        proto: Option<Name>,
    },
    /// The verdict.
    #[keyword(group)]
    Access(AccessAction),
    /// Variables.
    #[keyword(group)]
    Variable(VariableAction),
    /// Values for the log.
    #[keyword(group)]
    Capture(CaptureAction),
    /// Tracked entries.
    #[keyword(group)]
    Track(TrackAction),
    /// Counters of tracked entries.
    #[keyword(group)]
    Counter(CounterAction),
    /// The way to a server.
    #[keyword(group)]
    Priority(PriorityAction),
    /// The client's address.
    #[keyword(group, since = "2.5")]
    Source(SourceAction),
    /// The address that the client connected to.
    #[keyword(group)]
    Destination(DestinationAction),
    /// The stream.
    #[keyword(group)]
    Stream(StreamAction),
    /// The end of the connection.
    #[keyword(group)]
    Drop(DropAction),
    /// Marks of packets to the client.
    #[keyword(group, since = "2.5")]
    Mark(MarkAction),
    /// Marks of packets to the server.
    #[keyword(group)]
    BackendMark(BackendMarkAction),
    /// How urgent the log line is.
    #[keyword(group, since = "2.5")]
    LogLevel(LogLevelAction),
    /// Logging.
    #[keyword(group)]
    Log(LogAction),
    /// Tracing.
    #[keyword(group)]
    Trace(TraceAction),
    /// Lua.
    #[keyword(group)]
    Lua(LuaAction),
}
