use crate::language::Directive;
use crate::section::global::{Count, Global};
use crate::value::{Choice, Leading, LeadingInteger, Scalar, Size, Toggle};

/// HTTP/1 and HTTP/2.
#[derive(Debug, Clone, PartialEq, Directive)]
#[directive(sections("global"), accessors(Global))]
#[non_exhaustive]
pub enum HttpTuning {
    /// The most headers of a message; 101 by default.
    #[keyword("tune.http.maxhdr", json = "tune_options.http_maxhdr")]
    TuneHttpMaxhdr(Scalar<Leading<1, 32767>>),
    /// The longest cookie value to capture; 63 characters by default.
    #[keyword("tune.http.cookielen", json = "tune_options.http_cookielen")]
    TuneHttpCookielen(LeadingInteger),
    /// The longest URI to log; 1024 characters by default.
    #[keyword("tune.http.logurilen", json = "tune_options.http_logurilen")]
    TuneHttpLogurilen(LeadingInteger),
    /// How many glitches kill an HTTP/1 connection to a server; 0 for none.
    #[keyword(
        "tune.h1.be.glitches-threshold",
        json = "tune_options.h1_be_glitches_threshold",
        since = "3.4"
    )]
    TuneH1BeGlitchesThreshold(Count),
    /// How many glitches kill an HTTP/1 connection from a client; 0 for none.
    #[keyword(
        "tune.h1.fe.glitches-threshold",
        json = "tune_options.h1_fe_glitches_threshold",
        since = "3.4"
    )]
    TuneH1FeGlitchesThreshold(Count),
    /// Whether HTTP/1 receives without a copy.
    #[keyword(
        "tune.h1.zero-copy-fwd-recv",
        json = "tune_options.h1_zero_copy_fwd_recv: toggle",
        since = "3.0"
    )]
    TuneH1ZeroCopyFwdRecv(Toggle),
    /// Whether HTTP/1 sends without a copy.
    #[keyword(
        "tune.h1.zero-copy-fwd-send",
        json = "tune_options.h1_zero_copy_fwd_send: toggle",
        since = "3.0"
    )]
    TuneH1ZeroCopyFwdSend(Toggle),
    /// The size of the table of headers, in bytes; 4096 by default.
    #[keyword(
        "tune.h2.header-table-size",
        json = "tune_options.h2_header_table_size"
    )]
    TuneH2HeaderTableSize(Scalar<Leading<4_096, 65_536>>),
    /// How much a sender may send at first, in bytes.
    #[keyword(
        "tune.h2.initial-window-size",
        takes_nothing,
        json = "tune_options.h2_initial_window_size"
    )]
    TuneH2InitialWindowSize(Count),
    /// How much a server may send at first, in bytes.
    #[keyword(
        "tune.h2.be.initial-window-size",
        takes_nothing,
        json = "tune_options.h2_be_initial_window_size",
        since = "2.8"
    )]
    TuneH2BeInitialWindowSize(Count),
    /// How much a client may send at first, in bytes.
    #[keyword(
        "tune.h2.fe.initial-window-size",
        takes_nothing,
        json = "tune_options.h2_fe_initial_window_size",
        since = "2.8"
    )]
    TuneH2FeInitialWindowSize(Count),
    /// The most streams of a connection; 100 by default.
    #[keyword(
        "tune.h2.max-concurrent-streams",
        takes_nothing,
        json = "tune_options.h2_max_concurrent_streams"
    )]
    TuneH2MaxConcurrentStreams(Count),
    /// The most streams of a connection to a server.
    #[keyword(
        "tune.h2.be.max-concurrent-streams",
        takes_nothing,
        json = "tune_options.h2_be_max_concurrent_streams",
        since = "2.8"
    )]
    TuneH2BeMaxConcurrentStreams(Count),
    /// The most streams of a connection from a client.
    #[keyword(
        "tune.h2.fe.max-concurrent-streams",
        takes_nothing,
        json = "tune_options.h2_fe_max_concurrent_streams: integer",
        since = "2.8"
    )]
    TuneH2FeMaxConcurrentStreams(ConcurrentStreams),
    /// After how many streams a client has to connect anew; 0 for never.
    #[keyword(
        "tune.h2.fe.max-total-streams",
        takes_nothing,
        json = "tune_options.h2_fe_max_total_streams",
        since = "3.0"
    )]
    TuneH2FeMaxTotalStreams(Count),
    /// How many glitches kill an HTTP/2 connection to a server; 0 for none.
    #[keyword(
        "tune.h2.be.glitches-threshold",
        takes_nothing,
        json = "tune_options.h2_be_glitches_threshold",
        since = "3.0"
    )]
    TuneH2BeGlitchesThreshold(Count),
    /// How many glitches kill an HTTP/2 connection from a client; 0 for none.
    #[keyword(
        "tune.h2.fe.glitches-threshold",
        takes_nothing,
        json = "tune_options.h2_fe_glitches_threshold",
        since = "3.0"
    )]
    TuneH2FeGlitchesThreshold(Count),
    /// How many frames of a server are read in a row.
    #[keyword(
        "tune.h2.be.max-frames-at-once",
        takes_nothing,
        json = "tune_options.h2_be_max_frames_at_once",
        since = "3.4",
        backported = "3.2"
    )]
    TuneH2BeMaxFramesAtOnce(LeadingInteger),
    /// How many frames of a client are read in a row.
    #[keyword(
        "tune.h2.fe.max-frames-at-once",
        takes_nothing,
        json = "tune_options.h2_fe_max_frames_at_once",
        since = "3.4",
        backported = "3.2"
    )]
    TuneH2FeMaxFramesAtOnce(LeadingInteger),
    /// How many resets by a client are read in a row.
    #[keyword(
        "tune.h2.fe.max-rst-at-once",
        takes_nothing,
        json = "tune_options.h2_fe_max_rst_at_once",
        since = "3.4",
        backported = "3.2"
    )]
    TuneH2FeMaxRstAtOnce(LeadingInteger),
    /// How much is buffered of what a server sends on a connection, in bytes.
    #[keyword("tune.h2.be.rxbuf", json = "tune_options.h2_be_rxbuf", since = "3.2")]
    TuneH2BeRxbuf(Size),
    /// How much is buffered of what a client sends on a connection, in bytes.
    #[keyword("tune.h2.fe.rxbuf", json = "tune_options.h2_fe_rxbuf", since = "3.2")]
    TuneH2FeRxbuf(Size),
    /// The largest frame to accept, in bytes.
    #[keyword("tune.h2.max-frame-size", json = "tune_options.h2_max_frame_size")]
    TuneH2MaxFrameSize(Scalar<Leading<16_384, 16_777_215>>),
    /// Which errors of HTTP/2 are logged.
    #[keyword(
        "tune.h2.log-errors",
        json = "tune_options.h2_log_errors",
        since = "3.4",
        backported = "3.2"
    )]
    TuneH2LogErrors(Choice<H2LogErrors>),
    /// Whether HTTP/2 sends without a copy.
    #[keyword(
        "tune.h2.zero-copy-fwd-send",
        json = "tune_options.h2_zero_copy_fwd_send: toggle",
        since = "3.0"
    )]
    TuneH2ZeroCopyFwdSend(Toggle),
}

/// The most streams of a connection from a client.
#[derive(Debug, Clone, PartialEq, Eq, Directive)]
pub struct ConcurrentStreams {
    /// The most streams.
    pub number: Count,
    /// What lowers the number under load; since 3.4.
    pub moderation: Vec<StreamModeration>,
}

/// What lowers the number of streams under load.
#[derive(Debug, Clone, PartialEq, Eq, Directive)]
#[non_exhaustive]
pub enum StreamModeration {
    /// The load that a thread's run queue should keep below.
    #[keyword("rq-load", since = "3.4")]
    RqLoad(TargetLoad),
    /// The number that is left in any case.
    #[keyword("min", since = "3.4")]
    Min(Count),
}

/// The load that a thread's run queue should keep below.
#[derive(Debug, Clone, PartialEq, Eq, Directive)]
pub enum TargetLoad {
    /// `tune.runqueue-depth`.
    #[keyword("auto")]
    Auto,
    /// Any load.
    #[keyword("ignore")]
    Ignore,
    /// This many tasks.
    #[keyword(value)]
    Number(Count),
}

/// Which errors of HTTP/2 are logged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Directive)]
pub enum H2LogErrors {
    /// None.
    #[keyword("none")]
    None,
    /// Those of connections.
    #[keyword("connection")]
    Connection,
    /// Those of connections and of streams.
    #[keyword("stream")]
    Stream,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{section_prints_back, statements_fail};

    #[test]
    fn lines_read_and_print() {
        section_prints_back::<Global>(
            "global
                tune.http.maxhdr 256
                tune.http.cookielen 4096
                tune.http.logurilen 4096
                tune.h1.be.glitches-threshold 100
                tune.h1.fe.glitches-threshold 100
                tune.h1.zero-copy-fwd-recv on
                tune.h1.zero-copy-fwd-send off
                tune.h2.header-table-size 4096
                tune.h2.initial-window-size 65536
                tune.h2.be.initial-window-size 65536
                tune.h2.fe.initial-window-size 65536
                tune.h2.max-concurrent-streams 100
                tune.h2.be.max-concurrent-streams 100
                tune.h2.fe.max-concurrent-streams 100
                tune.h2.fe.max-concurrent-streams 100 rq-load auto min 5
                tune.h2.fe.max-concurrent-streams 100 min 15 rq-load 80
                tune.h2.fe.max-total-streams 2000
                tune.h2.be.glitches-threshold 100
                tune.h2.fe.glitches-threshold 100
                tune.h2.be.max-frames-at-once 20
                tune.h2.fe.max-frames-at-once 20
                tune.h2.fe.max-rst-at-once 5
                tune.h2.be.rxbuf 128k
                tune.h2.fe.rxbuf 128k
                tune.h2.max-frame-size 16384
                tune.h2.log-errors stream
                tune.h2.zero-copy-fwd-send on",
        );
        statements_fail::<Global>(&[(
            "tune.http.maxhdr 0",
            "tune.http.maxhdr <number>: expected a number from 1 to 32767, found '0'",
        )]);
    }
}
