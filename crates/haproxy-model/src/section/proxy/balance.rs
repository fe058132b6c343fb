use super::HashMethod;
use crate::language::Directive;
use crate::value::{Expression, LeadingInteger, LeadingPositive, Text};

/// How a server is chosen.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum Balance {
    /// In turns, by weight; weights may change at any time.
    #[keyword("roundrobin", ignores_rest)]
    RoundRobin,
    /// In turns, by weight; weights cannot change.
    #[keyword("static-rr", ignores_rest)]
    StaticRr,
    /// The server with the fewest connections.
    #[keyword("leastconn", ignores_rest)]
    LeastConn,
    /// The first server with a free connection.
    #[keyword("first", ignores_rest)]
    First,
    /// By the client's address.
    #[keyword("source", ignores_rest)]
    Source,
    /// By a part of the request's URI.
    #[keyword("uri", http, json = "(_)")]
    Uri(Vec<UriParameter>),
    /// By a parameter of the query.
    #[keyword(
        "url_param",
        ignores_rest,
        http,
        json = "(url_param, url_param_check_post, url_param_max_wait)"
    )]
    UrlParam {
        /// Its name.
        parameter: Text,
        /// Whether it is looked for in the body of a POST as well.
        #[arg(keyword = "check_post")]
        check_post: Option<CheckPost>,
    },
    /// By a header of the request.
    #[keyword(
        "hdr",
        ignores_rest,
        http,
        json = "(hdr_name, hdr_use_domain_only)",
        call
    )]
    Hdr {
        /// The header's name.
        name: Text,
        /// Only the main part of its domain name counts.
        #[arg(word = "use_domain_only")]
        use_domain_only: bool,
    },
    /// The least loaded of some servers drawn by lot.
    #[keyword("random", ignores_rest, json = "(random_draws)", call)]
    Random {
        /// How many are drawn; 2 where none is given.
        draws: Option<LeadingPositive>,
    },
    /// By a cookie of RDP; `mstshash` where none is named.
    #[keyword("rdp-cookie", ignores_rest, json = "(rdp_cookie_name)", call)]
    RdpCookie(Option<Text>),
    /// By the value of an expression.
    #[keyword(
        "hash",
        stage = "choose-server",
        json = "(hash_expression)",
        since = "2.6"
    )]
    Hash(Expression),
    /// By a log message after these converters.
    #[keyword("log-hash", ignores_rest, since = "3.0")]
    LogHash(Text),
    /// The first server that is up, until it goes down; for log messages.
    #[keyword("sticky", ignores_rest, since = "3.0")]
    Sticky,
}

impl Balance {
    /// Whether weights and servers stay as they were at start, with hashes that become servers so.
    ///
    /// Balancing by a hash is static unless the ring is looked up (`hash-type consistent`).
    pub const fn is_static(&self, method: HashMethod) -> bool {
        match self {
            Self::RoundRobin | Self::LeastConn | Self::First | Self::Random { .. } => false,
            Self::StaticRr | Self::LogHash(_) | Self::Sticky => true,
            Self::Source
            | Self::Uri(_)
            | Self::UrlParam { .. }
            | Self::Hdr { .. }
            | Self::RdpCookie(_)
            | Self::Hash(_) => !matches!(method, HashMethod::Consistent),
        }
    }
}

/// The part of the URI that counts.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum UriParameter {
    /// At most this many characters.
    #[keyword("len", json = "uri_len")]
    Len(LeadingPositive),
    /// At most this many directories.
    #[keyword("depth", json = "uri_depth")]
    Depth(LeadingPositive),
    /// From the path on, without scheme and host.
    #[keyword("path-only", json = "uri_path_only = true")]
    PathOnly,
    /// The query as well.
    #[keyword("whole", json = "uri_whole = true")]
    Whole,
    /// A word that no keyword here explains.
    #[keyword(unknown)]
    Unknown(Text),
}

/// The body of a POST is looked at.
#[derive(Debug, Clone, PartialEq, Directive)]
pub struct CheckPost {
    /// How much of the body was once waited for, in bytes; ignored.
    pub max_wait: Option<LeadingInteger>,
    /// The same, in another spelling; ignored.
    #[arg(keyword = "max_wait")]
    pub named_max_wait: Option<LeadingInteger>,
}
