use std::collections::HashMap;
use std::net::{Ipv4Addr, Ipv6Addr};

/// What replaces values that no statement defines: addresses, hosts, parts of paths, secrets.
#[derive(Debug, Clone, Default)]
pub(super) struct Pseudonyms {
    known: HashMap<(&'static str, Vec<u8>), Vec<u8>>,
    counts: HashMap<&'static str, u32>,
}

/// The blocks that are set aside for documentation, then one for benchmarks.
const V4_BLOCKS: [(Ipv4Addr, u32); 4] = [
    (Ipv4Addr::new(192, 0, 2, 0), 254),
    (Ipv4Addr::new(198, 51, 100, 0), 254),
    (Ipv4Addr::new(203, 0, 113, 0), 254),
    (Ipv4Addr::new(198, 18, 0, 0), 131_070),
];

impl Pseudonyms {
    /// What replaces this value of a class; `make` writes it from its number.
    fn replace(
        &mut self,
        class: &'static str,
        value: &[u8],
        make: impl FnOnce(u32) -> Vec<u8>,
    ) -> Vec<u8> {
        let count = self.counts.entry(class).or_insert(0);
        let replacement = self
            .known
            .entry((class, value.to_vec()))
            .or_insert_with(|| {
                *count += 1;
                make(*count)
            });
        replacement.clone()
    }

    pub(super) fn ipv4(&mut self, address: Ipv4Addr) -> Vec<u8> {
        if address.is_unspecified() || address.is_loopback() || address.is_broadcast() {
            return address.to_string().into();
        }
        self.replace("address", address.to_string().as_bytes(), |mut number| {
            for (block, size) in V4_BLOCKS {
                if number <= size {
                    return Ipv4Addr::from(u32::from(block) + number).to_string().into();
                }
                number -= size;
            }
            Ipv4Addr::from(number).to_string().into()
        })
    }

    pub(super) fn ipv6(&mut self, address: Ipv6Addr) -> Vec<u8> {
        if address.is_unspecified() || address.is_loopback() {
            return address.to_string().into();
        }
        self.replace("address6", address.to_string().as_bytes(), |number| {
            let base = u128::from(Ipv6Addr::new(0x2001, 0xdb8, 0, 0, 0, 0, 0, 0));
            Ipv6Addr::from(base + u128::from(number)).to_string().into()
        })
    }

    /// A host name, without a dot at its start.
    pub(super) fn host(&mut self, name: &[u8]) -> Vec<u8> {
        let name = name.to_ascii_lowercase();
        if name == b"localhost" {
            return name;
        }
        self.replace("host", &name, |number| {
            format!("host{number}.example").into()
        })
    }

    /// One part of a path, between slashes.
    pub(super) fn path_part(&mut self, part: &[u8]) -> Vec<u8> {
        if part
            .iter()
            .all(|byte| byte.is_ascii_digit() || *byte == b'.')
        {
            return part.to_vec();
        }
        let extension = extension(part);
        self.replace("path", part, |number| match extension {
            Some(extension) => [format!("file{number}.").as_bytes(), extension].concat(),
            None => format!("path{number}").into(),
        })
    }

    pub(super) fn value(&mut self, value: &[u8]) -> Vec<u8> {
        self.replace("value", value, |number| format!("value{number}").into())
    }

    pub(super) fn user(&mut self, name: &[u8]) -> Vec<u8> {
        self.replace("login", name, |number| format!("login{number}").into())
    }

    pub(super) fn secret(&mut self, secret: &[u8]) -> Vec<u8> {
        self.replace("secret", secret, |number| format!("secret{number}").into())
    }

    /// An encrypted password: a text that `crypt` takes for one, and that no password has.
    pub(super) fn hash(&mut self, hash: &[u8]) -> Vec<u8> {
        self.replace("hash", hash, |number| {
            format!("$5$hash{number}${}", ".".repeat(43)).into()
        })
    }

    pub(super) fn replacements(&self) -> impl Iterator<Item = (&'static str, &[u8], &[u8])> {
        self.known
            .iter()
            .map(|((class, value), replacement)| (*class, value.as_slice(), replacement.as_slice()))
    }
}

/// The extension of a file's name, where it is a short word.
pub(super) fn extension(name: &[u8]) -> Option<&[u8]> {
    let dot = memchr::memrchr(b'.', name)?;
    let extension = name.get(dot + 1..)?;
    let is_word = (1..=6).contains(&extension.len())
        && extension.iter().all(u8::is_ascii_alphanumeric)
        && dot > 0;
    is_word.then_some(extension)
}
