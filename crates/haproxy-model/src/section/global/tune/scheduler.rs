use crate::language::Directive;
use crate::section::global::{Count, Global, Positive, Share};
use crate::value::{Choice, Duration, Leading, LeadingInteger, List, Ranged, Scalar, Toggle};

/// How work is divided, and how much is done at once.
#[derive(Debug, Clone, PartialEq, Directive)]
#[directive(sections("global"), accessors(Global))]
#[non_exhaustive]
pub enum SchedulerTuning {
    /// How many connections are accepted in a row.
    #[keyword(
        "tune.maxaccept",
        within = "-1..2147483647",
        json = "tune_options.maxaccept"
    )]
    TuneMaxaccept(LeadingInteger),
    /// How many events are taken from the system at once.
    #[keyword("tune.maxpollevents", within = "..1000000", again = Ignored, json = "tune_options.maxpollevents")]
    TuneMaxpollevents(LeadingInteger),
    /// How many tasks run in a row.
    #[keyword("tune.runqueue-depth", json = "tune_options.runqueue_depth")]
    TuneRunqueueDepth(LeadingInteger),
    /// Whether tasks are run for latency rather than for throughput.
    #[keyword(
        "tune.sched.low-latency",
        json = "tune_options.sched_low_latency: toggle"
    )]
    TuneSchedLowLatency(Toggle),
    /// How many checks a thread runs before it asks a less loaded one.
    #[keyword(
        "tune.max-checks-per-thread",
        takes_nothing,
        json = "tune_options.max_checks_per_thread",
        since = "3.0"
    )]
    TuneMaxChecksPerThread(LeadingInteger),
    /// How many rules are evaluated in a row; 50 by default.
    #[keyword(
        "tune.max-rules-at-once",
        json = "tune_options.max_rules_at_once",
        since = "3.2"
    )]
    TuneMaxRulesAtOnce(Count),
    /// How many events a handler deals with in a row; 100 by default.
    #[keyword(
        "tune.events.max-events-at-once",
        json = "tune_options.events_max_events_at_once",
        since = "3.0"
    )]
    TuneEventsMaxEventsAtOnce(Scalar<Leading<1, 10000>>),
    /// How many updates of tables are sent to a peer in a row; 200 by default.
    #[keyword(
        "tune.peers.max-updates-at-once",
        json = "tune_options.peers_max_updates_at_once",
        since = "2.6"
    )]
    TunePeersMaxUpdatesAtOnce(Positive),
    /// How many counters a stream can track; 3 by default.
    #[keyword(
        "tune.stick-counters",
        takes_nothing,
        ignores_rest,
        json = "tune_options.stick_counters",
        since = "2.8"
    )]
    TuneStickCounters(Scalar<Ranged<0, { i32::MAX as i64 }>>),
    /// How many streams connections get as their number grows, in percent of `maxconn`.
    #[keyword("tune.streams-elasticity", since = "3.4")]
    TuneStreamsElasticity(Count),
    /// The CPU usage from which on connections with too many glitches are killed, in percent.
    #[keyword(
        "tune.glitches.kill.cpu-usage",
        json = "tune_options.glitches_kill_cpu_usage",
        since = "3.2"
    )]
    TuneGlitchesKillCpuUsage(Share),
    /// How long a buffer is empty until its stream counts as idle; a second by default.
    #[keyword(
        "tune.idletimer",
        within = "0ms..65535ms",
        json = "tune_options.idletimer: ms"
    )]
    TuneIdletimer(Duration),
    /// How many sockets a listener opens where it says nothing.
    #[keyword(
        "tune.listener.default-shards",
        json = "tune_options.listener_default_shards",
        since = "2.8"
    )]
    TuneListenerDefaultShards(Choice<DefaultShards>),
    /// Whether connections are spread over the threads, and how.
    #[keyword(
        "tune.listener.multi-queue",
        json = "tune_options.listener_multi_queue: toggle"
    )]
    TuneListenerMultiQueue(Choice<MultiQueue>),
    /// How many queues stand in front of a ring.
    #[keyword(
        "tune.ring.queues",
        takes_nothing,
        json = "tune_options.ring_queues",
        since = "3.0"
    )]
    TuneRingQueues(Scalar<Leading<0, 16>>),
    /// Events of epoll that are taken for data to read.
    #[keyword(
        "tune.epoll.mask-events",
        backported = "3.0",
        takes_nothing,
        json = "tune_options.epoll_mask_events: list",
        since = "3.2"
    )]
    TuneEpollMaskEvents(List<EpollEvent>),
    /// Whether the system tells of each change only once.
    #[keyword(
        "tune.fd.edge-triggered",
        json = "tune_options.fd_edge_triggered: toggle",
        experimental
    )]
    TuneFdEdgeTriggered(Toggle),
    /// The process's priority while it starts.
    #[keyword(
        "tune.renice.startup",
        takes_nothing,
        json = "tune_options.renice_startup",
        since = "3.2"
    )]
    TuneReniceStartup(Scalar<Ranged<-20, 19>>),
    /// The process's priority once started.
    #[keyword(
        "tune.renice.runtime",
        takes_nothing,
        json = "tune_options.renice_runtime",
        since = "3.2"
    )]
    TuneReniceRuntime(Scalar<Ranged<-20, 19>>),
    /// Wakes streams for all data instead of passing data on.
    #[keyword(
        "tune.disable-fast-forward",
        json = "tune_options.disable_fast_forward = true",
        since = "2.8",
        experimental
    )]
    TuneDisableFastForward,
    /// Copies all data through buffers.
    #[keyword(
        "tune.disable-zero-copy-forwarding",
        json = "tune_options.disable_zero_copy_forwarding = true",
        since = "3.0"
    )]
    TuneDisableZeroCopyForwarding,
    /// Whether applets pass data on without a copy.
    #[keyword(
        "tune.applet.zero-copy-forwarding",
        json = "tune_options.applet_zero_copy_forwarding: toggle",
        since = "3.0"
    )]
    TuneAppletZeroCopyForwarding(Toggle),
    /// Whether TCP passes data on without a copy.
    #[keyword(
        "tune.pt.zero-copy-forwarding",
        json = "tune_options.pt_zero_copy_forwarding: toggle",
        since = "3.0"
    )]
    TunePtZeroCopyForwarding(Toggle),
}

/// How many sockets a listener opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Directive)]
pub enum DefaultShards {
    /// One.
    #[keyword("by-process")]
    ByProcess,
    /// One for each thread.
    #[keyword("by-thread")]
    ByThread,
    /// One for each group of threads.
    #[keyword("by-group")]
    ByGroup,
}

/// Whether connections are spread over the threads, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Directive)]
pub enum MultiQueue {
    /// To the least loaded thread.
    #[keyword("on")]
    On,
    /// To one after the other.
    #[keyword("fair", since = "2.8")]
    Fair,
    /// To the thread that accepted them.
    #[keyword("off")]
    Off,
}

/// An event of epoll.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Directive)]
pub enum EpollEvent {
    /// `EPOLLERR`: an error.
    #[keyword("err")]
    Error,
    /// `EPOLLHUP`: the end of the connection.
    #[keyword("hup")]
    HangUp,
    /// `EPOLLRDHUP`: the end of what the peer sends.
    #[keyword("rdhup")]
    ReadHangUp,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{section_prints_back, statements_fail};

    #[test]
    fn lines_read_and_print() {
        section_prints_back::<Global>(
            "global
                tune.maxaccept -1
                tune.maxpollevents 200
                tune.runqueue-depth 200
                tune.sched.low-latency on
                tune.max-checks-per-thread 100
                tune.max-rules-at-once 50
                tune.events.max-events-at-once 100
                tune.peers.max-updates-at-once 200
                tune.stick-counters 12
                tune.streams-elasticity 500
                tune.glitches.kill.cpu-usage 80
                tune.idletimer 1s
                tune.listener.default-shards by-group
                tune.listener.multi-queue fair
                tune.ring.queues 6
                tune.epoll.mask-events err,hup,rdhup
                tune.fd.edge-triggered off
                tune.renice.startup 10
                tune.renice.runtime -5
                tune.disable-fast-forward
                tune.disable-zero-copy-forwarding
                tune.applet.zero-copy-forwarding on
                tune.pt.zero-copy-forwarding off",
        );
        statements_fail::<Global>(&[(
            "tune.renice.runtime 20",
            "tune.renice.runtime <number>: expected a number from -20 to 19, found '20'",
        )]);
    }
}
