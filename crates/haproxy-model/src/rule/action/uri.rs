use crate::language::Directive;
use crate::value::{LogFormat, Regex};

/// What is done with the method and the address of a request.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum UriAction {
    /// Brings the address into a common form.
    #[keyword("normalize-uri", experimental)]
    NormalizeUri(Normalizer),
    /// Rewrites the path.
    #[keyword("replace-path")]
    ReplacePath {
        /// What the path is compared with.
        search: Regex,
        /// The new path; `\1` is the first group of what was found.
        replacement: LogFormat,
    },
    /// Rewrites the path and the query.
    #[keyword("replace-pathq")]
    ReplacePathq {
        /// What they are compared with.
        search: Regex,
        /// The new path and query; `\1` is the first group of what was found.
        replacement: LogFormat,
    },
    /// Rewrites the whole address.
    #[keyword("replace-uri")]
    ReplaceUri {
        /// What the address is compared with.
        search: Regex,
        /// The new address; `\1` is the first group of what was found.
        replacement: LogFormat,
    },
    /// Sets the method.
    #[keyword("set-method")]
    SetMethod(LogFormat),
    /// Sets the path.
    #[keyword("set-path")]
    SetPath(LogFormat),
    /// Sets the path and the query.
    #[keyword("set-pathq")]
    SetPathq(LogFormat),
    /// Sets the query, with its question mark.
    #[keyword("set-query")]
    SetQuery(LogFormat),
    /// Sets the whole address.
    #[keyword("set-uri")]
    SetUri(LogFormat),
}

/// A step towards the common form of an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Directive)]
#[non_exhaustive]
pub enum Normalizer {
    /// Encodes `#`.
    #[keyword("fragment-encode")]
    FragmentEncode,
    /// Removes the fragment.
    #[keyword("fragment-strip")]
    FragmentStrip,
    /// Makes one slash of several.
    #[keyword("path-merge-slashes")]
    PathMergeSlashes,
    /// Removes `/./`.
    #[keyword("path-strip-dot")]
    PathStripDot,
    /// Resolves `/../`.
    #[keyword("path-strip-dotdot")]
    PathStripDotdot {
        /// Removes those at the start as well.
        #[arg(word = "full")]
        full: bool,
    },
    /// Decodes characters that need no encoding.
    #[keyword("percent-decode-unreserved")]
    PercentDecodeUnreserved {
        /// Refuses requests with broken encodings.
        #[arg(word = "strict")]
        strict: bool,
    },
    /// Writes encodings in capital letters.
    #[keyword("percent-to-uppercase")]
    PercentToUppercase {
        /// Refuses requests with broken encodings.
        #[arg(word = "strict")]
        strict: bool,
    },
    /// Sorts the query by the names of its parts.
    #[keyword("query-sort-by-name")]
    QuerySortByName,
}
