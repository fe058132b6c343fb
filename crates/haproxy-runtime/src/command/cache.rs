//! Caches.

use serde::Serialize;

use super::answer::{Words, between, number, unexpected};
use super::{Answer, commands};
use crate::protocol::{DecodeError, Reply};

commands! {
    /// Lists the caches and what they hold.
    ShowCache("show cache") -> Caches;
}

/// The caches.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Caches(pub Vec<Cache>);

/// A cache.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Cache {
    /// Its name.
    pub name: String,
    /// Blocks of 1 KiB that are free.
    pub available_blocks: u64,
    /// What it holds.
    pub entries: Vec<CacheEntry>,
}

/// An object in a cache.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CacheEntry {
    /// Its address.
    pub pointer: String,
    /// The first 32 bits of its hash.
    pub hash: Option<u64>,
    /// Bytes.
    pub size: Option<u64>,
    /// Seconds until it is too old; below 0 where it is.
    pub expires_in: Option<i64>,
    /// All that HAProxy says, by its names.
    pub details: Words,
}

impl Answer for Caches {
    fn decode(reply: Reply) -> Result<Self, DecodeError> {
        let mut caches: Vec<Cache> = Vec::new();
        for line in reply.text().lines().filter(|line| !line.trim().is_empty()) {
            if let Some(blocks) = between(line, "available blocks:", ")") {
                let name = between(line, ": ", " (").ok_or_else(|| unexpected("a cache", line))?;
                caches.push(Cache {
                    name: name.to_owned(),
                    available_blocks: number(blocks, line)?,
                    entries: Vec::new(),
                });
            } else {
                let cache = caches.last_mut();
                let cache = cache.ok_or_else(|| unexpected("a cache", line))?;
                cache.entries.push(entry(line));
            }
        }
        Ok(Self(caches))
    }
}

fn entry(line: &str) -> CacheEntry {
    let mut words = line.split_whitespace();
    let pointer = words.next().unwrap_or_default().to_owned();
    let details: Words = words
        .filter_map(|word| word.split_once(':'))
        .map(|(name, value)| (name.to_owned(), value.trim_end_matches(',').to_owned()))
        .collect();
    let number = |name: &str| details.get(name).and_then(|value| value.parse().ok());
    CacheEntry {
        pointer,
        hash: number("hash"),
        size: number("size"),
        expires_in: details.get("expire").and_then(|value| value.parse().ok()),
        details,
    }
}
