use crate::language::Directive;
use crate::log::Logger;
use crate::section::global::Global;
use crate::value::Text;

/// Where logs go.
#[derive(Debug, Clone, PartialEq, Directive)]
#[directive(sections("global"), accessors(Global))]
#[non_exhaustive]
pub enum LogKeyword {
    /// A target of logs.
    #[keyword("log", multiple = "logs", no, default)]
    Log(Option<Box<Logger>>),
    /// The host name in logs; the system's own where none is given.
    #[keyword("log-send-hostname")]
    LogSendHostname(Option<Text>),
    /// The program's name in logs; `haproxy` by default.
    #[keyword("log-tag")]
    LogTag(Text),
}
