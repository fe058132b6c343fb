//! Where logs go, and what they look like there.

mod format;
mod level;
mod sample;
mod target;

pub use format::LogMessageFormat;
pub use level::{Facility, Severity};
pub use sample::LogSample;
pub use target::LogTarget;

use crate::language::Directive;
use crate::value::{Choice, LeadingInteger, Text};

/// The arguments of `log`: where logs go.
#[derive(Debug, Clone, PartialEq, Directive)]
pub enum Log {
    /// Wherever the global section sends them.
    #[keyword("global", json = "global = true")]
    Global,
    /// To a target of its own.
    #[keyword(value)]
    Target(Box<Logger>),
}

/// A target of logs, and which logs it gets.
#[derive(Debug, Clone, PartialEq, Directive)]
pub struct Logger {
    /// The target.
    #[arg(address = "log")]
    pub target: LogTarget,
    /// The longest line, 80 to 65535 bytes; 1024 by default.
    #[arg(keyword = "len")]
    pub length: Option<LeadingInteger>,
    /// What stands around each message.
    #[arg(keyword = "format")]
    pub format: Option<Choice<LogMessageFormat>>,
    /// Which of the messages it gets, where several targets share them.
    #[arg(keyword = "sample")]
    pub sample: Option<LogSample>,
    /// The `log-profile` that says what is logged.
    #[arg(keyword = "profile", refers = "log-profile", since = "3.1")]
    pub profile: Option<Text>,
    /// The facility of syslog.
    pub facility: Choice<Facility>,
    /// How severe the messages are that it gets; all by default.
    pub levels: Option<LogLevels>,
}

/// How severe the messages are that a target of logs gets.
#[derive(Debug, Clone, PartialEq, Directive)]
pub struct LogLevels {
    /// The least severe level that is sent.
    pub least: Choice<Severity>,
    /// The most severe level that is told: what is worse is sent as this one.
    pub most: Option<Choice<Severity>>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{fails, prints_back};

    #[test]
    fn logs_read_and_print() {
        prints_back::<Log>(&[
            "global",
            "/dev/log local0",
            "127.0.0.1:514 len 4096 format rfc5424 sample 1,2-3:4 profile p local0 info notice",
            "stdout format raw daemon",
            "stderr local7 err",
            "fd@2 format short local0",
            "ring@buffer user",
            "backend@servers format iso local0 debug",
            "udp@[::1]:514 local0",
            "${TARGET} local0",
            "10.0.0.1 format ${FORMAT} ${FACILITY} ${LEVEL}",
        ]);
        fails::<Log>(&[
            (
                "127.0.0.1",
                "<facility>: expected a keyword, found the end of the line",
            ),
            ("127.0.0.1 local8", "<facility>: unknown keyword 'local8'"),
            (
                "127.0.0.1 sample 1 local0",
                "<sample>: expected ranges and a size such as 1,3-4:5, found '1'",
            ),
        ]);
    }

    #[test]
    fn levels_are_ordered() {
        assert!(Severity::Emergency < Severity::Debug);
    }
}
