use crate::language::Directive;
use crate::section::global::{Count, Global};
use crate::value::{Duration, LeadingInteger, Name, Several, Text};

/// What the process is called, how it runs and how it ends.
#[derive(Debug, Clone, PartialEq, Directive)]
#[directive(sections("global"), accessors(Global))]
#[non_exhaustive]
pub enum ProcessKeyword {
    /// Goes to the background once started.
    #[keyword("daemon", json = "daemon = true")]
    Daemon,
    /// The file that gets the process ids.
    #[keyword("pidfile", again = Ignored, json = "pidfile")]
    Pidfile(Text),
    /// A name for this machine among several, shown on the statistics page.
    #[keyword("node", json = "node")]
    Node(Name),
    /// A text about this instance, shown on the statistics page.
    #[keyword("description", json = "description: raw")]
    Description(Several<Text>),
    /// The name by which this instance finds itself in `peers` sections.
    #[keyword("localpeer", json = "localpeer")]
    Localpeer(Text),
    /// A secret that the machines of a cluster share, such as for the tokens of QUIC.
    #[keyword("cluster-secret", again = Ignored, json = "cluster_secret", since = "2.6")]
    ClusterSecret(Text),
    /// Where relative paths start.
    #[keyword("default-path", ignores_rest, json = "default_path(type)")]
    DefaultPath(DefaultPath),
    /// Allows checks that run a program.
    #[keyword("external-check", json = "external_check = true ()")]
    ExternalCheck(ExternalCheck),
    /// How long a stopping process may live until what is left is cut off.
    #[keyword("hard-stop-after", ignores_rest, json = "hard_stop_after: ms")]
    HardStopAfter(Duration),
    /// The time between the signal to stop and the end of listening.
    #[keyword("grace", ignores_rest, json = "grace: ms", since = "2.6")]
    Grace(Duration),
    /// The time over which a stopping process spreads the closing of connections.
    #[keyword(
        "close-spread-time",
        ignores_rest,
        json = "close_spread_time: ms",
        since = "2.6"
    )]
    CloseSpreadTime(CloseSpreadTime),
    /// Leaves at once when stopping, without freeing memory piece by piece.
    #[keyword("quick-exit", since = "2.8")]
    QuickExit,
    /// Runs a master process that watches over a worker and replaces it.
    #[keyword(
        "master-worker",
        json = "master-worker = true",
        deprecated = "3.4",
        instead = "the command line's -W or -Ws"
    )]
    MasterWorker,
    /// Runs a master that keeps the other workers when one dies.
    #[keyword("master-worker no-exit-on-failure")]
    MasterWorkerNoExitOnFailure,
    /// How many reloads a worker survives before the master ends it; 50 by default.
    #[keyword("mworker-max-reloads", json = "mworker_max_reloads")]
    MworkerMaxReloads(Count),
    /// How many processes to run.
    #[keyword("nbproc", deprecated = "2.3", removed = "2.5", instead = "nbthread")]
    Nbproc(LeadingInteger),
    /// Allows keywords that are not settled yet, behind this line.
    #[keyword(
        "expose-experimental-directives",
        json = "expose_experimental_directives = true"
    )]
    ExposeExperimentalDirectives,
    /// Allows deprecated keywords that have no replacement, without a warning.
    #[keyword(
        "expose-deprecated-directives",
        json = "expose_deprecated_directives = true",
        since = "3.0"
    )]
    ExposeDeprecatedDirectives,
    /// Refuses to start with a configuration that causes warnings.
    #[keyword("zero-warning", json = "debug_options.zero_warning = true")]
    ZeroWarning,
    /// Prints nothing at start.
    #[keyword("quiet", json = "debug_options.quiet = true")]
    Quiet,
}

/// Where relative paths start.
#[derive(Debug, Clone, PartialEq, Eq, Directive)]
pub enum DefaultPath {
    /// In the directory in which the process was started.
    #[keyword("current")]
    Current,
    /// In the configuration file's directory.
    #[keyword("config")]
    Config,
    /// In the directory above the configuration file's.
    #[keyword("parent")]
    Parent,
    /// In this directory.
    #[keyword("origin", json = "path")]
    Origin(Text),
}

/// Checks that run a program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Directive)]
pub struct ExternalCheck {
    /// Gives the program HAProxy's own environment; since 3.0.
    #[arg(word = "preserve-env")]
    pub preserve_env: bool,
}

/// The time over which connections are closed.
#[derive(Debug, Clone, PartialEq, Eq, Directive)]
pub enum CloseSpreadTime {
    /// None is closed before it ends by itself.
    #[keyword("infinite")]
    Infinite,
    /// All are closed within this time.
    #[keyword(value)]
    Time(Duration),
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{section_prints_back, statements_fail};

    #[test]
    fn lines_read_and_print() {
        section_prints_back::<Global>(
            "global
                daemon
                pidfile /run/haproxy.pid
                node lb-1
                description the first of two
                localpeer lb1
                cluster-secret s3cret
                default-path current
                default-path origin /etc/haproxy
                external-check
                external-check preserve-env
                hard-stop-after 30s
                grace 10s
                close-spread-time 1m
                close-spread-time infinite
                quick-exit
                master-worker
                master-worker no-exit-on-failure
                mworker-max-reloads 5
                nbproc 4
                expose-experimental-directives
                expose-deprecated-directives
                zero-warning
                quiet",
        );
        statements_fail::<Global>(&[
            (
                "default-path elsewhere",
                "default-path: unknown keyword 'elsewhere', expected 'current', 'config', 'parent' or 'origin'",
            ),
            (
                "description",
                "description: expected a word, found the end of the line",
            ),
            (
                "grace soon",
                "grace <time>: expected a time such as 5s, found 'soon'",
            ),
            (
                "no daemon",
                "expected a keyword that may stand behind 'no', found 'daemon'",
            ),
        ]);
    }
}
