use crate::text::{REFERENCE, has_reference};

/// The port of an address, in the form that is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AddressPort<'a> {
    /// No port; a server then gets the connection's own.
    Missing,
    /// One port.
    Single(u16),
    /// Every port from one to another: `8000-8010`.
    Range(u16, u16),
    /// A distance from the connection's port: `+10`, `-5`.
    Offset(i32),
    /// A reference to an environment variable.
    Reference(&'a str),
}

impl<'a> AddressPort<'a> {
    /// `None` where the text is no port.
    pub(super) fn read(text: &'a str) -> Option<Self> {
        if text.is_empty() {
            return Some(Self::Missing);
        }
        if has_reference(text) {
            return Some(Self::Reference(text));
        }
        if text.starts_with(['+', '-']) {
            let offset: i32 = text.parse().ok()?;
            return (offset.unsigned_abs() <= 65_535).then_some(Self::Offset(offset));
        }
        match text.split_once('-') {
            Some((first, last)) => {
                let (first, last) = (first.parse().ok()?, last.parse().ok()?);
                (first <= last).then_some(Self::Range(first, last))
            }
            None => text.parse().ok().map(Self::Single),
        }
    }
}

/// Divides host and port at the last `:`, unless a `]` comes behind it.
pub(super) fn split(text: &str) -> (&str, Option<&str>) {
    match separator(text) {
        Some(colon) => (text.get(..colon).unwrap_or_default(), text.get(colon + 1..)),
        None => (text, None),
    }
}

fn separator(text: &str) -> Option<usize> {
    if has_reference(text) {
        return separator_beside_references(text);
    }
    let last = text.rfind([':', ']'])?;
    (text.as_bytes().get(last) == Some(&b':')).then_some(last)
}

fn separator_beside_references(text: &str) -> Option<usize> {
    let mut found = None;
    let mut in_reference = false;
    for (at, character) in text.char_indices() {
        match character {
            REFERENCE => in_reference = true,
            '}' => in_reference = false,
            ':' if !in_reference => found = Some(at),
            ']' if !in_reference => found = None,
            _ => {}
        }
    }
    found
}
