use crate::language::Directive;
use crate::section::global::{Count, Global, Positive};
use crate::value::{Integer, Leading, LeadingInteger, Scalar, Size};

/// Buffers, and other memory.
#[derive(Debug, Clone, PartialEq, Directive)]
#[directive(sections("global"), accessors(Global))]
#[non_exhaustive]
pub enum MemoryTuning {
    /// The size of a buffer, in bytes; 16384 by default.
    #[keyword("tune.bufsize", within = "1..", json = "tune_buffer_options.bufsize")]
    TuneBufsize(Size),
    /// The size of a small buffer, in bytes; 1024 by default.
    #[keyword(
        "tune.bufsize.small",
        within = "1..",
        json = "tune_buffer_options.bufsize_small",
        since = "3.2"
    )]
    TuneBufsizeSmall(Size),
    /// The size of a large buffer, in bytes; there are none by default.
    #[keyword(
        "tune.bufsize.large",
        json = "tune_buffer_options.bufsize_large",
        since = "3.4"
    )]
    TuneBufsizeLarge(Size),
    /// The part of a buffer that is kept for rewriting headers, in bytes.
    #[keyword("tune.maxrewrite", json = "tune_options.maxrewrite")]
    TuneMaxrewrite(Count),
    /// The size of a check's buffer.
    #[keyword("tune.chksize", removed = "2.5", instead = "tune.bufsize")]
    TuneChksize(LeadingInteger),
    /// The most buffers; 0 for any.
    #[keyword(
        "tune.buffers.limit",
        takes_nothing,
        json = "tune_buffer_options.buffers_limit"
    )]
    TuneBuffersLimit(Count),
    /// How many buffers are kept for when memory is short.
    #[keyword(
        "tune.buffers.reserve",
        takes_nothing,
        json = "tune_buffer_options.buffers_reserve"
    )]
    TuneBuffersReserve(Count),
    /// The memory that each thread keeps for itself, in bytes.
    #[keyword(
        "tune.memory.hot-size",
        json = "tune_options.memory_hot_size",
        since = "2.8"
    )]
    TuneMemoryHotSize(Positive),
    /// The size of a pipe for splicing, in bytes.
    #[keyword("tune.pipesize", json = "tune_buffer_options.pipesize")]
    TunePipesize(Size),
    /// How many bytes read at once are enough not to try for more.
    #[keyword("tune.recv_enough", json = "tune_buffer_options.recv_enough")]
    TuneRecvEnough(Size),
    /// The largest payload of a runtime command, in bytes.
    #[keyword(
        "tune.cli.max-payload-size",
        json = "tune_options.cli_max_payload_size",
        since = "3.4"
    )]
    TuneCliMaxPayloadSize(Size),
    /// Forgets named `defaults` sections once the configuration is read.
    #[keyword(
        "tune.defaults.purge",
        json = "tune_options.defaults_purge = true",
        since = "3.4"
    )]
    TuneDefaultsPurge,
    /// How many results of pattern matching are kept.
    #[keyword("tune.pattern.cache-size", json = "tune_options.pattern_cache_size")]
    TunePatternCacheSize(Count),
    /// The most memory for variables of all scopes, in bytes.
    #[keyword(
        "tune.vars.global-max-size",
        takes_nothing,
        ignores_rest,
        json = "tune_vars_options.global_max_size"
    )]
    TuneVarsGlobalMaxSize(Integer),
    /// The most memory for variables of the process, in bytes.
    #[keyword(
        "tune.vars.proc-max-size",
        takes_nothing,
        ignores_rest,
        json = "tune_vars_options.proc_max_size"
    )]
    TuneVarsProcMaxSize(Integer),
    /// The most memory for variables of a session, in bytes.
    #[keyword(
        "tune.vars.sess-max-size",
        takes_nothing,
        ignores_rest,
        json = "tune_vars_options.sess_max_size"
    )]
    TuneVarsSessMaxSize(Integer),
    /// The most memory for variables of a transaction, in bytes.
    #[keyword(
        "tune.vars.txn-max-size",
        takes_nothing,
        ignores_rest,
        json = "tune_vars_options.txn_max_size"
    )]
    TuneVarsTxnMaxSize(Integer),
    /// The most memory for variables of a request or response, in bytes.
    #[keyword(
        "tune.vars.reqres-max-size",
        takes_nothing,
        ignores_rest,
        json = "tune_vars_options.reqres_max_size"
    )]
    TuneVarsReqresMaxSize(Integer),
    /// The most memory for variables of a check, in bytes.
    #[keyword("tune.vars.check-max-size", takes_nothing, ignores_rest)]
    TuneVarsCheckMaxSize(Integer),
    /// The highest level of compression; 1 by default.
    #[keyword("tune.comp.maxlevel", json = "tune_options.comp_maxlevel")]
    TuneCompMaxlevel(Scalar<Leading<1, 9>>),
    /// How much memory zlib uses for a stream; 8 by default.
    #[keyword("tune.zlib.memlevel", json = "tune_zlib_options.memlevel")]
    TuneZlibMemlevel(Scalar<Leading<1, 9>>),
    /// The size of zlib's window, as a power of two; 15 by default.
    #[keyword("tune.zlib.windowsize", json = "tune_zlib_options.windowsize")]
    TuneZlibWindowsize(Scalar<Leading<8, 15>>),
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{section_prints_back, statements_fail};

    #[test]
    fn lines_read_and_print() {
        section_prints_back::<Global>(
            "global
                tune.bufsize 16384
                tune.bufsize.small 1k
                tune.bufsize.large 64k
                tune.maxrewrite 1024
                tune.chksize 16384
                tune.buffers.limit 0
                tune.buffers.reserve 4
                tune.memory.hot-size 524288
                tune.pipesize 64k
                tune.recv_enough 10240
                tune.cli.max-payload-size 1m
                tune.defaults.purge
                tune.pattern.cache-size 10000
                tune.vars.global-max-size 1048576
                tune.vars.proc-max-size 1024
                tune.vars.sess-max-size 1024
                tune.vars.txn-max-size 1024
                tune.vars.reqres-max-size 1024
                tune.vars.check-max-size 1024
                tune.comp.maxlevel 9
                tune.zlib.memlevel 8
                tune.zlib.windowsize 15",
        );
        statements_fail::<Global>(&[
            (
                "tune.bufsize 16kb",
                "tune.bufsize <size>: expected a size such as 16k, found '16kb'",
            ),
            (
                "tune.comp.maxlevel 10",
                "tune.comp.maxlevel <number>: expected a number from 1 to 9, found '10'",
            ),
        ]);
    }
}
