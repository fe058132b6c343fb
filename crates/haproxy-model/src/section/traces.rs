use crate::language::Directive;
use crate::section::{Rest, Section};
use crate::statement::Statement;
use crate::value::{Choice, Text};

/// Traces of HAProxy's inner workings, for debugging.
#[derive(Debug, Clone, PartialEq, Section)]
#[section("traces", since = "3.2")]
pub struct Traces {
    /// The words behind, which mean nothing.
    pub rest: Rest,
    /// The lines of the section.
    pub statements: Vec<Statement<TracesKeyword>>,
}

/// A line of a traces section.
#[derive(Debug, Clone, PartialEq, Directive)]
#[directive(sections("traces"), accessors(Traces))]
#[non_exhaustive]
pub enum TracesKeyword {
    /// What to trace and when, as with the runtime command.
    #[keyword(
        "trace",
        takes_nothing,
        json = "entries[](trace: raw)",
        multiple = "traces"
    )]
    Trace(Trace),
    /// A line that no keyword here explains.
    #[keyword(unknown)]
    Unknown(Vec<Text>),
}

/// What to trace and when.
#[derive(Debug, Clone, PartialEq, Directive)]
pub struct Trace {
    /// The part of HAProxy, such as `h1`, `all`, or `0` to stop everything.
    pub source: Text,
    /// What is said of it, in order.
    pub parameters: Vec<TraceParameter>,
}

/// What is said of a trace.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum TraceParameter {
    /// An event to report, or behind `-` or `!` not to.
    #[keyword("event")]
    Event(Option<Text>),
    /// Another source, whose lock counts for this one as well.
    #[keyword("follow")]
    Follow(Option<Text>),
    /// How much detail there is.
    #[keyword("level")]
    Level(Option<Choice<TraceLevel>>),
    /// What to stay with once something is traced.
    #[keyword("lock")]
    Lock(Option<Text>),
    /// The event to pause at.
    #[keyword("pause")]
    Pause(Option<Text>),
    /// Where the trace goes: `stdout`, `stderr`, or a ring.
    #[keyword("sink")]
    Sink(#[arg(refers = "ring")] Option<Text>),
    /// The event to start at, or `now`.
    #[keyword("start")]
    Start(Option<Text>),
    /// The event to stop at, or `now`.
    #[keyword("stop")]
    Stop(Option<Text>),
    /// How much is told of each event.
    #[keyword("verbosity")]
    Verbosity(Option<Text>),
    /// A word that no parameter explains.
    #[keyword(unknown)]
    Unknown(Text),
}

/// How much detail a trace has, the least first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Directive)]
pub enum TraceLevel {
    /// What users understand.
    #[keyword("user")]
    User,
    /// The steps of protocols.
    #[keyword("proto")]
    Protocol,
    /// Changes of state.
    #[keyword("state")]
    State,
    /// Transfers of data.
    #[keyword("data")]
    Data,
    /// Everything.
    #[keyword("developer")]
    Developer,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::section_prints_back;

    #[test]
    fn statements_read_and_print() {
        let traces: Traces = section_prints_back(
            "traces
                trace h1 sink buf1 level developer verbosity complete start now
                trace h2 event any event -stream_new lock session
                trace all follow session pause sess_end stop none
                trace 0",
        );
        assert_eq!(traces.traces().count(), 4);
    }
}
