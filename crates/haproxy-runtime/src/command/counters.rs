//! The counters of statistics.

use super::parameter::words;
use super::{Done, Text, commands};

words! {
    /// All counters.
    AllWord {
        /// `all`.
        All = "all",
    }
}

commands! {
    /// Sets the greatest values of the statistics back.
    ClearCounters("clear counters" operator()) -> Done;

    /// Sets all statistics back.
    ClearAllCounters("clear counters" admin()) -> Done (
        /// All of them.
        all: AllWord,
    );

    /// Gives the statistics in the form that a starting process can read.
    DumpStatsFile("dump stats-file" since(3, 0)) -> Text;
}
