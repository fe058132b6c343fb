use crate::language::Directive;
use crate::section::{Backend, Defaults, Frontend, Listen};
use crate::value::{CpuSet, Duration, Network, Regex, Text};

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
    /// Replaced what matched in requests.
    #[keyword(
        "cliexp",
        removed = "2.1",
        instead = "http-request replace-path, replace-uri or replace-header",
        multiple = "cliexp"
    )]
    Cliexp(LegacyReplacement),
    /// Replaced what matched in answers.
    #[keyword(
        "srvexp",
        removed = "2.1",
        instead = "http-response replace-header",
        multiple = "srvexp"
    )]
    Srvexp(LegacyReplacement),
}

/// What was searched in a message, and what came in its place.
#[derive(Debug, Clone, PartialEq, Directive)]
pub struct LegacyReplacement {
    /// What was searched.
    pub search: Regex,
    /// What came in its place.
    pub replacement: Text,
}

#[cfg(test)]
mod tests {
    use crate::section::Listen;
    use crate::testing::{section_prints_back, statements_fail};

    #[test]
    fn statements_read_and_print() {
        section_prints_back::<Listen>(
            "listen x
                bind-process 1 2-4 odd
                grace 5s
                monitor-net 10.0.0.0/8
                cliexp a b
                srvexp a b",
        );
    }

    #[test]
    fn wrong_statements_say_why() {
        statements_fail::<Listen>(&[(
            "grace x",
            "grace <time>: expected a time such as 5s, found 'x'",
        )]);
    }
}
