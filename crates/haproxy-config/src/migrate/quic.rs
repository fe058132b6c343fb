//! Settings of QUIC that have another name and other values.

use super::change::{Outcome, Rewrite, Statement};
use super::topics::Topic;

pub(super) const TOPICS: &[Topic] = &[("tune.quic.socket-owner", |site| {
    let value = match site.argument(1) {
        Some("connection") => "default-on",
        Some("listener") => "force-off",
        _ => {
            return Outcome::left(
                "its value is none of 'connection' and 'listener'",
                "write tune.quic.fe.sock-per-conn with 'default-on' or 'force-off'",
            );
        }
    };
    let statement = Statement::new("tune.quic.fe.sock-per-conn")
        .word(value)
        .kept(site.words_from(2));
    Rewrite::to(statement, "its name and values are others").into()
})];
