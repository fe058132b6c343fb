//! Maps and ACLs: sets of patterns that can be changed while they are used.

use std::fmt;

use indexmap::IndexMap;
use serde::Serialize;

use super::answer::{between, number, unexpected};
use super::parameter::displayed;
use super::{Answer, Arguments, Done, Parameter, Rows, RowsCommand, commands, rows};
use crate::protocol::{DecodeError, EncodeError, Payload, Reply, Request};

/// A map or an ACL, and which of its versions.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct PatternSet {
    /// Which one.
    pub id: PatternSetId,
    /// The version that is meant; the one in use where there is none.
    pub version: Option<u32>,
}

/// Which map or ACL.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum PatternSetId {
    /// By the name of its file, as HAProxy names it.
    File(String),
    /// By its number in the list of all.
    Number(u32),
}

impl PatternSet {
    /// The one that this file holds.
    pub fn file(name: impl Into<String>) -> Self {
        Self {
            id: PatternSetId::File(name.into()),
            version: None,
        }
    }

    /// The one of this number.
    pub fn number(number: u32) -> Self {
        Self {
            id: PatternSetId::Number(number),
            version: None,
        }
    }

    /// This version of it.
    #[must_use]
    pub fn at(mut self, version: u32) -> Self {
        self.version = Some(version);
        self
    }
}

impl fmt::Display for PatternSetId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(name) => formatter.write_str(name),
            Self::Number(number) => write!(formatter, "#{number}"),
        }
    }
}

impl Parameter for PatternSet {
    fn push_to(&self, request: &mut Request) -> Result<(), EncodeError> {
        if let Some(version) = self.version {
            request.push(&format!("@{version}"))?;
        }
        request.push(&self.id.to_string())
    }

    fn take(arguments: &mut Arguments<'_>) -> bool {
        let version = |word: &str| word.strip_prefix('@').map(str::parse::<u32>);
        arguments.next_if(|word| version(word).is_some_and(|version| version.is_ok()));
        arguments.next().is_some()
    }
}

/// Which entries of a map or ACL.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PatternKey {
    /// All that have this key.
    Key(String),
    /// The one with this address in a list: `0x7f59e4e294d0`.
    Reference(String),
}

impl From<&str> for PatternKey {
    fn from(key: &str) -> Self {
        Self::Key(key.to_owned())
    }
}

impl fmt::Display for PatternKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Key(key) => formatter.write_str(key),
            Self::Reference(reference) => write!(formatter, "#{reference}"),
        }
    }
}

displayed!(PatternKey);

commands! {
    /// Lists the maps.
    ShowMaps("show map") -> PatternSets;

    /// Lists the entries of a map.
    ShowMap("show map") -> MapEntries (
        /// The map.
        map: PatternSet,
    );

    /// Tells what a map makes of a value.
    GetMap("get map") -> Lookups (
        /// The map.
        map: PatternSet,
        /// The value that is looked up.
        value: String,
    );

    /// Adds an entry to a map.
    AddMapEntry("add map") -> Done (
        /// The map.
        map: PatternSet,
        /// The key.
        key: String,
        /// The value.
        value: String,
    );

    /// Adds entries to a map: one a line, the key, a space and the value.
    AddMapEntries("add map") -> Done (
        /// The map.
        map: PatternSet,
        /// The entries.
        entries: Payload,
    );

    /// Changes the value of entries of a map.
    SetMapEntry("set map") -> Done (
        /// The map.
        map: PatternSet,
        /// The entries.
        key: PatternKey,
        /// Their value.
        value: String,
    );

    /// Removes entries from a map.
    DelMapEntry("del map") -> Done (
        /// The map.
        map: PatternSet,
        /// The entries.
        key: PatternKey,
    );

    /// Removes all entries from a map.
    ClearMap("clear map") -> Done (
        /// The map.
        map: PatternSet,
    );

    /// Begins a version of a map that replaces the one in use when it is committed.
    PrepareMap("prepare map") -> NewVersion (
        /// The map.
        map: PatternSet,
    );

    /// Puts a version of a map into use.
    CommitMap("commit map") -> Done (
        /// The map, with the version.
        map: PatternSet,
    );

    /// Lists the ACLs.
    ShowAcls("show acl") -> PatternSets;

    /// Lists the entries of an ACL.
    ShowAcl("show acl") -> AclEntries (
        /// The ACL.
        acl: PatternSet,
    );

    /// Tells whether an ACL matches a value.
    GetAcl("get acl") -> Lookups (
        /// The ACL.
        acl: PatternSet,
        /// The value that is looked up.
        value: String,
    );

    /// Adds an entry to an ACL.
    AddAclEntry("add acl") -> Done (
        /// The ACL.
        acl: PatternSet,
        /// The pattern.
        pattern: String,
    );

    /// Removes entries from an ACL.
    DelAclEntry("del acl") -> Done (
        /// The ACL.
        acl: PatternSet,
        /// The entries.
        key: PatternKey,
    );

    /// Removes all entries from an ACL.
    ClearAcl("clear acl") -> Done (
        /// The ACL.
        acl: PatternSet,
    );

    /// Begins a version of an ACL that replaces the one in use when it is committed.
    PrepareAcl("prepare acl") -> NewVersion (
        /// The ACL.
        acl: PatternSet,
    );

    /// Puts a version of an ACL into use.
    CommitAcl("commit acl") -> Done (
        /// The ACL, with the version.
        acl: PatternSet,
    );
}

/// The maps, or the ACLs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct PatternSets(pub Vec<PatternSetRow>);

/// A map or an ACL as it is listed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PatternSetRow {
    /// Its number.
    pub number: u32,
    /// Its file; `None` for what stands in the configuration itself.
    pub file: Option<String>,
    /// Where it is used.
    pub description: String,
    /// The version in use.
    pub current_version: Option<u32>,
    /// The version that was prepared last.
    pub next_version: Option<u32>,
    /// Its entries, of all versions.
    pub entries: Option<u64>,
}

impl PatternSetRow {
    /// What names it in commands.
    pub fn set(&self) -> PatternSet {
        PatternSet::number(self.number)
    }
}

impl Answer for PatternSets {
    fn decode(reply: Reply) -> Result<Self, DecodeError> {
        let lines = reply.text().lines();
        let rows = lines.filter(|line| !line.starts_with('#') && !line.is_empty());
        rows.map(pattern_set).collect::<Result<_, _>>().map(Self)
    }
}

fn pattern_set(line: &str) -> Result<PatternSetRow, DecodeError> {
    let wrong = || unexpected("a number and a file", line);
    let (id, rest) = line.split_once(' ').ok_or_else(wrong)?;
    let rest = rest.strip_prefix('(').ok_or_else(wrong)?;
    let (file, rest) = rest.split_once(") ").ok_or_else(wrong)?;
    let description = rest.split(" curr_ver=").next().unwrap_or(rest);
    let value = |name: &str| between(rest, name, " ");
    let version = |name: &str| value(name).map(|text| number(text, line)).transpose();
    Ok(PatternSetRow {
        number: number(id, line)?,
        file: (!file.is_empty()).then(|| file.to_owned()),
        description: description.trim_end_matches('.').to_owned(),
        current_version: version(" curr_ver=")?,
        next_version: version(" next_ver=")?,
        entries: value(" entry_cnt=")
            .map(|text| number(text, line))
            .transpose()?,
    })
}

/// The entries of a map.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct MapEntries(pub Vec<MapEntry>);

/// An entry of a map.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct MapEntry {
    /// What names this one entry: its address.
    pub reference: String,
    /// The key. A key that holds a space ends at it: HAProxy lists nothing that tells them apart.
    pub key: String,
    /// The value.
    pub value: String,
}

/// Reads the rows of `show map`.
#[derive(Debug, Default)]
pub struct MapRows;

impl Rows for MapRows {
    type Row = MapEntry;

    fn read(&mut self, line: &str) -> Result<Option<MapEntry>, DecodeError> {
        if line.is_empty() {
            return Ok(None);
        }
        let (reference, entry) = reference_and(line)?;
        let (key, value) = entry.split_once(' ').unwrap_or((entry, ""));
        Ok(Some(MapEntry {
            reference: reference.to_owned(),
            key: key.to_owned(),
            value: value.to_owned(),
        }))
    }
}

fn reference_and(line: &str) -> Result<(&str, &str), DecodeError> {
    line.split_once(' ')
        .filter(|(reference, _)| reference.starts_with("0x"))
        .ok_or_else(|| unexpected("the address of an entry", line))
}

impl RowsCommand for ShowMap {
    type Rows = MapRows;
}

impl Answer for MapEntries {
    fn decode(reply: Reply) -> Result<Self, DecodeError> {
        rows::<MapRows>(reply.text()).map(Self)
    }
}

/// The entries of an ACL.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct AclEntries(pub Vec<AclEntry>);

/// An entry of an ACL.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct AclEntry {
    /// What names this one entry: its address.
    pub reference: String,
    /// The pattern.
    pub pattern: String,
}

/// Reads the rows of `show acl`.
#[derive(Debug, Default)]
pub struct AclRows;

impl Rows for AclRows {
    type Row = AclEntry;

    fn read(&mut self, line: &str) -> Result<Option<AclEntry>, DecodeError> {
        if line.is_empty() {
            return Ok(None);
        }
        let (reference, pattern) = reference_and(line)?;
        Ok(Some(AclEntry {
            reference: reference.to_owned(),
            pattern: pattern.to_owned(),
        }))
    }
}

impl RowsCommand for ShowAcl {
    type Rows = AclRows;
}

impl Answer for AclEntries {
    fn decode(reply: Reply) -> Result<Self, DecodeError> {
        rows::<AclRows>(reply.text()).map(Self)
    }
}

/// The version that was begun.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct NewVersion(pub u32);

impl Answer for NewVersion {
    fn decode(reply: Reply) -> Result<Self, DecodeError> {
        let line = reply.message().trim();
        let (_, version) = line
            .rsplit_once(": ")
            .ok_or_else(|| unexpected("a version", line))?;
        number(version, line).map(Self)
    }
}

/// What each of the expressions that use a map or ACL makes of a value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Lookups(pub Vec<Lookup>);

/// What an expression makes of a value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Lookup {
    /// How it matches: `str`, `beg`, `ip`, …
    pub method: String,
    /// Whether it matches.
    pub is_match: bool,
    /// The entry that matches.
    pub entry: Option<String>,
    /// The value that a map has for it.
    pub value: Option<String>,
    /// All that HAProxy says, by its names.
    pub details: IndexMap<String, String>,
}

impl Answer for Lookups {
    fn decode(reply: Reply) -> Result<Self, DecodeError> {
        let lines = reply.text().lines().filter(|line| !line.is_empty());
        lines.map(lookup).collect::<Result<_, _>>().map(Self)
    }
}

fn lookup(line: &str) -> Result<Lookup, DecodeError> {
    let details = quoted_pairs(line);
    let value = |name: &str| details.get(name).cloned();
    let method = value("type").ok_or_else(|| unexpected("how it matches", line))?;
    let found = value("found").or_else(|| value("match"));
    Ok(Lookup {
        method,
        is_match: found.as_deref() == Some("yes"),
        entry: value("key").or_else(|| value("pattern")),
        value: value("value"),
        details,
    })
}

/// `a=b, c="d", …`. The first of several with the same name is kept: later ones describe the value.
fn quoted_pairs(line: &str) -> IndexMap<String, String> {
    let mut pairs = IndexMap::new();
    let mut rest = line;
    while let Some((name, behind)) = rest.split_once('=') {
        let name = name.trim_start_matches([',', ' ']).to_owned();
        let (value, next) = match behind.strip_prefix('"') {
            Some(quoted) => quoted.split_once('"').unwrap_or((quoted, "")),
            None => behind.split_once(", ").unwrap_or((behind, "")),
        };
        let name = if pairs.contains_key(&name) {
            format!("value_{name}")
        } else {
            name
        };
        pairs.insert(name, value.to_owned());
        rest = next;
    }
    pairs
}
