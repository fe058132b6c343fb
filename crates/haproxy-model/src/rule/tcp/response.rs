use crate::language::Directive;
use crate::rule::action::{
    AccessAction, CounterAction, DropAction, LogAction, LogLevelAction, LuaAction, MarkAction,
    StreamAction, TraceAction, VariableAction,
};
use crate::value::Condition;

/// A rule for the bytes that a server sends.
#[derive(Debug, Clone, PartialEq, Directive)]
pub struct TcpResponseContentRule {
    /// What is done.
    pub action: TcpResponseContentAction,
    /// When the rule applies; always where there is none.
    pub condition: Option<Condition>,
}

/// What is done with the bytes that a server sends.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum TcpResponseContentAction {
    /// Closes the connection to the server.
    #[keyword("close", ends_rules)]
    Close,
    /// The verdict.
    #[keyword(group)]
    Access(AccessAction),
    /// Variables.
    #[keyword(group)]
    Variable(VariableAction),
    /// Counters of tracked entries.
    #[keyword(group)]
    Counter(CounterAction),
    /// The stream.
    #[keyword(group)]
    Stream(StreamAction),
    /// The end of the connection.
    #[keyword(group)]
    Drop(DropAction),
    /// Marks of packets to the client.
    #[keyword(group, since = "2.5")]
    Mark(MarkAction),
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
