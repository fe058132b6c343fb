//! Destinations that were no servers.

use haproxy_model::section_kind::SectionKind;

use super::change::{Outcome, Rewrite, Statement};
use super::site::Site;
use super::topics::Topic;

pub(super) const TOPICS: &[Topic] = &[
    ("dispatch", |site| {
        let address = site.words_from(site.at + 1);
        server(site, Statement::new("server dispatch").kept(address))
    }),
    ("option http_proxy", |_| {
        Outcome::left(
            "it took addresses from requests without a check",
            "write 'http-request set-dst url_ip', 'http-request set-dst-port url_port' and a server of \
             the address 0.0.0.0, with conditions on who may go where",
        )
    }),
    ("option transparent", |site| {
        server(site, Statement::new("server transparent 0.0.0.0"))
    }),
    ("transparent", |site| {
        server(site, Statement::new("server transparent 0.0.0.0"))
    }),
];

/// A server that takes what went to the destination; it is the only one there.
fn server(site: &Site<'_>, statement: Statement) -> Outcome {
    let is_proxy = matches!(
        site.section.kind(),
        SectionKind::Listen | SectionKind::Backend
    );
    let mut lines = site.section.statements();
    let is_alone = !lines.any(|(_, line)| {
        let others: [&[u8]; 3] = [b"server", b"server-template", b"balance"];
        others.iter().any(|keyword| line.starts_with(&[keyword]))
    });
    let destinations = site.section.statements().filter(|(_, line)| {
        line.starts_with(&[b"dispatch"])
            || line.starts_with(&[b"transparent"])
            || line.starts_with(&[b"option", b"transparent"])
    });
    if is_proxy && is_alone && destinations.count() == 1 && site.at == 0 {
        return Rewrite::to(statement, "a server does the same").into();
    }
    let reason = if is_proxy {
        "the servers beside it would get what only it got"
    } else {
        "a server cannot stand here"
    };
    Outcome::left(
        reason,
        "give the connections that it takes a backend of their own, with a server",
    )
}
