//! Tables in memory that count what clients do, and remember their servers.

mod data;
mod list;

pub use data::StoredData;
pub use list::StoredDataList;

use crate::language::Directive;
use crate::value::{Choice, Duration, LeadingInteger, Size, Text};

/// A table in memory: entries by key, each with data.
#[derive(Debug, Clone, PartialEq, Directive)]
pub struct StickTable {
    /// What it holds, in any order; `type` and `size` must be there.
    pub parameters: Vec<StickTableParameter>,
}

/// What a table holds, and how.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum StickTableParameter {
    /// What the keys are.
    #[keyword("type", json = "(type)")]
    Type(Choice<StickTableType>),
    /// How many entries there may be.
    #[keyword("size", within = "1..", json = "size @stick-table | size: text @table")]
    Size(Size),
    /// How long an entry is kept that nothing touches.
    #[keyword("expire", json = "expire @stick-table | expire: text @table")]
    Expire(Duration),
    /// Refuses entries where the table is full; without it, the oldest ones go.
    #[keyword(
        "nopurge",
        json = "nopurge = true @stick-table | no_purge = true @table"
    )]
    Nopurge,
    /// Shares the table with the processes of this peers section.
    #[keyword("peers", json = "peers")]
    Peers(#[arg(refers = "peers")] Text),
    /// How entries name servers.
    #[keyword("srvkey", json = "srvkey")]
    Srvkey(Choice<ServerKey>),
    /// The data of each entry.
    #[keyword("store", takes_nothing, json = "store: joined")]
    Store(StoredDataList),
    /// A table that gets what peers send as well.
    #[keyword("write-to", json = "write_to", since = "3.0")]
    WriteTo(#[arg(refers = "table")] Text),
    /// Takes from peers even what it would not, because nothing here changes it.
    #[keyword("recv-only", json = "recv_only = true", since = "3.2")]
    RecvOnly,
    /// How many bytes count as one in rates of bytes, 1 to 1024.
    #[keyword("brates-factor", json = "brates_factor", since = "3.2")]
    BratesFactor(LeadingInteger),
    /// A word that no keyword here explains.
    #[keyword(unknown)]
    Unknown(Text),
}

/// What the keys of a table are.
#[derive(Debug, Clone, PartialEq, Directive)]
#[non_exhaustive]
pub enum StickTableType {
    /// Addresses of IPv4.
    #[keyword("ip")]
    Ip,
    /// Addresses of IPv4.
    #[keyword("ipv4", since = "3.2")]
    Ipv4,
    /// Addresses of IPv6.
    #[keyword("ipv6")]
    Ipv6,
    /// Numbers of 32 bits.
    #[keyword("integer")]
    Integer,
    /// Texts.
    #[keyword("string", json = "(keylen) @stick-table | (type_len) @table")]
    String {
        /// How many characters count; 32 where none is given.
        #[arg(keyword = "len")]
        length: Option<LeadingInteger>,
    },
    /// Blocks of bytes.
    #[keyword("binary", json = "(keylen) @stick-table | (type_len) @table")]
    Binary {
        /// How many bytes count; 32 where none is given.
        #[arg(keyword = "len")]
        length: Option<LeadingInteger>,
    },
}

/// How the entries of a table name servers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Directive)]
#[non_exhaustive]
pub enum ServerKey {
    /// By name.
    #[keyword("name")]
    Name,
    /// By address and port.
    #[keyword("addr")]
    Addr,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parameters_are_small() {
        assert!(size_of::<StickTableParameter>() <= 32);
        assert!(size_of::<StoredData>() <= 40);
    }
}
