use super::{Balance, HashType};
use crate::language::Directive;
use crate::section::{Backend, Defaults, Frontend, Listen};
use crate::value::{Choice, LeadingCount, LeadingInteger, Text};

/// How requests are spread over servers.
#[derive(Debug, Clone, PartialEq, Directive)]
#[directive(
    sections("defaults", "listen", "backend"),
    accessors(Defaults, Frontend, Backend, Listen)
)]
#[non_exhaustive]
pub enum BalancingKeyword {
    /// How a server is chosen; `random` where no line says it, `roundrobin` before 3.4 and where
    /// none is named.
    #[keyword("balance", json = "balance(algorithm)")]
    Balance(Option<Choice<Box<Balance>>>),
    /// How a hash becomes a server.
    #[keyword(
        "hash-type",
        ignores_rest,
        json = "hash_type(method, function, modifier)"
    )]
    HashType(HashType),
    /// How much more than the average a server may get with consistent hashing, in percent; 0 for
    /// no limit.
    #[keyword("hash-balance-factor", ignores_rest, json = "hash_balance_factor")]
    HashBalanceFactor(LeadingCount),
    /// When a hash's server may be passed over.
    #[keyword(
        "hash-preserve-affinity",
        refused_elsewhere,
        ignores_rest,
        json = "hash_preserve_affinity",
        since = "3.2"
    )]
    HashPreserveAffinity(Choice<HashPreserveAffinity>),
    /// Which requests may share a connection to a server.
    #[keyword("http-reuse", json = "http_reuse")]
    HttpReuse(Choice<HttpReuse>),
    /// The number of connections at which servers get their full `maxconn`.
    #[keyword("fullconn", json = "fullconn")]
    Fullconn(LeadingInteger),
    /// How often a connection to a server is tried again; 3 where no line says it.
    #[keyword("retries", json = "retries")]
    Retries(LeadingInteger),
    /// What makes a request be tried again.
    #[keyword("retry-on", needs = "*", refused_elsewhere, json = "retry_on: raw")]
    RetryOn(Vec<Choice<RetryOn>>),
    /// The length of a server's queue from which on requests leave it; -1 for no limit.
    #[keyword("max-keep-alive-queue", ignores_rest, json = "max_keep_alive_queue")]
    MaxKeepAliveQueue(LeadingInteger),
    /// A header that tells the server its name.
    #[keyword("http-send-name-header", ignores_rest, json = "http_send_name_header")]
    HttpSendNameHeader(Text),
    /// Lets another server be tried.
    #[keyword(
        "redispatch",
        alias = "redisp",
        removed = "2.1",
        instead = "option redispatch",
        renamed
    )]
    LegacyRedispatch,
}

/// When a hash's server may be passed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Directive)]
#[non_exhaustive]
pub enum HashPreserveAffinity {
    /// Never.
    #[keyword("always")]
    Always,
    /// When it has all connections it may have.
    #[keyword("maxconn")]
    Maxconn,
    /// When its queue is full.
    #[keyword("maxqueue")]
    Maxqueue,
}

/// Which requests may share a connection to a server.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Directive)]
#[non_exhaustive]
pub enum HttpReuse {
    /// Only those of one client connection.
    #[keyword("never")]
    Never,
    /// All but the first of a client connection.
    #[keyword("safe")]
    Safe,
    /// The first as well, on a connection that has been shared before.
    #[keyword("aggressive")]
    Aggressive,
    /// All.
    #[keyword("always")]
    Always,
}

/// What makes a request be tried again.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum RetryOn {
    /// Nothing.
    #[keyword("none")]
    None,
    /// The connection, or its handshake, failed.
    #[keyword("conn-failure")]
    ConnFailure,
    /// The server closed without an answer.
    #[keyword("empty-response")]
    EmptyResponse,
    /// The answer was no HTTP.
    #[keyword("junk-response")]
    JunkResponse,
    /// The answer took too long.
    #[keyword("response-timeout")]
    ResponseTimeout,
    /// The server refused early data.
    #[keyword("0rtt-rejected")]
    ZeroRttRejected,
    /// All that is safe to repeat.
    #[keyword("all-retryable-errors")]
    AllRetryableErrors,
    /// The answer had this status.
    #[keyword("401")]
    Unauthorized,
    /// The answer had this status.
    #[keyword("403")]
    Forbidden,
    /// The answer had this status.
    #[keyword("404")]
    NotFound,
    /// The answer had this status.
    #[keyword("408")]
    RequestTimeout,
    /// The answer had this status.
    #[keyword("421", since = "3.2")]
    MisdirectedRequest,
    /// The answer had this status.
    #[keyword("425")]
    TooEarly,
    /// The answer had this status.
    #[keyword("429", since = "3.0")]
    TooManyRequests,
    /// The answer had this status.
    #[keyword("500")]
    InternalServerError,
    /// The answer had this status.
    #[keyword("501")]
    NotImplemented,
    /// The answer had this status.
    #[keyword("502")]
    BadGateway,
    /// The answer had this status.
    #[keyword("503")]
    ServiceUnavailable,
    /// The answer had this status.
    #[keyword("504")]
    GatewayTimeout,
}

#[cfg(test)]
mod tests {
    use crate::section::Backend;
    use crate::testing::{section_prints_back, statements_fail};

    #[test]
    fn statements_read_and_print() {
        section_prints_back::<Backend>(
            "backend x
                balance
                balance roundrobin
                balance static-rr
                balance leastconn
                balance first
                balance source
                balance uri
                balance uri whole depth 3 len 2 path-only
                balance url_param userid
                balance url_param id check_post
                balance url_param id check_post 64
                balance hdr(host) use_domain_only
                balance random
                balance random(3)
                balance rdp-cookie
                balance rdp-cookie(mstshash)
                balance hash req.hdr(x),lower
                balance log-hash lower,djb2
                balance sticky
                balance ${ALGORITHM}
                hash-type consistent
                hash-type map-based sdbm avalanche
                hash-type consistent ${FUNCTION}
                hash-balance-factor 150
                hash-preserve-affinity maxqueue
                http-reuse aggressive
                fullconn 1000
                retries 3
                retry-on none
                retry-on conn-failure empty-response junk-response response-timeout 0rtt-rejected 503 429 ${MORE}
                retry-on all-retryable-errors
                max-keep-alive-queue -1
                http-send-name-header X-Server
                redispatch",
        );
    }

    #[test]
    fn wrong_statements_say_why() {
        statements_fail::<Backend>(&[
            (
                "balance random(x",
                "random: expected a closing parenthesis at its end, found 'random(x'",
            ),
            (
                "http-reuse sometimes",
                "http-reuse: unknown keyword 'sometimes', expected 'never', 'safe', 'aggressive' or 'always'",
            ),
        ]);
    }
}
