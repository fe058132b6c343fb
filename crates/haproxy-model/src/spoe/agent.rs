use crate::language::Directive;
use crate::log::Log;
use crate::section::Section;
use crate::statement::Statement;
use crate::value::{Duration, LeadingInteger, Text};

/// An agent, and how it is spoken to.
#[derive(Debug, Clone, PartialEq, Section)]
#[section("spoe-agent")]
pub struct SpoeAgent {
    /// Its name.
    pub name: Text,
    /// The lines of the section.
    pub statements: Vec<Statement<SpoeAgentKeyword>>,
}

/// A line of a spoe-agent section.
#[derive(Debug, Clone, PartialEq, Directive)]
#[directive(sections("spoe-agent"), accessors(SpoeAgent))]
#[non_exhaustive]
pub enum SpoeAgentKeyword {
    /// Groups of messages that rules may send.
    #[keyword("groups", multiple = "groups")]
    Groups(Vec<Text>),
    /// Where what happens is logged.
    #[keyword("log", multiple = "logs", no)]
    Log(Option<Log>),
    /// The largest frame, in bytes; 4 bytes less than a buffer by default.
    #[keyword("max-frame-size")]
    MaxFrameSize(LeadingInteger),
    /// The most frames that wait for an answer on a connection.
    #[keyword("max-waiting-frames", deprecated = "3.1")]
    MaxWaitingFrames(LeadingInteger),
    /// The most connections a second.
    #[keyword("maxconnrate", deprecated = "3.1")]
    MaxConnectionRate(LeadingInteger),
    /// The most errors a second.
    #[keyword("maxerrrate", deprecated = "3.1")]
    MaxErrorRate(LeadingInteger),
    /// Messages that are sent at their events.
    #[keyword("messages", multiple = "messages")]
    Messages(Vec<Text>),
    /// Takes answers on another connection than their questions.
    #[keyword("option async", deprecated = "3.1", no)]
    OptionAsync,
    /// Goes on with later events after an error.
    #[keyword("option continue-on-error")]
    OptionContinueOnError,
    /// Logs only what is out of the ordinary.
    #[keyword("option dontlog-normal", no)]
    OptionDontlogNormal,
    /// Lets the agent make variables.
    #[keyword("option force-set-var")]
    OptionForceSetVariable,
    /// Sends frames before earlier ones are answered; the default.
    #[keyword("option pipelining", no)]
    OptionPipelining,
    /// Sends long values in parts.
    #[keyword("option send-frag-payload", deprecated = "3.1", no)]
    OptionSendFragmentedPayload,
    /// The variable that an error's number is written to.
    #[keyword("option set-on-error")]
    OptionSetOnError(Text),
    /// The variable that the time of the last event is written to.
    #[keyword("option set-process-time")]
    OptionSetProcessTime(Text),
    /// The variable that the time of all events is written to.
    #[keyword("option set-total-time")]
    OptionSetTotalTime(Text),
    /// What stands before the names of the agent's variables; its name by default.
    #[keyword("option var-prefix")]
    OptionVariablePrefix(Text),
    /// Variables that the agent may make.
    #[keyword("register-var-names", multiple = "registered_names")]
    RegisterVariableNames(Vec<Text>),
    /// How long the agent may take to say hello.
    #[keyword("timeout hello", deprecated = "3.1")]
    TimeoutHello(Duration),
    /// How long a connection to the agent may be idle.
    #[keyword("timeout idle", deprecated = "3.1")]
    TimeoutIdle(Duration),
    /// How long an event may take.
    #[keyword("timeout processing")]
    TimeoutProcessing(Duration),
    /// The backend with the agent's servers.
    #[keyword("use-backend")]
    UseBackend(Text),
    /// A line that no keyword here explains.
    #[keyword(unknown)]
    Unknown(Vec<Text>),
}
