use super::Anonymizer;
use super::address::{Dotted, dotted, leading_ipv4, leading_ipv6};

/// Kinds of address that HAProxy puts before an `@`.
const ADDRESS_KINDS: [&[u8]; 14] = [
    b"ipv4",
    b"ipv6",
    b"udp",
    b"udp4",
    b"udp6",
    b"tcp4",
    b"tcp6",
    b"quic4",
    b"quic6",
    b"unix",
    b"fd",
    b"sockpair",
    b"stream",
    b"dgram",
];

impl Anonymizer {
    /// A text with the addresses, host names, paths and known names in it replaced.
    pub(super) fn text(&mut self, text: &[u8]) -> Vec<u8> {
        let mut scanner = Scanner {
            anonymizer: self,
            text,
            at: 0,
            out: Vec::with_capacity(text.len()),
            parentheses: 0,
            before: Before::Start,
        };
        while scanner.step() {}
        scanner.out
    }
}

/// What the scanner just left behind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Before {
    /// Nothing, or a character that separates.
    Start,
    /// The name of a section, which a slash and the name of a server may follow.
    Section,
    /// A host or an address, which a port, a mask or a path may follow.
    Host,
    /// A word that stays.
    Kept,
}

struct Scanner<'s> {
    anonymizer: &'s mut Anonymizer,
    text: &'s [u8],
    at: usize,
    out: Vec<u8>,
    parentheses: usize,
    before: Before,
}

impl Scanner<'_> {
    /// Goes over one piece of the text; `false` at its end.
    fn step(&mut self) -> bool {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let Some(first) = rest.first().copied() else {
            return false;
        };
        if rest.starts_with(b"${") {
            let name = rest.iter().skip(2).take_while(|byte| is_name(**byte));
            let length = 2 + name.count();
            let dash = rest.get(length) == Some(&b'-');
            self.keep(length + usize::from(dash), Before::Start);
        } else if first == b'$' && rest.get(1).is_some_and(|next| is_name(*next)) {
            let name = rest.iter().skip(1).take_while(|byte| is_name(**byte));
            let length = 1 + name.count();
            self.keep(length, Before::Host);
        } else if first == b'/' {
            self.slash(rest);
        } else if self.before != Before::Kept && self.address(rest) {
        } else if is_atom(first) {
            self.atom(rest);
        } else {
            match first {
                b'(' => self.parentheses += 1,
                b')' => self.parentheses = self.parentheses.saturating_sub(1),
                _ => {}
            }
            // A port belongs to the host before it, and so does a path behind that.
            let before = if first == b':' && self.before == Before::Host {
                Before::Host
            } else {
                Before::Start
            };
            // An escaped character is none that a name could start with.
            let escape = first == b'\\' && rest.len() > 1;
            self.keep(1 + usize::from(escape), before);
        }
        true
    }

    fn keep(&mut self, length: usize, before: Before) {
        let kept = self.text.get(self.at..self.at + length);
        self.out.extend_from_slice(kept.unwrap_or_default());
        self.at += length;
        self.before = before;
    }

    fn put(&mut self, length: usize, replacement: &[u8], before: Before) {
        self.out.extend_from_slice(replacement);
        self.at += length;
        self.before = before;
    }

    fn address(&mut self, rest: &[u8]) -> bool {
        let (replacement, length) = if let Some((address, length)) = leading_ipv6(rest) {
            // In its own spelling where it stays: `:::80` is `::` and a port.
            let own = self.anonymizer.pseudonyms.ipv6(address);
            if own == address.to_string().as_bytes() {
                (rest.get(..length).unwrap_or_default().to_vec(), length)
            } else {
                (own, length)
            }
        } else if let Some((address, length)) = leading_ipv4(rest) {
            (self.anonymizer.pseudonyms.ipv4(address), length)
        } else {
            return false;
        };
        if rest.get(length).is_some_and(u8::is_ascii_alphanumeric) {
            return false;
        }
        self.put(length, &replacement, Before::Host);
        true
    }

    /// A path, or what separates a section's name from a server's.
    fn slash(&mut self, rest: &[u8]) {
        let part = rest.iter().skip(1).take_while(|byte| is_path(**byte));
        let part = rest.get(1..1 + part.count()).unwrap_or_default();
        if self.before == Before::Section
            && let Some(name) = self.anonymizer.names.find_member(part)
        {
            let replacement = [b"/", name].concat();
            return self.put(1 + part.len(), &replacement, Before::Kept);
        }
        if self.before == Before::Kept || part.is_empty() {
            return self.keep(1, self.before);
        }
        let is_device = part == b"dev" && self.before == Before::Start;
        if is_device {
            let device = rest.iter().skip(5).take_while(|byte| is_path(**byte));
            let length = 5 + device.count();
            return self.keep(length.min(rest.len()), Before::Kept);
        }
        let mut replacement = vec![b'/'];
        replacement.extend(self.anonymizer.pseudonyms.path_part(part));
        self.put(1 + part.len(), &replacement, Before::Host);
    }

    /// A word of letters, digits, dots and dashes.
    fn atom(&mut self, rest: &[u8]) {
        let (atom, length) = leading_atom(rest);
        let next = rest.get(length).copied();
        if next == Some(b'@') && self.login(&atom, length, rest) {
            return;
        }
        if let Some(name) = self.known_name(&atom) {
            let is_section = next == Some(b'/');
            let before = if is_section {
                Before::Section
            } else {
                Before::Kept
            };
            return self.put(length, &name, before);
        }
        let before = match next {
            // `https://` leads to a host.
            Some(b':') if rest.get(length..length + 3) == Some(b"://") => {
                return self.keep(length + 3, Before::Start);
            }
            _ => Before::Kept,
        };
        if next == Some(b'(') {
            return self.keep(length, Before::Kept);
        }
        let own = rest.get(..length).unwrap_or_default();
        match dotted(&atom) {
            Dotted::Host => {
                let dot = atom.starts_with(b".");
                let name = atom.strip_prefix(b".").unwrap_or(&atom);
                let mut replacement = self.anonymizer.pseudonyms.host(name);
                if dot {
                    replacement.insert(0, b'.');
                }
                // In a pattern a dot is escaped, and it stays so.
                if own.contains(&b'\\') {
                    replacement = escape_dots(&replacement);
                }
                self.put(length, &replacement, Before::Host);
            }
            Dotted::File if atom == own => {
                let replacement = self.anonymizer.pseudonyms.path_part(&atom);
                self.put(length, &replacement, before);
            }
            _ => self.keep(length, before),
        }
    }

    /// The part before an `@`: a kind of address, or a person's name in an e-mail address.
    fn login(&mut self, atom: &[u8], length: usize, rest: &[u8]) -> bool {
        if ADDRESS_KINDS.contains(&atom) {
            self.keep(length + 1, Before::Start);
            return true;
        }
        let behind = rest.get(length + 1..).unwrap_or_default();
        let (name, name_length) = leading_atom(behind);
        match atom {
            b"abns" | b"abnsz" => {
                let replacement = self.anonymizer.pseudonyms.value(&name);
                let replacement = [atom, b"@", &replacement].concat();
                self.put(length + 1 + name_length, &replacement, Before::Kept);
                true
            }
            b"ring" => {
                let known = self.anonymizer.names.find_any(&name).map(<[u8]>::to_vec);
                let replacement = [b"ring@", known.as_deref().unwrap_or(&name)].concat();
                self.put(length + 1 + name_length, &replacement, Before::Kept);
                true
            }
            _ if dotted(&name) == Dotted::Host => {
                let mut replacement = self.anonymizer.pseudonyms.user(atom);
                replacement.push(b'@');
                self.put(length + 1, &replacement, Before::Start);
                true
            }
            _ => false,
        }
    }

    /// What replaces the word where it is a name: always as an argument in parentheses, elsewhere
    /// only where it does not look like a word of HAProxy's own.
    fn known_name(&self, atom: &[u8]) -> Option<Vec<u8>> {
        let is_telling = |byte: &u8| byte.is_ascii_digit() || byte.is_ascii_uppercase();
        let is_telling = atom.iter().any(is_telling)
            || atom.contains(&b'_')
            || self.text.get(self.at + atom.len()) == Some(&b'/') && self.at == 0;
        if self.parentheses == 0 && !is_telling {
            return None;
        }
        self.anonymizer.names.find_any(atom).map(<[u8]>::to_vec)
    }
}

/// The word that the text starts with, in which `\.` is a dot, and its length in the text.
fn leading_atom(text: &[u8]) -> (Vec<u8>, usize) {
    let mut atom = Vec::new();
    let mut length = 0;
    while let Some(byte) = text.get(length) {
        match byte {
            b'\\' if text.get(length + 1) == Some(&b'.') => {
                atom.push(b'.');
                length += 2;
            }
            byte if is_atom(*byte) => {
                atom.push(*byte);
                length += 1;
            }
            _ => break,
        }
    }
    (atom, length)
}

fn escape_dots(text: &[u8]) -> Vec<u8> {
    let mut escaped = Vec::with_capacity(text.len() + 4);
    for byte in text {
        if *byte == b'.' {
            escaped.push(b'\\');
        }
        escaped.push(*byte);
    }
    escaped
}

fn is_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

fn is_atom(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.') || byte >= 0x80
}

fn is_path(byte: u8) -> bool {
    is_atom(byte) || matches!(byte, b'~' | b'+' | b'@')
}
