use crate::language::Directive;
use crate::rule::Computed;
use crate::value::{Expression, Integer, Text};

/// What is done with the counters and tags of a tracked entry.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum CounterAction {
    /// Adds to one of the entry's general purpose counters.
    #[keyword(
        "sc-add-gpc",
        takes_nothing,
        stage = "anytime",
        json = "(sc_idx: text, sc_inc_id: text, sc_int: integer / expr: raw) @tcp-request | (sc_idx, sc_id, sc_int: integer / sc_expr: raw)",
        call,
        since = "2.8"
    )]
    ScAddGpc {
        /// Which of the array's counters, from 0.
        #[arg(inside)]
        index: Integer,
        /// The number of the tracked entry, from 0.
        #[arg(inside)]
        tracked: Integer,
        /// How much.
        amount: Computed<Integer>,
    },
    /// Adds one to one of the entry's general purpose counters.
    #[keyword(
        "sc-inc-gpc",
        json = "(sc_idx: text, sc_inc_id: text) @tcp-request | (sc_idx, sc_id)",
        call,
        since = "2.5"
    )]
    ScIncGpc {
        /// Which of the array's counters, from 0.
        #[arg(inside)]
        index: Integer,
        /// The number of the tracked entry, from 0.
        #[arg(inside)]
        tracked: Integer,
    },
    /// Adds one to the entry's first general purpose counter; of entry 0 where no number is given.
    #[keyword("sc-inc-gpc0", json = "(sc_inc_id: text) @tcp-request | (sc_id)", call)]
    ScIncGpc0(#[arg(name = "tracked")] Option<Integer>),
    /// Adds one to the entry's second general purpose counter; of entry 0 where no number is given.
    #[keyword("sc-inc-gpc1", json = "(sc_inc_id: text) @tcp-request | (sc_id)", call)]
    ScIncGpc1(#[arg(name = "tracked")] Option<Integer>),
    /// Sets one of the entry's general purpose tags.
    #[keyword(
        "sc-set-gpt",
        stage = "anytime",
        json = "(sc_idx: text, sc_inc_id: text, sc_int: integer / expr: raw) @tcp-request | (sc_idx, sc_id, sc_int: integer / sc_expr: raw)",
        call,
        since = "2.5"
    )]
    ScSetGpt {
        /// Which of the array's tags, from 0.
        #[arg(inside)]
        index: Integer,
        /// The number of the tracked entry, from 0.
        #[arg(inside)]
        tracked: Integer,
        /// The tag.
        tag: Computed<Integer>,
    },
    /// Sets the entry's first general purpose tag; of entry 0 where no number is given.
    #[keyword(
        "sc-set-gpt0",
        stage = "anytime",
        takes_nothing,
        json = "(sc_inc_id: text, sc_int: integer / gpt_value: raw) @tcp-request | (sc_id, sc_int: integer / sc_expr: raw)",
        call
    )]
    ScSetGpt0 {
        /// The number of the tracked entry, from 0.
        #[arg(inside)]
        tracked: Option<Integer>,
        /// The tag.
        tag: Computed<Integer>,
    },
}

/// Counting in a table.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum TrackAction {
    /// Counts what goes on under a key of a table; `track-sc0` tracks the first such entry.
    #[keyword(
        "track-sc",
        json = "(track_stick_counter, track_key: raw, track_table) @tcp-request | (track_sc_stick_counter, track_sc_key: raw, track_sc_table)",
        prefix
    )]
    TrackSc {
        /// The number of the tracked entry, from 0; 0 where none is given.
        tracked: Option<Integer>,
        /// What the entry is found by.
        key: Expression,
        /// The table; the section's own where nothing says it.
        #[arg(keyword = "table", refers = "table")]
        table: Option<Text>,
    },
}
