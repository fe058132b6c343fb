use crate::language::Directive;
use crate::section::global::Global;

/// How the process waits for the network, and which facilities of the system it does without.
#[derive(Debug, Clone, PartialEq, Directive)]
#[directive(sections("global"), accessors(Global))]
#[non_exhaustive]
pub enum PollingKeyword {
    /// Never sleeps while waiting, for less latency at the price of CPU time.
    #[keyword(
        "busy-polling",
        json = "performance_options.busy_polling = true",
        no,
        default
    )]
    BusyPolling,
    /// Does without epoll.
    #[keyword("noepoll", json = "performance_options.noepoll = true")]
    Noepoll,
    /// Does without kqueue.
    #[keyword("nokqueue", json = "performance_options.nokqueue = true")]
    Nokqueue,
    /// Does without event ports.
    #[keyword("noevports", json = "performance_options.noevports = true")]
    Noevports,
    /// Does without poll.
    #[keyword("nopoll", json = "performance_options.nopoll = true")]
    Nopoll,
    /// Does without splicing in the kernel.
    #[keyword("nosplice", json = "performance_options.nosplice = true")]
    Nosplice,
    /// Does without TLS in the kernel.
    #[keyword("noktls", json = "performance_options.noktls = true", since = "3.4")]
    Noktls,
    /// Resolves names without getaddrinfo.
    #[keyword("nogetaddrinfo", json = "performance_options.nogetaddrinfo = true")]
    Nogetaddrinfo,
    /// Opens sockets without `SO_REUSEPORT`.
    #[keyword("noreuseport", json = "performance_options.noreuseport = true")]
    Noreuseport,
    /// Binds no QUIC listener.
    #[keyword(
        "no-quic",
        json = "no_quic = true",
        since = "2.8",
        removed = "3.3",
        instead = "tune.quic.listen off",
        renamed
    )]
    NoQuic,
    /// Uses QUIC with a TLS library that does not support it, without 0-RTT.
    #[keyword("limited-quic", json = "limited_quic = true", since = "3.0")]
    LimitedQuic,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::section_prints_back;

    #[test]
    fn lines_read_and_print() {
        section_prints_back::<Global>(
            "global
                busy-polling
                no busy-polling
                noepoll
                nokqueue
                noevports
                nopoll
                nosplice
                noktls
                nogetaddrinfo
                noreuseport
                no-quic
                limited-quic",
        );
    }
}
