use crate::language::Directive;
use crate::section::global::Global;

/// How the process waits for the network, and which facilities of the system it does without.
#[derive(Debug, Clone, PartialEq, Directive)]
#[directive(sections("global"), accessors(Global))]
#[non_exhaustive]
pub enum PollingKeyword {
    /// Never sleeps while waiting, for less latency at the price of CPU time.
    #[keyword("busy-polling", no, default)]
    BusyPolling,
    /// Does without epoll.
    #[keyword("noepoll")]
    Noepoll,
    /// Does without kqueue.
    #[keyword("nokqueue")]
    Nokqueue,
    /// Does without event ports.
    #[keyword("noevports")]
    Noevports,
    /// Does without poll.
    #[keyword("nopoll")]
    Nopoll,
    /// Does without splicing in the kernel.
    #[keyword("nosplice")]
    Nosplice,
    /// Does without TLS in the kernel.
    #[keyword("noktls", since = "3.4")]
    Noktls,
    /// Resolves names without getaddrinfo.
    #[keyword("nogetaddrinfo")]
    Nogetaddrinfo,
    /// Opens sockets without `SO_REUSEPORT`.
    #[keyword("noreuseport")]
    Noreuseport,
    /// Binds no QUIC listener.
    #[keyword(
        "no-quic",
        since = "2.8",
        removed = "3.3",
        instead = "tune.quic.listen off"
    )]
    NoQuic,
    /// Uses QUIC with a TLS library that does not support it, without 0-RTT.
    #[keyword("limited-quic", since = "3.0")]
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
