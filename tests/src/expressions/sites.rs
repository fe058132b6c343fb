use haproxy_model::registry;
use haproxy_model::version::Version;

use super::Case;
use super::samples::{LEFT_OUT, usual_call};

/// A place where an expression may stand: the section, and lines with `@` for the expression.
#[derive(Debug, Clone, Copy)]
pub struct Site(pub &'static str, pub &'static str);

/// Every stage, on every side.
const SITES: &[Site] = &[
    Site("frontend", "tcp-request connection set-var(sess.x) @"),
    Site("frontend", "tcp-request session set-var(sess.x) @"),
    Site("frontend", "tcp-request content set-var(txn.x) @"),
    Site("backend", "tcp-request content set-var(txn.x) @"),
    Site("backend", "tcp-response content set-var(txn.x) @"),
    Site("frontend", "http-request set-var(txn.x) @"),
    Site("backend", "http-request set-var(txn.x) @"),
    Site("listen", "http-request set-var(txn.x) @"),
    Site("frontend", "http-response set-var(txn.x) @"),
    Site("backend", "http-response set-var(txn.x) @"),
    Site("frontend", "http-after-response set-var(txn.x) @"),
    Site("frontend", "http-request set-header x %[@]"),
    Site("backend", "http-response set-header x %[@]"),
    Site(
        "listen",
        "http-request return lf-string %[@] content-type a/b",
    ),
    Site("frontend", "http-request redirect location %[@]"),
    Site("frontend", "use_backend %[@]"),
    Site("backend", "use-server %[@] if TRUE"),
    Site("backend", "balance hash @"),
    Site("backend", "server s 192.0.2.1:443 ssl verify none sni @"),
    Site("backend", "stick-table type string size 10\nstick match @"),
    Site(
        "backend",
        "stick-table type string size 10\nstick store-response @",
    ),
    Site("frontend", "log-format %[@]"),
    Site("frontend", "error-log-format %[@]"),
    Site("frontend", "unique-id-format %[@]"),
    Site("backend", "option httpchk\nhttp-check send hdr x %[@]"),
    Site("backend", "option tcp-check\ntcp-check set-var(check.x) @"),
    Site("global", "set-var proc.x @"),
    Site("frontend", "http-request set-src @"),
    Site("frontend", "tcp-request connection set-src @"),
    Site("frontend", "http-request capture @ len 10"),
    Site("backend", "http-request set-priority-class @"),
    Site("frontend", "http-request deny if { @ -m found }"),
    Site("frontend", "acl a @ -m found\nhttp-response deny if a"),
];

/// Every sample fetch of this version in every place.
pub fn contexts(version: Version) -> Vec<Case> {
    let mut cases = Vec::new();
    for fetch in registry::fetches() {
        let Some(fetch) = registry::fetch_in(fetch.name, version) else {
            continue;
        };
        if LEFT_OUT.contains(&fetch.name) {
            continue;
        }
        let call = usual_call(fetch.name, fetch.required);
        for Site(section, lines) in SITES {
            cases.push(Case::new(section, lines.replace('@', &call)));
        }
    }
    cases
}
