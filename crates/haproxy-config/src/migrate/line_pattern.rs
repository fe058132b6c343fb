//! Regular expressions for whole header lines, cut into those for a path or a header's value.
//!
//! Before HAProxy 2.1, rules compared the request line `GET /path HTTP/1.1` and then each header line
//! `Name: value` as text. Rules since then compare a part that is named.

mod header;
mod http_version;
mod replacement;
mod request_line;

pub(super) use header::HeaderPattern;
pub(super) use replacement::Replacement;
pub(super) use request_line::{Methods, RequestLinePattern};

use super::regex::{Doubt, Kind, Token, tokens};

/// What a regular expression for lines is about.
pub(super) enum LinePattern<'r> {
    RequestLine(RequestLinePattern<'r>),
    Header(HeaderPattern<'r>),
}

impl<'r> LinePattern<'r> {
    pub(super) fn read(regex: &'r str) -> Result<Self, Doubt> {
        let tokens = tokens(regex)?;
        let tokens = match tokens.split_first() {
            Some((first, rest)) if first.kind == Kind::Start => rest.to_vec(),
            _ => {
                return Err("it is not bound to the start of a line, and so may match in any line");
            }
        };
        let is_alternative =
            |token: &Token<'_>| token.kind == Kind::Alternation && token.depth == 0;
        if tokens.iter().any(is_alternative) {
            return Err("it has alternatives that are lines of different kinds");
        }
        match HeaderPattern::read(&tokens)? {
            Some(header) => Ok(Self::Header(header)),
            None => RequestLinePattern::read(&tokens).map(Self::RequestLine),
        }
    }
}

/// Whether what stands at the start of a line is in a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Group {
    /// It is not.
    None,
    /// It is the first group, and nothing else is.
    Closed,
    /// It is the start of the first group.
    Open,
}

/// Whether the group that opens at this place is all that is there.
fn is_whole_group(tokens: &[Token<'_>]) -> bool {
    let is_outer = |token: &&Token<'_>, kind| token.kind == kind && token.depth == 0;
    tokens
        .first()
        .is_some_and(|first| is_outer(&first, Kind::Open))
        && tokens
            .iter()
            .position(|token| is_outer(&token, Kind::Close))
            == Some(tokens.len() - 1)
}
