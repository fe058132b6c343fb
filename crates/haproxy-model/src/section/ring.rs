use crate::language::Directive;
use crate::log::LogMessageFormat;
use crate::section::{Ignored, Section};
use crate::server::Server;
use crate::statement::Statement;
use crate::value::{Choice, Duration, Size, Text};

/// A buffer in memory for log messages and traces.
#[derive(Debug, Clone, PartialEq, Section)]
#[section("ring")]
pub struct Ring {
    /// What logs and traces call it, behind `ring@`.
    pub name: Text,
    /// The words behind, which HAProxy ignores.
    pub ignored: Ignored,
    /// The lines of the section.
    pub statements: Vec<Statement<RingKeyword>>,
}

/// A line of a ring section.
#[derive(Debug, Clone, PartialEq, Directive)]
#[directive(sections("ring"), accessors(Ring))]
#[non_exhaustive]
pub enum RingKeyword {
    /// A file that the buffer is kept in, so that it outlives the process.
    #[keyword("backing-file", ignores_rest, since = "2.8")]
    BackingFile(Text),
    /// What the runtime API says of it; its name where no line says it.
    #[keyword("description", ignores_rest, json = "description")]
    Description(Text),
    /// What stands around each message.
    #[keyword("format", ignores_rest, json = "format")]
    Format(Choice<LogMessageFormat>),
    /// The longest message.
    #[keyword(
        "maxlen",
        ignores_rest,
        takes_anything,
        within = "1..",
        json = "maxlen"
    )]
    MaxLength(Size),
    /// A server that gets all messages.
    #[keyword(
        "server",
        json = "servers[name](name, address: address)",
        multiple = "servers"
    )]
    Server(Server),
    /// How large it is.
    #[keyword("size", takes_anything, within = "1..", ignores_rest, json = "size")]
    Size(Size),
    /// How long a connection to a server may take.
    #[keyword("timeout connect", ignores_rest, json = "timeout_connect")]
    TimeoutConnect(Duration),
    /// How long a server may take none of the messages.
    #[keyword("timeout server", ignores_rest, json = "timeout_server")]
    TimeoutServer(Duration),
    /// A line that no keyword here explains.
    #[keyword(unknown)]
    Unknown(Vec<Text>),
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{section_prints_back, statements_fail};

    #[test]
    fn statements_read_and_print() {
        let ring: Ring = section_prints_back(
            "ring myring
                backing-file /var/lib/haproxy/ring
                description My␣local␣buffer
                format rfc5424
                maxlen 1200
                size 32764
                timeout connect 5s
                timeout server 10s
                server mysyslogsrv 127.0.0.1:6514 log-proto octet-count",
        );
        assert_eq!(ring.description().unwrap(), "My local buffer");
    }

    #[test]
    fn wrong_statements_say_why() {
        statements_fail::<Ring>(&[
            (
                "format fancy",
                "format: unknown keyword 'fancy', expected 'local', 'rfc3164', 'rfc5424', 'priority', 'short', 'timed', 'iso' or 'raw'",
            ),
            (
                "server a",
                "server <address>: expected an address such as 10.0.0.1:80, found the end of the line",
            ),
        ]);
    }
}
