use crate::language::Directive;
use crate::section::{Backend, Defaults, Frontend, Listen};
use crate::value::{Duration, Expression, LeadingInteger, List, Size, Text};

/// What looks at, or changes, the data of a stream.
#[derive(Debug, Clone, PartialEq, Directive)]
#[directive(
    sections("frontend", "listen", "backend"),
    accessors(Defaults, Frontend, Backend, Listen),
    ordered = "filters"
)]
#[non_exhaustive]
pub enum FilterKeyword {
    /// Prints what passes, for debugging.
    #[keyword(
        "filter trace",
        json = "filter_list[type=trace](_)",
        multiple = "filter_trace"
    )]
    FilterTrace(Vec<TraceParameter>),
    /// Compresses requests.
    #[keyword("filter comp-req", json = "filter_list[type=comp-req]", since = "3.4")]
    FilterCompReq,
    /// Compresses answers.
    #[keyword("filter comp-res", json = "filter_list[type=comp-res]", since = "3.4")]
    FilterCompRes,
    /// Compresses requests or answers, as `compression direction` says.
    #[keyword(
        "filter compression",
        json = "filter_list[type=compression]",
        deprecated = "3.4",
        instead = "filter comp-req or filter comp-res"
    )]
    FilterCompression,
    /// Asks agents by SPOP.
    #[keyword(
        "filter spoe",
        json = "filter_list[type=spoe](_)",
        multiple = "filter_spoe"
    )]
    FilterSpoe(Vec<SpoeParameter>),
    /// Uses the cache of this name.
    #[keyword(
        "filter cache",
        json = "filter_list[type=cache](cache_name)",
        multiple = "filter_cache"
    )]
    FilterCache(#[arg(refers = "cache")] Text),
    /// Uses the `FastCGI` application of this name.
    #[keyword(
        "filter fcgi-app",
        json = "filter_list[type=fcgi-app](app_name)",
        multiple = "filter_fcgi_app"
    )]
    FilterFcgiApp(#[arg(refers = "fcgi-app")] Text),
    /// Limits how fast clients send.
    #[keyword(
        "filter bwlim-in",
        needs = "default-limit|limit, default-period|key",
        json = "filter_list[type=bwlim-in](bandwidth_limit_name)",
        since = "2.7",
        multiple = "filter_bwlim_in"
    )]
    FilterBwlimIn(BandwidthLimit),
    /// Limits how fast clients receive.
    #[keyword(
        "filter bwlim-out",
        needs = "default-limit|limit, default-period|key",
        json = "filter_list[type=bwlim-out](bandwidth_limit_name)",
        since = "2.7",
        multiple = "filter_bwlim_out"
    )]
    FilterBwlimOut(BandwidthLimit),
    /// Traces streams by `OpenTracing`.
    #[keyword(
        "filter opentracing",
        needs = "config",
        multiple = "filter_opentracing"
    )]
    FilterOpentracing(Vec<TracingParameter>),
    /// Traces streams by `OpenTelemetry`.
    #[keyword(
        "filter opentelemetry",
        since = "3.4",
        multiple = "filter_opentelemetry"
    )]
    FilterOpentelemetry(Vec<TracingParameter>),
    /// A filter that a script in Lua has registered.
    #[keyword("filter lua.", prefix, repeated, since = "2.5")]
    FilterLua {
        /// Its name, without `lua.`.
        #[arg(inside)]
        name: Text,
        /// What the script gets.
        arguments: Vec<Text>,
    },
    /// The order of filters on the way to the server; as the lines stand where none is given.
    #[keyword(
        "filter-sequence request",
        json = "filter_sequence_list[direction=request](filters: list)",
        since = "3.4"
    )]
    FilterSequenceRequest(List<Text>),
    /// The order of filters on the way to the client; as the lines stand where none is given.
    #[keyword(
        "filter-sequence response",
        json = "filter_sequence_list[direction=response](filters: list)",
        since = "3.4"
    )]
    FilterSequenceResponse(List<Text>),
}

/// What a trace prints.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum TraceParameter {
    /// A name in front of each line; `TRACE` where none is given.
    #[keyword("name", json = "trace_name")]
    Name(Text),
    /// Prints nothing.
    #[keyword("quiet", json = "trace_quiet = true")]
    Quiet,
    /// Parsed pieces of random length.
    #[keyword("random-parsing", json = "trace_rnd_parsing = true")]
    RandomParsing,
    /// Forwards pieces of random length.
    #[keyword("random-forwarding", json = "trace_rnd_forwarding = true")]
    RandomForwarding,
    /// Forwards at most this many bytes at a time; 0 for no limit.
    #[keyword("max-fwd", json = "trace_max_fwd", since = "3.4")]
    MaxFwd(LeadingInteger),
    /// Prints data in hexadecimal.
    #[keyword("hexdump", json = "trace_hexdump = true")]
    Hexdump,
    /// A word that no keyword here explains.
    #[keyword(unknown)]
    Unknown(Text),
}

/// Which agents are asked, and how.
#[derive(Debug, Clone, PartialEq, Eq, Directive)]
#[non_exhaustive]
pub enum SpoeParameter {
    /// The part of the file that counts; all where none is given.
    #[keyword("engine", json = "spoe_engine")]
    Engine(Text),
    /// The file.
    #[keyword("config", json = "spoe_config")]
    Config(#[arg(file = "spoe")] Text),
    /// A word that no keyword here explains.
    #[keyword(unknown)]
    Unknown(Text),
}

/// What is traced, and where to.
#[derive(Debug, Clone, PartialEq, Eq, Directive)]
#[non_exhaustive]
pub enum TracingParameter {
    /// The part of the file that counts.
    #[keyword("id")]
    Id(Text),
    /// The file.
    #[keyword("config")]
    Config(Text),
    /// A word that no keyword here explains.
    #[keyword(unknown)]
    Unknown(Text),
}

/// How fast data may move.
#[derive(Debug, Clone, PartialEq, Directive)]
pub struct BandwidthLimit {
    /// What `set-bandwidth-limit` calls it.
    #[arg(defines = "filter")]
    pub name: Text,
    /// The limit, in any order.
    pub parameters: Vec<BandwidthLimitParameter>,
}

/// How fast data may move, for one stream or for all with a key.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum BandwidthLimitParameter {
    /// Bytes in a period, for each stream.
    #[keyword("default-limit", json = "default_limit")]
    DefaultLimit(Size),
    /// The period.
    #[keyword("default-period", json = "default_period")]
    DefaultPeriod(Duration),
    /// Bytes in the table's period, for all streams with the same key.
    #[keyword("limit", json = "limit")]
    Limit(Size),
    /// The key.
    #[keyword("key", json = "key: raw")]
    Key(Expression),
    /// The table that counts; that of the section where none is given.
    #[keyword("table", json = "table")]
    Table(#[arg(refers = "table")] Text),
    /// The least that is forwarded at a time.
    #[keyword("min-size", json = "min_size")]
    MinSize(Size),
    /// A word that no keyword here explains.
    #[keyword(unknown)]
    Unknown(Text),
}

#[cfg(test)]
mod tests {
    use crate::section::Listen;
    use crate::testing::{section_prints_back, statements_fail};

    #[test]
    fn statements_read_and_print() {
        section_prints_back::<Listen>(
            "listen x
                filter trace
                filter trace name A random-parsing random-forwarding quiet max-fwd 5 hexdump
                filter comp-req
                filter comp-res
                filter compression
                filter spoe engine e config /etc/spoe.conf
                filter spoe config /etc/spoe.conf
                filter cache c
                filter fcgi-app app
                filter bwlim-in a default-limit 5k default-period 1s min-size 3
                filter bwlim-out a limit 5k key src table t min-size 2
                filter opentracing id i config /etc/ot.cfg
                filter opentelemetry config /etc/otel.cfg
                filter lua.mine a b
                filter-sequence request a,b
                filter-sequence response b,a",
        );
    }

    #[test]
    fn wrong_statements_say_why() {
        statements_fail::<Listen>(&[(
            "filter cache",
            "filter cache <text>: expected a word, found the end of the line",
        )]);
    }
}
