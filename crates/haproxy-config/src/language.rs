//! How a line is cut into words: the grammar, the scanner for usual lines, unquoting and quoting.

mod grammar;
mod parts;
mod quote;
mod scan;
#[cfg(test)]
mod tests;

pub(crate) use grammar::{FaultKind, ascii, parse_line};
pub(crate) use parts::unquote;
pub use parts::{Part, Parts, Variable};
pub use quote::{QuoteError, quote, quote_argument};
pub(crate) use quote::{quote_into, quote_word};
pub(crate) use scan::{Scanned, scan};

/// HAProxy refuses a line of more words.
pub const MAX_WORDS: usize = 64;

/// White space that HAProxy skips between words.
pub(crate) fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | 0x0B | 0x0C | b'\r')
}
