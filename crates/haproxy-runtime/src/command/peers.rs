//! Peers.

use serde::Serialize;

use super::answer::{Outline, Words, between};
use super::{Answer, commands};
use crate::protocol::{DecodeError, Reply};

commands! {
    /// Tells how the peers do.
    ShowPeers("show peers") -> PeersSections [
        /// With the dictionaries that they share.
        ["dict"] dictionaries: bool,
        /// The section that is meant; all where there is none.
        section: Option<String>,
    ];
}

/// The sections of peers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct PeersSections(pub Vec<PeersSection>);

/// A section of peers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PeersSection {
    /// Its name.
    pub name: String,
    /// Its `key=value` words.
    pub details: Words,
    /// Its peers.
    pub peers: Vec<Peer>,
}

/// A peer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Peer {
    /// Its name.
    pub name: String,
    /// Whether it is this process.
    pub is_local: bool,
    /// Its address.
    pub address: String,
    /// How it stands: `ESTA`, `CONN`, `NONE`, …
    pub status: String,
    /// The `key=value` words of its lines.
    pub details: Words,
    /// The tables that are shared with it.
    pub tables: Vec<Words>,
    /// The lines below it.
    pub lines: Vec<Outline>,
}

impl Answer for PeersSections {
    fn decode(reply: Reply) -> Result<Self, DecodeError> {
        Ok(Self(
            Outline::read(reply.text())
                .into_iter()
                .map(section)
                .collect(),
        ))
    }
}

fn section(outline: Outline) -> PeersSection {
    let details = super::answer::words(&outline.line);
    PeersSection {
        name: details.get("id").cloned().unwrap_or_default(),
        details,
        peers: outline.below.into_iter().map(peer).collect(),
    }
}

fn peer(outline: Outline) -> Peer {
    let own = super::answer::words(&outline.line);
    let id = own.get("id").cloned().unwrap_or_default();
    let (name, kind) = id.split_once('(').unwrap_or((&id, ""));
    let status = own.get("last_status").or_else(|| own.get("status"));
    let tables = outline
        .below
        .iter()
        .filter(|line| line.line.contains("shared tables"))
        .flat_map(|line| &line.below);
    Peer {
        name: name.to_owned(),
        is_local: kind.starts_with("local"),
        address: own.get("addr").cloned().unwrap_or_default(),
        status: status.cloned().unwrap_or_default(),
        tables: tables
            .map(|table| {
                let mut words = table.words();
                // Its name is in a line of its own, where the words of another come first.
                let name = table.below.iter().find_map(|line| {
                    line.line
                        .starts_with("table:")
                        .then(|| between(&line.line, " id=", " "))?
                });
                if let Some(name) = name {
                    words.insert("id".to_owned(), name.to_owned());
                }
                words
            })
            .collect(),
        details: outline.words(),
        lines: outline.below,
    }
}
