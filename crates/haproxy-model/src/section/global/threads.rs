use crate::language::Directive;
use crate::section::global::Global;
use crate::value::{Choice, CpuSet, Integer, Ranged, Scalar, Several};

/// Threads, their groups and the CPUs they run on.
#[derive(Debug, Clone, PartialEq, Directive)]
#[directive(sections("global"), accessors(Global))]
#[non_exhaustive]
pub enum ThreadsKeyword {
    /// How many threads to run.
    #[keyword("nbthread", json = "nbthread")]
    Nbthread(Scalar<Ranged<1, 1024>>),
    /// How many groups the threads are divided into.
    #[keyword("thread-groups", json = "thread_groups", since = "2.6")]
    ThreadGroups(Scalar<Ranged<1, 32>>),
    /// Which threads are in a group.
    #[keyword(
        "thread-group",
        json = "thread_group_lines[](group: text, num_or_range: raw)",
        since = "2.6"
    )]
    ThreadGroup(ThreadGroup),
    /// The most threads, however many are asked for or found.
    #[keyword(
        "thread-hard-limit",
        json = "performance_options.thread_hard_limit",
        since = "3.0"
    )]
    ThreadHardLimit(Scalar<Ranged<1, { i32::MAX as i64 }>>),
    /// The most threads of one group; 16 by default.
    #[keyword("max-threads-per-group", json = "max_threads_per_group", since = "3.4")]
    MaxThreadsPerGroup(Integer),
    /// Which threads run on which CPUs.
    #[keyword("cpu-map", json = "cpu_maps[](process, cpu_set: raw)")]
    CpuMap(CpuMap),
    /// How CPUs are chosen, and threads spread over them.
    #[keyword("cpu-policy", json = "(cpu_policy, threads_per_core)", since = "3.2")]
    CpuPolicy(CpuPolicy),
    /// How closely a thread is tied to CPUs.
    #[keyword("cpu-affinity", json = "cpu_affinity(affinity)", since = "3.4")]
    CpuAffinity(CpuAffinity),
    /// Which CPUs are left to the policy.
    #[keyword("cpu-set", json = "cpu_set[](directive)", since = "3.2")]
    CpuSet(Several<CpuRestriction>),
    /// Looks at the machine's topology to choose CPUs.
    #[keyword(
        "numa-cpu-mapping",
        ignores_rest,
        json = "numa_cpu_mapping",
        no,
        default
    )]
    NumaCpuMapping,
}

/// Which threads are in a group.
#[derive(Debug, Clone, PartialEq, Eq, Directive)]
pub struct ThreadGroup {
    /// The group's number, from 1.
    pub group: Integer,
    /// The numbers of its threads.
    pub threads: Several<CpuSet>,
}

/// Which threads run on which CPUs.
#[derive(Debug, Clone, PartialEq, Eq, Directive)]
pub struct CpuMap {
    /// The threads, by their groups.
    pub threads: CpuSet,
    /// The CPUs.
    pub cpus: Several<CpuSet>,
}

/// How CPUs are chosen, and threads spread over them.
#[derive(Debug, Clone, PartialEq, Eq, Directive)]
pub struct CpuPolicy {
    /// The policy.
    pub policy: Choice<CpuPolicyName>,
    /// How many threads run on one core; since 3.4.
    #[arg(keyword = "threads-per-core", name = "threads")]
    pub threads_per_core: Option<Choice<ThreadsPerCore>>,
}

/// How many threads run on one core.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Directive)]
pub enum ThreadsPerCore {
    /// One, however many it could run.
    #[keyword("1")]
    One,
    /// As many as it can run.
    #[keyword("auto")]
    Auto,
}

/// A policy to choose CPUs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Directive)]
#[non_exhaustive]
pub enum CpuPolicyName {
    /// All CPUs, as they come.
    #[keyword("none")]
    None,
    /// The efficient cores only, a group for each CCX.
    #[keyword("efficiency")]
    Efficiency,
    /// The first node with CPUs only.
    #[keyword("first-usable-node")]
    FirstUsableNode,
    /// A group for each two CCX.
    #[keyword("group-by-2-ccx")]
    GroupBy2Ccx,
    /// A group for each two clusters.
    #[keyword("group-by-2-clusters")]
    GroupBy2Clusters,
    /// A group for each three CCX.
    #[keyword("group-by-3-ccx")]
    GroupBy3Ccx,
    /// A group for each three clusters.
    #[keyword("group-by-3-clusters")]
    GroupBy3Clusters,
    /// A group for each four CCX.
    #[keyword("group-by-4-ccx")]
    GroupBy4Ccx,
    /// A group for each four clusters.
    #[keyword("group-by-4-clusters")]
    GroupBy4Clusters,
    /// A group for each CCX.
    #[keyword("group-by-ccx")]
    GroupByCcx,
    /// A group for each cluster.
    #[keyword("group-by-cluster")]
    GroupByCluster,
    /// The fast cores only, a group for each CCX.
    #[keyword("performance")]
    Performance,
    /// The smallest cluster only.
    #[keyword("resource")]
    Resource,
}

/// How closely a thread is tied to CPUs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Directive)]
#[non_exhaustive]
pub enum CpuAffinity {
    /// As the policy suggests.
    #[keyword("auto")]
    Auto,
    /// To all that one core runs.
    #[keyword("per-core")]
    PerCore,
    /// To the CPUs of its group.
    #[keyword("per-group", json = "(argument)")]
    PerGroup(Option<GroupAffinity>),
    /// To what runs one thread.
    #[keyword("per-thread")]
    PerThread,
    /// To one CCX.
    #[keyword("per-ccx")]
    PerCcx,
}

/// How a list of CPUs is divided between groups.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Directive)]
pub enum GroupAffinity {
    /// Each group gets some for itself.
    #[keyword("auto")]
    Auto,
    /// All groups share them.
    #[keyword("loose")]
    Loose,
}

/// Which CPUs are left to the policy.
#[derive(Debug, Clone, PartialEq, Eq, Directive)]
#[non_exhaustive]
pub enum CpuRestriction {
    /// All, whatever the process was started with.
    #[keyword("reset")]
    Reset,
    /// Not these.
    #[keyword("drop-cpu", json = "set")]
    DropCpu(CpuSet),
    /// These only.
    #[keyword("only-cpu", json = "set")]
    OnlyCpu(CpuSet),
    /// Not those of these nodes.
    #[keyword("drop-node", json = "set")]
    DropNode(CpuSet),
    /// Those of these nodes only.
    #[keyword("only-node", json = "set")]
    OnlyNode(CpuSet),
    /// Not those of these clusters.
    #[keyword("drop-cluster", json = "set")]
    DropCluster(CpuSet),
    /// Those of these clusters only.
    #[keyword("only-cluster", json = "set")]
    OnlyCluster(CpuSet),
    /// Not those of these cores.
    #[keyword("drop-core", json = "set")]
    DropCore(CpuSet),
    /// Those of these cores only.
    #[keyword("only-core", json = "set")]
    OnlyCore(CpuSet),
    /// Not these threads of the cores.
    #[keyword("drop-thread", json = "set")]
    DropThread(CpuSet),
    /// These threads of the cores only.
    #[keyword("only-thread", json = "set")]
    OnlyThread(CpuSet),
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{section_prints_back, statements_fail};

    #[test]
    fn lines_read_and_print() {
        section_prints_back::<Global>(
            "global
                nbthread 4
                thread-groups 2
                thread-group 1 1-4 9
                thread-hard-limit 8
                max-threads-per-group 16
                cpu-map auto:1/1-4 0-3,5 7
                cpu-map 1/all 0-
                cpu-map odd 2
                cpu-policy performance
                cpu-policy group-by-2-ccx threads-per-core 1
                cpu-policy ${POLICY} threads-per-core auto
                cpu-affinity per-core
                cpu-affinity per-group loose
                cpu-set reset drop-cpu 0-1 only-node 0,2
                numa-cpu-mapping
                no numa-cpu-mapping",
        );
        statements_fail::<Global>(&[
            (
                "cpu-map 1",
                "cpu-map <cpus>: expected a set such as 1-4, 'odd' or 'all', found the end of the line",
            ),
            (
                "nbthread many",
                "nbthread <number>: expected a number from 1 to 1024, found 'many'",
            ),
        ]);
    }
}
