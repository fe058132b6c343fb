use std::borrow::Cow;

use haproxy_model::evaluation::{Evaluation, EvaluationKind};
use haproxy_model::registry::{Contexts, Stage};
use haproxy_model::text::has_reference;
use haproxy_model::version::Version;

use super::acls::Acls;
use super::condition::{self, Part};
use super::finding::Finding;
use super::piece::Piece;
use super::sample::{self, Sample};
use super::side::Side;
use super::tables::Tables;
use super::{
    acl_context, acl_name, constraint, criterion, fetch_context, format, ignored_fetch, regex,
    regex_syntax, replacement, table_key, variable_name,
};
use crate::check::context::{Context, EvaluatedPlace, Place};
use crate::diagnostic::Diagnostic;
use crate::model::to_model_text;

/// Looks at all that HAProxy evaluates, line by line.
pub(super) struct Checker<'c, 'a> {
    context: &'c Context<'a>,
    version: Version,
    has_lua: bool,
    acls: Acls,
    tables: Tables,
    /// The section of the last line.
    side: Option<(usize, Side)>,
    /// How many groups the last regular expression has, and its line.
    groups: Option<(Place, usize)>,
}

impl<'c, 'a> Checker<'c, 'a> {
    pub(super) fn new(context: &'c Context<'a>) -> Self {
        Self {
            context,
            version: context.options.target.version,
            has_lua: context.loads_lua(),
            acls: Acls::default(),
            tables: Tables::of(context),
            side: None,
            groups: None,
        }
    }

    /// Looks at one thing that is evaluated, which stands behind all that it refers to.
    pub(super) fn check(&mut self, evaluated: &EvaluatedPlace<'a>, found: &mut Vec<Diagnostic>) {
        let Some(line) = self.context.line(evaluated.place) else {
            return;
        };
        let words: Vec<Cow<'_, str>> = line.words().map(|word| to_model_text(&word)).collect();
        let words: Vec<&str> = words.iter().map(|word| &**word).collect();
        let side = self.side(evaluated.section);
        if !side.reads(
            self.context,
            evaluated,
            words.first().copied().unwrap_or_default(),
        ) {
            return;
        }
        let mut findings = Vec::new();
        self.look(evaluated, &words, side, &mut findings);
        for finding in findings {
            let place = self
                .context
                .part(evaluated.place, finding.word, finding.range);
            let mut diagnostic = finding.rule.at(place, finding.message);
            diagnostic.help = finding.help;
            found.push(diagnostic);
        }
    }

    fn proxy_name(&self, section: usize) -> Option<&'a str> {
        let section = self.context.section(section)?;
        self.context.proxy(section)?.name
    }

    fn side(&mut self, section: usize) -> Side {
        match self.side {
            Some((index, side)) if index == section => side,
            _ => {
                let side = Side::of(self.context, section);
                self.side = Some((section, side));
                side
            }
        }
    }

    fn look(
        &mut self,
        evaluated: &EvaluatedPlace<'_>,
        words: &[&str],
        side: Side,
        found: &mut Vec<Finding>,
    ) {
        let Evaluation {
            kind,
            words: range,
            range: part,
            stage,
        } = evaluated.evaluation;
        let own = words.get(range.clone()).unwrap_or_default();
        let inner = part
            .as_ref()
            .and_then(|part| own.first().and_then(|word| word.get(part.clone())));
        let inner = inner.map(|inner| [inner]);
        let piece = Piece {
            words: inner.as_ref().map_or(own, |inner| inner),
            first: range.start,
            offset: part.as_ref().map_or(0, |part| part.start),
            version: self.version,
            has_lua: self.has_lua,
        };
        let contexts = side.contexts(*stage);
        match kind {
            EvaluationKind::Expression => {
                if let Some(sample) = sample::look(piece, false, found) {
                    let end = sample.fetch.name.len();
                    check_context(piece, &sample, 0..end, contexts, found);
                    if side.is_read() {
                        let proxy = self.proxy_name(evaluated.section);
                        let output = sample.output;
                        table_key::check(piece, words, proxy, output, &self.tables, found);
                    }
                }
                if *stage == Stage::Configuration {
                    check_global_variable(self.version, words, found);
                }
            }
            EvaluationKind::Acl => {
                let sample = criterion::look(piece, found);
                let name = range.start.checked_sub(1).and_then(|name| words.get(name));
                if let Some(name) = name {
                    if name.eq_ignore_ascii_case("or") {
                        found.push(Finding {
                            rule: &acl_name::RULE,
                            word: range.start - 1,
                            range: 0..name.len(),
                            message: format!(
                                "'{name}' stands between alternatives: no condition can use an ACL of this name"
                            ),
                            help: None,
                        });
                    }
                    self.acls.define(evaluated.section, name, sample);
                }
            }
            EvaluationKind::Condition => {
                self.condition(piece, evaluated.section, contexts, found);
            }
            EvaluationKind::Format => {
                for fetched in format::look(piece, side.in_http(*stage), found) {
                    let sample = &fetched.sample;
                    let range = fetched.offset..fetched.offset + sample.fetch.name.len();
                    if side.is_http()
                        && sample.fetch.is_of_bytes()
                        && sample.contexts.intersects(contexts)
                    {
                        let name = sample.fetch.name;
                        let message = format!("'{name}' is ignored in 'mode http'");
                        let range = range.clone();
                        found.push(piece.at(&ignored_fetch::RULE, 0, range, message));
                    }
                    check_context(piece, sample, range, contexts, found);
                }
                if let Some((place, groups)) = self.groups
                    && place == evaluated.place
                    && matches!(stage, Stage::HttpRequest | Stage::HttpResponse)
                {
                    replacement::check(piece, groups, found);
                }
                if *stage == Stage::Configuration {
                    check_global_variable(self.version, words, found);
                }
            }
            EvaluationKind::Regex => {
                let text = piece.word(0);
                if has_reference(text) {
                    return;
                }
                if let Some(fault) = regex_syntax::fault(text) {
                    found.push(piece.at_word(&regex::RULE, 0, fault.to_string()));
                }
                let groups = replacement::groups(text);
                self.groups = groups.map(|groups| (evaluated.place, groups));
            }
            EvaluationKind::Variable => check_variable(piece, found),
            _ => {}
        }
    }

    fn condition(
        &mut self,
        piece: Piece<'_>,
        section: usize,
        contexts: Contexts,
        found: &mut Vec<Finding>,
    ) {
        for part in condition::parts(piece.words) {
            match part {
                Part::Named(word, name) => {
                    if let Some(conflict) = self.acls.conflict(section, name, contexts) {
                        let text = piece.word(word);
                        let start = text.len() - name.len();
                        let rule = &acl_context::RULE;
                        found.push(piece.at(rule, word, start..text.len(), conflict));
                    }
                }
                Part::Anonymous(range) => {
                    let start = range.start;
                    let inner = Piece {
                        words: piece.words.get(range).unwrap_or_default(),
                        first: piece.first + start,
                        ..piece
                    };
                    let sample = criterion::look(inner, found);
                    let sample = sample.filter(|own| !own.contexts.intersects(contexts));
                    if let Some(sample) = sample {
                        let message = format!(
                            "the ACL never matches here: '{}' is not available",
                            sample.fetch.name
                        );
                        found.push(inner.at_word(&acl_context::RULE, 0, message));
                    }
                }
            }
        }
    }
}

/// Reports a fetch of what is not there.
fn check_context(
    piece: Piece<'_>,
    sample: &Sample,
    range: std::ops::Range<usize>,
    contexts: Contexts,
    found: &mut Vec<Finding>,
) {
    if !sample.contexts.intersects(contexts) {
        let message = format!("'{}' is not available here", sample.fetch.name);
        found.push(piece.at(&fetch_context::RULE, 0, range, message));
    }
}

fn check_variable(piece: Piece<'_>, found: &mut Vec<Finding>) {
    let name = piece.word(0);
    if !has_reference(name) && !constraint::is_variable(name, piece.version) {
        let version = piece.version;
        let message = format!("HAProxy {version} takes '{name}' for no variable");
        found.push(piece.at_word(&variable_name::RULE, 0, message));
    }
}

/// The variables of the global section are those of the process.
fn check_global_variable(version: Version, words: &[&str], found: &mut Vec<Finding>) {
    let Some(name) = words.get(1).filter(|name| !has_reference(name)) else {
        return;
    };
    // A condition may stand behind it.
    let name = name.split_once(',').map_or(*name, |(name, _)| name);
    let is_of_process = name.starts_with("proc.") && constraint::is_variable(name, version);
    if !is_of_process {
        found.push(Finding {
            rule: &variable_name::RULE,
            word: 1,
            range: 0..name.len(),
            message: format!("a global variable starts with 'proc.', unlike '{name}'"),
            help: None,
        });
    }
}
