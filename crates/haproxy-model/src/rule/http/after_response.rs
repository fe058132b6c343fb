use crate::language::Directive;
use crate::rule::action::{
    CaptureAction, CounterAction, HeaderAction, LogAction, LogLevelAction, LuaAction, MapAction,
    StatusAction, TraceAction, VariableAction,
};
use crate::value::Condition;

/// A rule for all responses, those of HAProxy included.
#[derive(Debug, Clone, PartialEq, Directive)]
pub struct HttpAfterResponseRule {
    /// What is done.
    pub action: HttpAfterResponseAction,
    /// When the rule applies; always where there is none.
    pub condition: Option<Condition>,
}

/// What is done with a response, whoever made it.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum HttpAfterResponseAction {
    /// Headers.
    #[keyword(group)]
    Header(HeaderAction),
    /// The status.
    #[keyword(group)]
    Status(StatusAction),
    /// Variables.
    #[keyword(group)]
    Variable(VariableAction),
    /// Values for the log.
    #[keyword(group, since = "2.6")]
    Capture(CaptureAction),
    /// The lists of ACLs and maps.
    #[keyword(group, since = "2.8")]
    Map(MapAction),
    /// Counters of tracked entries.
    #[keyword(group, since = "2.8")]
    Counter(CounterAction),
    /// How urgent the log line is.
    #[keyword(group, since = "2.8")]
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
