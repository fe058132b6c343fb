use crate::bind::{Bind, DatagramBind};
use crate::language::Directive;
use crate::log::Log;
use crate::section::{Rest, Section};
use crate::statement::Statement;
use crate::value::{Choice, Duration, LeadingInteger, Name, Text};

/// Receives log messages and forwards them.
#[derive(Debug, Clone, PartialEq, Section)]
#[section("log-forward")]
pub struct LogForward {
    /// Its name.
    pub name: Name,
    /// The words behind, which mean nothing.
    pub rest: Rest,
    /// The lines of the section.
    pub statements: Vec<Statement<LogForwardKeyword>>,
}

/// A line of a log-forward section.
#[derive(Debug, Clone, PartialEq, Directive)]
#[directive(sections("log-forward"), accessors(LogForward))]
#[non_exhaustive]
pub enum LogForwardKeyword {
    /// How many connections may wait to be accepted.
    #[keyword("backlog", json = "backlog")]
    Backlog(LeadingInteger),
    /// Where messages are received on streams.
    #[keyword(
        "bind",
        takes_nothing,
        json = "binds[name](address: listener)",
        multiple = "binds"
    )]
    Bind(Bind),
    /// Where messages are received as datagrams.
    #[keyword(
        "dgram-bind",
        takes_nothing,
        json = "dgram_binds[name](address: listener)",
        multiple = "dgram_binds"
    )]
    DatagramBind(DatagramBind),
    /// Where messages go.
    #[keyword(
        "log",
        arguments_unless_no,
        json = "log_target_list[](_, address, length, format, {sample_range}:{sample_size: integer}, profile, facility, level, minlevel) | no log_target_list[](nolog=true)",
        multiple = "logs",
        no
    )]
    Log(Option<Log>),
    /// The most connections at a time; 10 by default.
    #[keyword("maxconn", json = "maxconn")]
    MaxConn(LeadingInteger),
    /// Takes messages on streams to end with a newline, whatever they start with.
    #[keyword(
        "option assume-rfc6587-ntf",
        json = "assume-rfc6587-ntf = true",
        since = "3.2",
        no,
        default
    )]
    OptionAssumeRfc6587Ntf,
    /// Forwards messages without looking into them.
    #[keyword(
        "option dont-parse-log",
        json = "dont-parse-log = true",
        since = "3.2",
        no,
        default
    )]
    OptionDontParseLog,
    /// Which host name messages get.
    #[keyword("option host", ignores_rest, since = "3.2", no, default)]
    OptionHost(Choice<HostNameSource>),
    /// How long a client may send nothing.
    #[keyword("timeout client", ignores_rest, json = "timeout_client")]
    TimeoutClient(Duration),
    /// A line that no keyword here explains.
    #[keyword(unknown)]
    Unknown(Vec<Text>),
}

/// Which host name a forwarded message gets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Directive)]
#[non_exhaustive]
pub enum HostNameSource {
    /// The sender's address.
    #[keyword("replace")]
    Replace,
    /// Its own, or else the sender's address; the default.
    #[keyword("fill")]
    Fill,
    /// Its own, or else none.
    #[keyword("keep")]
    Keep,
    /// Its own and the sender's address.
    #[keyword("append")]
    Append,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{section_prints_back, statements_fail};

    #[test]
    fn statements_read_and_print() {
        let forward: LogForward = section_prints_back(
            "log-forward syslog
                backlog 100
                bind 127.0.0.1:1514 ssl crt a.pem
                dgram-bind 127.0.0.1:1514 interface lo transparent
                log global
                log ring@myring local0
                log 127.0.0.1:10001 sample 1:4 local0
                maxconn 20
                option assume-rfc6587-ntf
                option dont-parse-log
                option host append
                timeout client 30s",
        );
        assert_eq!(forward.logs().count(), 3);
    }

    #[test]
    fn wrong_statements_say_why() {
        statements_fail::<LogForward>(&[(
            "option host drop",
            "option host: unknown keyword 'drop', expected 'replace', 'fill', 'keep' or 'append'",
        )]);
    }
}
