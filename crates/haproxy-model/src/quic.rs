//! What servers and listeners say of QUIC alike.

use crate::language::Directive;
use crate::value::Size;

/// An algorithm of congestion control, with the largest window in parentheses.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum CongestionAlgorithm {
    /// CUBIC, the default.
    #[keyword("cubic", json = "(quic_cc_algo_max_window: kib)", call)]
    Cubic(Option<Size>),
    /// `NewReno`.
    #[keyword("newreno", json = "(quic_cc_algo_max_window: kib)", call)]
    NewReno(Option<Size>),
    /// BBR.
    #[keyword("bbr", json = "(quic_cc_algo_max_window: kib)", call, since = "3.2")]
    Bbr(Option<Size>),
    /// A fixed window, for debugging.
    #[keyword("nocc", json = "(quic_cc_algo_max_window: kib)", call, since = "3.2")]
    Fixed(Option<Size>),
}
