use crate::bind::BindParameter;
use crate::language::Directive;
use crate::section::global::{Count, Global, Positive};
use crate::value::{AddressList, CpuSet, Duration, Several, Text, Toggle};

/// The runtime API, and what outlives the process.
#[derive(Debug, Clone, PartialEq, Directive)]
#[directive(sections("global"), accessors(Global))]
#[non_exhaustive]
pub enum StatsKeyword {
    /// A socket of the runtime API.
    #[keyword(
        "stats socket",
        json = "runtime_apis[](address)",
        multiple = "stats_sockets"
    )]
    StatsSocket(Box<StatsSocket>),
    /// How long a socket of the runtime API may be idle; 10 seconds by default.
    #[keyword(
        "stats timeout",
        within = "1ms..",
        ignores_rest,
        json = "stats_timeout: ms"
    )]
    StatsTimeout(Duration),
    /// The most connections to the runtime API; 10 by default.
    #[keyword("stats maxconn", ignores_rest, json = "stats_maxconn")]
    StatsMaxconn(Positive),
    /// Whether the highest value of each counter is kept.
    #[keyword(
        "stats calculate-max-counters",
        json = "stats_calculate_max_counters: toggle",
        since = "3.4"
    )]
    StatsCalculateMaxCounters(Toggle),
    /// The processes that serve the runtime API.
    #[keyword(
        "stats bind-process",
        deprecated = "2.5",
        removed = "2.7",
        instead = "the parameter thread of stats socket"
    )]
    StatsBindProcess(Several<CpuSet>),
    /// A file with the values that counters start from.
    #[keyword("stats-file", ignores_rest, json = "stats_file", since = "3.0")]
    StatsFile(Text),
    /// A name in shared memory for counters that outlive the process.
    #[keyword("shm-stats-file", json = "shm_stats_file", since = "3.4")]
    ShmStatsFile(Text),
    /// The most objects in the shared memory for counters.
    #[keyword(
        "shm-stats-file-max-objects",
        json = "shm_stats_file_max_objects",
        since = "3.4"
    )]
    ShmStatsFileMaxObjects(Count),
    /// Where relative paths of files with servers' states start.
    #[keyword(
        "server-state-base", again = Ignored,
        ignores_rest,
        json = "performance_options.server_state_base"
    )]
    ServerStateBase(Text),
    /// The file with the state that servers start in.
    #[keyword(
        "server-state-file", again = Ignored,
        ignores_rest,
        json = "performance_options.server_state_file"
    )]
    ServerStateFile(Text),
}

/// A socket of the runtime API.
#[derive(Debug, Clone, PartialEq, Directive)]
pub struct StatsSocket {
    /// Where it listens.
    #[arg(address = "bind")]
    pub address: AddressList,
    /// Its settings, as those of a `bind` line.
    pub parameters: Vec<BindParameter>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{section_prints_back, statements_fail};

    #[test]
    fn lines_read_and_print() {
        section_prints_back::<Global>(
            "global
                stats socket /run/haproxy.sock mode 660 level admin expose-fd listeners
                stats socket ipv4@127.0.0.1:9999 user ${OWNER}
                stats timeout 30s
                stats maxconn 20
                stats calculate-max-counters off
                stats bind-process 1 odd
                stats-file /run/haproxy.stats
                shm-stats-file /haproxy
                shm-stats-file-max-objects 4000
                server-state-base /var/lib/haproxy
                server-state-file global",
        );
        statements_fail::<Global>(&[
            (
                "stats socket",
                "stats socket <address>: expected an address such as 10.0.0.1:80, found the end of the line",
            ),
            (
                "stats timeout soon",
                "stats timeout <time>: expected a time such as 5s, found 'soon'",
            ),
        ]);
    }
}
