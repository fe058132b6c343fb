//! Limits of the whole process.

use super::parameter::words;
use super::{Done, commands};

words! {
    /// What is limited.
    RateLimit {
        /// Connections a second.
        Connections = "connections",
        /// Kilobytes that go into HTTP compression a second.
        HttpCompression = "http-compression",
        /// Sessions a second.
        Sessions = "sessions",
        /// TLS sessions a second.
        SslSessions = "ssl-sessions",
    }

    /// What a limit is for.
    RateLimitScope {
        /// The whole process.
        Global = "global",
    }
}

commands! {
    /// Sets the most connections of the process, up to those it started with.
    SetGlobalMaxconn("set maxconn global" admin()) -> Done (
        /// How many; 0 for those it started with.
        maxconn: u32,
    );

    /// Sets a rate that the process keeps under.
    SetRateLimit("set rate-limit" admin()) -> Done (
        /// What is limited.
        limit: RateLimit,
        /// What the limit is for.
        scope: RateLimitScope,
        /// The rate; 0 for no limit.
        rate: u32,
    );
}
