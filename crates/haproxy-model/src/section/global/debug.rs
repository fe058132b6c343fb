use crate::language::Directive;
use crate::section::Trace;
use crate::section::global::{Global, Share};
use crate::value::{Choice, Duration, Leading, Ranged, Scalar, Several, Toggle};

/// Help for debugging.
#[derive(Debug, Clone, PartialEq, Directive)]
#[directive(sections("global"), accessors(Global))]
#[non_exhaustive]
pub enum DebugKeyword {
    /// The key that makes anonymous output comparable.
    #[keyword("anonkey", ignores_rest, json = "debug_options.anonkey", since = "2.8")]
    Anonkey(Scalar<Leading<0, { u32::MAX as i64 }>>),
    /// Whether event counters of the code are updated.
    #[keyword("debug.counters", since = "3.2")]
    DebugCounters(Toggle),
    /// Whether the CPU time of tasks is measured.
    #[keyword(
        "profiling.tasks",
        json = "performance_options.profiling_tasks: toggle"
    )]
    ProfilingTasks(Several<Choice<TaskProfiling>>),
    /// Whether memory allocations are counted.
    #[keyword(
        "profiling.memory",
        feature = "MEMORY_PROFILING",
        json = "performance_options.profiling_memory: toggle"
    )]
    ProfilingMemory(Toggle),
    /// Waits this long while reading the configuration.
    #[keyword(
        "force-cfg-parser-pause",
        within = "0ms..65535ms",
        json = "force_cfg_parser_pause: ms",
        since = "3.2",
        experimental
    )]
    ForceCfgParserPause(Duration),
    /// How long a task may block traffic without a warning; 100 ms by default.
    #[keyword(
        "warn-blocked-traffic-after",
        backported = "3.0",
        within = "1ms..1000ms",
        ignores_rest,
        json = "warn_blocked_traffic_after: ms",
        since = "3.2"
    )]
    WarnBlockedTrafficAfter(Duration),
    /// How hard alternative code stresses the process; 0 by default.
    #[keyword("stress-level", json = "debug_options.stress_level", since = "3.2")]
    StressLevel(Scalar<Ranged<0, 9>>),
    /// A trace to start.
    #[keyword(
        "trace",
        since = "2.8",
        removed = "3.1",
        instead = "a traces section",
        experimental
    )]
    Trace(Trace),
    /// The share of memory allocations that fail on purpose, in percent; none where no number is given.
    #[keyword("tune.fail-alloc", json = "tune_options.fail_alloc = true ()")]
    TuneFailAlloc(Option<Share>),
    /// Prints all traffic.
    #[keyword("debug", removed = "2.4", instead = "the command line's -d")]
    Debug,
}

/// Whether the CPU time of tasks is measured, and what else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Directive)]
#[non_exhaustive]
pub enum TaskProfiling {
    /// While latency is high.
    #[keyword("auto")]
    Auto,
    /// Always.
    #[keyword("on")]
    On,
    /// Never.
    #[keyword("off")]
    Off,
    /// With the time that locks take.
    #[keyword("lock", since = "3.4")]
    Lock,
    /// Without the time that locks take.
    #[keyword("no-lock", since = "3.4")]
    NoLock,
    /// With the time that memory allocations take.
    #[keyword("memory", since = "3.4")]
    Memory,
    /// Without the time that memory allocations take.
    #[keyword("no-memory", since = "3.4")]
    NoMemory,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{section_prints_back, statements_fail};

    #[test]
    fn lines_read_and_print() {
        section_prints_back::<Global>(
            "global
                anonkey 1234
                debug.counters on
                profiling.tasks auto
                profiling.tasks on lock no-memory
                profiling.memory off
                force-cfg-parser-pause 10s
                warn-blocked-traffic-after 50ms
                stress-level 3
                trace h1 sink stderr level developer start now
                tune.fail-alloc
                tune.fail-alloc 1
                debug",
        );
        statements_fail::<Global>(&[(
            "profiling.tasks",
            "profiling.tasks: expected 'auto', 'on', 'off', 'lock', 'no-lock', 'memory' or 'no-memory', found the end of the line",
        )]);
    }
}
