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
use super::{
    acl_context, acl_name, constraint, criterion, fetch_context, format, ignored_fetch, regex,
    regex_syntax, replacement, table_key, variable_name,
};
use crate::check::context::{Context, EvaluatedPlace, Place};
use crate::check::view::SectionView;
use crate::diagnostic::Diagnostic;

/// Looks at all that HAProxy evaluates in a section, line by line.
pub(super) struct Checker<'c, 'a> {
    context: &'c Context<'a>,
    version: Version,
    has_lua: bool,
    section: SectionView<'a>,
    side: Side,
    acls: Acls,
    /// How many groups the last regular expression has, and its line.
    groups: Option<(Place, usize)>,
}

impl<'c, 'a> Checker<'c, 'a> {
    pub(super) fn new(context: &'c Context<'a>, section: SectionView<'a>) -> Self {
        Self {
            context,
            version: context.options.target.version,
            has_lua: context.globals.loads_lua,
            section,
            side: Side::of(context, section),
            acls: Acls::default(),
            groups: None,
        }
    }

    /// Looks at one thing that is evaluated, which stands behind all that it refers to.
    ///
    /// The words are those of its line.
    pub(super) fn check(
        &mut self,
        evaluated: &EvaluatedPlace<'a>,
        words: &[Cow<'_, str>],
        found: &mut Vec<Diagnostic>,
    ) {
        if !is_expression(evaluated.evaluation.kind) {
            return;
        }
        let words: Vec<&str> = words.iter().map(|word| &**word).collect();
        let keyword = words.first().copied().unwrap_or_default();
        if !self.side.reads(self.context, evaluated, keyword) {
            return;
        }
        let mut findings = Vec::new();
        self.look(evaluated, &words, &mut findings);
        for finding in findings {
            let place = self
                .context
                .part(evaluated.place, finding.word, finding.range);
            let mut diagnostic = finding.rule.at(place, finding.message);
            diagnostic.help = finding.help;
            found.push(diagnostic);
        }
    }

    fn proxy_name(&self) -> Option<&'a str> {
        self.context.proxy(self.section)?.name
    }

    fn look(&mut self, evaluated: &EvaluatedPlace<'_>, words: &[&str], found: &mut Vec<Finding>) {
        let side = self.side;
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
                        let proxy = self.proxy_name();
                        let output = sample.output;
                        table_key::check(piece, words, proxy, output, self.context, found);
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
                    self.acls.define(name, sample);
                }
            }
            EvaluationKind::Condition => {
                self.condition(piece, contexts, found);
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

    fn condition(&mut self, piece: Piece<'_>, contexts: Contexts, found: &mut Vec<Finding>) {
        for part in condition::parts(piece.words) {
            match part {
                Part::Named(word, name) => {
                    if let Some(conflict) = self.acls.conflict(name, contexts) {
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

/// Whether it is one of the kinds that are looked at here.
const fn is_expression(kind: EvaluationKind) -> bool {
    !matches!(kind, EvaluationKind::File(_) | EvaluationKind::Address(_))
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
