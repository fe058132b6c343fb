//! The units of the proxy, and the tables that they share.

use haproxy_model::section_kind::SectionKind;

use super::RenderingOptions;
use super::sections::{SectionDraft, Sections};
use crate::relation::RelationId;
use crate::statement::StatementError;

/// The name of the section.
pub(super) const NAME: &str = "haproxy_peers";

/// A table in which clients are counted.
pub(super) struct Table {
    name: String,
    store: &'static str,
    relation_id: Option<RelationId>,
}

impl Table {
    /// The table for the requests to a backend.
    pub(super) fn of_requests(backend: &str, id: RelationId) -> Self {
        Self {
            name: format!("{backend}_rate_limit"),
            store: "http_req_rate(1m)",
            relation_id: Some(id),
        }
    }

    /// The table for the connections to a backend.
    pub(super) fn of_connections(backend: &str, id: RelationId) -> Self {
        Self {
            name: format!("{backend}_rate_limit"),
            store: "conn_rate(1m)",
            relation_id: Some(id),
        }
    }

    /// The table for everything that a client does, at whatever service.
    pub(super) fn of_everything() -> Self {
        Self {
            name: "ddos_protection_ip".to_owned(),
            store: "conn_rate(1m),conn_cur,http_err_rate(1m),http_req_rate(1m)",
            relation_id: None,
        }
    }

    /// How rules name it.
    pub(super) fn reference(&self) -> String {
        format!("{NAME}/{}", self.name)
    }
}

pub(super) fn push(sections: &mut Sections, tables: &[Table], options: &RenderingOptions) {
    sections.push_fixed(peers(tables, options));
}

fn peers(tables: &[Table], options: &RenderingOptions) -> Result<SectionDraft, StatementError> {
    let mut section = SectionDraft::new(SectionKind::Peers, NAME)?;
    for peer in &options.peers {
        let address = std::net::SocketAddr::new(peer.address, options.peer_port).to_string();
        section.line(&["peer", &peer.name, &address], None)?;
    }
    for table in tables {
        // A table of the type ip would not count the clients that come over IPv6.
        let words = [
            "table",
            &table.name,
            "type",
            "ipv6",
            "size",
            "100k",
            "expire",
            "2m",
            "store",
            table.store,
        ];
        section.line(&words, table.relation_id)?;
    }
    Ok(section)
}
