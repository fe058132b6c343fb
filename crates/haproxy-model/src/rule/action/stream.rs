use crate::language::Directive;
use crate::rule::{AnyBase, Computed};
use crate::value::{Duration, LeadingInteger, Name, Scalar, Size, Text};

/// Giving up a connection.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum DropAction {
    /// Drops the connection without telling the client.
    #[keyword("silent-drop", ends_rules, json = "(_)")]
    SilentDrop(Option<DropParameter>),
}

/// How a connection is dropped.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum DropParameter {
    /// Tells the network's first hops, this many of them.
    #[keyword("rst-ttl", json = "rst_ttl: integer", since = "2.7")]
    RstTtl(Scalar<AnyBase<1, 255>>),
}

/// What is done with a stream.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum StreamAction {
    /// Sends a group of messages to an agent, outside the events that usually do.
    #[keyword(
        "send-spoe-group",
        json = "(spoe_engine_name, spoe_group_name) @tcp-request | (spoe_engine, spoe_group)"
    )]
    SendSpoeGroup {
        /// The name of the engine, or of its agent.
        engine: Text,
        /// The group.
        group: Text,
    },
    /// Limits the bandwidth by a filter.
    #[keyword("set-bandwidth-limit", json = "(bandwidth_limit_name)", since = "2.7")]
    SetBandwidthLimit {
        /// The filter's name.
        #[arg(refers = "filter")]
        filter: Name,
        /// What the stream has in place of the filter's values.
        parameters: Vec<BandwidthParameter>,
    },
    /// How much the stream steps back behind others, from -1024 to 1024.
    #[keyword("set-nice", json = "(nice_value)")]
    SetNice(LeadingInteger),
}

/// A bandwidth of a stream.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum BandwidthParameter {
    /// How many bytes may pass in a period.
    #[keyword("limit", json = "bandwidth_limit_limit")]
    Limit(Computed<Size>),
    /// How long a period is.
    #[keyword("period", json = "bandwidth_limit_period")]
    Period(Computed<Duration>),
}

/// Tracing a stream.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum TraceAction {
    /// Runs a group of scopes of an `OpenTracing` filter.
    #[keyword("ot-group")]
    OtGroup {
        /// The name of the filter.
        filter: Text,
        /// The group.
        group: Text,
    },
}
