//! Which topic knows what to do about a keyword.

use super::change::Outcome;
use super::site::Site;
use super::{header_rules, monitoring, obsolete, persistence, processes, quic, transparent};

/// What to do about a keyword that a version has no more.
pub(super) type Topic = (&'static str, fn(&Site<'_>) -> Outcome);

const TOPICS: &[&[Topic]] = &[
    header_rules::TOPICS,
    monitoring::TOPICS,
    obsolete::TOPICS,
    persistence::TOPICS,
    processes::TOPICS,
    quic::TOPICS,
    transparent::TOPICS,
];

/// What the topic of the keyword makes of it, if there is one.
pub(super) fn rewrite(site: &Site<'_>) -> Option<Outcome> {
    let mut topics = TOPICS.iter().copied().flatten();
    let (_, rewrite) = topics.find(|(keyword, _)| *keyword == site.keyword.name)?;
    Some(rewrite(site))
}
