use std::fmt;

use haproxy_config::{Document, Line, LineKind};

/// A small fault, as people make them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// What was done: `dropped 'check'`.
    pub description: String,
    /// The number of the line with the fault, in the changed text.
    pub line: usize,
}

/// What can go wrong.
const KINDS: [fn(&Text<'_>, &mut fastrand::Rng) -> Option<Change>; 6] = [
    dropped_word,
    doubled_word,
    misspelt_word,
    number_out_of_range,
    other_reference,
    moved_line,
];

/// Numbers that few arguments take.
const NUMBERS: [&str; 6] = ["0", "-1", "70000", "1000000", "4294967296", "99999999999"];

impl Fault {
    /// One fault in a text, and the text with it; `None` where there is nothing to do wrong.
    pub fn random(text: &[u8], random: &mut fastrand::Rng) -> Option<(Self, Vec<u8>)> {
        let document = Document::parse(text);
        let text = Text::of(&document);
        if text.statements.is_empty() {
            return None;
        }
        // Not every kind is possible everywhere.
        (0..64).find_map(|_| {
            let kind = random.choice(KINDS)?;
            let change = kind(&text, random)?;
            let changed = text.with(&change);
            let fault = Self {
                description: change.description,
                line: change.to + 1,
            };
            Some((fault, changed))
        })
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.line, self.description)
    }
}

/// A text that a fault can be made in.
struct Text<'a> {
    document: &'a Document,
    lines: Vec<Line<'a>>,
    /// The indices of the lines that say something.
    statements: Vec<usize>,
    /// The indices of the lines that open a section.
    headers: Vec<usize>,
}

/// A line to take away, and one to put in, at its index without the first.
struct Change {
    description: String,
    from: usize,
    to: usize,
    line: Vec<u8>,
}

impl<'a> Text<'a> {
    fn of(document: &'a Document) -> Self {
        let lines: Vec<_> = document.lines().collect();
        let of_kind = |wanted: fn(LineKind) -> bool| {
            let lines = lines.iter().enumerate();
            let lines = lines.filter(|(_, line)| wanted(line.kind()));
            lines.map(|(index, _)| index).collect::<Vec<_>>()
        };
        Self {
            statements: of_kind(|kind| matches!(kind, LineKind::Statement | LineKind::Section(_))),
            headers: of_kind(|kind| matches!(kind, LineKind::Section(_))),
            document,
            lines,
        }
    }

    fn with(&self, change: &Change) -> Vec<u8> {
        let mut lines: Vec<&[u8]> = self.lines.iter().map(Line::bytes).collect();
        lines.remove(change.from);
        lines.insert(change.to, &change.line);
        let mut text = lines.join(&b'\n');
        text.push(b'\n');
        text
    }

    /// Changes the bytes of a word into others.
    fn replacement(&self, index: usize, word: usize, by: &[u8], description: String) -> Change {
        let line = &self.lines[index];
        let mut bytes = line.bytes().to_vec();
        bytes.splice(line.word(word).unwrap().range(), by.iter().copied());
        Change {
            description,
            from: index,
            to: index,
            line: bytes,
        }
    }

    /// The index of some line that says something, and of a word of it.
    fn word(&self, random: &mut fastrand::Rng) -> Option<(usize, usize)> {
        let index = random.choice(&self.statements)?;
        let words = self.lines[*index].words().len();
        (words > 0).then(|| (*index, random.usize(..words)))
    }

    fn raw(&self, index: usize, word: usize) -> Vec<u8> {
        self.lines[index].word(word).unwrap().raw().to_vec()
    }
}

fn dropped_word(text: &Text<'_>, random: &mut fastrand::Rng) -> Option<Change> {
    let (index, word) = text.word(random)?;
    let description = format!("dropped {}", shown(&text.raw(index, word)));
    Some(text.replacement(index, word, b"", description))
}

fn doubled_word(text: &Text<'_>, random: &mut fastrand::Rng) -> Option<Change> {
    let (index, word) = text.word(random)?;
    let raw = text.raw(index, word);
    let description = format!("doubled {}", shown(&raw));
    Some(text.replacement(index, word, &[&*raw, b" ", &*raw].concat(), description))
}

fn misspelt_word(text: &Text<'_>, random: &mut fastrand::Rng) -> Option<Change> {
    let (index, word) = text.word(random)?;
    let raw = text.raw(index, word);
    let letters = raw.iter().enumerate();
    let letters = letters.filter(|(_, byte)| byte.is_ascii_alphabetic());
    let letters: Vec<usize> = letters.map(|(index, _)| index).collect();
    let at = *random.choice(&letters)?;
    let mut misspelt = raw.clone();
    match random.usize(..4) {
        0 => {
            misspelt.remove(at);
        }
        1 => misspelt.insert(at, random.lowercase() as u8),
        2 => misspelt[at] = random.lowercase() as u8,
        _ if at + 1 < raw.len() => misspelt.swap(at, at + 1),
        _ => return None,
    }
    let description = format!("misspelt {} as {}", shown(&raw), shown(&misspelt));
    Some(text.replacement(index, word, &misspelt, description))
}

fn number_out_of_range(text: &Text<'_>, random: &mut fastrand::Rng) -> Option<Change> {
    let (index, word) = text.word(random)?;
    let raw = text.raw(index, word);
    let start = raw.iter().position(u8::is_ascii_digit)?;
    let digits = raw[start..].iter().take_while(|byte| byte.is_ascii_digit());
    let end = start + digits.count();
    let number = random.choice(NUMBERS)?;
    let changed = [&raw[..start], number.as_bytes(), &raw[end..]].concat();
    let description = format!("{} instead of {}", shown(&changed), shown(&raw));
    Some(text.replacement(index, word, &changed, description))
}

fn other_reference(text: &Text<'_>, random: &mut fastrand::Rng) -> Option<Change> {
    let named = text.document.names();
    let references: Vec<_> = named
        .iter()
        .flat_map(|named| {
            named
                .references()
                .map(|mention| (named.line.number() - 1, mention))
        })
        .collect();
    let (index, mention) = random.choice(&references)?;
    let raw = text.raw(*index, mention.word);
    let name = mention.name.as_bytes();
    let at = raw
        .windows(name.len().max(1))
        .position(|part| part == name)?;
    let mut changed = raw;
    changed.insert(at + name.len(), b'x');
    let description = format!("renamed the {} {}", mention.kind, shown(name));
    Some(text.replacement(*index, mention.word, &changed, description))
}

fn moved_line(text: &Text<'_>, random: &mut fastrand::Rng) -> Option<Change> {
    let from = *random.choice(&text.statements)?;
    let to = *random.choice(&text.headers)?;
    let line = &text.lines[from];
    if text.headers.contains(&from) {
        return None;
    }
    // Without the line, all behind it stand one place further up.
    let to = if from < to { to } else { to + 1 };
    Some(Change {
        description: format!("moved from line {}", from + 1),
        from,
        to,
        line: line.bytes().to_vec(),
    })
}

fn shown(bytes: &[u8]) -> String {
    format!("'{}'", String::from_utf8_lossy(bytes))
}
