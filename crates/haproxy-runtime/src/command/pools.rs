//! Pools of memory.

use serde::Serialize;

use super::answer::{between, number, unexpected};
use super::parameter::words;
use super::{Answer, commands};
use crate::protocol::{DecodeError, Reply};

words! {
    /// How pools are sorted.
    PoolOrder {
        /// By name.
        Name = "byname",
        /// By the size of their objects.
        Size = "bysize",
        /// By how much they use; those that use none are left out.
        Usage = "byusage",
    }
}

commands! {
    /// Lists the pools of memory.
    ShowPools("show pools") -> Pools [
        /// How they are sorted. Since HAProxy 2.8.
        order: Option<PoolOrder>,
        /// With the pools that were merged in each. Since HAProxy 3.2.
        ["detailed"] detailed: bool,
        /// Those whose name begins so. Since HAProxy 2.8.
        ["match"] prefix: Option<String>,
        /// How many at most. Since HAProxy 2.8.
        count: Option<u32>,
    ];
}

/// The pools of memory.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Pools(pub Vec<Pool>);

impl Pools {
    /// The size of HAProxy's buffers, `tune.bufsize`, in bytes.
    ///
    /// HAProxy before 3.2 cuts the list where it does not fit into one: `None` where that hides the pool.
    pub fn buffer_size(&self) -> Option<usize> {
        let size_of = |name: &str| {
            self.0
                .iter()
                .find(|pool| pool.name == name)
                .map(|pool| pool.object_size)
        };
        // The other pool of buffers has their description beside each of them.
        let size: Option<u64> = size_of("buffer").or_else(|| size_of("trash")?.checked_sub(32));
        usize::try_from(size?).ok()
    }
}

/// A pool of memory.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Pool {
    /// Its name, of which HAProxy shows the first twelve characters.
    pub name: String,
    /// Bytes of an object.
    pub object_size: u64,
    /// Objects that are allocated.
    pub allocated: u64,
    /// Objects that are used.
    pub used: Option<u64>,
    /// Allocations that failed.
    pub failures: Option<u64>,
    /// The whole line.
    pub line: String,
}

impl Answer for Pools {
    fn decode(reply: Reply) -> Result<Self, DecodeError> {
        let lines = reply
            .text()
            .lines()
            .filter_map(|line| line.trim().strip_prefix("- Pool "));
        lines.map(pool).collect::<Result<_, _>>().map(Self)
    }
}

fn pool(line: &str) -> Result<Pool, DecodeError> {
    let wrong = || unexpected("a pool", line);
    let (name, rest) = line.split_once(" (").ok_or_else(wrong)?;
    let (size, rest) = rest.split_once(" bytes)").ok_or_else(wrong)?;
    let before = |what: &str| {
        let (head, _) = rest.split_once(what)?;
        head.rsplit([' ', ','])
            .find(|word| !word.is_empty())?
            .parse()
            .ok()
    };
    Ok(Pool {
        name: name.to_owned(),
        object_size: number(size, line)?,
        allocated: number(between(rest, ": ", " allocated").ok_or_else(wrong)?, line)?,
        used: before(" used"),
        failures: before(" failures"),
        line: line.to_owned(),
    })
}
