use crate::document::{Tail, WordData, WordFlags};

/// What the scanner found in a line.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Scanned {
    /// Its words were added; the comment, if there is one, starts at this byte.
    Plain(Option<(Tail, usize)>),
    /// The line holds quotes, escapes or a scope: the grammar has to read it.
    NeedsGrammar,
}

/// Cuts a line, without its ending, into words if nothing in it needs the grammar.
///
/// For the lines that it takes, it finds just what the grammar finds; a property test holds the two
/// together.
pub(crate) fn scan(line: &[u8], words: &mut Vec<WordData>) -> Scanned {
    let known = words.len();
    let mut start = None;
    for (at, byte) in line.iter().enumerate() {
        match (class(*byte), start) {
            (Class::Special, _) => {
                words.truncate(known);
                return Scanned::NeedsGrammar;
            }
            (Class::Bracket, None) if words.len() == known => return Scanned::NeedsGrammar,
            (Class::Hash, _) => {
                words.extend(start.map(|from| WordData::new(from..at, WordFlags::PLAIN)));
                return Scanned::Plain(Some((Tail::Comment, at)));
            }
            (Class::Blank, Some(from)) => {
                words.push(WordData::new(from..at, WordFlags::PLAIN));
                start = None;
            }
            (Class::Plain | Class::Bracket, None) => start = Some(at),
            (Class::Blank, None) | (Class::Plain | Class::Bracket, Some(_)) => {}
        }
    }
    words.extend(start.map(|from| WordData::new(from..line.len(), WordFlags::PLAIN)));
    Scanned::Plain(None)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Plain,
    Blank,
    Hash,
    Bracket,
    Special,
}

const fn class(byte: u8) -> Class {
    match byte {
        b' ' | b'\t' | 0x0B | 0x0C => Class::Blank,
        b'#' => Class::Hash,
        b'[' => Class::Bracket,
        b'"' | b'\'' | b'\\' | b'\r' | 0 => Class::Special,
        _ => Class::Plain,
    }
}
