//! What has no effect any more, and goes without anything in its place.

use super::change::{Outcome, Rewrite};
use super::site::Site;
use super::topics::Topic;

pub(super) const TOPICS: &[Topic] = &[
    ("debug", |site| {
        line(site, "HAProxy's option -d switches debugging on")
    }),
    ("no-verifyhost", |site| {
        let statement = site.replacing(1, "");
        Rewrite::to(statement, "no version took it").into()
    }),
    ("option http-tunnel", |site| {
        line(
            site,
            "HAProxy opens tunnels by itself where a protocol needs one",
        )
    }),
    ("option http-use-htx", |site| {
        line(site, "its form of HTTP is the only one")
    }),
    ("tune.chksize", |site| {
        line(site, "tune.bufsize counts for checks, too")
    }),
    ("tune.quic.frontend.conn-tx-buffers.limit", |site| {
        line(
            site,
            "it had no effect since HAProxy 3.2; tune.quic.mem.tx-max limits the memory",
        )
    }),
];

fn line(_: &Site<'_>, reason: &str) -> Outcome {
    Rewrite::removal(reason).into()
}
