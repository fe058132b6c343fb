use crate::language::Directive;
use crate::section::global::{Global, Share};
use crate::value::{Choice, Size};

/// Sockets and idle connections.
#[derive(Debug, Clone, PartialEq, Directive)]
#[directive(sections("global"), accessors(Global))]
#[non_exhaustive]
pub enum ConnectionTuning {
    /// Whether threads share their idle connections to servers.
    #[keyword(
        "tune.idle-pool.shared",
        json = "tune_options.idle_pool_shared: toggle"
    )]
    TuneIdlePoolShared(Choice<IdlePoolSharing>),
    /// Whether idle connections are taken from other groups of threads.
    #[keyword(
        "tune.takeover-other-tg-connections",
        json = "tune_options.takeover_other_tg_connections",
        since = "3.2"
    )]
    TuneTakeoverOtherTgConnections(Choice<Takeover>),
    /// The share of file descriptors from which on idle connections are closed, in percent; 25 by default.
    #[keyword("tune.pool-high-fd-ratio", json = "tune_options.pool_high_fd_ratio")]
    TunePoolHighFdRatio(Share),
    /// The share of file descriptors from which on connections are not kept idle, in percent; 20 by default.
    #[keyword("tune.pool-low-fd-ratio", json = "tune_options.pool_low_fd_ratio")]
    TunePoolLowFdRatio(Share),
    /// The kernel's receive buffer towards clients, in bytes.
    #[keyword("tune.rcvbuf.client", json = "tune_buffer_options.rcvbuf_client")]
    TuneRcvbufClient(Size),
    /// The kernel's receive buffer towards servers, in bytes.
    #[keyword("tune.rcvbuf.server", json = "tune_buffer_options.rcvbuf_server")]
    TuneRcvbufServer(Size),
    /// The kernel's receive buffer of datagrams from clients, in bytes.
    #[keyword(
        "tune.rcvbuf.frontend",
        within = "1..",
        json = "tune_buffer_options.rcvbuf_frontend",
        since = "3.0"
    )]
    TuneRcvbufFrontend(Size),
    /// The kernel's receive buffer of datagrams from servers, in bytes.
    #[keyword(
        "tune.rcvbuf.backend",
        within = "1..",
        json = "tune_buffer_options.rcvbuf_backend",
        since = "3.0"
    )]
    TuneRcvbufBackend(Size),
    /// The kernel's send buffer towards clients, in bytes.
    #[keyword("tune.sndbuf.client", json = "tune_buffer_options.sndbuf_client")]
    TuneSndbufClient(Size),
    /// The kernel's send buffer towards servers, in bytes.
    #[keyword("tune.sndbuf.server", json = "tune_buffer_options.sndbuf_server")]
    TuneSndbufServer(Size),
    /// The kernel's send buffer of datagrams to clients, in bytes.
    #[keyword(
        "tune.sndbuf.frontend",
        within = "1..",
        json = "tune_buffer_options.sndbuf_frontend",
        since = "3.0"
    )]
    TuneSndbufFrontend(Size),
    /// The kernel's send buffer of datagrams to servers, in bytes.
    #[keyword(
        "tune.sndbuf.backend",
        within = "1..",
        json = "tune_buffer_options.sndbuf_backend",
        since = "3.0"
    )]
    TuneSndbufBackend(Size),
    /// How much the kernel holds unsent towards clients, in bytes.
    #[keyword(
        "tune.notsent-lowat.client",
        json = "tune_options.notsent_lowat_client",
        since = "3.2"
    )]
    TuneNotsentLowatClient(Size),
    /// How much the kernel holds unsent towards servers, in bytes.
    #[keyword(
        "tune.notsent-lowat.server",
        json = "tune_options.notsent_lowat_server",
        since = "3.2"
    )]
    TuneNotsentLowatServer(Size),
}

/// Which threads share their idle connections to servers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Directive)]
pub enum IdlePoolSharing {
    /// All.
    #[keyword("full", since = "3.4")]
    Full,
    /// Those of a group.
    #[keyword("on")]
    On,
    /// None.
    #[keyword("off")]
    Off,
}

/// Whether idle connections are taken from other groups of threads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Directive)]
pub enum Takeover {
    /// They are not.
    #[keyword("none")]
    None,
    /// Where no connection can be opened instead.
    #[keyword("restricted")]
    Restricted,
    /// They are.
    #[keyword("full")]
    Full,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{section_prints_back, statements_fail};

    #[test]
    fn lines_read_and_print() {
        section_prints_back::<Global>(
            "global
                tune.idle-pool.shared full
                tune.takeover-other-tg-connections restricted
                tune.pool-high-fd-ratio 25
                tune.pool-low-fd-ratio 20
                tune.rcvbuf.client 64k
                tune.rcvbuf.server 65536
                tune.rcvbuf.frontend 1m
                tune.rcvbuf.backend 1m
                tune.sndbuf.client 64k
                tune.sndbuf.server 64k
                tune.sndbuf.frontend 1m
                tune.sndbuf.backend 1m
                tune.notsent-lowat.client 16k
                tune.notsent-lowat.server 16k",
        );
        statements_fail::<Global>(&[(
            "tune.pool-low-fd-ratio 101",
            "tune.pool-low-fd-ratio <number>: expected a number from 0 to 100, found '101'",
        )]);
    }
}
