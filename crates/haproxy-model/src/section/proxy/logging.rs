use crate::language::Directive;
use crate::log::Log;
use crate::section::{Backend, Defaults, Frontend, Listen, LogStepName};
use crate::value::{LeadingInteger, List, LogFormat, Text};

/// What is logged, and what it looks like.
#[derive(Debug, Clone, PartialEq, Directive)]
#[directive(
    sections("defaults", "frontend", "listen"),
    accessors(Defaults, Frontend, Backend, Listen)
)]
#[non_exhaustive]
pub enum LoggingKeyword {
    /// Where logs go.
    #[keyword(
        "log",
        arguments_unless_no,
        json = "log_target_list[](_, address, length, format, {sample_range}:{sample_size: integer}, profile, facility, level, minlevel) | no log_target_list[](nolog=true)",
        multiple = "logs",
        no,
        sections("defaults", "frontend", "listen", "backend")
    )]
    Log(Option<Log>),
    /// What a line of the log looks like.
    #[keyword(
        "log-format",
        stage = "log",
        ordered = "log-format",
        json = "log_format"
    )]
    LogFormat(LogFormat),
    /// The structured data of a line of the log, by RFC 5424.
    #[keyword("log-format-sd", stage = "log", json = "log_format_sd")]
    LogFormatSd(LogFormat),
    /// What a line of the log looks like where something went wrong.
    #[keyword(
        "error-log-format",
        stage = "log",
        json = "error_log_format",
        since = "2.5"
    )]
    ErrorLogFormat(LogFormat),
    /// The program's name in the log.
    #[keyword(
        "log-tag",
        ignores_rest,
        json = "log_tag",
        sections("defaults", "frontend", "listen", "backend")
    )]
    LogTag(Text),
    /// When lines are logged; once, at the end, where no line says it.
    #[keyword(
        "log-steps",
        takes_nothing,
        ignores_rest,
        json = "log_steps: list",
        since = "3.1"
    )]
    LogSteps(List<LogStep>),
    /// A cookie to log, of requests and answers.
    #[keyword(
        "capture cookie",
        http,
        ignores_rest,
        multiple = "capture_cookie",
        sections("frontend", "listen")
    )]
    CaptureCookie(Capture),
    /// A header to log, of requests.
    #[keyword(
        "capture request header",
        ordered = "captures of requests",
        multiple = "capture_request_header",
        sections("frontend", "listen")
    )]
    CaptureRequestHeader(Capture),
    /// A header to log, of answers.
    #[keyword(
        "capture response header",
        ordered = "captures of answers",
        multiple = "capture_response_header",
        sections("frontend", "listen")
    )]
    CaptureResponseHeader(Capture),
    /// Room to log something of requests.
    #[keyword(
        "declare capture request",
        refused_elsewhere,
        ignores_rest,
        ordered = "captures of requests",
        json = "capture_list[type=request](length)",
        multiple = "declare_capture_request",
        sections("frontend", "listen")
    )]
    DeclareCaptureRequest(CaptureSlot),
    /// Room to log something of answers.
    #[keyword(
        "declare capture response",
        refused_elsewhere,
        ignores_rest,
        ordered = "captures of answers",
        json = "capture_list[type=response](length)",
        multiple = "declare_capture_response",
        sections("frontend", "listen")
    )]
    DeclareCaptureResponse(CaptureSlot),
    /// What identifies a request.
    #[keyword(
        "unique-id-format",
        stage = "http-request",
        json = "unique_id_format",
        sections("defaults", "frontend", "listen", "backend")
    )]
    UniqueIdFormat(LogFormat),
    /// The header that tells the server what identifies a request.
    #[keyword("unique-id-header", ignores_rest, json = "unique_id_header")]
    UniqueIdHeader(Text),
}

/// A step at which a line is logged.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum LogStep {
    /// All of them.
    #[keyword("all")]
    All,
    /// This one.
    #[keyword(value)]
    Step(LogStepName),
}

/// Something with a name to log.
#[derive(Debug, Clone, PartialEq, Directive)]
pub struct Capture {
    /// Its name; that of a cookie counts by its start.
    pub name: Text,
    /// How many characters are logged.
    #[arg(keyword = "len")]
    pub length: LeadingInteger,
}

/// Room to log something.
#[derive(Debug, Clone, PartialEq, Directive)]
pub struct CaptureSlot {
    /// How many characters are logged.
    #[arg(keyword = "len")]
    pub length: LeadingInteger,
}

#[cfg(test)]
mod tests {
    use crate::section::Listen;
    use crate::testing::{section_prints_back, statements_fail};

    #[test]
    fn statements_read_and_print() {
        section_prints_back::<Listen>(
            "listen x
                log global
                log 127.0.0.1 local0 info
                no log
                log-format %ci
                log-format-sd %{+Q,+E}o
                error-log-format %ci
                log-tag web
                log-steps all
                log-steps accept,close,http-req
                capture cookie SESS= len 32
                capture request header Host len 64
                capture response header Server len 20
                declare capture request len 10
                declare capture response len 10
                unique-id-format %ci:%cp
                unique-id-header X-Id",
        );
    }

    #[test]
    fn wrong_statements_say_why() {
        statements_fail::<Listen>(&[(
            "capture cookie A",
            "capture cookie <length>: expected 'len', found the end of the line",
        )]);
    }
}
