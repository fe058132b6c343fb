use crate::language::Directive;
use crate::rule::action::{
    AddAclAction, BackendMarkAction, CaptureAction, CounterAction, DestinationAction, DropAction,
    Header, HeaderAction, LogAction, LogLevelAction, LuaAction, MapAction, MarkAction,
    MessageAction, PriorityAction, Reply, ReplyAction, SourceAction, StreamAction, TimeoutAction,
    TraceAction, TrackAction, UriAction, VariableAction,
};
use crate::value::{Condition, Name, Text};

/// A rule for requests.
#[derive(Debug, Clone, PartialEq, Directive)]
pub struct HttpRequestRule {
    /// What is done.
    pub action: HttpRequestAction,
    /// When the rule applies; always where there is none.
    pub condition: Option<Condition>,
}

/// What is done with a request.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum HttpRequestAction {
    /// Asks the client for a name and a password.
    #[keyword("auth", ends_rules, json = "(realm) @stats | (auth_realm)")]
    Auth {
        /// What they are for, as the client shows it; the section's name where nothing says it.
        #[arg(keyword = "realm")]
        realm: Option<Text>,
    },
    /// Refuses the request.
    #[keyword("block", ends_rules, removed = "2.0", instead = "deny", renamed)]
    Block,
    /// Answers from a cache where it can.
    #[keyword("cache-use", json = "(cache_name)")]
    CacheUse(#[arg(refers = "cache")] Name),
    /// Never sends the request again once the server has it.
    #[keyword("disable-l7-retry")]
    DisableL7Retry,
    /// Sends a header ahead of the response, for the client to load more meanwhile.
    #[keyword("early-hint", json = "(hint_name, hint_format)")]
    EarlyHint(Header),
    /// Closes the connection without an answer.
    #[keyword("reject", ends_rules)]
    Reject,
    /// Holds the request back for a while, then refuses it: with status 500 where nothing says
    /// another.
    #[keyword("tarpit", ends_rules, json = "(_)")]
    Tarpit(Reply),
    /// Waits for the TLS handshake to end.
    #[keyword("wait-for-handshake")]
    WaitForHandshake,
    /// Headers.
    #[keyword(group)]
    Header(HeaderAction),
    /// The method and the address.
    #[keyword(group)]
    Uri(UriAction),
    /// Variables.
    #[keyword(group)]
    Variable(VariableAction),
    /// Answers.
    #[keyword(group)]
    Reply(ReplyAction),
    /// The request as a whole.
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
    /// The way to a server.
    #[keyword(group)]
    Priority(PriorityAction),
    /// Timeouts.
    #[keyword(group)]
    Timeout(TimeoutAction),
    /// The client's address.
    #[keyword(group)]
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
    #[keyword(group)]
    Mark(MarkAction),
    /// Marks of packets to the server.
    #[keyword(group)]
    BackendMark(BackendMarkAction),
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
