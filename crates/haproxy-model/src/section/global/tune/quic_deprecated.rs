use crate::language::Directive;
use crate::section::global::{Global, Positive, Share};
use crate::value::{Choice, Duration, Leading, LeadingInteger, Scalar, Size, Toggle};

/// QUIC, by names that versions before 3.3 gave its settings.
#[derive(Debug, Clone, PartialEq, Directive)]
#[directive(sections("global"), accessors(Global))]
#[non_exhaustive]
pub enum DeprecatedQuicTuning {
    /// How long a connection to a server may be idle.
    #[keyword(
        "tune.quic.backend.max-idle-timeou",
        since = "3.0",
        removed = "3.2",
        instead = "tune.quic.be.max-idle-timeout",
        renamed,
        alias = "tune.quic.backend.max-idle-timeout"
    )]
    TuneQuicBackendMaxIdleTimeou(Duration),
    /// Whether slow start ends early.
    #[keyword(
        "tune.quic.cc-hystart",
        since = "3.0",
        deprecated = "3.3",
        instead = "tune.quic.fe.cc.hystart",
        renamed
    )]
    TuneQuicCcHystart(Toggle),
    /// How many losses make cubic slow down.
    #[keyword(
        "tune.quic.cc.cubic.min-losses",
        since = "3.2",
        deprecated = "3.3",
        instead = "tune.quic.fe.cc.cubic-min-losses",
        renamed
    )]
    TuneQuicCcCubicMinLosses(LeadingInteger),
    /// Sends packets without spreading them over time.
    #[keyword(
        "tune.quic.disable-tx-pacing",
        since = "3.2",
        deprecated = "3.3",
        instead = "tune.quic.fe.tx.pacing off",
        renamed
    )]
    TuneQuicDisableTxPacing,
    /// Cuts packets without the kernel.
    #[keyword(
        "tune.quic.disable-udp-gso",
        since = "3.2",
        deprecated = "3.3",
        instead = "tune.quic.fe.tx.udp-gso off",
        renamed
    )]
    TuneQuicDisableUdpGso,
    /// The most buffers that a connection may send from.
    #[keyword(
        "tune.quic.frontend.conn-tx-buffers.limit",
        json = "tune_quic_options.frontend_conn_tx_buffers_limit",
        since = "2.6",
        removed = "3.4",
        instead = "tune.quic.mem.tx-max"
    )]
    TuneQuicFrontendConnTxBuffersLimit(Positive),
    /// The largest congestion window, in bytes.
    #[keyword(
        "tune.quic.frontend.default-max-window-size",
        within = "10k..",
        takes_anything,
        since = "3.2",
        deprecated = "3.3",
        instead = "tune.quic.fe.cc.max-win-size",
        renamed
    )]
    TuneQuicFrontendDefaultMaxWindowSize(Size),
    /// How many glitches kill a connection; 0 for none.
    #[keyword(
        "tune.quic.frontend.glitches-threshold",
        since = "3.0",
        deprecated = "3.3",
        instead = "tune.quic.fe.sec.glitches-threshold",
        renamed
    )]
    TuneQuicFrontendGlitchesThreshold(LeadingInteger),
    /// How much is buffered of what a client sends on a connection, in bytes.
    #[keyword(
        "tune.quic.frontend.max-data-size",
        since = "3.2",
        deprecated = "3.3",
        instead = "tune.quic.fe.stream.rxbuf",
        renamed
    )]
    TuneQuicFrontendMaxDataSize(Size),
    /// How long a connection may be idle.
    #[keyword(
        "tune.quic.frontend.max-idle-timeout",
        json = "tune_quic_options.frontend_max_idle_timeout: ms",
        since = "2.6",
        deprecated = "3.3",
        instead = "tune.quic.fe.max-idle-timeout",
        renamed
    )]
    TuneQuicFrontendMaxIdleTimeout(Duration),
    /// The most streams that a client may open.
    #[keyword(
        "tune.quic.frontend.max-streams-bidi",
        json = "tune_quic_options.frontend_max_streams_bidi",
        since = "2.6",
        deprecated = "3.3",
        instead = "tune.quic.fe.stream.max-concurrent",
        renamed
    )]
    TuneQuicFrontendMaxStreamsBidi(LeadingInteger),
    /// The most memory for sending, in bytes.
    #[keyword(
        "tune.quic.frontend.max-tx-mem",
        json = "tune_quic_options.frontend_max_tx_memory",
        since = "3.2",
        deprecated = "3.3",
        instead = "tune.quic.mem.tx-max",
        renamed
    )]
    TuneQuicFrontendMaxTxMem(Size),
    /// The share of a connection's buffer for one stream, in percent.
    #[keyword(
        "tune.quic.frontend.stream-data-ratio",
        since = "3.2",
        deprecated = "3.3",
        instead = "tune.quic.fe.stream.data-ratio",
        renamed
    )]
    TuneQuicFrontendStreamDataRatio(Scalar<Leading<1, 100>>),
    /// How often a frame may be lost.
    #[keyword(
        "tune.quic.max-frame-loss",
        json = "tune_quic_options.max_frame_loss",
        since = "2.8",
        deprecated = "3.3",
        instead = "tune.quic.fe.cc.max-frame-loss",
        renamed
    )]
    TuneQuicMaxFrameLoss(Positive),
    /// How far packets may be out of order, in percent of the window.
    #[keyword(
        "tune.quic.reorder-ratio",
        json = "tune_quic_options.reorder_ratio",
        since = "3.0",
        deprecated = "3.3",
        instead = "tune.quic.fe.cc.reorder-ratio",
        renamed
    )]
    TuneQuicReorderRatio(Share),
    /// How many half-open connections make clients prove their address.
    #[keyword(
        "tune.quic.retry-threshold",
        json = "tune_quic_options.retry_threshold",
        since = "2.6",
        deprecated = "3.3",
        instead = "tune.quic.fe.sec.retry-threshold",
        renamed
    )]
    TuneQuicRetryThreshold(LeadingInteger),
    /// Whether connections get sockets of their own.
    #[keyword(
        "tune.quic.socket-owner",
        json = "tune_quic_options.socket_owner",
        since = "2.8",
        deprecated = "3.3",
        instead = "tune.quic.fe.sock-per-conn"
    )]
    TuneQuicSocketOwner(Choice<SocketOwner>),
}

/// Who owns the socket of a connection.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Directive)]
pub enum SocketOwner {
    /// The connection has its own.
    #[keyword("connection")]
    Connection,
    /// The listener's is shared.
    #[keyword("listener")]
    Listener,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{section_prints_back, statements_fail};

    #[test]
    fn lines_read_and_print() {
        section_prints_back::<Global>(
            "global
                tune.quic.cc-hystart on
                tune.quic.disable-tx-pacing
                tune.quic.frontend.conn-tx-buffers.limit 30
                tune.quic.frontend.default-max-window-size 480k
                tune.quic.frontend.max-idle-timeout 30s
                tune.quic.frontend.stream-data-ratio 50%
                tune.quic.max-frame-loss 10
                tune.quic.socket-owner listener",
        );
        statements_fail::<Global>(&[(
            "tune.quic.socket-owner me",
            "tune.quic.socket-owner: unknown keyword 'me', expected 'connection' or 'listener'",
        )]);
    }
}
