//! The version of HTTP, which ends a request line.

use crate::migrate::regex::{Doubt, Kind, Token, text_of};

/// Whether the pieces match every version, in a group.
pub(super) fn is_version(tokens: &[Token<'_>]) -> bool {
    let text = text_of(tokens);
    let inner = text
        .strip_prefix('(')
        .and_then(|text| text.strip_suffix(')'));
    let versions = [
        ".*",
        ".+",
        "HTTP.*",
        "HTTP.+",
        "HTTP/.*",
        "HTTP/.+",
        "HTTP/1.*",
        "HTTP/1.[01]",
        "HTTP/1\\.[01]",
        "HTTP/1\\.[0-1]",
        "HTTP/1.[0-1]",
        "HTTP/1\\..",
        "HTTP/1..",
    ];
    let versions_of_others = [
        "[^ ]*",
        "[^ ]+",
        "\\S*",
        "\\S+",
        "HTTP\\/.*",
        "HTTP\\/1\\.[01]",
    ];
    inner.is_some_and(|inner| versions.contains(&inner) || versions_of_others.contains(&inner))
}

/// Whether the pieces end with whatever there is.
pub(super) fn ends_with_anything(tokens: &[Token<'_>]) -> bool {
    let text = text_of(tokens);
    let text = text.trim_end_matches(['$', ')']);
    text.ends_with(".*")
}

/// Refuses pieces of which one could go on into the version, as far as can be told.
pub(super) fn refuse_version_in(tokens: &[Token<'_>]) -> Result<(), Doubt> {
    let is_wide = |token: &Token<'_>| token.is_character() && token.can_be(' ');
    let mut last_wide = None;
    for (index, token) in tokens.iter().enumerate() {
        let is_repeated = tokens
            .get(index + 1)
            .is_some_and(|next| next.kind == Kind::Quantifier);
        if is_wide(token) && is_repeated {
            last_wide = Some(index + 2);
        }
    }
    let Some(behind) = last_wide else {
        return Ok(());
    };
    let behind = tokens.get(behind..).unwrap_or_default();
    let mut characters = behind
        .iter()
        .filter(|token| token.is_character())
        .peekable();
    if characters.peek().is_none() {
        // What follows is only the end of a group, or nothing.
        return Ok(());
    }
    let is_of_path = |token: &Token<'_>| matches!(token.kind, Kind::Literal(character) if !" HTTP/1.0".contains(character));
    if characters.any(is_of_path) {
        Ok(())
    } else {
        Err("it may match the version of HTTP")
    }
}
