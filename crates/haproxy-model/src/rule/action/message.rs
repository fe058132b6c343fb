use crate::language::Directive;
use crate::rule::{Computed, ComputedRedirect};
use crate::value::{Duration, Expression, Integer, Leading, Scalar, Size};

/// What is done with a request or response as a whole.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum MessageAction {
    /// Waits for this time before going on.
    #[keyword(
        "pause",
        within = "1ms..",
        json = "(expr: raw)",
        stage = "anytime",
        since = "3.1"
    )]
    Pause(Computed<Duration>),
    /// Answers with another address.
    #[keyword("redirect", needs = "location|prefix|scheme", ends_rules, json = "(_)")]
    Redirect(ComputedRedirect),
    /// Waits for the body to arrive.
    #[keyword("wait-for-body", needs = "time", json = "(_)", since = "2.4")]
    WaitForBody(Vec<WaitParameter>),
}

/// How long a body is waited for.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum WaitParameter {
    /// At most this time.
    #[keyword("time", json = "wait_time")]
    Time(Duration),
    /// Until this many bytes are there; the whole body where nothing says it.
    #[keyword("at-least", json = "wait_at_least")]
    AtLeast(Size),
    /// Takes a large buffer where the usual one is too small.
    #[keyword(
        "use-large-buffer",
        json = "wait_use_large_buffer = true",
        since = "3.4"
    )]
    UseLargeBuffer,
}

/// Keeping a value for the log.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum CaptureAction {
    /// Keeps a value for the log.
    #[keyword("capture", json = "(capture_sample, _)")]
    Capture {
        /// The value.
        sample: Expression,
        /// Where it is kept.
        slot: CaptureSlot,
    },
}

/// Where a captured value is kept.
#[derive(Debug, Clone, PartialEq, Directive)]
pub enum CaptureSlot {
    /// In a slot of its own with this many characters.
    #[keyword("len", json = "capture_len")]
    Length(Scalar<Leading<1>>),
    /// In the slot of this number, declared elsewhere.
    #[keyword("id", json = "capture_id")]
    Id(Integer),
}
