use crate::language::Directive;

use crate::value::{Duration, Expression, Leading, LeadingInteger, Scalar};

/// How connections to a server are kept and reused.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum PoolParameter {
    /// How often a connection may be reused; -1, the default, is without limit.
    #[keyword("max-reuse", json = "max_reuse")]
    MaxReuse(LeadingInteger),
    /// Names connections, so that only requests of that name reuse them.
    #[keyword(
        "pool-conn-name",
        stage = "server-connection",
        json = "pool_conn_name: raw",
        since = "3.0",
        runtime
    )]
    PoolConnectionName(Expression),
    /// The number of idle connections up to which a thread takes none from another; 0 by default.
    #[keyword("pool-low-conn", json = "pool_low_conn", runtime)]
    PoolLowConn(LeadingInteger),
    /// The most idle connections that are kept; -1, the default, is without limit.
    #[keyword("pool-max-conn", json = "pool_max_conn", runtime)]
    PoolMaxConn(Scalar<Leading<-1>>),
    /// The time after which half of the idle connections are closed; 5 seconds by default.
    #[keyword("pool-purge-delay", json = "pool_purge_delay", runtime)]
    PoolPurgeDelay(Duration),
    /// The time between two tests of an idle connection.
    #[keyword("idle-ping", json = "idle_ping", since = "3.2", runtime)]
    IdlePing(Duration),
}
