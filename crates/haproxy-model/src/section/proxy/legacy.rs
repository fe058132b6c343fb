use crate::language::Directive;
use crate::section::{Backend, Defaults, Frontend, Listen};
use crate::value::{Condition, CpuSet, Duration, Network, Regex, Text};

/// What HAProxy understands no more.
#[derive(Debug, Clone, PartialEq, Directive)]
#[directive(
    sections("defaults", "frontend", "listen", "backend"),
    accessors(Defaults, Frontend, Backend, Listen)
)]
#[non_exhaustive]
pub enum LegacyKeyword {
    /// The processes that ran the proxy.
    #[keyword("bind-process", deprecated = "2.5", removed = "2.7")]
    BindProcess(Vec<CpuSet>),
    /// How long the proxy went on when HAProxy was told to stop.
    #[keyword(
        "grace",
        deprecated = "2.4",
        removed = "2.5",
        instead = "grace in the global section"
    )]
    Grace(Duration),
    /// The network whose connections just got an `OK`.
    #[keyword(
        "monitor-net",
        removed = "2.3",
        instead = "http-request return status 200 if { src … }",
        sections("defaults", "frontend", "listen")
    )]
    MonitorNet(Network),
    /// When requests were refused.
    #[keyword(
        "block",
        removed = "2.1",
        instead = "http-request deny",
        multiple = "block",
        sections("frontend", "listen", "backend")
    )]
    Block(Condition),
    /// Accepted requests with a line that matched.
    #[keyword(
        "reqallow",
        removed = "2.1",
        instead = "http-request allow",
        multiple = "reqallow"
    )]
    Reqallow(LegacyMatch),
    /// Refused requests with a line that matched.
    #[keyword(
        "reqdeny",
        removed = "2.1",
        instead = "http-request deny",
        multiple = "reqdeny"
    )]
    Reqdeny(LegacyMatch),
    /// Removed lines of requests that matched.
    #[keyword(
        "reqdel",
        removed = "2.1",
        instead = "http-request del-header",
        multiple = "reqdel"
    )]
    Reqdel(LegacyMatch),
    /// Kept later rules from lines of requests that matched.
    #[keyword("reqpass", removed = "2.1", multiple = "reqpass")]
    Reqpass(LegacyMatch),
    /// Held up requests with a line that matched.
    #[keyword(
        "reqtarpit",
        removed = "2.1",
        instead = "http-request tarpit",
        multiple = "reqtarpit"
    )]
    Reqtarpit(LegacyMatch),
    /// Replaced what matched in requests.
    #[keyword(
        "reqrep",
        removed = "2.1",
        instead = "http-request replace-path, replace-uri or replace-header",
        multiple = "reqrep"
    )]
    Reqrep(LegacyReplace),
    /// Chose a backend for requests with a line that matched.
    #[keyword(
        "reqsetbe",
        removed = "2.1",
        instead = "use_backend",
        multiple = "reqsetbe",
        sections("defaults", "frontend", "listen")
    )]
    Reqsetbe(LegacyReplace),
    /// Refused answers with a line that matched.
    #[keyword(
        "rspdeny",
        removed = "2.1",
        instead = "http-response deny",
        multiple = "rspdeny"
    )]
    Rspdeny(LegacyMatch),
    /// Removed lines of answers that matched.
    #[keyword(
        "rspdel",
        removed = "2.1",
        instead = "http-response del-header",
        multiple = "rspdel"
    )]
    Rspdel(LegacyMatch),
    /// Replaced what matched in answers.
    #[keyword(
        "rsprep",
        removed = "2.1",
        instead = "http-response replace-header",
        multiple = "rsprep"
    )]
    Rsprep(LegacyReplace),
    /// Accepted requests with a line that matched in any case.
    #[keyword(
        "reqiallow",
        removed = "2.1",
        instead = "http-request allow",
        multiple = "reqiallow"
    )]
    Reqiallow(LegacyMatch),
    /// Refused requests with a line that matched in any case.
    #[keyword(
        "reqideny",
        removed = "2.1",
        instead = "http-request deny",
        multiple = "reqideny"
    )]
    Reqideny(LegacyMatch),
    /// Removed lines of requests that matched in any case.
    #[keyword(
        "reqidel",
        removed = "2.1",
        instead = "http-request del-header",
        multiple = "reqidel"
    )]
    Reqidel(LegacyMatch),
    /// Kept later rules from lines of requests that matched in any case.
    #[keyword("reqipass", removed = "2.1", multiple = "reqipass")]
    Reqipass(LegacyMatch),
    /// Held up requests with a line that matched in any case.
    #[keyword(
        "reqitarpit",
        removed = "2.1",
        instead = "http-request tarpit",
        multiple = "reqitarpit"
    )]
    Reqitarpit(LegacyMatch),
    /// Replaced what matched in requests in any case.
    #[keyword(
        "reqirep",
        removed = "2.1",
        instead = "http-request replace-path, replace-uri or replace-header",
        multiple = "reqirep"
    )]
    Reqirep(LegacyReplace),
    /// Chose a backend for requests with a line that matched in any case.
    #[keyword(
        "reqisetbe",
        removed = "2.1",
        instead = "use_backend",
        multiple = "reqisetbe",
        sections("defaults", "frontend", "listen")
    )]
    Reqisetbe(LegacyReplace),
    /// Refused answers with a line that matched in any case.
    #[keyword(
        "rspideny",
        removed = "2.1",
        instead = "http-response deny",
        multiple = "rspideny"
    )]
    Rspideny(LegacyMatch),
    /// Removed lines of answers that matched in any case.
    #[keyword(
        "rspidel",
        removed = "2.1",
        instead = "http-response del-header",
        multiple = "rspidel"
    )]
    Rspidel(LegacyMatch),
    /// Replaced what matched in answers in any case.
    #[keyword(
        "rspirep",
        removed = "2.1",
        instead = "http-response replace-header",
        multiple = "rspirep"
    )]
    Rspirep(LegacyReplace),
    /// Added a line to requests.
    #[keyword(
        "reqadd",
        removed = "2.1",
        instead = "http-request add-header",
        multiple = "reqadd"
    )]
    Reqadd(LegacyAdd),
    /// Added a line to answers.
    #[keyword(
        "rspadd",
        removed = "2.1",
        instead = "http-response add-header",
        multiple = "rspadd"
    )]
    Rspadd(LegacyAdd),
    /// Replaced what matched in requests.
    #[keyword(
        "cliexp",
        removed = "2.1",
        instead = "http-request replace-path, replace-uri or replace-header",
        multiple = "cliexp"
    )]
    Cliexp(LegacyReplace),
    /// Replaced what matched in answers.
    #[keyword(
        "srvexp",
        removed = "2.1",
        instead = "http-response replace-header",
        multiple = "srvexp"
    )]
    Srvexp(LegacyReplace),
}

/// Lines of a message.
#[derive(Debug, Clone, PartialEq, Directive)]
pub struct LegacyMatch {
    /// What a line had to match.
    pub search: Regex,
    /// When the rule applied; always where nothing is given.
    pub condition: Option<Condition>,
}

/// Lines of a message, and what to make of them.
#[derive(Debug, Clone, PartialEq, Directive)]
pub struct LegacyReplace {
    /// What a line had to match.
    pub search: Regex,
    /// What came in its place; `\1` stood for the first group.
    pub replacement: Text,
    /// When the rule applied; always where nothing is given.
    pub condition: Option<Condition>,
}

/// A line to add to a message.
#[derive(Debug, Clone, PartialEq, Directive)]
pub struct LegacyAdd {
    /// The line.
    pub line: Text,
    /// When the rule applied; always where nothing is given.
    pub condition: Option<Condition>,
}
