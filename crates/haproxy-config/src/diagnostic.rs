//! What is wrong with a configuration, and where.

mod line;

use std::fmt;
use std::str::FromStr;

pub(crate) use line::describe;

/// How grave a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth knowing.
    Info,
    /// HAProxy warns, or it is a known trap.
    Warning,
    /// HAProxy refuses the configuration.
    Error,
}

impl fmt::Display for Severity {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(match self {
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Error => "error",
        })
    }
}

/// A place in a file: some bytes of one line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The line's number, counted from 1.
    pub line: usize,
    /// The first byte in the line, counted from 0.
    pub start: usize,
    /// The byte behind the last one.
    pub end: usize,
}

/// The stable name of a rule, such as `HK0001`.
///
/// | codes | what they are about |
/// |---|---|
/// | `HK00xx` | how lines are cut into words, and conditional blocks |
/// | `HK01xx` | keywords and their arguments |
/// | `HK02xx` | names, and references to them |
/// | `HK03xx` | sample expressions, conditions and log formats |
/// | `HK04xx` | what a proxy's mode or kind makes of its settings |
/// | `HK05xx` | the order in which rules stand |
/// | `HK06xx` | what is missing, or can never be reached |
/// | `HK07xx` | security |
/// | `HK08xx` | the files that a configuration names |
/// | `HK09xx` | comments that allow findings |
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code(u16);

impl Code {
    /// A quote is never closed.
    pub const UNMATCHED_QUOTE: Self = Self(1);
    /// `\x` without two hexadecimal digits.
    pub const INVALID_HEX: Self = Self(2);
    /// `$` inside double quotes without the name of a variable.
    pub const INVALID_VARIABLE_NAME: Self = Self(3);
    /// `${X[` without `*]`.
    pub const INVALID_EXPANSION: Self = Self(4);
    /// `${` without `}`.
    pub const UNMATCHED_BRACE: Self = Self(5);
    /// More words than a line can hold.
    pub const TOO_MANY_WORDS: Self = Self(6);
    /// The last line has no line feed.
    pub const MISSING_NEWLINE: Self = Self(7);
    /// A NUL ends the line early.
    pub const STRAY_NUL: Self = Self(8);
    /// A carriage return inside a line ends it early.
    pub const STRAY_CARRIAGE_RETURN: Self = Self(9);
    /// A scope that is not a name in brackets.
    pub const INVALID_SCOPE: Self = Self(10);
    /// An empty word ends the argument list.
    pub const EMPTY_WORD: Self = Self(11);
    /// A conditional line in the wrong place.
    pub const MISPLACED_DIRECTIVE: Self = Self(12);
    /// A `.if` without `.endif`.
    pub const UNTERMINATED_BLOCK: Self = Self(13);
    /// A condition that cannot be read.
    pub const INVALID_CONDITION: Self = Self(14);
    /// A word that starts with a dot and is no directive.
    pub const UNKNOWN_DIRECTIVE: Self = Self(15);
    /// A message that the configuration itself gives.
    pub const MESSAGE: Self = Self(16);
    /// A statement before the first section.
    pub const OUTSIDE_SECTION: Self = Self(17);

    /// No keyword of this name may stand here.
    pub const UNKNOWN_KEYWORD: Self = Self(101);
    /// An argument is missing.
    pub const MISSING_ARGUMENT: Self = Self(102);
    /// An argument is not what it should be.
    pub const INVALID_ARGUMENT: Self = Self(103);
    /// A word that no argument of its keyword explains.
    pub const UNKNOWN_ARGUMENT: Self = Self(104);
    /// The target is older than the keyword.
    pub const NOT_YET: Self = Self(105);
    /// The target has the keyword no more.
    pub const REMOVED: Self = Self(106);
    /// The target would rather see something else.
    pub const DEPRECATED: Self = Self(107);
    /// The keyword stands in a section that does not have it.
    pub const WRONG_SECTION: Self = Self(108);
    /// The keyword is experimental, and nothing allows it.
    pub const EXPERIMENTAL: Self = Self(109);
    /// A word behind the last argument that HAProxy reads.
    pub const IGNORED_ARGUMENT: Self = Self(110);
    /// The opening line of a proxy says more than its name.
    pub const HEADER_ADDRESS: Self = Self(111);
    /// The target was built without what a keyword needs.
    pub const MISSING_FEATURE: Self = Self(113);
    /// An address is not of a form that may stand here.
    pub const UNUSABLE_ADDRESS: Self = Self(112);
    /// A time is so small that it was hardly meant in milliseconds.
    pub const SMALL_TIME: Self = Self(121);
    /// A setting that counts once is set again.
    pub const REPEATED_SETTING: Self = Self(122);
    /// A part of an answer is left out of it.
    pub const IGNORED_REPLY: Self = Self(123);
    /// A parameter means nothing for a peer.
    pub const IGNORED_PEER_PARAMETER: Self = Self(124);
    /// A table is to store what it cannot, or stores already.
    pub const TABLE_DATA: Self = Self(125);
    /// Threads are set up behind the first section that depends on them.
    pub const LATE_THREADS: Self = Self(126);
    /// A sticky counter is used that does not exist.
    pub const COUNTER_NUMBER: Self = Self(127);
    /// Something of Lua is used where no program in Lua is loaded, or a service is unknown.
    pub const UNKNOWN_LUA: Self = Self(128);
    /// Headers of a check are hidden behind its version of HTTP.
    pub const HIDDEN_HEADERS: Self = Self(129);
    /// A ring is to be smaller than it is.
    pub const SMALL_RING: Self = Self(130);
    /// A line allows no version of TLS, or says twice which ones.
    pub const TLS_VERSIONS: Self = Self(131);

    /// A proxy is named that does not exist.
    pub const UNKNOWN_BACKEND: Self = Self(201);
    /// A server is named that does not exist.
    pub const UNKNOWN_SERVER: Self = Self(202);
    /// A condition uses an ACL that is not defined above it.
    pub const UNKNOWN_ACL: Self = Self(203);
    /// A stick table is used that does not exist.
    pub const UNKNOWN_TABLE: Self = Self(204);
    /// A section is named that does not exist.
    pub const UNKNOWN_SECTION: Self = Self(205);
    /// A proxy starts from defaults that are not above it.
    pub const UNKNOWN_DEFAULTS: Self = Self(206);
    /// A bandwidth limit is set that the proxy does not have.
    pub const UNKNOWN_FILTER: Self = Self(207);
    /// A userlist names a user or group that it does not have.
    pub const UNKNOWN_GROUP: Self = Self(208);
    /// A rule captures into a slot that is not declared.
    pub const UNKNOWN_CAPTURE: Self = Self(209);
    /// A server tracks one that is not checked, or itself.
    pub const UNTRACKED_SERVER: Self = Self(210);
    /// Two proxies have one name.
    pub const DUPLICATE_PROXY: Self = Self(211);
    /// Two servers of a section have one name.
    pub const DUPLICATE_SERVER: Self = Self(212);
    /// Two sections of a kind have one name.
    pub const DUPLICATE_SECTION: Self = Self(213);
    /// Two entries of a section have one name.
    pub const DUPLICATE_ENTRY: Self = Self(214);
    /// Defaults are used by name, and by proxies that name none.
    pub const MIXED_DEFAULTS: Self = Self(215);
    /// A section starts from defaults whose rules it cannot have.
    pub const DEFAULTS_WITH_RULES: Self = Self(216);
    /// A number or identifier is given twice.
    pub const DUPLICATE_ID: Self = Self(217);
    /// A table is declared twice.
    pub const DUPLICATE_TABLE: Self = Self(218);
    /// No condition uses an ACL.
    pub const UNUSED_ACL: Self = Self(221);
    /// Nothing names a section that is there to be named.
    pub const UNUSED_SECTION: Self = Self(222);

    /// A proxy passes requests to a backend of another mode.
    pub const INCOMPATIBLE_BACKEND: Self = Self(401);
    /// A proxy that does not speak HTTP has a setting that counts only there.
    pub const HTTP_SETTING: Self = Self(402);
    /// Connections are to speak a protocol that the proxy's mode does not have.
    pub const UNUSABLE_PROTOCOL: Self = Self(403);
    /// A mode is not for proxies of this kind, or not with its settings.
    pub const UNUSABLE_MODE: Self = Self(404);
    /// Servers are chosen in two ways that exclude each other.
    pub const BALANCE_CONFLICT: Self = Self(405);

    /// A rule stands behind one that HAProxy carries out later.
    pub const MISPLACED_RULE: Self = Self(501);

    /// A sample fetch that the target does not have.
    pub const UNKNOWN_FETCH: Self = Self(301);
    /// A converter that the target does not have.
    pub const UNKNOWN_CONVERTER: Self = Self(302);
    /// A sample fetch or converter with too many arguments or too few.
    pub const ARGUMENT_COUNT: Self = Self(303);
    /// An argument of a sample fetch or converter that cannot be read.
    pub const ARGUMENT_VALUE: Self = Self(304);
    /// A converter behind a value that it cannot take.
    pub const CONVERTER_INPUT: Self = Self(305);
    /// A value that is not there when the statement is evaluated.
    pub const FETCH_CONTEXT: Self = Self(306);
    /// An ACL that never matches where it is used.
    pub const ACL_CONTEXT: Self = Self(307);
    /// An alias of log formats that does not exist.
    pub const UNKNOWN_ALIAS: Self = Self(308);
    /// An alias of HTTP in a TCP proxy.
    pub const HTTP_ALIAS: Self = Self(309);
    /// A type of values in log formats that does not exist.
    pub const OUTPUT_TYPE: Self = Self(310);
    /// A way to compare that does not fit the sample.
    pub const MATCH_METHOD: Self = Self(311);
    /// A pattern that cannot be read.
    pub const UNREADABLE_PATTERN: Self = Self(312);
    /// An ACL without patterns, which never matches.
    pub const MISSING_PATTERN: Self = Self(313);
    /// A regular expression that cannot be read.
    pub const INVALID_REGEX: Self = Self(314);
    /// A group in a replacement that the regular expression does not have.
    pub const BACK_REFERENCE: Self = Self(315);
    /// A variable whose name is not accepted.
    pub const VARIABLE_NAME: Self = Self(316);
    /// An ACL with a name that stands for something else.
    pub const ACL_NAME: Self = Self(317);
    /// A value is no key of the table that it is looked up in.
    pub const TABLE_KEY: Self = Self(318);
    /// A value of the connection is fetched where HTTP is read.
    pub const IGNORED_FETCH: Self = Self(319);

    /// A proxy waits for ever where a timeout is missing.
    pub const MISSING_TIMEOUTS: Self = Self(601);

    /// A frontend or listen section accepts no connections.
    pub const NO_LISTENER: Self = Self(602);
    /// A rule stands behind one that always ends the rules of its kind.
    pub const UNREACHABLE_RULE: Self = Self(603);
    /// Two lines accept connections on the same address and port.
    pub const ADDRESS_CLASH: Self = Self(604);
    /// A proxy says what its log looks like, but not where it goes.
    pub const UNUSED_LOG_FORMAT: Self = Self(605);
    /// Steps of a health check that is not on.
    pub const IDLE_CHECK_RULES: Self = Self(606);
    /// Mails about servers are set up in part.
    pub const INCOMPLETE_EMAIL_ALERT: Self = Self(607);
    /// A section sets a timeout that it has set above.
    pub const OVERWRITTEN_TIMEOUT: Self = Self(608);
    /// A `use_backend` has the condition of another one above it.
    pub const SHADOWED_BACKEND: Self = Self(609);
    /// A backend has no server, and does nothing else.
    pub const NO_SERVER: Self = Self(610);
    /// A TLS listener has no certificate.
    pub const MISSING_CERTIFICATE: Self = Self(611);
    /// Certificates are to be verified, and no authority is named.
    pub const MISSING_AUTHORITY: Self = Self(612);
    /// A health check has no port to connect to.
    pub const MISSING_CHECK_PORT: Self = Self(613);
    /// A rule looks at contents that have not arrived.
    pub const MISSING_INSPECT_DELAY: Self = Self(614);
    /// A proxy passes requests to itself.
    pub const BACKEND_LOOP: Self = Self(615);
    /// The servers of a proxy are never used.
    pub const OVERRULED_SERVERS: Self = Self(616);
    /// A section lacks what it is for.
    pub const INCOMPLETE_SECTION: Self = Self(617);
    /// Filters are missing, or in an order that does not work.
    pub const FILTER_ORDER: Self = Self(618);
    /// The steps of a health check do not start with a connection.
    pub const CHECK_STEPS: Self = Self(619);
    /// A server opens connections fast, and requests are not tried again.
    pub const MISSING_RETRIES: Self = Self(620);
    /// Servers are checked by a program, and what that needs is missing.
    pub const EXTERNAL_CHECK: Self = Self(621);
    /// A peers section does not have this process.
    pub const NO_LOCAL_PEER: Self = Self(622);
    /// Defaults say twice what logs look like.
    pub const OVERRIDDEN_LOG_FORMAT: Self = Self(623);
    /// A peers section listens at more than one place.
    pub const PEERS_LISTENER: Self = Self(624);
    /// A socket of the runtime API does not say what may be done there.
    pub const SOCKET_LEVEL: Self = Self(630);

    /// Everybody on the machine may use the runtime API.
    pub const SOCKET_MODE: Self = Self(701);
    /// A version of TLS that is no longer safe.
    pub const WEAK_TLS: Self = Self(702);
    /// Who answers for a server is not verified.
    pub const UNVERIFIED_SERVER: Self = Self(703);
    /// Everybody may see the page of statistics.
    pub const OPEN_STATS_PAGE: Self = Self(704);
    /// A password stands in clear.
    pub const PLAIN_PASSWORD: Self = Self(705);
    /// Messages that break the rules of HTTP are let through.
    pub const LENIENT_PARSING: Self = Self(706);
    /// No line says how many connections the process may have.
    pub const NO_CONNECTION_LIMIT: Self = Self(707);
    /// Ciphers that protect nothing, or no longer.
    pub const WEAK_CIPHERS: Self = Self(708);

    /// A file that the configuration names is not there, or cannot be read.
    pub const MISSING_FILE: Self = Self(801);
    /// A file of a certificate does not hold what it should.
    pub const INVALID_CERTIFICATE: Self = Self(802);
    /// A private key is not that of its certificate.
    pub const KEY_MISMATCH: Self = Self(803);
    /// A certificate has expired, is not valid yet, or will expire soon.
    pub const CERTIFICATE_EXPIRY: Self = Self(804);
    /// A line of a file that the configuration names cannot be read.
    pub const FILE_SYNTAX: Self = Self(805);

    /// A comment allows a finding that is not there.
    pub const UNNEEDED_ALLOWANCE: Self = Self(901);
    /// A comment allows a finding that no rule makes.
    pub const UNKNOWN_ALLOWANCE: Self = Self(902);

    /// The code's number.
    pub const fn number(self) -> u16 {
        self.0
    }
}

impl fmt::Display for Code {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "HK{:04}", self.0)
    }
}

/// A text that names no code.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected a code such as HK0101, found '{found}'")]
pub struct CodeError {
    /// The text as it stands.
    pub found: String,
}

impl FromStr for Code {
    type Err = CodeError;

    fn from_str(text: &str) -> Result<Self, CodeError> {
        let number = text.strip_prefix("HK").and_then(|number| {
            let is_number = number.len() == 4 && number.bytes().all(|byte| byte.is_ascii_digit());
            is_number.then(|| number.parse().ok()).flatten()
        });
        number.map(Self).ok_or_else(|| CodeError {
            found: text.to_owned(),
        })
    }
}

/// A finding in a configuration.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Diagnostic {
    /// The rule that found it.
    pub code: Code,
    /// How grave it is.
    pub severity: Severity,
    /// The index of its file among several; 0 where there is one.
    pub file: usize,
    /// Where it is.
    pub span: Span,
    /// What is wrong, in one sentence.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
    /// Other places that have to do with it.
    pub related: Vec<Related>,
}

/// A place that has to do with a finding elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Related {
    /// The index of its file among several; 0 where there is one.
    pub file: usize,
    /// Where it is.
    pub span: Span,
    /// What it has to do with the finding.
    pub message: String,
}

impl Diagnostic {
    /// An error: HAProxy refuses this.
    pub fn error(code: Code, span: Span, message: impl Into<String>) -> Self {
        Self {
            code,
            severity: Severity::Error,
            file: 0,
            span,
            message: message.into(),
            help: None,
            related: Vec::new(),
        }
    }

    /// A warning: HAProxy warns of this, or it is a known trap.
    pub fn warning(code: Code, span: Span, message: impl Into<String>) -> Self {
        Self {
            severity: Severity::Warning,
            ..Self::error(code, span, message)
        }
    }

    /// Something worth knowing.
    pub fn info(code: Code, span: Span, message: impl Into<String>) -> Self {
        Self {
            severity: Severity::Info,
            ..Self::error(code, span, message)
        }
    }

    /// Adds what to do about it.
    #[must_use]
    pub fn with_help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Adds another place that has to do with it.
    #[must_use]
    pub fn with_related(mut self, file: usize, span: Span, message: impl Into<String>) -> Self {
        self.related.push(Related {
            file,
            span,
            message: message.into(),
        });
        self
    }

    /// Says which of several files it is in.
    #[must_use]
    pub const fn in_file(mut self, file: usize) -> Self {
        self.file = file;
        self
    }
}

impl fmt::Display for Diagnostic {
    /// `LINE:COLUMN: SEVERITY[CODE]: MESSAGE`, the column counted from 1 in bytes.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            code,
            severity,
            span,
            message,
            ..
        } = self;
        write!(
            formatter,
            "{}:{}: {severity}[{code}]: {message}",
            span.line,
            span.start + 1
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_read_as_they_print() {
        let code = Code::UNKNOWN_BACKEND;
        assert_eq!(code.to_string().parse(), Ok(code));
        for wrong in ["", "HK", "HK1", "HK+001", "HK00001", "hk0001", "0001"] {
            assert!(wrong.parse::<Code>().is_err(), "{wrong}");
        }
    }
}
