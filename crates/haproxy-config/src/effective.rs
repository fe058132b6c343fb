//! What a proxy really has: its own settings, and those of the defaults that it starts from.

mod chain;
mod explicit;

use haproxy_model::keyword::Keywords;
use haproxy_model::language::{Argument, Words};
use haproxy_model::section::ProxyKeyword;
use haproxy_model::section_kind::SectionKind;
use haproxy_model::statement::{Prefix, Statement};

use crate::document::Document;
use crate::edit::SectionSelector;
use crate::evaluate::Evaluation;
use crate::files::ConfigFiles;
use crate::model::{Target, to_model_text};
use chain::Chain;

/// The settings that a proxy works with.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Effective {
    /// The sections that they come from: the defaults furthest away first, the proxy itself last.
    pub sources: Vec<Source>,
    /// The settings, those of the first source first. Of a keyword that counts once, the last one.
    pub settings: Vec<Setting>,
}

/// A section that settings come from.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Source {
    /// The section.
    pub section: SectionSelector,
    /// The index of its file.
    pub file: usize,
    /// The number of the line that starts it.
    pub line: usize,
}

/// A statement that counts for a proxy.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Setting {
    /// The index of its section in [`Effective::sources`].
    pub source: usize,
    /// The number of its line in the section's file.
    pub line: usize,
    /// Its keyword, without `no` or `default`; its first word where the keyword is unknown.
    pub keyword: String,
    /// Its words, in the form of [`haproxy_model::text`].
    pub words: Vec<String>,
}

/// Why the settings of a proxy cannot be told.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum EffectiveError {
    /// There is no such section, or not in this environment.
    #[error("no section '{section}'")]
    NoSuchSection {
        /// What was looked for.
        section: SectionSelector,
    },
    /// Only proxies and defaults have settings that others inherit.
    #[error("a section '{kind}' starts from no defaults")]
    NotAProxy {
        /// The kind of section.
        kind: SectionKind,
    },
    /// A section starts from defaults that no section before it has.
    #[error("line {line}: no 'defaults {name}' stands before this")]
    NoSuchDefaults {
        /// The defaults' name.
        name: String,
        /// The number of the line that refers to them.
        line: usize,
    },
}

impl Document {
    /// The settings that a proxy works with, in the target's environment: its own and those of the
    /// defaults that it starts from, by `from` or because they are the last before it.
    ///
    /// A keyword of defaults counts where the proxy's kind of section has it. Of one that counts
    /// once the last statement does, whether or not it stands behind `no`; behind `no`, one that may
    /// be repeated takes back those before it. Which different keywords exclude each other is not
    /// told.
    ///
    /// # Errors
    /// [`EffectiveError`].
    pub fn effective(
        &self,
        section: &SectionSelector,
        target: &Target,
    ) -> Result<Effective, EffectiveError> {
        effective(&[self.evaluate(&target.environment)], section)
    }
}

impl ConfigFiles {
    /// As [`Document::effective`], of a proxy in one of the files: the last defaults of a file hold
    /// for the files behind it, too.
    ///
    /// # Errors
    /// [`EffectiveError`].
    pub fn effective(
        &self,
        section: &SectionSelector,
        target: &Target,
    ) -> Result<Effective, EffectiveError> {
        effective(&self.evaluate(&target.environment), section)
    }
}

fn effective(
    files: &[Evaluation<'_>],
    section: &SectionSelector,
) -> Result<Effective, EffectiveError> {
    if !section.kind.is_proxy() {
        return Err(EffectiveError::NotAProxy { kind: section.kind });
    }
    let chain = Chain::of(files, section)?;
    let mut effective = Effective {
        sources: Vec::new(),
        settings: Vec::new(),
    };
    for member in &chain.members {
        let source = effective.sources.len();
        for statement in &member.statements {
            effective.add(source, statement, section.kind);
        }
        effective.sources.push(member.source.clone());
    }
    Ok(effective)
}

impl Effective {
    /// Adds a statement of the source of this index, for a proxy of this kind.
    fn add(&mut self, source: usize, statement: &chain::Line<'_>, kind: SectionKind) {
        let text: Vec<_> = statement.words().map(|word| to_model_text(&word)).collect();
        let mut words = Words::new(&text);
        if words.is_at_end() {
            return;
        }
        let parsed = Statement::<ProxyKeyword>::parse(&mut words).ok();
        let keyword = parsed
            .as_ref()
            .and_then(|statement| statement.directive.keyword());
        if let Some(keyword) = keyword {
            if !keyword.sections.contains(&kind.keyword()) {
                return;
            }
            let prefix = parsed.as_ref().and_then(|statement| statement.prefix);
            let replaces = !keyword.repeated || prefix == Some(Prefix::No);
            self.settings
                .retain(|other| !replaces || other.keyword != keyword.name);
        }
        let first = || text.first().map(|word| word.clone().into_owned());
        self.settings.push(Setting {
            source,
            line: statement.number(),
            keyword: keyword.map_or_else(|| first().unwrap_or_default(), |own| own.name.to_owned()),
            words: text.iter().map(|word| word.clone().into_owned()).collect(),
        });
    }
}
