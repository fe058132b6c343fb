//! Log formats: their aliases and expressions.

use haproxy_model::registry;
use haproxy_model::text::has_reference;
use haproxy_model::value::{LogFormat, LogFormatContent};
use haproxy_model::version::Version;

use super::finding::Finding;
use super::piece::Piece;
use super::sample::{self, Sample};
use super::{http_alias, output_type, unknown_alias};
use crate::check::nearest::did_you_mean;

/// What is fetched in a format, and where.
pub(super) struct Fetched {
    pub(super) sample: Sample,
    /// The byte of the word at which its expression starts.
    pub(super) offset: usize,
}

/// Looks at a format; what is fetched in it, where that is known.
///
/// `in_http` says whether its proxy speaks HTTP; `None` where that is not known.
pub(super) fn look(
    piece: Piece<'_>,
    in_http: Option<bool>,
    found: &mut Vec<Finding>,
) -> Vec<Fetched> {
    let word = piece.word(0);
    let mut fetched = Vec::new();
    if !word.contains('%') || has_reference(word) {
        return fetched;
    }
    let Ok(format) = word.parse::<LogFormat>() else {
        return fetched;
    };
    let mut at = 0;
    for part in format.parts() {
        let range = at..at + part.text.len();
        at = range.end;
        match part.content {
            LogFormatContent::Alias { label, name, .. } => {
                check_alias(piece, name, range.clone(), in_http, found);
                check_label(piece, label, range, found);
            }
            LogFormatContent::Sample { label, .. } => {
                check_label(piece, label, range.clone(), found);
                let Some(open) = part.text.find('[') else {
                    continue;
                };
                let end = part.text.len() - 1;
                let Some(expression) = part.text.get(open + 1..end) else {
                    continue;
                };
                let offset = range.start + open + 1;
                let inner = Piece {
                    words: &[expression],
                    offset: piece.offset + offset,
                    ..piece
                };
                let sample = sample::look(inner, false, found);
                fetched.extend(sample.map(|sample| Fetched { sample, offset }));
            }
            _ => {}
        }
    }
    fetched
}

fn check_alias(
    piece: Piece<'_>,
    name: &str,
    range: std::ops::Range<usize>,
    in_http: Option<bool>,
    found: &mut Vec<Finding>,
) {
    let version = piece.version;
    let start = range.end - name.len();
    let range = start..range.end;
    let Some(alias) = registry::alias(name) else {
        let message = format!("there is no alias '%{name}'");
        let mut finding = piece.at(&unknown_alias::RULE, 0, range, message);
        let aliases = registry::aliases().iter().map(|alias| alias.name);
        let near = did_you_mean(name, aliases.filter(|alias| alias.len() > 1));
        finding.help = Some(near.unwrap_or_else(|| "write '%%' for the sign itself".into()));
        found.push(finding);
        return;
    };
    if let Some(since) = alias.since.filter(|since| version < *since) {
        let message =
            format!("alias '%{name}' exists since HAProxy {since}, the target is {version}");
        found.push(piece.at(&unknown_alias::RULE, 0, range, message));
    } else if alias.http && in_http == Some(false) && version < Version::new(3, 0) {
        let message = format!("'%{name}' is for proxies of HTTP before HAProxy 3.0");
        found.push(piece.at(&http_alias::RULE, 0, range, message));
    }
}

/// The type behind a label's colon.
fn check_label(
    piece: Piece<'_>,
    label: Option<&str>,
    range: std::ops::Range<usize>,
    found: &mut Vec<Finding>,
) {
    let Some((_, name)) = label.and_then(|label| label.split_once(':')) else {
        return;
    };
    let is_known = matches!(name, "str" | "sint" | "bool" | "raw");
    if !is_known && piece.version >= Version::new(3, 0) {
        let message =
            format!("a value is given as 'str', 'sint', 'bool' or 'raw', not as '{name}'");
        found.push(piece.at(&output_type::RULE, 0, range, message));
    }
}
