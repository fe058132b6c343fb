//! What servers and listeners say of QUIC alike.

use crate::language::Directive;
use crate::value::Size;

/// An algorithm of congestion control, with the largest window in parentheses.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum CongestionAlgorithm {
    /// CUBIC, the default.
    #[keyword("cubic", call)]
    Cubic(Option<Size>),
    /// `NewReno`.
    #[keyword("newreno", call)]
    NewReno(Option<Size>),
    /// BBR.
    #[keyword("bbr", call, since = "3.2")]
    Bbr(Option<Size>),
    /// A fixed window, for debugging.
    #[keyword("nocc", call, since = "3.2")]
    Fixed(Option<Size>),
}
