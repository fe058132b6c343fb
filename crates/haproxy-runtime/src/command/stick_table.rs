//! Stick tables and their entries.

use std::fmt;

use indexmap::IndexMap;
use serde::Serialize;

use super::answer::{between, number, unexpected};
use super::parameter::words;
use super::{Answer, Arguments, Done, Parameter, Rows, RowsCommand, TableName, commands, rows};
use crate::protocol::{DecodeError, EncodeError, Reply, Request};

words! {
    /// How stored data is compared.
    Comparison {
        /// Equal.
        Equal = "eq",
        /// Not equal.
        NotEqual = "ne",
        /// Less or equal.
        LessOrEqual = "le",
        /// Greater or equal.
        GreaterOrEqual = "ge",
        /// Less.
        Less = "lt",
        /// Greater.
        Greater = "gt",
    }
}

/// Which entries of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EntrySelection {
    /// The one with this key.
    Key(String),
    /// The one at this address, as a list tells it: `0x55aa`. Since HAProxy 3.0.
    Pointer(String),
    /// Those whose data compares so: up to four comparisons when listing, one when clearing.
    Data(Vec<DataFilter>),
}

/// A comparison of stored data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DataFilter {
    /// The type of data, such as `gpc0`, `conn_rate` or `gpt[1]`.
    pub data: String,
    /// How it is compared.
    pub comparison: Comparison,
    /// With what.
    pub value: u64,
}

impl Parameter for EntrySelection {
    fn push_to(&self, request: &mut Request) -> Result<(), EncodeError> {
        match self {
            Self::Key(key) => {
                request.push("key")?;
                request.push(key)
            }
            Self::Pointer(pointer) => {
                request.push("ptr")?;
                request.push(pointer)
            }
            Self::Data(filters) => filters.iter().try_for_each(|filter| {
                request.push(&format!("data.{}", filter.data))?;
                request.push(filter.comparison.as_str())?;
                request.push(&filter.value.to_string())
            }),
        }
    }

    fn take(arguments: &mut Arguments<'_>) -> bool {
        if arguments.next_if(|word| matches!(word, "key" | "ptr")) {
            return arguments.next().is_some();
        }
        let mut count = 0;
        while arguments.take_one(None, take_filter) {
            count += 1;
        }
        count > 0
    }
}

fn take_filter(arguments: &mut Arguments<'_>) -> bool {
    arguments.next_if(|word| word.starts_with("data."))
        && arguments.next_if(|word| Comparison::of_word(word).is_some())
        && u64::take(arguments)
}

/// Stored data that an entry is to have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryData {
    /// The type of data, such as `gpc0` or `gpt[1]`.
    pub data: String,
    /// Its value: a number, for `server_key` a text.
    pub value: String,
}

impl EntryData {
    /// This value for this type of data.
    pub fn new(data: impl Into<String>, value: impl fmt::Display) -> Self {
        Self {
            data: data.into(),
            value: value.to_string(),
        }
    }
}

impl Parameter for EntryData {
    fn push_to(&self, request: &mut Request) -> Result<(), EncodeError> {
        request.push(&format!("data.{}", self.data))?;
        request.push(&self.value)
    }

    fn take(arguments: &mut Arguments<'_>) -> bool {
        arguments.next_if(|word| word.starts_with("data.")) && arguments.next().is_some()
    }
}

commands! {
    /// Lists the stick tables.
    ShowTables("show table") -> Tables;

    /// Lists the entries of a stick table.
    ShowTable("show table" operator()) -> TableContents (
        /// The table.
        table: TableName,
    ) [
        /// Which entries; all where there is none.
        selection: Option<EntrySelection>,
    ];

    /// Adds an entry to a stick table, or changes one.
    SetTable("set table" admin()) -> Done (
        /// The table.
        table: TableName,
        /// The entry, by its key or its address.
        selection: EntrySelection,
    ) [
        /// What it is to store.
        data: Vec<EntryData>,
    ];

    /// Removes entries from a stick table.
    ClearTable("clear table" admin()) -> Done (
        /// The table.
        table: TableName,
    ) [
        /// Which entries; all where there is none.
        selection: Option<EntrySelection>,
    ];
}

/// The stick tables.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Tables(pub Vec<Table>);

/// A stick table.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Table {
    /// Its name.
    pub name: String,
    /// The type of its keys: `ip`, `string`, …
    pub key_type: String,
    /// The most entries that it can have.
    pub size: u64,
    /// The entries that it has.
    pub used: u64,
}

impl Answer for Tables {
    fn decode(reply: Reply) -> Result<Self, DecodeError> {
        let lines = reply.text().lines().filter(|line| !line.is_empty());
        lines.map(table).collect::<Result<_, _>>().map(Self)
    }
}

fn table(line: &str) -> Result<Table, DecodeError> {
    let part = |name: &str| {
        between(line, name, ",").ok_or_else(|| unexpected("the description of a table", line))
    };
    Ok(Table {
        name: part("# table: ")?.to_owned(),
        key_type: part(" type: ")?.to_owned(),
        size: number(part(" size:")?, line)?,
        used: number(part(" used:")?, line)?,
    })
}

/// A stick table with its entries.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TableContents {
    /// The table; `None` where HAProxy has nothing to tell of the entries that were asked for.
    pub table: Option<Table>,
    /// Its entries.
    pub entries: Vec<TableEntry>,
}

/// An entry of a stick table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TableEntry {
    /// Its address.
    pub pointer: String,
    /// Its key.
    pub key: String,
    /// How many streams track it.
    pub used_by: u32,
    /// Milliseconds until it is forgotten.
    pub expires_in: u64,
    /// The shard of the peers that it belongs to, where they have shards.
    pub shard: Option<u32>,
    /// What it stores, by type: `gpc0`, `gpc[1]`, `conn_rate`.
    pub data: IndexMap<String, StoredValue>,
}

impl TableEntry {
    /// The number that it stores of this type.
    pub fn number(&self, data: &str) -> Option<u64> {
        self.data.get(data)?.value.parse().ok()
    }
}

/// A value that an entry stores.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StoredValue {
    /// The value.
    pub value: String,
    /// The period of a rate, in milliseconds.
    pub period: Option<u64>,
}

/// Reads the rows of `show table`.
#[derive(Debug, Default)]
pub struct TableRows {
    /// The table, once its line was read.
    pub table: Table,
}

impl Rows for TableRows {
    type Row = TableEntry;

    fn read(&mut self, line: &str) -> Result<Option<TableEntry>, DecodeError> {
        if line.is_empty() {
            return Ok(None);
        }
        if line.starts_with("# table:") {
            self.table = table(line)?;
            return Ok(None);
        }
        entry(line).map(Some)
    }
}

fn entry(line: &str) -> Result<TableEntry, DecodeError> {
    let wrong = || unexpected("an entry of a table", line);
    let (pointer, rest) = line.split_once(": key=").ok_or_else(wrong)?;
    // A key of text is escaped, but may hold spaces; what follows it does not.
    let (key, rest) = rest
        .rsplit_once(" use=")
        .or_else(|| rest.strip_prefix("use=").map(|rest| ("", rest)))
        .ok_or_else(wrong)?;
    let mut entry = TableEntry {
        pointer: pointer.to_owned(),
        key: key.to_owned(),
        used_by: 0,
        expires_in: 0,
        shard: None,
        data: IndexMap::new(),
    };
    for (index, word) in rest.split_whitespace().enumerate() {
        if index == 0 {
            entry.used_by = number(word, line)?;
            continue;
        }
        let (name, value) = word.split_once('=').ok_or_else(wrong)?;
        match name {
            "exp" => entry.expires_in = number(value, line)?,
            "shard" => entry.shard = Some(number(value, line)?),
            _ => {
                let (name, period) = match name.split_once('(') {
                    Some((name, period)) => {
                        (name, Some(number(period.trim_end_matches(')'), line)?))
                    }
                    None => (name, None),
                };
                let value = value.to_owned();
                entry
                    .data
                    .insert(name.to_owned(), StoredValue { value, period });
            }
        }
    }
    Ok(entry)
}

impl RowsCommand for ShowTable {
    type Rows = TableRows;
}

impl Answer for TableContents {
    fn decode(reply: Reply) -> Result<Self, DecodeError> {
        let first = reply.text().lines().next();
        Ok(Self {
            table: first.map(table).transpose()?,
            entries: rows::<TableRows>(reply.text())?,
        })
    }
}
