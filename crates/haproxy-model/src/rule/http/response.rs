use crate::language::Directive;
use crate::rule::action::{
    AddAclAction, CaptureAction, CounterAction, DropAction, HeaderAction, LogAction,
    LogLevelAction, LuaAction, MapAction, MarkAction, MessageAction, ReplyAction, StatusAction,
    StreamAction, TimeoutAction, TraceAction, TrackAction, VariableAction,
};
use crate::value::{Condition, Name};

/// A rule for responses of servers.
#[derive(Debug, Clone, PartialEq, Directive)]
pub struct HttpResponseRule {
    /// What is done.
    pub action: HttpResponseAction,
    /// When the rule applies; always where there is none.
    pub condition: Option<Condition>,
}

/// What is done with a server's response.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum HttpResponseAction {
    /// Refuses the response.
    #[keyword("block", ends_rules, removed = "2.0", instead = "deny", renamed)]
    Block,
    /// Keeps the response in a cache.
    #[keyword("cache-store", json = "(cache_name)")]
    CacheStore(#[arg(refers = "cache")] Name),
    /// Headers.
    #[keyword(group)]
    Header(HeaderAction),
    /// The status.
    #[keyword(group)]
    Status(StatusAction),
    /// Variables.
    #[keyword(group)]
    Variable(VariableAction),
    /// Answers.
    #[keyword(group)]
    Reply(ReplyAction),
    /// The response as a whole.
    #[keyword(group)]
    Message(MessageAction),
    /// Values for the log.
    #[keyword(group)]
    Capture(CaptureAction),
    /// The lists of ACLs and maps.
    #[keyword(group)]
    Map(MapAction),
    /// The lists of ACLs.
    #[keyword(group)]
    AddAcl(AddAclAction),
    /// Tracked entries.
    #[keyword(group)]
    Track(TrackAction),
    /// Counters of tracked entries.
    #[keyword(group)]
    Counter(CounterAction),
    /// Timeouts.
    #[keyword(group, since = "3.0")]
    Timeout(TimeoutAction),
    /// The stream.
    #[keyword(group)]
    Stream(StreamAction),
    /// The end of the connection.
    #[keyword(group)]
    Drop(DropAction),
    /// Marks of packets to the client.
    #[keyword(group)]
    Mark(MarkAction),
    /// How urgent the log line is.
    #[keyword(group)]
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
