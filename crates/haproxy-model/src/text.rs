//! Text that carries any byte and any environment reference through a Rust string.
//!
//! A word of HAProxy is a string of bytes in which references to environment variables may stand.
//! So that every value can be an ordinary `str`, two things that a `str` cannot hold are mapped to
//! private-use characters that no configuration contains on purpose:
//!
//! * a byte that is not part of valid UTF-8 becomes the character `U+10FF00 + byte` (bytes are
//!   `0x80` and above here, so `U+10FF80` to `U+10FFFF`);
//! * the `$` that starts a reference becomes [`REFERENCE`], always followed by the variable in braces:
//!   `"$PORT"` is `REFERENCE` + `{PORT}`.
//!
//! The mapping loses nothing: where the input itself holds one of these characters, its bytes are
//! mapped one by one.

/// Stands for the `$` of an environment reference.
pub const REFERENCE: char = '\u{10FF00}';

/// Whether the text holds a reference to an environment variable.
pub fn has_reference(text: &str) -> bool {
    // The character's first byte is rare enough to look for by itself.
    text.as_bytes().contains(&0xF4) && text.contains(REFERENCE)
}
