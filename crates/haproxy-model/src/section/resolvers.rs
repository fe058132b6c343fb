use crate::language::Directive;
use crate::section::{Ignored, Section};
use crate::server::ServerParameter;
use crate::statement::Statement;
use crate::value::{Address, Choice, Duration, LeadingInteger, Ranged, Scalar, Text};

/// Name servers, and how they are asked.
#[derive(Debug, Clone, PartialEq, Section)]
#[section("resolvers")]
pub struct Resolvers {
    /// What servers and rules call it; `default` is what HAProxy itself asks.
    pub name: Text,
    /// The words behind, which HAProxy ignores.
    pub ignored: Ignored,
    /// The lines of the section.
    pub statements: Vec<Statement<ResolversKeyword>>,
}

/// A line of a resolvers section.
#[derive(Debug, Clone, PartialEq, Directive)]
#[directive(sections("resolvers"), accessors(Resolvers))]
#[non_exhaustive]
pub enum ResolversKeyword {
    /// A server to ask.
    #[keyword(
        "nameserver",
        ignores_rest,
        json = "nameservers[name](name, address: address)",
        multiple = "nameservers"
    )]
    Nameserver(Nameserver),
    /// Asks the servers that the system asks.
    #[keyword("parse-resolv-conf", ignores_rest, json = "parse-resolv-conf = true")]
    ParseResolvConf,
    /// The largest answer to accept, in bytes; 512 by default.
    #[keyword("accepted_payload_size", ignores_rest, json = "accepted_payload_size")]
    AcceptedPayloadSize(Scalar<Ranged<12, 65535>>),
    /// How long what was known before an answer of this kind stays valid.
    #[keyword(
        "hold",
        wants_unit = "3.2",
        ignores_rest,
        json = "(+nx, hold_nx) | (+refused, hold_refused) | (+timeout, hold_timeout) | (+other, hold_other) | (+valid, hold_valid) | (+obsolete, hold_obsolete)",
        multiple = "holds"
    )]
    Hold(Hold),
    /// How often a question is asked before it is given up; 3 by default.
    #[keyword("resolve_retries", ignores_rest, json = "resolve_retries")]
    ResolveRetries(LeadingInteger),
    /// The time between two resolutions of a name; 1 second by default.
    #[keyword(
        "timeout resolve",
        wants_unit = "3.2",
        ignores_rest,
        json = "timeout_resolve"
    )]
    TimeoutResolve(Duration),
    /// The time between two questions without an answer; 1 second by default.
    #[keyword(
        "timeout retry",
        wants_unit = "3.2",
        ignores_rest,
        json = "timeout_retry"
    )]
    TimeoutRetry(Duration),
    /// A line that no keyword here explains.
    #[keyword(unknown)]
    Unknown(Vec<Text>),
}

/// A server to ask.
#[derive(Debug, Clone, PartialEq, Directive)]
pub struct Nameserver {
    /// Its name.
    pub name: Text,
    /// Its address, with the port; by UDP unless a prefix says TCP.
    #[arg(address = "nameserver")]
    pub address: Address,
    /// The parameters of connections to it, by TCP.
    pub parameters: Vec<ServerParameter>,
}

/// How long what was known stays valid.
#[derive(Debug, Clone, PartialEq, Directive)]
pub struct Hold {
    /// The kind of answer.
    pub status: Choice<HoldStatus>,
    /// The time; 10 seconds for valid answers, 0 for obsolete ones and 30 seconds for others.
    pub period: Duration,
}

/// A kind of answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Directive)]
pub enum HoldStatus {
    /// The name does not exist.
    #[keyword("nx")]
    Nx,
    /// The server refused.
    #[keyword("refused")]
    Refused,
    /// None came in time.
    #[keyword("timeout")]
    Timeout,
    /// Another wrong one.
    #[keyword("other")]
    Other,
    /// As it should be.
    #[keyword("valid")]
    Valid,
    /// One that lacks what an earlier one had.
    #[keyword("obsolete")]
    Obsolete,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{section_prints_back, statements_fail};

    #[test]
    fn statements_read_and_print() {
        let resolvers: Resolvers = section_prints_back(
            "resolvers mydns
                nameserver dns1 10.0.0.1:53
                nameserver dns2 tcp@10.0.0.2:53 maxconn 4 ssl verify none
                nameserver dns3 [2001:db8::1]:53
                parse-resolv-conf
                accepted_payload_size 8192
                hold nx 30s
                hold obsolete 0
                hold ${STATUS} 5s
                resolve_retries 3
                timeout resolve 1s
                timeout retry 500ms",
        );
        assert_eq!(resolvers.nameservers().count(), 3);
        assert_eq!(resolvers.timeout_retry().unwrap(), &"500".parse().unwrap());
    }

    #[test]
    fn wrong_statements_say_why() {
        statements_fail::<Resolvers>(&[
            (
                "hold never 5s",
                "hold <status>: unknown keyword 'never', expected 'nx', 'refused', 'timeout', 'other', 'valid' or 'obsolete'",
            ),
            (
                "timeout retry soon",
                "timeout retry <time>: expected a time such as 5s, found 'soon'",
            ),
        ]);
    }
}
