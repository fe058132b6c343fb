use crate::language::Directive;
use crate::section::global::{Global, Positive, Share};
use crate::value::{Choice, Duration, LeadingInteger, Size, Toggle};

/// QUIC, on both sides.
#[derive(Debug, Clone, PartialEq, Directive)]
#[directive(sections("global"), accessors(Global))]
#[non_exhaustive]
pub enum QuicTuning {
    /// Whether QUIC listeners take traffic.
    #[keyword("tune.quic.listen", since = "3.4")]
    TuneQuicListen(Toggle),
    /// The most memory for sending, in bytes.
    #[keyword("tune.quic.mem.tx-max", takes_anything, since = "3.3")]
    TuneQuicMemTxMax(Size),
    /// Whether QUIC sends without a copy.
    #[keyword(
        "tune.quic.zero-copy-fwd-send",
        json = "tune_quic_options.zero_copy_fwd_send: toggle",
        since = "3.0"
    )]
    TuneQuicZeroCopyFwdSend(Toggle),
    /// How many losses make cubic towards servers slow down.
    #[keyword("tune.quic.be.cc.cubic-min-losses", since = "3.4")]
    TuneQuicBeCcCubicMinLosses(Positive),
    /// Whether slow start towards servers ends early.
    #[keyword("tune.quic.be.cc.hystart", since = "3.4")]
    TuneQuicBeCcHystart(Toggle),
    /// How often a frame may be lost on its way to a server.
    #[keyword("tune.quic.be.cc.max-frame-loss", since = "3.4")]
    TuneQuicBeCcMaxFrameLoss(Positive),
    /// The largest congestion window towards servers, in bytes.
    #[keyword("tune.quic.be.cc.max-win-size", takes_anything, since = "3.4")]
    TuneQuicBeCcMaxWinSize(Size),
    /// How far packets from servers may be out of order, in percent of the window.
    #[keyword("tune.quic.be.cc.reorder-ratio", since = "3.4")]
    TuneQuicBeCcReorderRatio(Share),
    /// How long a connection to a server may be idle.
    #[keyword("tune.quic.be.max-idle-timeout", since = "3.3")]
    TuneQuicBeMaxIdleTimeout(Duration),
    /// How many glitches kill a connection to a server; 0 for none.
    #[keyword("tune.quic.be.sec.glitches-threshold", since = "3.4")]
    TuneQuicBeSecGlitchesThreshold(LeadingInteger),
    /// The share of a connection's buffer for one stream of a server, in percent.
    #[keyword("tune.quic.be.stream.data-ratio", since = "3.4")]
    TuneQuicBeStreamDataRatio(Share),
    /// The most streams that a server may open.
    #[keyword("tune.quic.be.stream.max-concurrent", since = "3.4")]
    TuneQuicBeStreamMaxConcurrent(LeadingInteger),
    /// How much is buffered of what a server sends on a connection, in bytes.
    #[keyword("tune.quic.be.stream.rxbuf", since = "3.4")]
    TuneQuicBeStreamRxbuf(Size),
    /// Whether packets to servers are spread over time.
    #[keyword("tune.quic.be.tx.pacing", since = "3.4")]
    TuneQuicBeTxPacing(Toggle),
    /// Whether the kernel cuts packets to servers.
    #[keyword("tune.quic.be.tx.udp-gso", since = "3.4")]
    TuneQuicBeTxUdpGso(Toggle),
    /// How many losses make cubic towards clients slow down.
    #[keyword("tune.quic.fe.cc.cubic-min-losses", since = "3.3")]
    TuneQuicFeCcCubicMinLosses(Positive),
    /// Whether slow start towards clients ends early.
    #[keyword("tune.quic.fe.cc.hystart", since = "3.3")]
    TuneQuicFeCcHystart(Toggle),
    /// How often a frame may be lost on its way to a client.
    #[keyword("tune.quic.fe.cc.max-frame-loss", since = "3.3")]
    TuneQuicFeCcMaxFrameLoss(Positive),
    /// The largest congestion window towards clients, in bytes.
    #[keyword("tune.quic.fe.cc.max-win-size", takes_anything, since = "3.3")]
    TuneQuicFeCcMaxWinSize(Size),
    /// How far packets from clients may be out of order, in percent of the window.
    #[keyword("tune.quic.fe.cc.reorder-ratio", since = "3.3")]
    TuneQuicFeCcReorderRatio(Share),
    /// How long a connection from a client may be idle.
    #[keyword("tune.quic.fe.max-idle-timeout", since = "3.3")]
    TuneQuicFeMaxIdleTimeout(Duration),
    /// How many glitches kill a connection from a client; 0 for none.
    #[keyword("tune.quic.fe.sec.glitches-threshold", since = "3.3")]
    TuneQuicFeSecGlitchesThreshold(LeadingInteger),
    /// How many half-open connections make clients prove their address.
    #[keyword("tune.quic.fe.sec.retry-threshold", since = "3.3")]
    TuneQuicFeSecRetryThreshold(LeadingInteger),
    /// Whether connections from clients get sockets of their own.
    #[keyword("tune.quic.fe.sock-per-conn", since = "3.3")]
    TuneQuicFeSockPerConn(Choice<SocketPerConnection>),
    /// The share of a connection's buffer for one stream of a client, in percent.
    #[keyword("tune.quic.fe.stream.data-ratio", since = "3.3")]
    TuneQuicFeStreamDataRatio(Share),
    /// The most streams that a client may open at a time.
    #[keyword("tune.quic.fe.stream.max-concurrent", since = "3.3")]
    TuneQuicFeStreamMaxConcurrent(LeadingInteger),
    /// After how many streams a client has to connect anew; 0 for never.
    #[keyword(
        "tune.quic.fe.stream.max-total",
        json = "tune_quic_options.frontend_stream_max_total",
        since = "3.4"
    )]
    TuneQuicFeStreamMaxTotal(LeadingInteger),
    /// How much is buffered of what a client sends on a connection, in bytes.
    #[keyword("tune.quic.fe.stream.rxbuf", since = "3.3")]
    TuneQuicFeStreamRxbuf(Size),
    /// Whether packets to clients are spread over time.
    #[keyword("tune.quic.fe.tx.pacing", since = "3.3")]
    TuneQuicFeTxPacing(Toggle),
    /// Whether the kernel cuts packets to clients.
    #[keyword("tune.quic.fe.tx.udp-gso", since = "3.3")]
    TuneQuicFeTxUdpGso(Toggle),
}

/// Whether connections from clients get sockets of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Directive)]
pub enum SocketPerConnection {
    /// They do where a listener does not say otherwise.
    #[keyword("default-on")]
    DefaultOn,
    /// They do not, whatever a listener says.
    #[keyword("force-off")]
    ForceOff,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::section_prints_back;

    #[test]
    fn lines_read_and_print() {
        section_prints_back::<Global>(
            "global
                tune.quic.listen off
                tune.quic.mem.tx-max 1g
                tune.quic.zero-copy-fwd-send on
                tune.quic.be.cc.hystart on
                tune.quic.be.stream.data-ratio 90
                tune.quic.be.max-idle-timeout 30s
                tune.quic.fe.cc.max-win-size 480k
                tune.quic.fe.cc.reorder-ratio 50
                tune.quic.fe.sock-per-conn force-off
                tune.quic.fe.stream.max-concurrent 100
                tune.quic.fe.tx.pacing off",
        );
    }
}
