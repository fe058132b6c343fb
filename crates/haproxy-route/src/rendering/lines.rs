//! The lines of a backend, and what HTTP and TCP services say alike.

use haproxy_model::section::ProxyKeyword;
use haproxy_model::section_kind::SectionKind;
use haproxy_model::statement::Statement;
use haproxy_model::version::Version;

use super::number::{bytes, number, seconds};
use super::sections::SectionDraft;
use crate::relation::RelationId;
use crate::requirer::{BandwidthLimit, LoadBalancing, Retry};
use crate::value::{Integer, LoadBalancingAlgorithm};

/// The first version that limits bandwidth.
const BANDWIDTH_SINCE: Version = Version::new(2, 7);

/// The rules of a mode for what comes from clients and for what comes from servers.
#[derive(Clone, Copy)]
pub(super) struct Rules {
    request: &'static [&'static str],
    response: &'static [&'static str],
}

/// The rules in `mode http`.
pub(super) const HTTP: Rules = Rules {
    request: &["http-request"],
    response: &["http-response"],
};

/// The rules in `mode tcp`.
pub(super) const TCP: Rules = Rules {
    request: &["tcp-request", "content"],
    response: &["tcp-response", "content"],
};

/// A backend in the making, all of whose lines are for one relation.
pub(super) struct Lines {
    section: SectionDraft,
    id: RelationId,
}

impl Lines {
    pub(super) fn new(name: &str, id: RelationId) -> Result<Self, String> {
        let section = SectionDraft::new(SectionKind::Backend, name);
        let section = section.map_err(|error| error.to_string())?;
        Ok(Self { section, id })
    }

    pub(super) fn finish(self) -> SectionDraft {
        self.section
    }

    /// Adds a line of these words.
    pub(super) fn line(&mut self, words: &[&str]) -> Result<(), String> {
        let added = self.section.line(words, [self.id]);
        added.map_err(|error| format!("'{}': {error}", words.first().unwrap_or(&"")))
    }

    /// Adds a statement.
    pub(super) fn push(&mut self, statement: Statement<ProxyKeyword>) -> Result<(), String> {
        let added = self.section.push(statement, [self.id]);
        added.map_err(|error| error.to_string())
    }

    /// How a server is chosen.
    pub(super) fn balance(&mut self, balancing: &LoadBalancing) -> Result<(), String> {
        match (&balancing.algorithm, &balancing.cookie) {
            (LoadBalancingAlgorithm::Cookie, Some(cookie)) => {
                if !is_cookie_name(cookie) {
                    return Err("load_balancing.cookie is not the name of a cookie".to_owned());
                }
                self.line(&["balance", "hash", &format!("req.cook({cookie})")])?;
            }
            (LoadBalancingAlgorithm::Cookie, None) => {
                return Err("load_balancing.cookie is missing".to_owned());
            }
            (algorithm, _) => self.line(&["balance", algorithm.as_str()])?,
        }
        if balancing.consistent_hashing {
            self.line(&["hash-type", "consistent"])?;
        }
        Ok(())
    }

    /// How long is waited, in seconds.
    pub(super) fn timeout(&mut self, name: &str, timeout: Option<&Integer>) -> Result<(), String> {
        let Some(timeout) = timeout else {
            return Ok(());
        };
        let timeout = seconds(&format!("timeout.{name}"), timeout)?;
        self.line(&["timeout", name, &timeout])
    }

    /// What happens to what finds no working server.
    pub(super) fn retry(&mut self, retry: Option<&Retry>) -> Result<(), String> {
        let Some(retry) = retry else {
            return Ok(());
        };
        self.line(&["retries", &number("retry.count", &retry.count, 0)?])?;
        if retry.redispatch {
            self.line(&["option", "redispatch"])?;
        }
        Ok(())
    }

    /// Limits to bytes, by the rules of the mode; older versions have none.
    pub(super) fn bandwidth(
        &mut self,
        limit: &BandwidthLimit,
        rules: Rules,
        version: Version,
    ) -> Result<(), String> {
        if version < BANDWIDTH_SINCE {
            return Ok(());
        }
        let limits = [
            ("download", "bwlim-out", rules.response, &limit.download),
            ("upload", "bwlim-in", rules.request, &limit.upload),
        ];
        for (name, filter, rule, limit) in limits {
            let Some(limit) = limit.as_ref().filter(|limit| !limit.is_zero()) else {
                continue;
            };
            let limit = bytes(&format!("bandwidth_limit.{name}"), limit)?;
            self.line(&[
                "filter",
                filter,
                name,
                "default-limit",
                &limit,
                "default-period",
                "1s",
            ])?;
            self.line(&[rule, &["set-bandwidth-limit", name]].concat())?;
        }
        Ok(())
    }
}

/// The parameters of a check of a server.
pub(super) fn check_words(
    interval: &Integer,
    rise: &Integer,
    fall: &Integer,
) -> Result<Vec<String>, String> {
    Ok(vec![
        "check".to_owned(),
        "inter".to_owned(),
        seconds("check.interval", interval)?,
        "rise".to_owned(),
        number("check.rise", rise, 1)?,
        "fall".to_owned(),
        number("check.fall", fall, 1)?,
    ])
}

/// Whether this can be the name of a cookie in an expression.
pub(super) fn is_cookie_name(name: &str) -> bool {
    let is_fine =
        |character: char| character.is_ascii_alphanumeric() || "-_.!*+~^`|&%".contains(character);
    !name.is_empty() && name.chars().all(is_fine)
}
