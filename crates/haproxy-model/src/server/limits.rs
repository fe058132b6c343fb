use crate::language::Directive;
use crate::value::{Duration, Leading, LeadingInteger, Scalar};

/// How much a server gets.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum LimitParameter {
    /// Its share of the load, 0 to 256, relative to the other servers; 1 by default.
    #[keyword("weight", json = "weight", runtime, set = "server-weight")]
    Weight(Option<Scalar<Leading<0, 256>>>),
    /// The most requests or connections that it handles at a time; 0 is no limit.
    #[keyword("maxconn", json = "maxconn", runtime, set = "server-maxconn")]
    MaxConn(LeadingInteger),
    /// The limit at low load, from which it rises to `maxconn` with the backend's load.
    #[keyword("minconn", json = "minconn", runtime)]
    MinConn(LeadingInteger),
    /// The most connections that wait for it; 0 is no limit.
    #[keyword("maxqueue", json = "maxqueue", runtime)]
    MaxQueue(LeadingInteger),
    /// Counts idle connections against `maxconn`, too.
    #[keyword(
        "strict-maxconn",
        json = "strict-maxconn = true",
        since = "3.2",
        runtime
    )]
    StrictMaxConn,
    /// How long it takes to get its full share after it came up.
    #[keyword("slowstart", json = "slowstart", runtime)]
    SlowStart(Duration),
}
