//! What HAProxy would say of a configuration, without HAProxy.
//!
//! A rule is one finding that can be made: its [`Rule`] says what it is about, and a function of its
//! family looks for it. Families are folders, and a rule is a file in them.

mod allowance;
mod completeness;
mod context;
mod expressions;
mod modes;
mod names;
mod nearest;
mod options;
mod order;
mod rule;
mod security;
mod view;
mod words;

use crate::diagnostic::Diagnostic;
use crate::document::Document;
use crate::files::ConfigFiles;
use crate::model::{Names, ReadFiles};
use context::Context;

pub use options::CheckOptions;
pub use rule::{Answer, Example, Family, Rule};

/// The families with the rules of each, in the order of their codes.
const FAMILIES: &[&[&Rule]] = &[
    words::RULES,
    names::RULES,
    expressions::RULES,
    modes::RULES,
    order::RULES,
    completeness::RULES,
    security::RULES,
    allowance::RULES,
];

/// Looks for what the rules of a family are about.
type Check = fn(&Context<'_>, &mut Vec<Diagnostic>);

const CHECKS: &[Check] = &[
    words::check,
    names::check,
    expressions::check,
    modes::check,
    order::check,
    completeness::check,
    security::check,
];

/// Every rule, in the order of the codes.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    FAMILIES.iter().flat_map(|rules| rules.iter().copied())
}

impl Document {
    /// What HAProxy would say of this configuration, and what else a person should know: all of it,
    /// in the order of the lines.
    ///
    /// An error is what HAProxy refuses; a warning is what it warns of, or a known trap. Nothing but
    /// the document is looked at, unless the options say so.
    ///
    /// ```
    /// use haproxy_config::{CheckOptions, Document, Target};
    /// use haproxy_model::version::Version;
    ///
    /// let document = Document::parse("backend app\n    balance leastcon\n");
    /// let options = CheckOptions::new(Target::new(Version::new(3, 2)));
    /// let found = document.check(&options);
    /// assert!(found[0].to_string().starts_with("2:13: error[HK0104]"));
    /// ```
    pub fn check(&self, options: &CheckOptions) -> Vec<Diagnostic> {
        check(&[self], options)
    }
}

impl ConfigFiles {
    /// As [`Document::check`], of all files as one configuration; [`Diagnostic::file`] is the index
    /// of a finding's file.
    pub fn check(&self, options: &CheckOptions) -> Vec<Diagnostic> {
        let documents: Vec<&Document> = self.files.iter().map(|file| &file.document).collect();
        check(&documents, options)
    }
}

fn check(documents: &[&Document], options: &CheckOptions) -> Vec<Diagnostic> {
    let mut read = ReadFiles::read(documents, &options.target, Names::Note);
    let mut found = std::mem::take(&mut read.diagnostics);
    for (file, document) in documents.iter().enumerate() {
        let lines = document.diagnostics().into_iter();
        found.extend(lines.map(|diagnostic| diagnostic.in_file(file)));
    }
    let context = Context::new(documents, &read, options);
    for check in CHECKS {
        check(&context, &mut found);
    }
    found.retain(|diagnostic| !options.allowed.contains(&diagnostic.code));
    allowance::apply(documents, &mut found);
    found.sort_by(|one, other| {
        let key = |found: &Diagnostic| (found.file, found.span, found.code);
        key(one).cmp(&key(other))
    });
    // What is wrong with the words of a line is found both with the line and with its evaluation.
    found.dedup();
    found
}

#[cfg(test)]
mod tests;
