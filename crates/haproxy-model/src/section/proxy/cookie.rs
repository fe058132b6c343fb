use crate::language::Directive;
use crate::value::{DurationSeconds, Text};

/// The cookie by which clients stay with a server.
#[derive(Debug, Clone, PartialEq, Directive)]
pub struct Cookie {
    /// The cookie's name.
    pub name: Text,
    /// How it is set and read, in any order.
    pub parameters: Vec<CookieParameter>,
}

/// How the cookie of a backend is set and read.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum CookieParameter {
    /// The server sets it, and its value is replaced.
    #[keyword("rewrite")]
    Rewrite,
    /// HAProxy sets it.
    #[keyword("insert")]
    Insert,
    /// The server sets it, and the server's name is put in front of its value.
    #[keyword("prefix")]
    Prefix,
    /// Servers do not see it, and it is not set again where the client has it.
    #[keyword("indirect")]
    Indirect,
    /// Answers that set it are not to be cached.
    #[keyword("nocache")]
    Nocache,
    /// Only answers to POST set it.
    #[keyword("postonly")]
    Postonly,
    /// Servers may set or remove it.
    #[keyword("preserve")]
    Preserve,
    /// Scripts do not see it.
    #[keyword("httponly")]
    Httponly,
    /// Browsers send it over TLS only.
    #[keyword("secure")]
    Secure,
    /// Browsers send it to hosts of this domain.
    #[keyword("domain")]
    Domain(Text),
    /// Ignored when it was not seen for this long; seconds where no unit is given.
    #[keyword("maxidle")]
    Maxidle(DurationSeconds),
    /// Ignored this long after it was set; seconds where no unit is given.
    #[keyword("maxlife")]
    Maxlife(DurationSeconds),
    /// Its value is computed from the server's address and a key.
    #[keyword("dynamic")]
    Dynamic,
    /// A further attribute, such as `SameSite=Lax`.
    #[keyword("attr")]
    Attr(Text),
    /// A word that no keyword here explains.
    #[keyword(unknown)]
    Unknown(Text),
}
