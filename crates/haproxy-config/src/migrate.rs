//! A configuration rewritten for a newer HAProxy: what it has removed or renamed, and nothing else.

mod apply;
mod change;
mod dead_lines;
mod draft;
mod header_rules;
mod health_checks;
mod line_pattern;
mod listeners;
mod monitoring;
mod note;
mod obsolete;
mod order;
mod persistence;
mod plan;
mod planner;
mod processes;
mod quic;
mod regex;
mod renames;
mod same_names;
mod site;
mod subject;
mod survey;
mod topics;
mod transparent;

use haproxy_model::version::Version;

use crate::document::Document;
use crate::files::ConfigFiles;
pub use note::{Migration, Note, NoteKind};
use plan::Plan;
use survey::Survey;

/// What a configuration is rewritten for.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct MigrateOptions {
    /// The version of HAProxy that is to run it.
    pub to: Version,
    /// The version that runs it so far, where that is known: what was removed before it is told to be
    /// a fault of the file, not of the change of version.
    pub from: Option<Version>,
}

impl MigrateOptions {
    /// For this version, from any older one.
    pub const fn new(to: Version) -> Self {
        Self { to, from: None }
    }

    /// The same, from this version.
    #[must_use]
    pub const fn from(mut self, version: Version) -> Self {
        self.from = Some(version);
        self
    }
}

impl Document {
    /// Rewrites what a newer HAProxy has removed or renamed.
    ///
    /// A statement is rewritten where the result means the same. Its comment, its indentation and
    /// the words that stay are kept, and every other line is. What cannot be rewritten safely stays
    /// as it is, with a note that says why and what to do. Lines in conditional blocks are rewritten
    /// in their place, and never leave their block; those of blocks that the version switches off are
    /// left alone.
    ///
    /// A document that was migrated once does not change again.
    ///
    /// ```
    /// use haproxy_config::{Document, MigrateOptions};
    /// use haproxy_model::version::Version;
    ///
    /// let text = "frontend www\n    clitimeout 50000   # slow phones\n    reqadd X-Proto:\\ https if { ssl_fc }\n";
    /// let mut document = Document::parse(text);
    /// let migration = document.migrate(&MigrateOptions::new(Version::new(3, 2)));
    /// assert_eq!(
    ///     document.to_string(),
    ///     "frontend www\n    timeout client 50000   # slow phones\n    \
    ///      http-request add-header X-Proto https if { ssl_fc }\n"
    /// );
    /// assert_eq!(migration.changes.len(), 2);
    /// assert!(migration.is_complete());
    /// ```
    pub fn migrate(&mut self, options: &MigrateOptions) -> Migration {
        migrate(&mut [self], options)
    }
}

impl ConfigFiles {
    /// As [`Document::migrate`], all files as one configuration.
    pub fn migrate(&mut self, options: &MigrateOptions) -> Migration {
        let files = self.files.iter_mut();
        let mut documents: Vec<&mut Document> = files.map(|file| &mut file.document).collect();
        migrate(&mut documents, options)
    }
}

fn migrate(documents: &mut [&mut Document], options: &MigrateOptions) -> Migration {
    let survey = Survey::new(documents.iter().map(|document| &**document));
    let mut changes = same_names::notes(documents, options.to);
    for (file, document) in documents.iter_mut().enumerate() {
        let plan = Plan::new(document, file, &survey, options);
        let notes = plan.carry_out(document);
        changes.extend(notes);
    }
    changes.sort_by_key(|note| (note.file, note.line));
    Migration { changes }
}
