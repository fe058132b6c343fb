//! The units of the proxy, and the tables that they share.

use haproxy_model::section_kind::SectionKind;

use super::RenderingOptions;
use super::backend::HttpBackend;
use super::sections::{SectionDraft, Sections};
use crate::statement::StatementError;

/// The name of the section.
pub(super) const NAME: &str = "haproxy_peers";

pub(super) fn push(
    sections: &mut Sections,
    backends: &[HttpBackend<'_>],
    options: &RenderingOptions,
) {
    sections.push_fixed(peers(backends, options));
}

fn peers(
    backends: &[HttpBackend<'_>],
    options: &RenderingOptions,
) -> Result<SectionDraft, StatementError> {
    let mut section = SectionDraft::new(SectionKind::Peers, NAME)?;
    for peer in &options.peers {
        let address = std::net::SocketAddr::new(peer.address, options.peer_port).to_string();
        section.line(&["peer", &peer.name, &address], None)?;
    }
    for backend in backends
        .iter()
        .filter(|backend| backend.data().rate_limit.is_some())
    {
        let words = [
            "table",
            &table(backend.name()),
            "type",
            "ip",
            "size",
            "100k",
            "expire",
            "2m",
            "store",
            "http_req_rate(1m)",
        ];
        section.line(&words, Some(backend.relation_id))?;
    }
    Ok(section)
}

/// The name of the table in which the clients of a service are counted.
pub(super) fn table(service: &str) -> String {
    format!("{service}_rate_limit")
}
