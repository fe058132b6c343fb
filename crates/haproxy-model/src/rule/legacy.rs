use crate::language::Directive;
use crate::value::{Condition, Name, Regex, Text};

/// Refuses requests.
#[derive(Debug, Clone, PartialEq, Directive)]
pub struct Block {
    /// Which requests.
    pub condition: Condition,
}

/// A rule on raw header lines, as HAProxy had before version 2.1.
///
/// Those with an `i` before the verb do not mind the case.
#[derive(Debug, Clone, PartialEq, Directive)]
#[directive(sections("frontend", "listen", "backend"), phase = Request, ordered = "legacy rules")]
#[non_exhaustive]
pub enum LegacyRule {
    /// Refuses requests.
    #[keyword(
        "block",
        deprecated = "1.8",
        removed = "2.1",
        instead = "http-request deny"
    )]
    Block(Block),
    /// Adds a header to requests.
    #[keyword("reqadd", removed = "2.1", instead = "http-request add-header")]
    Reqadd(Addition),
    /// Lets requests with such a line through.
    #[keyword("reqallow", removed = "2.1", instead = "http-request allow")]
    Reqallow(Removal),
    /// Lets requests with such a line through.
    #[keyword("reqiallow", removed = "2.1", instead = "http-request allow")]
    Reqiallow(Removal),
    /// Removes such lines from requests.
    #[keyword("reqdel", removed = "2.1", instead = "http-request del-header")]
    Reqdel(Removal),
    /// Removes such lines from requests.
    #[keyword("reqidel", removed = "2.1", instead = "http-request del-header")]
    Reqidel(Removal),
    /// Refuses requests with such a line.
    #[keyword("reqdeny", removed = "2.1", instead = "http-request deny")]
    Reqdeny(Removal),
    /// Refuses requests with such a line.
    #[keyword("reqideny", removed = "2.1", instead = "http-request deny")]
    Reqideny(Removal),
    /// Leaves such lines of requests alone.
    #[keyword("reqpass", removed = "2.1", instead = "http-request with a condition")]
    Reqpass(Removal),
    /// Leaves such lines of requests alone.
    #[keyword("reqipass", removed = "2.1", instead = "http-request with a condition")]
    Reqipass(Removal),
    /// Rewrites such lines of requests.
    #[keyword(
        "reqrep",
        removed = "2.1",
        instead = "http-request replace-path, replace-uri or replace-header"
    )]
    Reqrep(Replacement),
    /// Rewrites such lines of requests.
    #[keyword(
        "reqirep",
        removed = "2.1",
        instead = "http-request replace-path, replace-uri or replace-header"
    )]
    Reqirep(Replacement),
    /// Holds requests with such a line back, then refuses them.
    #[keyword("reqtarpit", removed = "2.1", instead = "http-request tarpit")]
    Reqtarpit(Removal),
    /// Holds requests with such a line back, then refuses them.
    #[keyword("reqitarpit", removed = "2.1", instead = "http-request tarpit")]
    Reqitarpit(Removal),
    /// Sends requests with such a line to a backend.
    #[keyword("reqsetbe", removed = "2.1", instead = "use_backend")]
    Reqsetbe(BackendChoice),
    /// Sends requests with such a line to a backend.
    #[keyword("reqisetbe", removed = "2.1", instead = "use_backend")]
    Reqisetbe(BackendChoice),
    /// Adds a header to responses.
    #[keyword("rspadd", removed = "2.1", instead = "http-response add-header")]
    Rspadd(Addition),
    /// Removes such lines from responses.
    #[keyword("rspdel", removed = "2.1", instead = "http-response del-header")]
    Rspdel(Removal),
    /// Removes such lines from responses.
    #[keyword("rspidel", removed = "2.1", instead = "http-response del-header")]
    Rspidel(Removal),
    /// Refuses responses with such a line.
    #[keyword("rspdeny", removed = "2.1", instead = "http-response deny")]
    Rspdeny(Removal),
    /// Refuses responses with such a line.
    #[keyword("rspideny", removed = "2.1", instead = "http-response deny")]
    Rspideny(Removal),
    /// Rewrites such lines of responses.
    #[keyword("rsprep", removed = "2.1", instead = "http-response replace-header")]
    Rsprep(Replacement),
    /// Rewrites such lines of responses.
    #[keyword("rspirep", removed = "2.1", instead = "http-response replace-header")]
    Rspirep(Replacement),
}

/// A header line to add.
#[derive(Debug, Clone, PartialEq, Directive)]
pub struct Addition {
    /// The line: name, colon, value.
    pub line: Text,
    /// When the rule applies; always where there is none.
    pub condition: Option<Condition>,
}

/// The header lines that a rule is about.
#[derive(Debug, Clone, PartialEq, Directive)]
pub struct Removal {
    /// What the whole line is compared with; the request line counts as one.
    pub search: Regex,
    /// When the rule applies; always where there is none.
    pub condition: Option<Condition>,
}

/// Header lines, and what becomes of them.
#[derive(Debug, Clone, PartialEq, Directive)]
pub struct Replacement {
    /// What the whole line is compared with; the request line counts as one.
    pub search: Regex,
    /// The new line; `\1` is the first group of what was found.
    pub replacement: Text,
    /// When the rule applies; always where there is none.
    pub condition: Option<Condition>,
}

/// A header line, and the backend for requests that have it.
#[derive(Debug, Clone, PartialEq, Directive)]
pub struct BackendChoice {
    /// What the whole line is compared with; the request line counts as one.
    pub search: Regex,
    /// The backend.
    #[arg(refers = "backend")]
    pub backend: Name,
    /// When the rule applies; always where there is none.
    pub condition: Option<Condition>,
}
