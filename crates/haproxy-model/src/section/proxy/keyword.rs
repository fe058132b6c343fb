use super::{
    BalancingKeyword, CheckOption, CompressionKeyword, DetailOption, EmailAlertKeyword,
    EndpointKeyword, ErrorKeyword, FilterKeyword, GeneralKeyword, HttpOption, LegacyKeyword,
    LoggingKeyword, PersistenceKeyword, RuleKeyword, StatsKeyword, SwitchOption, TimeoutKeyword,
};
use crate::language::Directive;
use crate::rule::{HttpCheckRule, LegacyRule, TcpCheckRule, TcpRequestRule, TcpResponseRule};
use crate::value::Text;

/// A line of a proxy: of a defaults, frontend, backend or listen section.
#[derive(Debug, Clone, PartialEq, Directive)]
#[directive(sections("defaults", "frontend", "listen", "backend"))]
#[non_exhaustive]
pub enum ProxyKeyword {
    /// Where connections come from, and where they go.
    #[keyword(group)]
    Endpoint(EndpointKeyword),
    /// What happens to connections, requests and answers.
    #[keyword(group)]
    Rule(RuleKeyword),
    /// What a proxy is, what it may use, and where it passes things on.
    #[keyword(group)]
    General(GeneralKeyword),
    /// How long to wait for something.
    #[keyword(group)]
    Timeout(TimeoutKeyword),
    /// An `option` that is on or off.
    #[keyword(group)]
    SwitchOption(SwitchOption),
    /// An `option` of how HTTP is handled.
    #[keyword(group)]
    HttpOption(HttpOption),
    /// An `option` of how servers are checked.
    #[keyword(group)]
    CheckOption(CheckOption),
    /// An `option` with arguments.
    #[keyword(group)]
    DetailOption(DetailOption),
    /// How requests are spread over servers.
    #[keyword(group)]
    Balancing(BalancingKeyword),
    /// How clients stay with a server.
    #[keyword(group)]
    Persistence(PersistenceKeyword),
    /// A rule for what comes from clients.
    #[keyword(group)]
    TcpRequest(Box<TcpRequestRule>),
    /// A rule for what comes from servers.
    #[keyword(group)]
    TcpResponse(Box<TcpResponseRule>),
    /// A step of a health check by HTTP.
    #[keyword(group)]
    HttpCheck(Box<HttpCheckRule>),
    /// A step of a health check.
    #[keyword(group)]
    TcpCheck(Box<TcpCheckRule>),
    /// What is logged.
    #[keyword(group)]
    Logging(LoggingKeyword),
    /// What clients get where something is wrong.
    #[keyword(group)]
    Error(ErrorKeyword),
    /// The page of statistics.
    #[keyword(group)]
    Stats(StatsKeyword),
    /// How messages are compressed.
    #[keyword(group)]
    Compression(CompressionKeyword),
    /// What looks at, or changes, the data.
    #[keyword(group)]
    Filter(FilterKeyword),
    /// Mails about the state of servers.
    #[keyword(group)]
    EmailAlert(EmailAlertKeyword),
    /// A rule on raw lines of messages, which HAProxy understands no more.
    #[keyword(group)]
    LegacyRule(Box<LegacyRule>),
    /// What HAProxy understands no more.
    #[keyword(group)]
    Legacy(LegacyKeyword),
    /// A line that no keyword here explains.
    #[keyword(unknown)]
    Unknown(Vec<Text>),
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statement::Statement;

    #[test]
    fn statements_are_small() {
        assert!(size_of::<ProxyKeyword>() <= 72);
        assert!(size_of::<Statement<ProxyKeyword>>() <= 104);
    }
}
