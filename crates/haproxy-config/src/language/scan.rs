use crate::document::{Tail, WordData, WordFlags};

/// What the scanner found in a line.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Scanned {
    /// Its words were added; the comment, if there is one, starts at this byte.
    Words(Option<(Tail, usize)>),
    /// The line holds a variable, a scope or what HAProxy may refuse: the grammar has to read it.
    NeedsGrammar,
}

/// Cuts a line, without its ending, into words if nothing in it needs the grammar.
///
/// For the lines that it takes, it finds just what the grammar finds; a property test holds the two
/// together.
pub(crate) fn scan(line: &[u8], words: &mut Vec<WordData>) -> Scanned {
    let known = words.len();
    let mut at = 0;
    loop {
        at += blanks_length(line, at);
        match line.get(at) {
            None => return Scanned::Words(None),
            Some(b'#') => return Scanned::Words(Some((Tail::Comment, at))),
            Some(b'[') if words.len() == known => return Scanned::NeedsGrammar,
            Some(_) => {}
        }
        let Some(word) = scan_word(line, at) else {
            words.truncate(known);
            return Scanned::NeedsGrammar;
        };
        at = word.range().end;
        words.push(word);
    }
}

/// The word that starts at this byte, unless it needs the grammar.
fn scan_word(line: &[u8], start: usize) -> Option<WordData> {
    let mut at = start;
    let mut flags = WordFlags::PLAIN;
    loop {
        at += plain_length(line, at);
        at += match line.get(at) {
            Some(b'\'') => single_quoted_length(line.get(at..)?)?,
            Some(b'"') => double_quoted_length(line.get(at..)?)?,
            Some(b'\\') => escape_length(line.get(at + 1))?,
            Some(b'\r' | 0) => return None,
            Some(_) | None => return Some(WordData::new(start..at, flags)),
        };
        flags = WordFlags::QUOTED;
    }
}

fn single_quoted_length(text: &[u8]) -> Option<usize> {
    let ends = |byte: &u8| matches!(byte, b'\'' | b'\r' | 0);
    let length = text.iter().skip(1).position(ends)? + 1;
    (text.get(length) == Some(&b'\'')).then_some(length + 1)
}

fn double_quoted_length(text: &[u8]) -> Option<usize> {
    let mut at = 1;
    loop {
        match text.get(at)? {
            b'"' => return Some(at + 1),
            b'\\' => at += escape_length(text.get(at + 1))?,
            b'$' | b'\r' | 0 => return None,
            _ => at += 1,
        }
    }
}

/// The length of a backslash together with what it gives a meaning, by the byte behind it.
fn escape_length(next: Option<&u8>) -> Option<usize> {
    match next {
        Some(b'x') => None,
        Some(b' ' | b'\\' | b'#' | b'\'' | b'"' | b'$' | b't' | b'n' | b'r') => Some(2),
        Some(_) | None => Some(1),
    }
}

/// How many blanks stand from here on.
fn blanks_length(line: &[u8], at: usize) -> usize {
    length_until(line, at, |byte| !matches!(byte, b' ' | b'\t' | 0x0B | 0x0C))
}

/// How many bytes from here on are neither blank nor of any meaning in a word.
fn plain_length(line: &[u8], at: usize) -> usize {
    length_until(line, at, |byte| {
        matches!(
            byte,
            b' ' | b'\t' | 0x0B | 0x0C | b'#' | b'"' | b'\'' | b'\\' | b'\r' | 0
        )
    })
}

fn length_until(line: &[u8], at: usize, ends: impl Fn(u8) -> bool) -> usize {
    let rest = line.get(at..).unwrap_or_default();
    rest.iter()
        .position(|byte| ends(*byte))
        .unwrap_or(rest.len())
}
