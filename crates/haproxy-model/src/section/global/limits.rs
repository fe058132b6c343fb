use crate::language::Directive;
use crate::section::global::{Count, Global, Share};
use crate::value::{Duration, Integer, Leading, LeadingInteger, Scalar};

/// How much the process takes on.
#[derive(Debug, Clone, PartialEq, Directive)]
#[directive(sections("global"), accessors(Global))]
#[non_exhaustive]
pub enum LimitsKeyword {
    /// The most connections at a time.
    #[keyword(
        "maxconn",
        again = Ignored,
        json = "performance_options.maxconn",
        set = "global-maxconn"
    )]
    Maxconn(Integer),
    /// The most connections in a second.
    #[keyword(
        "maxconnrate",
        again = Ignored,
        json = "performance_options.maxconnrate",
        set = "connection-rate"
    )]
    Maxconnrate(LeadingInteger),
    /// The most sessions in a second.
    #[keyword(
        "maxsessrate",
        again = Ignored,
        json = "performance_options.maxsessrate",
        set = "session-rate"
    )]
    Maxsessrate(LeadingInteger),
    /// The most TLS connections at a time, both sides counted.
    #[keyword("maxsslconn", json = "ssl_options.maxsslconn")]
    Maxsslconn(Count),
    /// The most TLS sessions in a second.
    #[keyword(
        "maxsslrate",
        again = Ignored,
        json = "ssl_options.maxsslrate",
        set = "ssl-session-rate"
    )]
    Maxsslrate(LeadingInteger),
    /// The most pipes for splicing in the kernel.
    #[keyword("maxpipes", again = Ignored, json = "performance_options.maxpipes")]
    Maxpipes(LeadingInteger),
    /// The most data to compress in a second, in kilobytes.
    #[keyword(
        "maxcomprate",
        json = "performance_options.maxcomprate",
        set = "compression-rate"
    )]
    Maxcomprate(LeadingInteger),
    /// The share of CPU time above which less is compressed, in percent.
    #[keyword("maxcompcpuusage", json = "performance_options.maxcompcpuusage")]
    Maxcompcpuusage(Share),
    /// The most memory for zlib, in megabytes; 0 for any.
    #[keyword("maxzlibmem", json = "performance_options.maxzlibmem")]
    Maxzlibmem(LeadingInteger),
    /// The limit of file descriptors to set.
    #[keyword("ulimit-n", again = Ignored, json = "ulimit_n")]
    UlimitN(LeadingInteger),
    /// The most file descriptors to use, whatever the system allows.
    #[keyword(
        "fd-hard-limit", again = Ignored,
        json = "performance_options.fd_hard_limit",
        since = "2.6"
    )]
    FdHardLimit(LeadingInteger),
    /// Refuses to start where the system refuses a limit.
    #[keyword("strict-limits", json = "strict_limits = true", no, default)]
    StrictLimits,
    /// Opens the highest file descriptor once, so that the kernel's table has its size.
    #[keyword("prealloc-fd", json = "prealloc_fd = true", since = "2.8")]
    PreallocFd,
    /// Leaves freed memory with the allocator instead of returning it to the system.
    #[keyword("no-memory-trimming", since = "2.6")]
    NoMemoryTrimming,
    /// How far checks stray from their interval at random, in percent.
    #[keyword("spread-checks", again = Ignored, json = "performance_options.spread_checks")]
    SpreadChecks(Scalar<Leading<0, 50>>),
    /// The longest time over which the first checks are spread.
    #[keyword(
        "max-spread-checks",
        json = "performance_options.max_spread_checks: ms"
    )]
    MaxSpreadChecks(Duration),
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{section_prints_back, statements_fail};

    #[test]
    fn lines_read_and_print() {
        section_prints_back::<Global>(
            "global
                maxconn 10000
                maxconnrate 100x
                maxsessrate 100
                maxsslconn 100
                maxsslrate 100
                maxpipes 10
                maxcomprate 10
                maxcompcpuusage 50
                maxzlibmem 16
                ulimit-n 65536
                fd-hard-limit 50000
                strict-limits
                no strict-limits
                prealloc-fd
                no-memory-trimming
                spread-checks 5
                max-spread-checks 10s",
        );
        statements_fail::<Global>(&[
            (
                "maxconn 10k",
                "maxconn <number>: expected a number, found '10k'",
            ),
            (
                "spread-checks 51",
                "spread-checks <number>: expected a number from 0 to 50, found '51'",
            ),
        ]);
    }
}
