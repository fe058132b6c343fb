//! Statistics of frontends, backends, servers, listeners and resolvers.

mod columns;
mod typed;

use std::sync::Arc;

use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use super::parameter::words;
use super::{Answer, Arguments, Parameter, Rows, RowsCommand, commands, rows};
use crate::protocol::{DecodeError, EncodeError, Reply, Request};

pub use columns::Columns;
pub use typed::{Metric, MetricValue, Metrics, ObjectKind};

words! {
    /// What the statistics are about.
    StatDomain {
        /// Frontends, backends, servers and listeners.
        Proxy = "proxy",
        /// Resolvers.
        Resolvers = "resolvers",
    }
}

/// Which objects the statistics are about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatSelection {
    /// The name or the number of a proxy; `-1` for all.
    pub proxy: String,
    /// Which of its parts.
    pub kinds: StatKinds,
    /// The number of a server; -1 for all.
    pub server: i64,
}

/// Which kinds of objects: a sum of 1 for frontends, 2 for backends, 4 for servers; -1 for all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StatKinds(pub i8);

impl StatKinds {
    /// All.
    pub const ALL: Self = Self(-1);
    /// Frontends.
    pub const FRONTENDS: Self = Self(1);
    /// Backends.
    pub const BACKENDS: Self = Self(2);
    /// Servers.
    pub const SERVERS: Self = Self(4);
}

impl Parameter for StatSelection {
    fn push_to(&self, request: &mut Request) -> Result<(), EncodeError> {
        request.push(&self.proxy)?;
        request.push(&self.kinds.0.to_string())?;
        self.server.push_to(request)
    }

    fn take(arguments: &mut Arguments<'_>) -> bool {
        arguments.next().is_some() && i8::take(arguments) && i64::take(arguments)
    }
}

words! {
    /// The form that tells the nature of each value.
    StatFormat {
        /// One value a line.
        Typed = "typed",
        /// JSON.
        Json = "json",
    }
}

commands! {
    /// Tells the statistics.
    ShowStat("show stat") -> Statistics [
        /// What they are about; proxies where there is none.
        ["domain"] domain: Option<StatDomain>,
        /// Which objects; all where there is none.
        selection: Option<StatSelection>,
        /// Without servers that are down or in maintenance.
        ["up"] up: bool,
        /// Without servers that are in maintenance.
        ["no-maint"] no_maintenance: bool,
    ];
}

/// Commands whose answer has another form than the statistics' own.
pub mod forms {
    use super::super::commands;
    use super::{Metrics, StatDomain, StatFormat, StatSelection};

    commands! {
        /// Tells the statistics with the nature of each value.
        ShowStatTyped("show stat") -> Metrics {
            /// What they are about; proxies where there is none.
            ["domain"] domain: Option<StatDomain>,
            /// Which objects; all where there is none.
            selection: Option<StatSelection>,
        } (
            /// The form.
            format: StatFormat,
        ) [
            /// With a description of each value.
            ["desc"] descriptions: bool,
            /// Without servers that are down or in maintenance.
            ["up"] up: bool,
            /// Without servers that are in maintenance.
            ["no-maint"] no_maintenance: bool,
        ];
    }
}

pub use forms::ShowStatTyped;

/// Statistics, an object a row.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(transparent)]
pub struct Statistics(pub Vec<StatRow>);

impl Statistics {
    /// The rows.
    pub fn iter(&self) -> impl Iterator<Item = &StatRow> {
        self.0.iter()
    }

    /// The row of a server, of `FRONTEND` or of `BACKEND`.
    pub fn find(&self, proxy: &str, service: &str) -> Option<&StatRow> {
        self.iter()
            .find(|row| row.proxy() == proxy && row.service() == service)
    }
}

/// The statistics of one object, every column that this HAProxy has, by HAProxy's names.
///
/// Columns that this library has no method for are read by [`StatRow::get`].
#[derive(Debug, Clone, PartialEq)]
pub struct StatRow {
    columns: Arc<Columns>,
    text: Box<str>,
    /// Where each value ends.
    ends: Box<[u32]>,
}

impl StatRow {
    /// The value of the column of this name; `None` where HAProxy has no such column or gives no value.
    pub fn get(&self, column: &str) -> Option<&str> {
        self.value(self.columns.position(column)?)
    }

    /// All columns with their values, empty ones too.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        let names = self.columns.names();
        names
            .enumerate()
            .map(|(index, name)| (name, self.raw(index)))
    }

    fn value(&self, index: usize) -> Option<&str> {
        Some(self.raw(index)).filter(|value| !value.is_empty())
    }

    fn raw(&self, index: usize) -> &str {
        let start = match index.checked_sub(1) {
            // The values stand side by side, a byte between them.
            Some(before) => self
                .ends
                .get(before)
                .map_or(usize::MAX, |end| *end as usize + 1),
            None => 0,
        };
        let end = self.ends.get(index).map_or(0, |end| *end as usize);
        self.text.get(start..end).unwrap_or_default()
    }
}

impl Serialize for StatRow {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (name, value) in self
            .iter()
            .filter(|(name, value)| *name != "-" && !value.is_empty())
        {
            match value.parse::<i64>() {
                Ok(number) => map.serialize_entry(name, &number)?,
                Err(_) => map.serialize_entry(name, value)?,
            }
        }
        map.end()
    }
}

/// Reads the rows of `show stat`.
#[derive(Debug, Default)]
pub struct StatRows {
    columns: Arc<Columns>,
    /// Room for the ends of the values of a line.
    found: Vec<u32>,
}

impl Rows for StatRows {
    type Row = StatRow;

    fn read(&mut self, line: &str) -> Result<Option<StatRow>, DecodeError> {
        if let Some(header) = line.strip_prefix('#') {
            self.columns = Arc::new(Columns::new(header.trim()));
            return Ok(None);
        }
        if line.is_empty() {
            return Ok(None);
        }
        let (text, ends) = match columns::ends(line, &mut self.found) {
            Some(ends) => (Box::from(line), ends.into()),
            None => columns::unquote(line),
        };
        if ends.len() != self.columns.len() {
            let reason = format!(
                "expected {} values, found {}",
                self.columns.len(),
                ends.len()
            );
            return Err(DecodeError::new(reason, line));
        }
        Ok(Some(StatRow {
            columns: Arc::clone(&self.columns),
            text,
            ends,
        }))
    }
}

impl RowsCommand for ShowStat {
    type Rows = StatRows;
}

impl Answer for Statistics {
    fn decode(reply: Reply) -> Result<Self, DecodeError> {
        rows::<StatRows>(reply.text()).map(Self)
    }
}
