use crate::language::Directive;
use crate::value::{Duration, LeadingInteger, Text};

/// What an entry of a table counts or holds.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum StoredData {
    /// Bytes from clients.
    #[keyword("bytes_in_cnt")]
    BytesInCnt,
    /// Bytes from clients in a period.
    #[keyword("bytes_in_rate", call)]
    BytesInRate(Duration),
    /// Bytes to clients.
    #[keyword("bytes_out_cnt")]
    BytesOutCnt,
    /// Bytes to clients in a period.
    #[keyword("bytes_out_rate", call)]
    BytesOutRate(Duration),
    /// Connections.
    #[keyword("conn_cnt")]
    ConnCnt,
    /// Connections there are at the moment.
    #[keyword("conn_cur")]
    ConnCur,
    /// Connections in a period.
    #[keyword("conn_rate", call)]
    ConnRate(Duration),
    /// Oddities of the protocol.
    #[keyword("glitch_cnt", since = "3.0")]
    GlitchCnt,
    /// Oddities of the protocol in a period.
    #[keyword("glitch_rate", call, since = "3.0")]
    GlitchRate(Duration),
    /// Counters for any use: how many.
    #[keyword("gpc", call, since = "2.5")]
    Gpc(LeadingInteger),
    /// Counters for any use, in a period.
    #[keyword("gpc_rate", call, since = "2.5")]
    GpcRate {
        /// How many.
        #[arg(inside)]
        count: LeadingInteger,
        /// The period.
        #[arg(inside)]
        period: Duration,
    },
    /// A first counter for any use.
    #[keyword("gpc0")]
    Gpc0,
    /// A first counter for any use, in a period.
    #[keyword("gpc0_rate", call)]
    Gpc0Rate(Duration),
    /// A second counter for any use.
    #[keyword("gpc1")]
    Gpc1,
    /// A second counter for any use, in a period.
    #[keyword("gpc1_rate", call)]
    Gpc1Rate(Duration),
    /// Numbers for any use: how many.
    #[keyword("gpt", call, since = "2.5")]
    Gpt(LeadingInteger),
    /// A number for any use.
    #[keyword("gpt0")]
    Gpt0,
    /// Requests.
    #[keyword("http_req_cnt")]
    HttpReqCnt,
    /// Requests in a period.
    #[keyword("http_req_rate", call)]
    HttpReqRate(Duration),
    /// Requests that were wrong.
    #[keyword("http_err_cnt")]
    HttpErrCnt,
    /// Requests that were wrong in a period.
    #[keyword("http_err_rate", call)]
    HttpErrRate(Duration),
    /// Answers that were failures of the server.
    #[keyword("http_fail_cnt")]
    HttpFailCnt,
    /// Answers that were failures of the server in a period.
    #[keyword("http_fail_rate", call)]
    HttpFailRate(Duration),
    /// The number of the client's server.
    #[keyword("server_id")]
    ServerId,
    /// The name or address of the client's server.
    #[keyword("server_key")]
    ServerKey,
    /// Connections that passed the first rules.
    #[keyword("sess_cnt")]
    SessCnt,
    /// Connections that passed the first rules in a period.
    #[keyword("sess_rate", call)]
    SessRate(Duration),
    /// Something that no keyword here explains.
    #[keyword(unknown)]
    Unknown(Text),
}
