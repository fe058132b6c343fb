use crate::language::Directive;
use crate::log::Logger;
use crate::section::global::Global;
use crate::value::Text;

/// Where logs go.
#[derive(Debug, Clone, PartialEq, Directive)]
#[directive(sections("global"), accessors(Global))]
#[non_exhaustive]
pub enum LogKeyword {
    /// A target of logs.
    #[keyword(
        "log",
        arguments_unless_no,
        json = "log_target_list[](address, length, format, {sample_range}:{sample_size: integer}, profile, facility, level, minlevel) | no log_target_list[](nolog=true)",
        multiple = "logs",
        no,
        default
    )]
    Log(Option<Box<Logger>>),
    /// The host name in logs; the system's own where none is given.
    #[keyword(
        "log-send-hostname", ignores_rest, again = Ignored,
        json = "log_send_hostname{enabled=enabled}(param)"
    )]
    LogSendHostname(Option<Text>),
    /// The program's name in logs; `haproxy` by default.
    #[keyword("log-tag")]
    LogTag(Text),
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::section_prints_back;

    #[test]
    fn lines_read_and_print() {
        section_prints_back::<Global>(
            "global
                log /dev/log local0 info
                log stdout format raw local0
                no log
                log-send-hostname
                log-send-hostname lb1
                log-tag haproxy",
        );
    }
}
