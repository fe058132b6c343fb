use super::SpoeArgument;
use crate::language::Directive;
use crate::rule::AclDefinition;
use crate::section::Section;
use crate::statement::Statement;
use crate::value::{Choice, Condition, Text};

/// What an agent is told, and when.
#[derive(Debug, Clone, PartialEq, Section)]
#[section("spoe-message")]
pub struct SpoeMessage {
    /// What agents and groups call it.
    pub name: Text,
    /// The lines of the section.
    pub statements: Vec<Statement<SpoeMessageKeyword>>,
}

/// A line of a spoe-message section.
#[derive(Debug, Clone, PartialEq, Directive)]
#[directive(sections("spoe-message"), accessors(SpoeMessage))]
#[non_exhaustive]
pub enum SpoeMessageKeyword {
    /// A condition with a name, for this section only.
    #[keyword("acl", multiple = "acls")]
    Acl(AclDefinition),
    /// What the agent is told.
    #[keyword("args", multiple = "arguments")]
    Arguments(Vec<SpoeArgument>),
    /// When it is told.
    #[keyword("event")]
    Event(SpoeEvent),
    /// A line that no keyword here explains.
    #[keyword(unknown)]
    Unknown(Vec<Text>),
}

/// When a message is sent.
#[derive(Debug, Clone, PartialEq, Directive)]
pub struct SpoeEvent {
    /// What must happen.
    pub name: Choice<SpoeEventName>,
    /// What must be true then.
    pub condition: Option<Condition>,
}

/// What must happen for a message to be sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Directive)]
#[non_exhaustive]
pub enum SpoeEventName {
    /// A client has connected.
    #[keyword("on-client-session")]
    ClientSession,
    /// A server has been connected to.
    #[keyword("on-server-session")]
    ServerSession,
    /// Data arrived, before the frontend's rules of TCP.
    #[keyword("on-frontend-tcp-request")]
    FrontendTcpRequest,
    /// Data arrived, before the backend's rules of TCP.
    #[keyword("on-backend-tcp-request")]
    BackendTcpRequest,
    /// Data of a response arrived.
    #[keyword("on-tcp-response")]
    TcpResponse,
    /// A request arrived, before the frontend's rules of HTTP.
    #[keyword("on-frontend-http-request")]
    FrontendHttpRequest,
    /// A request arrived, before the backend's rules of HTTP.
    #[keyword("on-backend-http-request")]
    BackendHttpRequest,
    /// A response arrived.
    #[keyword("on-http-response")]
    HttpResponse,
}
