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

use std::borrow::Cow;

/// Stands for the `$` of an environment reference.
pub const REFERENCE: char = '\u{10FF00}';

/// Whether the text holds a reference to an environment variable.
pub fn has_reference(text: &str) -> bool {
    // The character's first byte is rare enough to look for by itself.
    text.as_bytes().contains(&0xF4) && text.contains(REFERENCE)
}

/// The character that stands for a byte which is not part of valid UTF-8.
pub fn encode_byte(byte: u8) -> char {
    char::from_u32(u32::from(REFERENCE) + u32::from(byte)).unwrap_or(char::REPLACEMENT_CHARACTER)
}

/// The byte that this character stands for, if it stands for one.
pub fn decode_byte(character: char) -> Option<u8> {
    let offset = u32::from(character).checked_sub(u32::from(REFERENCE))?;
    u8::try_from(offset).ok().filter(|byte| *byte >= 0x80)
}

/// Whether every character of the text stands for itself.
pub fn is_ordinary(text: &str) -> bool {
    text.is_ascii() || !text.chars().any(is_reserved)
}

/// Bytes as text.
pub fn from_bytes(bytes: &[u8]) -> Cow<'_, str> {
    match std::str::from_utf8(bytes) {
        Ok(text) if is_ordinary(text) => Cow::Borrowed(text),
        _ => {
            let mut text = String::with_capacity(bytes.len());
            push_bytes(&mut text, bytes);
            Cow::Owned(text)
        }
    }
}

/// Adds bytes to a text.
pub fn push_bytes(text: &mut String, bytes: &[u8]) {
    for chunk in bytes.utf8_chunks() {
        for character in chunk.valid().chars() {
            if is_reserved(character) {
                let mut buffer = [0; 4];
                text.extend(character.encode_utf8(&mut buffer).bytes().map(encode_byte));
            } else {
                text.push(character);
            }
        }
        text.extend(chunk.invalid().iter().copied().map(encode_byte));
    }
}

/// The bytes that a text stands for. A [`REFERENCE`] stays what it is: only an evaluation knows its value.
pub fn to_bytes(text: &str) -> Cow<'_, [u8]> {
    if is_ordinary(text) {
        return Cow::Borrowed(text.as_bytes());
    }
    let mut bytes = Vec::with_capacity(text.len());
    for character in text.chars() {
        match decode_byte(character) {
            Some(byte) => bytes.push(byte),
            None => bytes.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes()),
        }
    }
    Cow::Owned(bytes)
}

/// Whether the character is one that stands for a byte or a reference.
fn is_reserved(character: char) -> bool {
    character == REFERENCE || decode_byte(character).is_some()
}
