use std::borrow::Cow;

use super::is_blank;

/// A value that no word of HAProxy can hold.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum QuoteError {
    /// HAProxy's words end at a NUL, so what follows it would be lost.
    #[error("a value cannot hold a NUL (at byte {at})")]
    Nul {
        /// Where in the value the NUL stands.
        at: usize,
    },
}

/// Writes a value so that HAProxy reads exactly that value, as one word.
///
/// A value that needs no quotes stays as it is. Otherwise it is put in double quotes, or in single
/// quotes where that spares it escapes; what neither can hold is escaped.
///
/// # Errors
/// [`QuoteError::Nul`]: HAProxy has no spelling for it.
///
/// ```
/// use haproxy_config::quote;
///
/// assert_eq!(&*quote(b"roundrobin")?, b"roundrobin");
/// assert_eq!(&*quote(b"a # b")?, br#""a # b""#);
/// assert_eq!(&*quote(br"^/\d+$")?, br"'^/\d+$'");
/// assert_eq!(&*quote(b"two\nlines")?, br#""two\nlines""#);
/// # Ok::<(), haproxy_config::QuoteError>(())
/// ```
pub fn quote(value: &[u8]) -> Result<Cow<'_, [u8]>, QuoteError> {
    // At the start of a line a bracket would open a scope.
    if value.first() == Some(&b'[') && is_bare(value) {
        return Ok(Cow::Owned(double_quoted(value)));
    }
    quote_argument(value)
}

/// Writes a value as [`quote`] does, for a word that is not the first of its line: a leading bracket,
/// as in `[::1]:80`, needs no quotes there.
///
/// # Errors
/// [`QuoteError::Nul`]: HAProxy has no spelling for it.
pub fn quote_argument(value: &[u8]) -> Result<Cow<'_, [u8]>, QuoteError> {
    if let Some(at) = memchr::memchr(0, value) {
        return Err(QuoteError::Nul { at });
    }
    if is_bare(value) {
        return Ok(Cow::Borrowed(value));
    }
    Ok(Cow::Owned(if prefers_single_quotes(value) {
        single_quoted(value)
    } else {
        double_quoted(value)
    }))
}

/// Writes a value as the word of this index in its line.
pub(crate) fn quote_word(index: usize, value: &[u8]) -> Result<Cow<'_, [u8]>, QuoteError> {
    if index == 0 {
        quote(value)
    } else {
        quote_argument(value)
    }
}

/// Whether the value can stand without quotes.
fn is_bare(value: &[u8]) -> bool {
    !value.is_empty()
        && !value
            .iter()
            .any(|byte| is_blank(*byte) || matches!(byte, b'\n' | b'"' | b'\'' | b'\\' | b'#'))
}

fn prefers_single_quotes(value: &[u8]) -> bool {
    let mut escapes = false;
    for byte in value {
        match byte {
            b'\'' | b'\n' | b'\r' => return false,
            b'"' | b'\\' | b'$' => escapes = true,
            _ => {}
        }
    }
    escapes
}

fn single_quoted(value: &[u8]) -> Vec<u8> {
    [b"'", value, b"'"].concat()
}

fn double_quoted(value: &[u8]) -> Vec<u8> {
    let mut quoted = Vec::with_capacity(value.len() + 2);
    quoted.push(b'"');
    escape_into(&mut quoted, value);
    quoted.push(b'"');
    quoted
}

/// Writes a value as it has to stand between double quotes.
pub(crate) fn quote_into(quoted: &mut Vec<u8>, value: &[u8]) -> Result<(), QuoteError> {
    if let Some(at) = memchr::memchr(0, value) {
        return Err(QuoteError::Nul { at });
    }
    escape_into(quoted, value);
    Ok(())
}

fn escape_into(quoted: &mut Vec<u8>, value: &[u8]) {
    for byte in value {
        match byte {
            b'"' | b'\\' | b'$' => quoted.extend([b'\\', *byte]),
            b'\n' => quoted.extend(br"\n"),
            b'\r' => quoted.extend(br"\r"),
            b'\t' => quoted.extend(br"\t"),
            _ => quoted.push(*byte),
        }
    }
}
