use std::borrow::Cow;

/// A piece of a word, once quotes and escapes are understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part<'a> {
    /// Bytes that stand for themselves.
    Text(&'a [u8]),
    /// The byte that an escape such as `\n` or `\x41` stands for.
    Escaped(u8),
    /// A reference to an environment variable.
    Variable(Variable<'a>),
}

/// A reference to an environment variable inside double quotes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Variable<'a> {
    /// The variable's name; a pseudo-variable's starts with a dot: `.LINE`.
    pub name: &'a [u8],
    /// What stands in for it where it is not set: the text behind `-` in `${X-text}`.
    pub default: Option<&'a [u8]>,
    /// Blanks in the value separate words: `${X[*]}`.
    pub splits: bool,
    /// The opening double quote stands right before the reference.
    pub starts_quote: bool,
    /// The closing double quote stands right behind the reference.
    pub ends_quote: bool,
}

/// Cuts the raw text of a word into [`Part`]s.
///
/// Whatever HAProxy refuses (an unmatched quote, an invalid escape or reference) comes out as text.
#[derive(Debug, Clone)]
pub struct Parts<'a> {
    raw: &'a [u8],
    at: usize,
    quote: Option<u8>,
    /// The first byte inside the last quotes.
    quoted_from: usize,
}

impl<'a> Parts<'a> {
    /// Starts before the first byte of a word's raw text.
    pub fn new(raw: &'a [u8]) -> Self {
        Self {
            raw,
            at: 0,
            quote: None,
            quoted_from: 0,
        }
    }

    fn byte(&self, offset: usize) -> Option<u8> {
        self.raw.get(self.at + offset).copied()
    }

    fn advance(&mut self, length: usize) -> &'a [u8] {
        let from = self.at;
        self.at += length;
        self.raw.get(from..self.at).unwrap_or_default()
    }

    /// The byte that the escape at this place stands for, and its length.
    fn escape(&self) -> Option<(u8, usize)> {
        let weak = self.quote == Some(b'"');
        Some(match self.byte(1)? {
            byte @ (b' ' | b'\\' | b'#' | b'\'' | b'"') => (byte, 2),
            b'$' if weak => (b'$', 2),
            b't' => (b'\t', 2),
            b'n' => (b'\n', 2),
            b'r' => (b'\r', 2),
            b'x' => (hex(self.byte(2)?)? << 4 | hex(self.byte(3)?)?, 4),
            _ => return None,
        })
    }

    /// The reference at this place, and its length.
    fn variable(&self) -> Option<(Variable<'a>, usize)> {
        let rest = self.raw.get(self.at..)?;
        let braces = rest.get(1) == Some(&b'{');
        let start = if braces { 2 } else { 1 };
        let name = variable_name(rest.get(start..)?)?;
        let mut variable = Variable {
            name,
            default: None,
            splits: false,
            starts_quote: self.quoted_from == self.at,
            ends_quote: false,
        };
        let mut end = start + name.len();
        if braces {
            if rest.get(end..)?.starts_with(b"[*]") {
                variable.splits = true;
                end += 3;
            }
            if rest.get(end) == Some(&b'-') {
                let text = rest.get(end + 1..)?;
                let length = memchr::memchr2(b'}', 0, text)?;
                variable.default = text.get(..length);
                end += 1 + length;
            }
            if rest.get(end) != Some(&b'}') {
                return None;
            }
            end += 1;
        }
        variable.ends_quote = rest.get(end) == Some(&b'"');
        Some((variable, end))
    }

    /// The length of the text from here in which nothing has a meaning of its own.
    fn text_length(&self) -> usize {
        let rest = self.raw.get(self.at..).unwrap_or_default();
        let quote = self.quote;
        let ends = |byte: &u8| match quote {
            None => matches!(byte, b'"' | b'\'' | b'\\'),
            Some(b'"') => matches!(byte, b'"' | b'\\' | b'$'),
            Some(_) => *byte == b'\'',
        };
        rest.iter().position(ends).unwrap_or(rest.len())
    }
}

impl<'a> Iterator for Parts<'a> {
    type Item = Part<'a>;

    fn next(&mut self) -> Option<Part<'a>> {
        loop {
            match (self.byte(0)?, self.quote) {
                (byte @ (b'"' | b'\''), None) => {
                    self.quote = Some(byte);
                    self.at += 1;
                    self.quoted_from = self.at;
                }
                (byte, Some(quote)) if byte == quote => {
                    self.quote = None;
                    self.at += 1;
                }
                (b'\\', None | Some(b'"')) => {
                    let Some((byte, length)) = self.escape() else {
                        return Some(Part::Text(self.advance(1)));
                    };
                    self.at += length;
                    return Some(Part::Escaped(byte));
                }
                (b'$', Some(b'"')) => {
                    let Some((variable, length)) = self.variable() else {
                        return Some(Part::Text(self.advance(1)));
                    };
                    self.at += length;
                    return Some(Part::Variable(variable));
                }
                _ => {
                    let length = self.text_length();
                    return Some(Part::Text(self.advance(length)));
                }
            }
        }
    }
}

/// The unquoted value of a word, unless it depends on the environment. The NUL that `\x00` stands
/// for ends it.
pub(crate) fn unquote(raw: &[u8]) -> Option<Cow<'_, [u8]>> {
    let mut parts = Parts::new(raw);
    let first = match parts.next() {
        None => return Some(Cow::Borrowed(&[])),
        Some(Part::Variable(_)) => return None,
        Some(first) => first,
    };
    let mut value = Cow::Borrowed(&[][..]);
    for part in std::iter::once(first).chain(parts) {
        match part {
            Part::Text(text) if value.is_empty() => value = Cow::Borrowed(text),
            Part::Text(text) => value.to_mut().extend_from_slice(text),
            Part::Escaped(byte) => value.to_mut().push(byte),
            Part::Variable(_) => return None,
        }
    }
    Some(match memchr::memchr(0, &value) {
        None => value,
        Some(end) => Cow::Owned(value.get(..end).unwrap_or_default().to_vec()),
    })
}

/// The variable's name that the text starts with.
fn variable_name(text: &[u8]) -> Option<&[u8]> {
    let first = *text.first()?;
    let name_byte = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_';
    if first == b'.' {
        let length = 1 + text
            .iter()
            .skip(1)
            .take_while(|byte| name_byte(byte))
            .count();
        return text
            .get(..length)
            .filter(|name| matches!(*name, b".LINE" | b".FILE" | b".SECTION"));
    }
    if !first.is_ascii_alphabetic() && first != b'_' {
        return None;
    }
    text.get(..text.iter().take_while(|byte| name_byte(byte)).count())
}

fn hex(byte: u8) -> Option<u8> {
    char::from(byte)
        .to_digit(16)
        .and_then(|digit| u8::try_from(digit).ok())
}
